"""Điểm, khoản, điều that a citation points at."""

from extractor.layers.rule import Rule

KIND = r"(?:điểm|khoản|điều|tiểu[ ]mục|mục|chương|phần|phụ[ ]lục)"
VALUE = r"(?:\d{1,3}(?:\.\d{1,2}){0,3}[a-zđ]?|[a-zđ]\d?|[IVXLC]{1,6}|[A-H])(?![\p{L}\d])"
_ITEM = rf"{VALUE}(?:[ ]?(?:[-–]|đến)[ ]?(?:(?i:{KIND})[ ])?{VALUE})?"
_TOKEN = rf"(?:(?i:các[ ])?(?i:{KIND})[ ](?:số[ ])?{_ITEM}(?:(?:,|[ ]và|[ ]hoặc|,[ ]và)[ ]{_ITEM}){{0,12}}|Phụ[ ]lục)"

PROVISION = Rule(
    "citation.provision",
    rf"""
    (?<!\p{{L}})(?P<run>{_TOKEN}(?:[,;]?[ ](?:và[ ]|của[ ]|tại[ ]|thuộc[ ]|trong[ ])?{_TOKEN}){{0,10}})
    [ ](?:của[ ]|tại[ ]|thuộc[ ]|trong[ ])?(?:(?:ban[ ]hành[ ])?(?:kèm[ ])?theo[ ])?$
    """,
    (
        "kinh phí theo các điểm a, b khoản 1 và khoản 3 Điều 5 <citation code=40/2019/TT-BTC "
        'provisions=\'[{"article": "5", "clause": "1", "point": "a", "quote": "điểm a"}, {"article": "5", '
        '"clause": "1", "point": "b", "quote": "b"}, {"article": "5", "clause": "3", "point": null, '
        '"quote": "khoản 3"}]\'>Thông tư số 40/2019/TT-BTC</citation>.',
        'theo khoản 2, Điều 21 <citation date=2015 provisions=\'[{"article": "21", "clause": "2", '
        '"quote": "khoản 2"}]\'>Luật Tổ chức chính quyền địa phương năm 2015</citation>.',
        'theo Điều 5, 6 và 7 của <citation code=3/2020/TT-BNV provisions=\'[{"article": "5", "quote": '
        '"Điều 5"}, {"article": "6", "quote": "6"}, {"article": "7", "quote": "7"}]\'>Thông tư số '
        "3/2020/TT-BNV</citation>.",
        'từ Điều 8 đến Điều 9 <citation code=5/QĐ-UBND provisions=\'[{"article": "8", "quote": "Điều 8 '
        'đến Điều 9"}, {"article": "9", "quote": "Điều 8 đến Điều 9"}]\'>Quyết định số '
        "5/QĐ-UBND</citation>.",
        'tại Mục II Phần B <citation code=6/KH-UBND provisions=\'[{"part": "Mục II Phần B", "article": '
        'null, "quote": "Mục II"}]\'>Kế hoạch số 6/KH-UBND</citation>.',
        'tại Phụ lục I ban hành kèm theo <citation code=7/QĐ-UBND provisions=\'[{"part": "Phụ lục I", '
        '"quote": "Phụ lục I"}]\'>Quyết định số 7/QĐ-UBND</citation>.',
        "hoàn thành tiêu chí 5 theo <citation code=8/QĐ-UBND provisions=[]>Quyết định số 8/QĐ-UBND</citation>.",
    ),
)

PROVISION_RULES = (PROVISION,)

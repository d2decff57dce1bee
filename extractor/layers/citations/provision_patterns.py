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
        'provisions=\'[{"article": "5", "clause": "1", "point": "a", "quote": "điểm a"}, '
        '{"article": "5", "clause": "1", "point": "b", "quote": "b"}, '
        '{"article": "5", "clause": "3", "point": null, "quote": "khoản 3"}]\'>Thông tư số 40/2019/TT-BTC</citation>.',
    ),
)

PROVISION_RULES = (PROVISION,)

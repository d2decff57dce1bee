"""Điểm, khoản, điều that a citation points at, and words that point back at a document named before."""

from extractor.layers.rule import Rule
from extractor.lexicon.document_types import load_document_types

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

_NAMES = "|".join(
    t.name.replace(" ", "[ ]")
    for t in sorted(load_document_types().types, key=lambda t: (-len(t.name), t.name))
    if t.back_reference
)

BACK = Rule(
    "back-reference",
    rf"""
    (?<!\p{{L}})(?P<several>(?i:các|những)[ ])?(?P<type>(?i:{_NAMES}))[ ]
    (?P<pointer>này|(?:đã[ ])?nêu[ ]trên|nói[ ]trên|kể[ ]trên|trên(?=[ ]?[.,;:)\n\t]|$|[ ](?:và|để|được|cho|là|có)\b))
    (?!\p{{L}})
    """,
    (
        "Các phòng, ban triển khai <backref type=KH to_plan=true refers_to=null>Kế hoạch này</backref> trong tháng 3.",
        "Hỗ trợ theo Nghị định số 52/2018/NĐ-CP ngày 12/4/2018 của Chính phủ; hồ sơ theo Điều 14 <backref type=NĐ "
        "to_plan=false refers_to=0>Nghị định nêu trên</backref>.",
        "Quyết định số 490/QĐ-TTg và Luật Đất đai năm 2024: <backref type=Luật refers_to=1>Luật này</backref> nêu rõ.",
        "Dự kiến bố trí kinh phí trên địa bàn, theo kế hoạch trên cơ sở nguồn thu.",
        "Tổ chức theo các <backref type=NQ refers_to=null to_plan=false>Nghị quyết nêu trên</backref>.",
    ),
)

PROVISION_RULES = (PROVISION,)
BACK_RULES = (BACK,)

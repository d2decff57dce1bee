"""Words that point back at a document named before, or at the plan itself."""

from extractor.layers.rule import Rule
from extractor.lexicon.document_types import load_document_types

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
        "Theo Quyết định số 12/QĐ-UBND ngày 03/4/2023. Nguồn vốn theo Quyết định số 30/QĐ-UBND. Thực "
        'hiện theo khoản 1 Điều 2 <backref type=QĐ refers_to=1 provisions=\'[{"article": "2", "clause": '
        '"1"}]\'>Quyết định trên</backref>.',
        "Căn cứ Nghị quyết số 4-NQ/HU và Nghị quyết số 4-NQ/HU: <backref type=NQ refers_to=0>nghị quyết này</backref>.",
        "<backref type=QĐ refers_to=null to_plan=false>Quyết định này</backref> có hiệu lực kể từ ngày ký.",
        "Căn cứ Kế hoạch số 12/KH-UBND của UBND tỉnh; theo <backref type=KH refers_to=0 to_plan=false>Kế "
        "hoạch nêu trên</backref>, thực hiện <backref type=null refers_to=0>văn bản nói trên</backref>.",
        "Tổ chức theo các <backref type=NQ refers_to=null to_plan=false>Nghị quyết nêu trên</backref>.",
    ),
)

RULES = (BACK,)

"""How documents are named: patterns of numbers and symbols, of laws and of congresses, each with its examples."""

from extractor.layers.rule import Rule
from extractor.lexicon.document_types import load_document_types
from extractor.lexicon.laws import load_law_names, load_small_beginnings

_SYMBOLS = "|".join(sorted(load_document_types().symbols, key=lambda symbol: (-len(symbol), symbol)))
_NAMES = "|".join(t.name for t in sorted(load_document_types().types, key=lambda t: (-len(t.name), t.name)))
_SMALL = "|".join(name.replace(" ", "[ ]") for name in load_small_beginnings())
_LAWS = "|".join(name.replace(" ", "[ ]") for name in load_law_names())
_ORGAN = r"\p{Lu}{2}[\p{L}\d&]*"
_MORE = r"(?:[-–/][\p{Lu}\d][\p{L}\d&]*)*"
_NUMBER = r"(?P<number>\d{1,5}\p{Ll}?|\d{1,2}\.\d{3})"
_BLANK_NUMBER = r"[.…_]{1,40}"
_ASSEMBLY = r"(?:UBTV)?QH[ ]?\d{1,2}"

PARTY = Rule(
    "citation.party",
    rf"""
    (?P<code>(?:(?<![\p{{L}}\d/.,-]){_NUMBER}[ ]?[-–]?|{_BLANK_NUMBER}[ ]?[-–]|(?<=[ ])[-–])[ ]?
    (?P<symbol>(?:{_SYMBOLS})[ ]?(?P<slash>/)[ ]?{_ORGAN}{_MORE}))(?![\p{{L}}\d])
    """,
    (
        "Căn cứ <citation type=NQ number=18 symbol=NQ/TU code=18-NQ/TU date=2021-11-05 issuer='Ban Chấp hành Đảng bộ "
        "tỉnh' "
        "title='phát triển kinh tế số' relation=basis>Nghị quyết số 18-NQ/TU ngày 05/11/2021 của Ban Chấp hành Đảng bộ "
        "tỉnh</citation> về phát triển kinh tế số;",
    ),
    source="HD 36-HD/VPTW, mục II.3",
)

ADMINISTRATIVE = Rule(
    "citation.code",
    rf"""
    (?P<code>(?:(?<![\p{{L}}\d/.,-]){_NUMBER}[ ]?|{_BLANK_NUMBER}[ ]?|(?<=[ :]))
    (?P<slash>/)[ ]?(?:(?P<year>\d{{4}})[ ]?/[ ]?)?
    (?P<symbol>
        (?:{_SYMBOLS})(?!\p{{L}})(?:(?:[-–/]|[ ][-–][ ]?|[-–][ ]){_ORGAN}{_MORE})?
      | {_ASSEMBLY}
      | {_ORGAN}{_MORE}(?:[-–][ ]{_ORGAN}(?=,?[ ](?:ngày|của|về)[ ]))?
    ))(?![\p{{L}}\d])
    """,
    (
        "Căn cứ <citation type=QĐ number=2157 symbol=QĐ-UBND code=2157/QĐ-UBND date=2023-06-09 issuer='UBND tỉnh Hà "
        "Giang' "
        "title='phê duyệt Đề án giảm nghèo bền vững' relation=basis>Quyết định số 2157/QĐ-UBND ngày 09/6/2023 của "
        "UBND tỉnh "
        "Hà Giang</citation> phê duyệt Đề án giảm nghèo bền vững;",
        "theo <citation type=KH code=8/QĐ-UBND review='type word KH, symbol QĐ'>Kế hoạch số 8/QĐ-UBND</citation>.",
        "theo <citation type=CV code=1208/SGDĐT-GDMN issuer='Sở Giáo dục và Đào tạo'>Công văn số 1208/SGDĐT- GDMN của "
        "Sở Giáo dục và Đào tạo</citation>, các trường mầm non rà soát.",
        "(Kèm theo <citation type=TB code=/TB-UBND review='number left blank'>Thông báo số …/TB-UBND</citation>)",
        "theo <citation code=9/QĐ-UBND date=null review='impossible date'>Quyết định số 9/QĐ-UBND ngày "
        "32/13/2022</citation>.",
        "Mẫu số 02/BC-SYT, hộp thư 24/7, mạng 4G/5G, thửa đất số 15/TB-TL, số tài khoản 35/KBNN-HN.",
    ),
    source="NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.3",
)

LISTED = Rule(
    "citation.listed",
    r"""
    [ ]?(?:\(?[ ]?,?[ ]?(?:ngày[ ])?\d{1,2}[ ]?(?:[/.-][ ]?\d{1,2}[ ]?[/.-]|tháng[ ]\d{1,2}[ ]năm)[ ]?\d{4}\)?)?
    (?:[ ]của[ ][^.;:\n\t]{2,80})?
    (?:[ ]?[,;]|[ ]và|[ ]?[,;][ ]và|[ ]?&|[ ]hoặc)[ ]
    """,
    (
        "quán triệt các <citation type=NQ number=57 code=57-NQ/TW>Nghị quyết số 57-NQ/TW</citation>, "
        "<citation type=NQ number=59 code=59-NQ/TW>số 59-NQ/TW</citation>, "
        "<citation type=NQ number=66 code=66-NQ/TW>số 66-NQ/TW</citation> tới toàn thể đảng viên.",
    ),
)

NAMED_APART = Rule(
    "citation.apart",
    rf"""
    (?<!\p{{L}})(?P<type>(?i:{_NAMES.replace(" ", "[ ]")}))[ ](?:của[ ](?P<issuer>[^.;:()\n\t]{{2,90}}?)|
    \p{{Lu}}[^.;:(),\n\t]{{1,90}}?)[ ]?$
    """,
    (
        "Thực hiện <citation type=NQ number=31 code=31/NQ-HĐND date=2022-12-08 issuer='Hội đồng nhân dân thị xã' "
        "title='nhiệm vụ năm 2023'>Nghị quyết của Hội đồng nhân dân thị xã số 31/NQ-HĐND ngày 08/12/2022</citation> về "
        "nhiệm vụ năm 2023.",
    ),
)

_ENDS_NAME = (
    "trong từ đến tại vào cho được đã này trên nêu nhằm khi nếu do thì là để theo của với các những giai luật Luật "
    "sẽ đang và/hoặc năm ngày tới trước sau"
)
_NAME_WORD = (
    rf"(?!(?:{'|'.join(_ENDS_NAME.split())}|(?i:nghị[ ]định|nghị[ ]quyết|quyết[ ]định|thông[ ]tư|chỉ[ ]thị|kế[ ]hoạch)"
    r"|thực[ ]hiện|triển[ ]khai|thi[ ]hành|hướng[ ]dẫn|tuyên[ ]truyền|căn[ ]cứ|liên[ ]quan)"
    r"(?![\p{L}]))[\p{L}\d&/-]+"
)

LAW = Rule(
    "citation.law",
    rf"""
    (?P<type>(?i:bộ[ ]luật|luật|pháp[ ]lệnh|hiến[ ]pháp))
    (?:[ ](?P<name>
        (?:{_LAWS})
      | (?=(?i:sửa[ ]đổi|bổ[ ]sung))[^.;:()\n\t“”"]{{8,220}}?
      | (?=\p{{Lu}}|(?<=[LPĐ]\p{{L}}*(?:[ ]lệnh)?[ ])(?:{_SMALL})(?!\p{{L}}))
        {_NAME_WORD}(?:,?[ ](?:pháp[ ]luật|{_NAME_WORD})){{0,22}}?
    ))??
    (?:[ ]\(?sửa[ ]đổi(?:,[ ]bổ[ ]sung)?\)?)?
    (?:
        ,?[ ](?P<bracket>\()?(?:(?i:luật)[ ])?(?:số[ ]?:?[ ]?)?
        (?P<code>\d{{1,3}}[ ]?/[ ]?(?:\d{{4}}[ ]?/[ ]?)?(?:PL[-–])?{_ASSEMBLY})(?(bracket)\)|)
      | (?<!(?i:(?<!pháp[ ])luật|lệnh))(?=,?[ ](?:(?i:năm)[ ]\d{{4}}(?!\d|[ ]?[-–][ ]?\d)|(?i:ngày)[ ]?[\d.…_/]
          |\(?(?:19|20)\d\d(?![\d/]|[ ]?[-–][ ]?\d)))
    )
    """,
    (
        "phổ biến <citation type=Luật number=null symbol=null code=null date=2020 title=null>Luật Thanh niên năm "
        "2020</citation>.",
        "Căn cứ <citation type=Luật date=2012-06-20>Luật Phổ biến, giáo dục pháp luật ngày 20/6/2012</citation>;",
        "Căn cứ <citation type=Luật date=2003-11-26>Luật tổ chức HĐND và UBND ngày 26/11/2003</citation>; <citation "
        "type=Luật date=2006-11-29>Luật đê điều ngày 29/11/2006</citation>;",
        "Tuyên truyền Luật giao thông cho học sinh trong năm 2023, Luật phòng cháy tới người dân trước ngày 05/6/2022; "
        "kỷ luật lao động năm 2021; pháp luật đất đai năm 2020.",
    ),
    source="NĐ 78/2025/NĐ-CP, Điều 68",
)

CONGRESS = Rule(
    "citation.congress",
    r"""
    (?i:nghị[ ]quyết)[ ](?i:của[ ])?(?P<congress>(?i:đại[ ]hội(?![ ]đồng)|đảng[ ]bộ)(?:
        (?:(?!(?i:nghị[ ]quyết|chương[ ]trình|kế[ ]hoạch|nhiệm[ ]vụ))[^.;:()\n\t]){1,100}?
        (?:(?i:lần[ ]thứ)[ ]?(?:[IVXLC]+|\d{1,2}|(?i:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười))(?![\p{L}\d])
          |(?=(?i:nhiệm[ ]kỳ)))
      | (?:[ ](?i:đảng))?[ ][IVXLC]+(?!\p{L})
    )(?:,?[ ]?(?<![ ][ ])(?i:nhiệm[ ]kỳ)[ ]\d{4}[ ]?[-–][ ]?\d{4}|(?<!\p{Ll}[ ])))
    """,
    (
        "quán triệt <citation type=NQ number=null code=null date=null title=null>Nghị quyết Đại hội Đảng bộ thành phố "
        "lần thứ "
        "XXIII</citation> tới từng chi bộ.",
    ),
)

ALONE = Rule(
    "citation.number",
    r"""
    (?P<code>(?P<number>\d{1,5}\p{Ll}?)(?:/(?:19|20)\d\d(?![/\d])|[ ]?[-–][ ]?(?P<symbol>\p{Lu}{2}[\p{L}\d-]*))?)
    (?![\p{L}\d/%]|[.,]\d|[ ]?[-–][ ]?\d)
    (?P<follows>(?=$|[ ]?[.,;:()"”\n\t]|[ ](?:của|về|và|ngày|quy[ ]định|phê[ ]duyệt|ban[ ]hành)\b))?
    """,
    (
        "tiếp tục thực hiện <citation type=NQ number=57 symbol=null code=57 issuer='Bộ Chính trị'>Nghị quyết 57 của "
        "Bộ Chính trị</citation>.",
    ),
)

BLANK = Rule(
    "citation.blank",
    r"(?P<blank>[.…_][.…_ ]*|)(?=ngày[ ]?(?:[\d.…_/]|tháng))",
    (
        "(Kèm theo <citation type=KH number=null code=null date=2024-03-XX issuer='UBND xã Tân Hội' "
        "relation=reference>Kế hoạch số ..... ngày ... tháng 3 năm 2024 của UBND xã Tân Hội</citation>)",
    ),
)

RULES = (PARTY, ADMINISTRATIVE, LISTED, NAMED_APART, LAW, CONGRESS, ALONE, BLANK)

"""What stands around a cited document's number: issuer, title, relation; each pattern with its examples."""

from extractor.layers.rule import Rule
from extractor.lexicon.clause_words import alternatives, load_clause_words
from extractor.lexicon.document_types import load_document_types

_WORDS = load_clause_words()
_TYPES = "|".join(t.name.replace(" ", "[ ]") for t in load_document_types().types)
_CHANGE = r"(?:thay[ ]thế|sửa[ ]đổi(?:,?[ ]bổ[ ]sung)?|bổ[ ]sung|điều[ ]chỉnh(?:,[ ]bổ[ ]sung)?)"

ISSUER = Rule(
    "citation.issuer",
    r"[ ]?,?[ ](?i:của)[ ]",
    (
        "theo <citation code=21/KH-UBND issuer='UBND thành phố Pleiku' title=null>Kế hoạch số 21/KH-UBND của UBND "
        "thành phố Pleiku</citation>, các phường rà soát lại.",
        "theo <citation code=36/2014/TTLT-BGDĐT-BNV issuer='Bộ Giáo dục và Đào tạo, Bộ Nội vụ' title='quy định tiêu "
        "chuẩn chức danh nghề nghiệp'>Thông tư liên tịch số 36/2014/TTLT-BGDĐT-BNV của Bộ Giáo dục và Đào tạo, Bộ "
        "Nội vụ</citation> quy định tiêu chuẩn chức danh nghề nghiệp.",
        "theo <citation code=12/KH-SVHTTDL issuer='Sở Văn hóa, Thể thao và Du lịch' title='tổ chức Ngày sách'>Kế "
        "hoạch số 12/KH-SVHTTDL của Sở Văn hóa, Thể thao và Du lịch</citation> về tổ chức Ngày sách.",
        "theo <citation code=44/QĐ-UBND issuer='UBND huyện' title=null>Quyết định số 44/QĐ-UBND của UBND "
        "huyện</citation> và Phòng Nội vụ đã hướng dẫn.",
        "theo <citation code=15/NQ-HĐND issuer='Hội đồng nhân dân huyện khóa XX, kỳ họp thứ tám'>Nghị quyết số "
        "15/NQ-HĐND của Hội đồng nhân dân huyện khóa XX, kỳ họp thứ tám</citation>;",
        "theo <citation code=02-KL/HU issuer='Ban Thường vụ Huyện ủy (khóa XXII)' title='công tác cán bộ'>Kết luận "
        "số 02-KL/HU của Ban Thường vụ Huyện ủy (khóa XXII)</citation> về công tác cán bộ.",
        "theo <citation code=17/KH-BGTVT issuer='Bộ Giao thông vận tải' title='ban hành Kế hoạch kiểm tra phương "
        "tiện'>Kế hoạch số 17/KH-BGTVT của Bộ Giao thông vận tải</citation> ban hành Kế hoạch kiểm tra phương tiện.",
        "theo <citation code=11/TTLT-BNV-BYT issuer='Liên Bộ: Nội vụ, Y tế, Lao động - Thương binh và Xã hội' "
        "title='hướng dẫn chế độ phụ cấp'>Thông tư liên tịch số 11/TTLT-BNV-BYT của Liên Bộ: Nội vụ, Y tế, Lao động - "
        "Thương binh và Xã hội</citation> hướng dẫn chế độ phụ cấp;",
        "theo <citation code=2-QĐ/BCĐCĐS issuer='Ban chỉ đạo Chuyển đổi số' title='thành lập Tổ giúp việc của "
        "tỉnh'>Quyết định số 2-QĐ/BCĐCĐS của Ban chỉ đạo Chuyển đổi số</citation> thành lập Tổ giúp việc của tỉnh;",
        "theo <citation code=7/QĐ-TBT issuer='Tổ biên tập Nghị quyết phát triển cà phê tỉnh Đắk Nông' title='Quy chế "
        "hoạt động'>Quyết định số 7/QĐ-TBT của Tổ biên tập Nghị quyết phát triển cà phê tỉnh Đắk Nông</citation> về "
        "Quy chế hoạt động.",
        "theo <citation code=88/QĐ-UBND issuer=huyện>Quyết định số 88/QĐ-UBND của huyện</citation> đã giao.",
        "theo <citation code=12/KH-BCĐ issuer='Ban Chỉ đạo liên ngành về an toàn thực phẩm tỉnh Phú Yên' title='bảo "
        "đảm an toàn thực phẩm dịp Tết'>Kế hoạch số 12/KH-BCĐ của Ban Chỉ đạo liên ngành về an toàn thực phẩm tỉnh Phú "
        "Yên</citation> về bảo đảm an toàn thực phẩm dịp Tết",
        "theo <citation code=9/QĐ-BCĐ issuer='Ban Chỉ đạo các Chương trình mục tiêu quốc gia tỉnh' title='ban hành "
        "Quy chế hoạt động'>Quyết định số 9/QĐ-BCĐ của Ban Chỉ đạo các Chương trình mục tiêu quốc gia "
        "tỉnh</citation> ban hành Quy chế hoạt động.",
    ),
)

LIST_HEAD = Rule(
    "citation.list-head",
    rf"(?<!\p{{L}})[Cc]ác[ ](?P<type>(?:{_TYPES}))(?=[ ]của[ ])",
    (
        "Căn cứ các Quyết định của UBND tỉnh Lào Cai: <citation code=18/QĐ-UBND issuer='UBND tỉnh Lào Cai' title='phê "
        "duyệt Đề án du lịch Sa Pa'>Quyết định số 18/QĐ-UBND ngày 05/01/2021</citation> phê duyệt Đề án du lịch Sa Pa; "
        "<citation code=31/QĐ-UBND issuer='UBND tỉnh Lào Cai' title=null>Quyết định số 31/QĐ-UBND</citation>;\n"
        "Căn cứ <citation code=4/KH-UBND issuer=null>Kế hoạch số 4/KH-UBND</citation>;",
        "theo các Thông tư của Bộ trưởng Bộ Nội vụ: <citation type=VBHN code=3/VBHN-BNV date=2019-05-03 issuer='Bộ "
        "trưởng Bộ Nội vụ'>Số 3/VBHN-BNV ngày 03/5/2019</citation>; <citation type=VBHN code=5/VBHN-BNV issuer='Bộ "
        "trưởng Bộ Nội vụ'>Số 5/VBHN-BNV</citation>; <citation code=7/QĐ-UBND issuer=null>Quyết định số "
        "7/QĐ-UBND</citation>.",
    ),
)

ISSUER_BARE = Rule(
    "citation.issuer-bare",
    r",?[ ](?=(?:UBND|HĐND|Ủy[ ]ban|Hội[ ]đồng|Hội[ ]nghị|Thủ[ ]tướng|Chính[ ]phủ|Bộ[ ]|Sở[ ]|Ban[ ]))",
    (
        "(Kèm theo <citation code=31/KH-UBND date=2021-05-04 issuer='UBND xã Ia Pa'>Kế hoạch số 31/KH-UBND ngày "
        "04/5/2021 UBND xã Ia Pa</citation>)",
        "Thực hiện <citation code=31/KH-UBND date=2021-05-04 issuer=null title=null>Kế hoạch số 31/KH-UBND ngày "
        "04/5/2021</citation> UBND xã xây dựng kế hoạch như sau:",
        "Xét đề nghị tại <citation code=7/TTr-SXD date=2022-02-03 issuer=null title=null>Tờ trình số 7/TTr-SXD ngày "
        "03/02/2022</citation>, UBND tỉnh ban hành kế hoạch với các nội dung sau:",
    ),
)

ABOUT = Rule(
    "citation.title",
    r"[ ]?,?[ ]?[“\"]?(?i:về[ ]việc|v/v|về)[: ]{1,2}(?=\S)",
    (
        "Phổ biến <citation code=18/CT-TTg title='tăng cường quản lý thuốc lá điện tử'>Chỉ thị số 18/CT-TTg</citation> "
        "về tăng cường quản lý thuốc lá điện tử, yêu cầu các xã báo cáo.",
        "theo <citation code=70/SNV-CCHC type=CV title='chấm điểm cải cách hành chính'>Công văn số "
        "70/SNV-CCHC</citation> V/v chấm điểm cải cách hành chính; gửi kết quả trước ngày 05/12.",
        "theo <citation code=5/KH-UBND title='thực hiện Chương trình OCOP giai đoạn 2021 - 2025, định hướng đến năm "
        "2030'>Kế hoạch số 5/KH-UBND</citation> về việc thực hiện Chương trình OCOP giai đoạn 2021 - 2025, định "
        "hướng đến năm 2030, phấn đấu có 5 sản phẩm.",
        "theo <citation code=9/KH-UBND title='phòng cháy, chữa cháy và cứu nạn, cứu hộ'>Kế hoạch số "
        "9/KH-UBND</citation> về phòng cháy, chữa cháy và cứu nạn, cứu hộ và <citation code=10/KH-UBND title=null>Kế "
        "hoạch số 10/KH-UBND</citation>.",
        "(thực hiện <citation code=7/QĐ-UBND title='giao biên chế (đợt 2) năm 2024'>Quyết định số "
        "7/QĐ-UBND</citation> về việc giao biên chế (đợt 2) năm 2024)",
    ),
)

TITLE_VERB = Rule(
    "citation.title-verb",
    rf"[ ]?(?!{_CHANGE}[ ](?:bởi|theo|tại)\b)(?=(?i:{alternatives(_WORDS.title_verbs)}))",
    (
        "theo <citation code=77/QĐ-UBND title='phê duyệt Đề án “Mỗi xã một sản phẩm”'>Quyết định số "
        "77/QĐ-UBND</citation> phê duyệt Đề án “Mỗi xã một sản phẩm”.",
        "(<citation code=63/2010/NĐ-CP title=null>Nghị định số 63/2010/NĐ-CP</citation> sửa đổi bởi <citation "
        "code=92/2017/NĐ-CP relation=amends>Nghị định số 92/2017/NĐ-CP</citation>)",
        "<citation code=63/2010/NĐ-CP title=null>Nghị định số 63/2010/NĐ-CP</citation> quy định: hồ sơ được trả "
        "trong ngày.",
    ),
)

PREAMBLE_VERB = Rule(
    "citation.title-preamble",
    rf"[ ]?(?=(?i:{alternatives(_WORDS.preamble_verbs)}))",
    (
        "Thực hiện <citation code=3/KH-UBND title='tuyên truyền chuyển đổi số năm 2024'>Kế hoạch số "
        "3/KH-UBND</citation> tuyên truyền chuyển đổi số năm 2024, UBND phường ban hành kế hoạch.",
        "Các trường dựa vào <citation code=3/KH-UBND title=null>Kế hoạch số 3/KH-UBND</citation> xây dựng kế hoạch "
        "của mình.",
    ),
)

PASSIVE = Rule(
    "citation.passive",
    rf"""(?:(?:được|bị|đã)[ ](?:được[ ])?(?P<verb>(?i:{_CHANGE}))[^.;:\n\t]{{0,60}}?|(?P<verb>(?i:{_CHANGE})))
    [ ](?:bởi|bằng|tại|(?<!kèm[ ])theo)[ ](?:các[ ])?$""",
    (
        "Tại <citation code=8/QĐ-UBND relation=replaced_by>Quyết định số 8/QĐ-UBND</citation> đã được thay thế bằng "
        "<citation code=19/QĐ-UBND relation=replaces>Quyết định số 19/QĐ-UBND</citation>.",
        "Áp dụng <citation code=20/2019/TT-BYT relation=reference>Thông tư số 20/2019/TT-BYT</citation> được sửa đổi "
        "tại <citation code=3/2021/TT-BYT relation=amends>Thông tư số 3/2021/TT-BYT ngày 09/02/2021</citation>, "
        "<citation code=7/2023/TT-BYT relation=amends>Thông tư số 7/2023/TT-BYT</citation> và <citation "
        "code=2/2024/TT-BYT relation=amends>Thông tư số 2/2024/TT-BYT</citation>.",
        "Tại <citation code=30/2009/TT-BGDĐT relation=reference>Thông tư số 30/2009/TT-BGDĐT</citation> (được sửa "
        "đổi, bổ sung một số điều theo <citation code=20/2018/TT-BGDĐT relation=amends>Thông tư số "
        "20/2018/TT-BGDĐT</citation>).",
    ),
)

ACTIVE = Rule(
    "citation.active",
    rf"""(?<!được[ ]|bị[ ])(?P<verb>(?i:{_CHANGE}))
    (?:[ ](?:cho|đối[ ]với|một[ ]số|các|nội[ ]dung|điều|khoản|điểm|mục|phụ[ ]lục|chỉ[ ]tiêu|của|tại|kèm[ ]theo
    |ban[ ]hành|quy[ ]định|bộ[ ]tiêu[ ]chí|\d+|[a-zđ]|[IVX]+|và|Điều|Khoản|Mục|Phụ[ ]lục)\b,?){{0,14}}[ ]$""",
    (
        "<citation code=52/2018/TT-BYT relation=amends>Thông tư số 52/2018/TT-BYT</citation> về sửa đổi, bổ sung một "
        "số điều của <citation code=14/2013/TT-BYT relation=amended_by>Thông tư số 14/2013/TT-BYT</citation> và thay "
        "thế <citation code=9/2008/TT-BYT relation=replaced_by>Thông tư số 9/2008/TT-BYT</citation>.",
        "Căn cứ <citation code=8/2018/TT-BNV issuer=null title=null>Thông tư số 8/2018/TT-BNV</citation>; <citation "
        "code=9/2021/TT-BNV relation=amends issuer=null>Thông tư số 9/2021/TT-BNV</citation> sửa đổi <citation "
        "code=8/2018/TT-BNV relation=amended_by issuer=null title=null>Thông tư số 8/2018/TT-BNV</citation>; <citation "
        "code=10/2022/TT-BNV issuer='Bộ Nội vụ' title='công tác văn thư'>Thông tư số 10/2022/TT-BNV</citation> và "
        "<citation code=11/2023/TT-BNV issuer='Bộ Nội vụ' title='công tác văn thư'>Thông tư số 11/2023/TT-BNV của Bộ "
        "Nội vụ</citation> về công tác văn thư;",
        "thực hiện <citation code=4/2019/TT-BNV relation=amends>Thông tư số 4/2019/TT-BNV</citation> và <citation "
        "code=9/2021/TT-BNV relation=amends>Thông tư số 9/2021/TT-BNV</citation> sửa đổi <citation code=7/2016/TT-BNV "
        "relation=amended_by>Thông tư số 7/2016/TT-BNV</citation>.",
        "Kế hoạch này thay thế <citation code=14/KH-UBND relation=replaced_by>Kế hoạch số 14/KH-UBND</citation> và "
        "<citation code=16/KH-UBND relation=replaced_by>Kế hoạch số 16/KH-UBND</citation>.",
        "UBND xã điều chỉnh dự toán cho phù hợp với <citation code=2/NQ-HĐND relation=reference>Nghị quyết số "
        "2/NQ-HĐND</citation>.",
    ),
)

ATTACHED = Rule(
    "citation.attached",
    r"(?i:kèm[ ]theo|đính[ ]kèm)(?:[ ]\p{L}+){0,2}[ ]?$",
    (
        "Theo Bộ tiêu chí ban hành kèm theo <citation code=13/QĐ-UBND relation=reference>Quyết định số "
        "13/QĐ-UBND</citation>.",
    ),
)

BASIS = Rule(
    "citation.basis",
    rf"(?:[-+*•–][ ]?(?=(?i:căn))|\()?(?i:{alternatives(_WORDS.basis)})",
    (
        "- Căn cứ <citation code=66/NQ-CP relation=basis>Nghị quyết số 66/NQ-CP</citation>;",
        "Phát huy kết quả của <citation code=66/NQ-CP relation=reference>Nghị quyết số 66/NQ-CP</citation>.",
    ),
)

ATTRIBUTE_RULES = (ISSUER, LIST_HEAD, ISSUER_BARE, ABOUT, TITLE_VERB, PREAMBLE_VERB, PASSIVE, ACTIVE, ATTACHED, BASIS)

"""The rules of headings, with their examples."""

from extractor.layers.rule import Rule

_PLAN = "KẾ HOẠCH\nPhòng cháy, chữa cháy năm 2024\n"

STATEMENT = Rule(
    id="heading-statement",
    pattern=r"""
        ^(?:Đề[ ]nghị[ ]|Giao[ ](?:cho[ ])?|Yêu[ ]cầu[ ])?
        (?:UBND|Ủy[ ]ban|HĐND|Sở|Các|Phòng|Ban|Công[ ]an|Thủ[ ]trưởng|Văn[ ]phòng|Trung[ ]tâm|Chi[ ]cục|Cục|Hội|Đoàn|
           Đài|Mặt[ ]trận|MTTQ|UBMTTQ|Trạm|Trường|Bộ|Liên[ ]đoàn|Kho[ ]bạc|Bảo[ ]hiểm|BHXH|Bí[ ]thư|Chủ[ ]tịch|Trưởng|
           Giám[ ]đốc|Đồng[ ]chí|Cơ[ ]quan|Thành[ ]viên|Tổ)
        [ ][^:]{0,200}?
        (?<!được[ ]giao)(?<!được[ ]phân[ ]công)(?<!do)(?<!trực[ ]tiếp)(?<!tham[ ]gia)
        [ ,](?:chủ[ ]trì|chịu[ ]trách[ ]nhiệm|có[ ]trách[ ]nhiệm|có[ ]nhiệm[ ]vụ|phối[ ]hợp[ ]với|tham[ ]mưu|căn[ ]cứ|
           chủ[ ]động|tăng[ ]cường|tiếp[ ]tục|đẩy[ ]mạnh|quán[ ]triệt|đôn[ ]đốc|hướng[ ]dẫn|phải|cần|sẽ)[ ,:]
    """,
    examples=(
        _PLAN + "<heading number=I level=1 title='TỔ CHỨC THỰC HIỆN'>I. TỔ CHỨC THỰC HIỆN</heading>\n"
        "1. Công an huyện chủ trì, phối hợp với các đơn vị liên quan tổ chức tuyên truyền.\n"
        "2. Phòng Tư pháp hướng dẫn các xã.",
    ),
)
RUN_IN = Rule(
    id="heading-run-in",
    pattern=r":(?=[ ]|$)",
    examples=(
        _PLAN + "<heading number=1 title='Mục tiêu chung' level=1>1. Mục tiêu chung:</heading> Giảm số vụ.\n"
        "<heading number=2 title='Mục tiêu cụ thể' level=1>2. Mục tiêu cụ thể:</heading>\n- Giảm 5% số vụ.",
        _PLAN + "1. Tỷ lệ hộ có bình chữa cháy đạt: 75%.\n- Thời gian: Tháng 5.",
    ),
)
LINE = Rule(
    id="heading-line",
    pattern=r"[^\n]*[^.;,!?…/\s]",
    source="NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.6",
    examples=(
        _PLAN + "<heading number=I title='MỤC ĐÍCH' level=1>I. MỤC ĐÍCH</heading>\nNâng cao nhận thức.\n"
        "<heading number=II title='NỘI DUNG' level=1>II. NỘI DUNG</heading>\n"
        "<heading number=1 title='Tuyên truyền' level=2>1. Tuyên truyền</heading>\nĐăng tin bài.",
        _PLAN
        + "<heading number=1 title='Tiểu dự án 2: Hỗ trợ xây dựng hệ thống báo cháy, cấp nước chữa cháy tự động tại "
        "các khu đông hộ' level=1>1. Tiểu dự án 2: Hỗ trợ xây dựng hệ thống báo cháy, cấp nước chữa cháy "
        "tự động tại các khu đông hộ</heading>\nLắp đặt tại 3 khu.",
        _PLAN + "<heading number=A title='MỤC TIÊU' level=1>1. A.   MỤC TIÊU</heading>\nGiảm số vụ.\n"
        "<heading number=B title='NHIỆM VỤ' level=1>2. B.   NHIỆM VỤ</heading>\nDiễn tập.",
    ),
)
CAPITALS = Rule(
    id="heading-capitals",
    pattern=r"(?=[^\p{Lu}\n]{0,20}\p{Lu})[^\p{Ll}\n]*+(?<![;,]|/[.])",
    examples=(
        _PLAN + "<heading number=null title='TỔ CHỨC THỰC HIỆN' level=1>TỔ CHỨC THỰC HIỆN</heading>\n"
        "Công an huyện chủ trì.",
        _PLAN + "NGÀY 1: THỨ HAI, NGÀY 05/8/2024\nKhai mạc.\n| CHỦ TỊCH |",
        _PLAN
        + "<heading number=I title='MỤC TIÊU' level=1>I. MỤC TIÊU</heading>\n- GIẢM 5% SỐ VỤ CHÁY;\nCỘNG HÒA XÃ HỘI",
    ),
)
ANNEX = Rule(
    id="heading-annex",
    pattern=r"""
        (?P<number>
            (?:PHỤ[ ]LỤC|Phụ[ ]lục)
            (?:(?:[ ](?:SỐ|số|Số))?[ ]?(?:[IVXL]{1,6}|\d{1,2}[A-Za-z]?|[A-H])(?![\p{L}\d]))?
          | (?:BIỂU|Biểu|PHỤ[ ]BIỂU|Phụ[ ]biểu|MẪU|Mẫu)
            (?:[ ](?:SỐ|số|Số))?[ ](?:[IVXL]{1,6}|\d{1,2}[A-Za-z]?)(?![\p{L}\d])
        )
        (?P<close>[ ]?[.:\-–]{0,2}[ ]?)
        (?P<title>.*)
    """,
    source="NĐ 30/2020/NĐ-CP, Phụ lục I, mục III.1",
    examples=(
        _PLAN + "./.\n<heading number='Phụ lục I' title='Danh mục công trình' level=1>"
        "Phụ lục I: Danh mục công trình</heading>\n(Kèm theo Kế hoạch)",
        _PLAN + "./.\n<heading number='PHỤ LỤC' title='DANH MỤC CÔNG TRÌNH' level=1>"
        "PHỤ LỤC\nDANH MỤC CÔNG TRÌNH</heading>\n(Kèm theo Kế hoạch)",
    ),
)

RULES = (STATEMENT, RUN_IN, LINE, CAPITALS, ANNEX)

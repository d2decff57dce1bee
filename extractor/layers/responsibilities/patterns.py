"""The patterns of responsibilities, with their examples."""

from extractor.layers.rule import Rule

_NOUN = r"(?:cơ[ ]quan|đơn[ ]vị|bộ[ ]phận|cá[ ]nhân|người|địa[ ]phương|phòng[ ]ban|ban,[ ]ngành|sở,[ ]ngành|chủ[ ]thể)"
_MORE = r"(?:cơ[ ]quan|đơn[ ]vị|bộ[ ]phận|cá[ ]nhân|tổ[ ]chức|người|địa[ ]phương)"
_VERB = (
    r"(?:chủ[ ]trì|phối[ ]hợp|tổ[ ]chức[ ]thực[ ]hiện|triển[ ]khai|thực[ ]hiện|chỉ[ ]đạo|tham[ ]mưu|"
    r"theo[ ]dõi|hướng[ ]dẫn|phụ[ ]trách|giám[ ]sát|"
    r"kiểm[ ]tra|đôn[ ]đốc|chịu[ ]trách[ ]nhiệm|đầu[ ]mối|tham[ ]gia|tổng[ ]hợp|báo[ ]cáo|soạn[ ]thảo|thẩm[ ]định)"
)
_JOIN = r"(?:[ ]?[,/–-][ ]?|[ ]và[ ]|[ ]hoặc[ ]|[ ])"

ROLE_LABEL = Rule(
    "responsibilities.label",
    rf"""(?i:(?:các[ ])?(?P<noun>{_NOUN}(?:{_JOIN}{_MORE})*[ ])(?:được[ ]giao[ ])?(?P<verbs>{_VERB}(?:{_JOIN}{_VERB})*)
        |(?P<bare>(?:chủ[ ]trì|phối[ ]hợp|đầu[ ]mối|tham[ ]mưu|chỉ[ ]đạo|theo[ ]dõi|giám[ ]sát|thực[ ]hiện|
        đơn[ ]vị[ ]đầu[ ]mối)(?:{_JOIN}{_VERB})*)
        |(?P<assigned>(?:phân[ ]công|trách[ ]nhiệm|giao|phân[ ]công[ ]trách[ ]nhiệm|
        phân[ ]công[ ]nhiệm[ ]vụ)(?:[ ](?:tổ[ ]chức[ ])?(?:thực[ ]hiện|triển[ ]khai))?))
        (?:[ ](?:chính|chung|nhiệm[ ]vụ|kế[ ]hoạch|chủ[ ]yếu))?(?:[ ]?\((?P<note>[^()\n]{{1,80}})\))?[ ]?:[ ]?""",
    (),
)
TIME_LABEL = Rule(
    "responsibilities.time",
    r"""(?i:(?:thời[ ](?:gian|hạn|điểm)|tiến[ ]độ|lộ[ ]trình|kỳ[ ]hạn|thời[ ]gian,[ ]tiến[ ]độ)
        (?:[ ](?:tổ[ ]chức[ ])?(?:thực[ ]hiện|hoàn[ ]thành|triển[ ]khai|dự[ ]kiến|kết[ ]thúc|báo[ ]cáo|
        thực[ ]hiện[ ]và[ ]hoàn[ ]thành)){0,2})[ ]?:[ ]?""",
    (),
)
SECTION = Rule(
    "responsibilities.section",
    r"(?i:đề[ ]nghị|trách[ ]nhiệm[ ]của|trách[ ]nhiệm|nhiệm[ ]vụ[ ]của|giao|yêu[ ]cầu|đối[ ]với|"
    r"phân[ ]công)[ ](?:các[ ]đồng[ ]chí[ ])?",
    (),
)
SUBJECT = Rule(
    "responsibilities.subject",
    r"""(?i:căn[ ]cứ|trên[ ]cơ[ ]sở|theo|đối[ ]với|định[ ]kỳ|trước|trong|hằng|hàng|sau|khi|để|nhằm|từ|đến|ngoài|
        bên[ ]cạnh|cùng[ ]với|trường[ ]hợp|với|tại|hết
        |kể[ ]từ|chậm[ ]nhất|năm|quý|tháng|nếu|thông[ ]qua|qua|dựa|tùy|ngay|do|riêng|giai[ ]đoạn|thực[ ]hiện|
        triển[ ]khai|hưởng[ ]ứng|mỗi|ngoài[ ]ra)(?!\p{L})""",
    (),
)
COMMAND = Rule(
    "responsibilities.command",
    r"""(?i:(?P<request>(?:trân[ ]trọng[ ])?đề[ ]nghị|kính[ ]đề[ ]nghị)|(?P<ask>yêu[ ]cầu)|
        (?P<hand>giao(?:[ ]trách[ ]nhiệm|[ ]nhiệm[ ]vụ)?(?:[ ]cụ[ ]thể)?(?:[ ]cho)?
        |phân[ ]công(?:[ ]nhiệm[ ]vụ|[ ]trách[ ]nhiệm)?(?:[ ]cụ[ ]thể)?(?:[ ]cho)?)|
        (?P<direct>chỉ[ ]đạo))[ ]:?(?:các[ ](?=đồng[ ]chí))?""",
    (),
)
PARTNER = Rule(
    "responsibilities.partner",
    r"(?i:phối[ ](?:kết[ ])?hợp)(?:[ ](?:chặt[ ]chẽ|thường[ ]xuyên|hiệu[ ]quả|tích[ ]cực|đồng[ ]bộ|kịp[ ]thời|"
    r"tốt))*,?(?:[ ](?:với|cùng[ ]với|cùng))?[ ](?:sự[ ]tham[ ]gia[ ]của[ ])?",
    (),
)
TABLE = Rule("responsibilities.table", r"\S", ())

RULES = (ROLE_LABEL, TIME_LABEL, SECTION, SUBJECT, COMMAND, PARTNER, TABLE)

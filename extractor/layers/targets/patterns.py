"""Rules for targets: which figures are none, and what the cues before a figure make of it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import regex

from extractor.layers.rule import Rule
from extractor.records.layers import Change


@dataclass(frozen=True)
class Exclusion(Rule):
    """A rule on the words around a figure that make it no target; `of` the figures that it looks at."""

    of: Literal["any", "noun"] = "any"
    after_unit: bool = False
    """For words behind: match behind the unit, not behind the digits."""
    needs: tuple[str, ...] = ()
    """Words in small letters, one of which a sentence must hold for the rule to be looked at."""

    @cached_property
    def regex_before(self) -> "regex.Pattern[str]":
        """The compiled pattern of words that end where the figure begins: read backwards, it fails at once."""
        return regex.compile(self.pattern, regex.VERBOSE | regex.REVERSE)


NOT_BEFORE = (
    Exclusion(
        "no-ordinal",
        r"(?:(?<!\p{L})(?<![Mm]ỗi[ ])(?:LỚP|KHỐI|KHÓA"
        r"|(?<!\d[ ])[Ll]ần"
        r"|số|Số|thứ|lần[ ]thứ|[Đđ]iều|[Kk]hoản|(?<!(?:[Tt]hí|[Dd]ứt)[ ])[Đđ]iểm|[Mm]ục|[Pp]hần|[Pp]hụ[ ]lục"
        r"|[Bb]iểu|[Mm]ẫu"
        r"|[Tt]iêu[ ]chí|[Cc]hỉ[ ]tiêu"
        r"|[Cc]hương[ ]trình|[Đđ]ề[ ]án|[Nn]ghị[ ]quyết|[Qq]uyết[ ]định|[Cc]hỉ[ ]thị|[Kk]ế[ ]hoạch|[Cc]ông[ ]văn"
        r"|[Tt]hông[ ]tư|[Nn]ghị[ ]định"
        r"|[Dd]ự[ ]án|[Tt]iểu[ ]dự[ ]án|[Bb]an[ ][Cc]hỉ[ ]đạo|[Tt]ổ[ ]công[ ]tác"
        r"|[Cc]ấp[ ]độ|[Mm]ức[ ]độ|(?<!ở[ ]|đạt[ ])[Mm]ức"
        r"|(?<![Pp]hân[ ]|[Xx]ếp[ ])[Ll]oại"
        r"|(?<![Xx]ếp[ ]|[Pp]hân[ ])[Hh]ạng|[Ll]ớp|[Kk]hối|[Kk]hóa|[Gg]iai[ ]đoạn|[Đđ]ợt|[Bb]ước|[Vv]òng"
        r"|[Vv]ùng"
        r"|[Kk]hu[ ]vực|[Nn]hóm|[Tt]rụ[ ]cột|[Qq]uốc[ ]lộ|QL|ĐT|[Tt]ỉnh[ ]lộ|[Tt]ổ[ ]dân[ ]phố|[Tt]hôn|[Kk]hu[ ]phố"
        r"|[Ấấ]p|[Pp]hường|[Qq]uận|[Xx]óm"
        r"|[Đđ]ội|[Nn]hà[ ]số|[Tt]rang|(?<!(?:[Tt]hực|[Dd]iễn|[Ll]uyện)[ ])[Tt]ập"
        r"|[Qq]uyển|[Bb]ậc|[Pp]hiên[ ]bản)[ ](?:số[ ])?)$",
        (
            "Phấn đấu hoàn thành Đề án 06 xã hội hóa.",
            "Tổ chức cho học sinh khối 9 trường THCS tham quan.",
            "Xây dựng tuyến đường tại tổ dân phố số 5 phường An Tảo.",
            "Đảm bảo dịch vụ công mức độ 4 người dân dễ dùng.",
            "Tiêm nhắc cho đàn bò, lần 2 cách lần 1 từ 21 đến 28 ngày.",
            "Mở <target value=6 unit=lớp change=do>06 lớp</target> xóa mù, mỗi lớp <target value=20 upper=25 "
            "unit='học viên' indicator='học viên mỗi lớp'>từ 20 đến 25 học viên</target>.",
            "Mỗi xã lập <target value=2 unit=đội>02 đội</target> ứng cứu, mỗi đội <target value=8 upper=10 unit=người>"
            "8 - 10 người</target>.",
            "Giảm số tiêu chí mức 1 xuống <target value=2 unit='tiêu chí' comparator=le change=reach>tối đa 2 "
            "tiêu chí</target>.",
        ),
        of="noun",
    ),
    Exclusion(
        "no-class",
        r"(?<!(?:sinh|vào|cho|dạy|động)[ ])(?:[Ll]ớp|[Kk]hối)[ ]\d{1,2}[\p{L}\d/]{0,4}(?::|[ ]có|[ ]gồm)?[ ]$",
        ("I. CHỈ TIÊU\n- Lớp 7B: 41 em.", "I. CHỈ TIÊU\n- Khối 8 có 310 học sinh."),
        of="noun",
    ),
    Exclusion(
        "no-rule",
        r"theo[ ](?:quy[ ]định|tiêu[ ]chuẩn|quy[ ]chuẩn|định[ ]mức)[ ](?:là|phải|chiều[ ]rộng|diện[ ]tích)"
        r"(?:[ ](?:là|phải|đạt|có))*[ ]$",
        (
            "Nền đường ngõ xóm theo quy định là không dưới 2,5 m, các thôn rà soát lại.",
            "Phòng học theo tiêu chuẩn phải đạt tối thiểu 1,5 m2/học sinh.",
            "Phấn đấu tỷ lệ hộ sử dụng nước sạch theo quy chuẩn đạt <target value=62 unit=%>62%</target>.",
        ),
        needs=("theo quy định", "theo tiêu chuẩn", "theo quy chuẩn", "theo định mức"),
    ),
    Exclusion(
        "no-condition-of-work",
        r"(?<!\p{L})[Cc]hỉ[ ](?!tiêu|đạo|thị|số|dẫn)(?:[\p{L}-]+[ ]){1,8}?(?:khi|nếu|trong[ ]trường[ ]hợp)[ ]"
        r"[^;.:\n\d]{3,80}$",
        (
            "I. YÊU CẦU\n- Cơ sở chỉ được công nhận khi tổng số điểm đạt từ 80 điểm trở lên.",
            "III. NHIỆM VỤ\n- Việc phun thuốc chỉ tiến hành khi trời không mưa, tốc độ gió dưới 4 m/s.",
            "II. CHỈ TIÊU\n- Khi có dịch, tỷ lệ cách ly đạt <target value=95 unit=% comparator=gt>trên 95%</target>.",
        ),
        needs=("chỉ",),
    ),
    Exclusion(
        "no-state",
        r"(?:tình|thực)[ ]trạng[ ](?:còn[ ]|có[ ]|vẫn[ ]còn[ ])?$",
        ("I. MỤC ĐÍCH\n- Khắc phục tình trạng gần 12% hộ nghèo còn trông chờ, ỷ lại.",),
        needs=("tình trạng", "thực trạng"),
    ),
    Exclusion(
        "no-denominator",
        r"(?:gấp[ ]$|(?:[Mm]ỗi|tính[ ]trên|trên[ ]mỗi|cứ)[ ]$)",
        (
            "- Giá trị sản phẩm trên 01 ha mặt nước nuôi trồng đạt <target value=310 unit='triệu đồng' comparator=gt>"
            "trên 310 triệu đồng</target>.",
            "Phấn đấu bình quân 01 xã đạt <target value=15 unit='tiêu chí' comparator=ge>từ 15 tiêu chí trở "
            "lên</target>.",
        ),
    ),
    Exclusion(
        "no-part-of-whole",
        r"(?<!\p{L})(?:một[ ]trong|cả|trong[ ]số|trong[ ]tổng[ ]số|trên[ ]tổng[ ]số|trên[ ]địa[ ]bàn|gồm(?:[ ]có)?"
        r"|bao[ ]gồm|(?<!hoạt[ ]động[ ])của|giữa|theo|(?:phối[ ]hợp|cùng|so|gắn|kết[ ]hợp|tương[ ]ứng)[ ]với|trong|"
        r"thuộc|tại[ ]các|các|những|là[ ]một[ ]trong|chia[ ]thành|phương[ ]châm|quán[ ]triệt)[ ]$",
        (
            "Tổ chức tuyên truyền trên địa bàn 12 xã.",
            "Hoàn thành kế hoạch gồm 05 nội dung.",
            "Phát huy vai trò của 15 hội viên nòng cốt.",
        ),
        of="noun",
    ),
    Exclusion(
        "no-group",
        r"(?:thuộc|[Nn]hóm)[ ](?:\p{L}+[ ]){0,4}(?:đạt|có|từ)[ ]$",
        ("Lập phương án giúp đỡ các thôn trong nhóm mới đạt từ 6-8 tiêu chí.",),
    ),
    Exclusion(
        "no-expense",
        r"(?:(?<![Tt]hu[ ])(?i:ngân[ ]sách|nhân[ ]dân)(?:[ ](?:trung[ ]ương|tỉnh|huyện|xã|thành[ ]phố|địa[ ]phương"
        r"|nhà[ ]nước))?"
        r"(?:[ ](?:hỗ[ ]trợ|đóng[ ]góp|đối[ ]ứng|cấp|bố[ ]trí|chi))?[ ](?:tối[ ]đa[ ])?$)|(?:(?i:mức)[ ]chi"
        r"|(?:Nhà[ ]nước|ngân[ ]sách)[ ](?:\p{L}+[ ]){0,2}hỗ[ ]trợ|chi[ ]phí|kinh[ ]phí|"
        r"(?i:định[ ]mức)|mức[ ]hỗ[ ]trợ|đơn[ ]giá|lệ[ ]phí|học[ ]phí|(?i:thành[ ]phần)|(?i:mức)[ ]đóng"
        r"|mức[ ]phạt|mức[ ]thưởng|trị[ ]giá|giá[ ]trị[ ]giải)[^;.\n]{0,60}$",
        (
            "Thực hiện mức hỗ trợ 50.000 đồng/người/ngày.",
            "Trao thưởng cho các tập thể với kinh phí 20 triệu đồng/giải.",
            "Ngân sách tỉnh hỗ trợ 60%, ngân sách huyện 30%, nhân dân đóng góp 10%.",
            "Mức đóng là 22% mức thu nhập do người lao động chọn.",
            "Định mức dự phòng theo quyết định của tỉnh là không dưới 8 kg gạo/khẩu.",
        ),
        needs=("ngân sách", "nhân dân", "mức", "chi", "nhà nước", "phí", "đơn giá", "thành phần", "trị"),
    ),
)
"""Rules on the words before a figure; where one matches, the figure is no target."""

NOT_BEHIND = (
    Exclusion(
        "no-legal-limit",
        r"[^,;.\n]{0,20}theo[ ]quy[ ]định[ ](?:của|tại)[ ](?:Luật|pháp[ ]luật|Nghị|Thông[ ]tư|Điều)",
        ("Mỗi đơn vị bầu cử được bầu không quá 05 đại biểu theo quy định của Luật.",),
        needs=("theo quy định",),
        after_unit=True,
    ),
    Exclusion(
        "no-entry-level",
        r"[ ]trở[ ]lên[ ](?:phải|thì|bắt[ ]buộc|mới[ ]được)(?!\p{L})",
        ("Mức chuyển tiền từ 20 triệu đồng/lần trở lên phải khai báo.",),
        needs=("trở lên",),
        after_unit=True,
    ),
    Exclusion(
        "no-age",
        r"(?:(?:[ ](?:đến|tới|-|–)[ ]?)\d+)?[ ]?(?:tháng[ ]|ngày[ ]|tuần[ ])?tuổi(?!\p{L})",
        ("Tổ chức uống vitamin A cho trẻ từ 6 đến 36 tháng tuổi.", "Huy động trẻ em 5 tuổi ra lớp."),
        needs=("tuổi",),
    ),
    Exclusion(
        "no-regular-time",
        r"[ ]sao(?!\p{L})|[^,;.\n]{0,12}[/][ ]?lần|[ ](?:buổi|tiết|lần|giờ|ca)[ ]?/[ ]?(?:tuần|ngày|buổi)(?!\p{L})",
        ("Báo cáo kết quả 6 tháng/lần.", "Họp giao ban 01 lần/tuần."),
    ),
)
"""Rules on the words from a figure's number on."""


@dataclass(frozen=True)
class ChangeRule(Rule):
    """A rule on the kinds of the cues before a figure, one letter each, the nearest last."""

    change: Change = "reach"
    of: Literal["any", "percent", "count", "number"] = "any"
    """What figures it looks at: shares (percentages and n/m), counts, numbers (counts and n/m), or all."""
    units: frozenset[str] = frozenset()
    """The units that it looks at; empty for all."""
    behind: str = ""
    """What must stand behind the figure."""

    @cached_property
    def behind_regex(self) -> "regex.Pattern[str]":
        """The compiled pattern of what stands behind the figure."""
        return regex.compile(self.behind, regex.VERBOSE)


LETTERS = {
    "keep": "K", "increase": "I", "decrease": "D", "level": "L", "raise": "R", "complete": "C", "aim": "A", "do": "W",
    "past": "P", "threshold": "T",
}  # fmt: skip

QUALIFYING = frozenset(
    "tiêu chí|chỉ tiêu|xã|phường|thị trấn|huyện|thôn|bản|ấp|xóm|buôn|khu dân cư|khu phố|tổ dân phố|trường|đơn "
    "vị|hộ".split("|")
)
"""Units that come to qualify for something when they are "hoàn thành"; other things are then done."""

CHANGES = (
    ChangeRule(
        "keep",
        r"K[AL]*$",
        (
            "Duy trì <target value=9 of=9 unit=phường change=keep>9/9 phường</target> đạt chuẩn phổ cập giáo dục.",
            "Giữ vững tỷ lệ người dân có thẻ bảo hiểm y tế <target value=95 unit='%' change=keep comparator=gt>trên "
            "95%</target>.",
            "Duy trì <target value=12 unit='câu lạc bộ' change=keep>12 câu lạc bộ</target> gia đình hạnh phúc, thành "
            "lập mới "
            "<target value=3 unit='câu lạc bộ' change=do>3 câu lạc bộ</target>.",
        ),
        change="keep",
    ),
    ChangeRule(
        "keep-reached",
        r"K[ALWC]*$",
        ("Duy trì chất lượng đối với <target value=15 unit='tiêu chí' change=keep>15 tiêu chí</target> đã đạt.",),
        change="keep",
        behind=r"[ ]đã[ ](?:đạt|được|có)",
    ),
    ChangeRule(
        "newly-qualified",
        r"A?L$",
        (
            "Năm 2022 phấn đấu có <target value=2 unit=xã change=increase>02 xã</target> đạt chuẩn, nâng tổng số xã "
            "đạt chuẩn "
            "lên <target value=7 of=9 unit=xã change=reach>7/9 xã</target>.",
        ),
        change="increase",
        of="count",
        behind=r"[^.;\n]{3,80},[ ]nâng[ ](?:tổng[ ])?số",
    ),
    ChangeRule(
        "keep-share",
        r"K[ALW]*W[ALW]*$|K[ALWC]*C[AW]*L[AL]*$",
        ("Duy trì tỷ lệ học sinh hoàn thành cấp học đạt <target value=99 unit='%' change=keep>99%</target>.",),
        change="keep",
        of="percent",
    ),
    ChangeRule(
        "level-after-change",
        r"[IDR][AW]*L[ALW]*$",
        (
            "Giảm tỷ lệ hộ cận nghèo xuống còn <target value=4 unit='%' change=reach>4%</target>.",
            "Tăng số câu lạc bộ lên <target value=12 unit='câu lạc bộ' change=reach>12 câu lạc bộ</target>.",
        ),
        change="reach",
    ),
    ChangeRule(
        "decrease",
        r"D[A]*$",
        ("Giảm <target value=3 unit=vụ change=decrease>3 vụ</target> vi phạm so với năm trước.",),
        change="decrease",
    ),
    ChangeRule(
        "increase",
        r"I[A]*$",
        ("Phấn đấu có thêm <target value=2 unit=thôn change=increase>02 thôn</target> đạt chuẩn văn hóa.",),
        change="increase",
    ),
    ChangeRule(
        "decrease-share",
        r"D[AW]*$",
        ("Giảm số vụ bạo lực gia đình <target value=10 unit='%' change=decrease>10%</target>.",),
        change="decrease",
        of="percent",
    ),
    ChangeRule(
        "increase-share",
        r"I[AW]*$",
        ("Tăng số người tham gia bảo hiểm <target value=5 unit='%' change=increase>5%</target>.",),
        change="increase",
        of="percent",
    ),
    ChangeRule(
        "raise",
        r"R[AWL]*$",
        ("Nâng tỷ lệ đô thị hóa đạt <target value=40 unit='%' change=reach>40%</target>.",),
        change="reach",
    ),
    ChangeRule(
        "complete",
        r"C[A]*$",
        ("Hoàn thành <target value=3 unit='tiêu chí' change=increase>3 tiêu chí</target> còn lại.",),
        change="increase",
        of="count",
        units=QUALIFYING,
    ),
    ChangeRule(
        "complete-work",
        r"C[A]*$",
        ("Hoàn thành <target value=6 unit='công trình' change=do>06 công trình</target> thủy lợi.",),
        change="do",
        of="count",
    ),
    ChangeRule(
        "complete-share",
        r"C[A]*$",
        ("Hoàn thành <target value=100 unit='%' change=reach>100%</target> kế hoạch thu quỹ.",),
        change="reach",
    ),
    ChangeRule(
        "work",
        r"W[A]*$",
        (
            "Tổ chức <target value=5 unit=lớp change=do>05 lớp</target> bồi dưỡng cho <target value=150 unit='cán "
            "bộ' change=do>150 cán bộ"
            "</target>.",
            "Đầu tư nâng cấp <target value=5.2 unit=km change=do indicator='nâng cấp đường bản'>5,2 km</target> đường "
            "bản; xây <target value=40 unit='nhà tiêu' change=do>40 nhà tiêu</target> hợp vệ sinh.",
            "I. CHỈ TIÊU\n- Bồi dưỡng tổ trưởng tổ dân phố <target value=600000 unit='đồng/người/tháng' "
            "change=reach>600.000 đồng/người/tháng</target>.",
            "I. CHỈ TIÊU\n- Đơn thư được giải quyết trong thời hạn <target value=20 unit='ngày' comparator=le "
            "change=reach>không quá 20 ngày</target>.",
            "I. CHỈ TIÊU NĂM 2025\nTT\tNội dung\tMức phấn đấu\n1\tLắp camera an ninh\t<target value=12 unit=điểm "
            "change=do>12 điểm</target>\n2\tHộ có hố rác\t<target value=90 unit='%' change=reach>90%</target>\n",
        ),
        change="do",
        of="number",
    ),
    ChangeRule(
        "work-share",
        r"W[A]*$",
        ("Kiểm tra <target value=100 unit='%' change=reach>100%</target> cơ sở kinh doanh thực phẩm.",),
        change="reach",
        of="percent",
    ),
    ChangeRule(
        "level",
        r"L[A]*$",
        (
            "Tỷ lệ hồ sơ đúng hạn đạt <target value=98 comparator=ge unit='%' change=reach>từ 98% trở lên</target>.",
            "Số dược sĩ đạt <target value=3 unit='dược sĩ/10.000 dân' change=reach>3 dược sĩ/10.000 dân</target>. Tỷ "
            "lệ phụ nữ từ 30 tuổi trở lên được sàng lọc đạt <target value=40 unit='%' change=reach>40%</target>.",
            "I. CHỈ TIÊU\n- Lao động đã qua đào tạo có thu nhập bình quân <target value=9 "
            "unit='triệu đồng/người/tháng' change=reach>9 triệu đồng/người/tháng</target>.",
        ),
        change="reach",
    ),
    ChangeRule(
        "aim",
        r"A$",
        ("Phấn đấu <target value=90 unit='%' change=reach>90%</target> hộ dân phân loại rác tại nguồn.",),
        change="reach",
    ),
    ChangeRule(
        "keep-behind",
        r"^$",
        ("I. MỤC TIÊU\n<target value=4 unit=thôn change=keep>04 thôn</target> kiểu mẫu tiếp tục nâng cao chất lượng.",),
        change="keep",
        of="count",
        behind=r"[^.;,\n]{0,80}?(?:tiếp[ ]tục|duy[ ]trì|giữ[ ]vững)[ ]",
    ),
    ChangeRule(
        "complete-behind",
        r"^$",
        (
            "I. MỤC TIÊU\n<target value=6 unit=thôn change=increase>06 thôn</target> còn lại phải hoàn thành các "
            "tiêu chí.",
        ),
        change="increase",
        of="count",
        behind=r"[^.;,\n]{0,80}?(?:hoàn[ ]thiện|hoàn[ ]thành|đạt)[ ]",
    ),
    ChangeRule(
        "bare",
        r"^$",
        ("I. CHỈ TIÊU\n- <target value=100 unit='%' change=reach>100%</target> trẻ em được khai sinh.",),
        change="reach",
    ),
)

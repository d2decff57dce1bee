"""Rules for times with a unit word: ngày, tháng, quý, năm, giai đoạn. A pattern matches one time after its unit word.

`series` reads what the unit word governs ("Quý II, III"), `bounds` the words before it.
"""

from typing import Literal

from extractor.layers.rule import Rule

Kind = Literal["day", "month", "quarter", "year"]

_Y = r"(?P<year>(?:1[89]|20)\d\d)(?!\d)"
_M = r"(?P<month>0?[1-9]|1[0-2])(?!\d)"
_D = r"(?P<day>0?[1-9]|[12]\d|3[01])(?!\d)"
_OF_YEAR = rf"(?:[ ]?[/.\-–][ ]?{_Y}(?!/|[.,]\d)|[ ]?,?[ ]?(?i:năm)[ ]?{_Y})"
NOT_A_COUNT = r"""(?=[ ]?(?:[,.](?!\d)|[;:)\]”"/\-–—*|…+]|$|[\n\t])
                   |[ ](?:và|hoặc|đến|tới|hằng|hàng|của|này|trở|theo|để|là|tại|do|sau
                         |năm[ ](?:nay|sau|tới|trước))(?!\p{L}))"""
"""What may follow a number that is no count of something: "Tháng 6, 10" but not "Tháng 6, 10 xã"."""

UNIT_WORDS: dict[Kind, str] = {
    "day": r"(?i:ngày)",
    "month": r"(?i:tháng)",
    "quarter": r"(?i:quý)",
    "year": r"(?i:giai[ ]đoạn|nhiệm[ ]kỳ|năm[ ]học|năm)",
}

DAY = Rule(
    id="dates.day",
    source="NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.4 (địa danh và thời gian ban hành)",
    pattern=rf"""
        {_D}[ ]?(?P<sign>[/.\-])[ ]?{_M}[ ]?(?P=sign)[ ]?{_Y}(?!/)
      | {_D}[ ]?/[ ]?{_M}[ ]?/[ ]?(?P<short_year>\d\d)(?![\d/]|[.,]\d)
      | {_D}[ ]?,?[ ]?(?i:tháng)[ ]?{_M}{_OF_YEAR}?+
      | {_D}[ ]?[/.][ ]?{_M}(?![./]?\d|-(?:19|20)\d\d)(?:[ ]?,?[ ](?i:năm)[ ]?{_Y})?+
      | {_D}-{_M}(?![ ]?(?:[/\-–,]|tháng|hằng|hàng)|\.?\d)
      | {_D}(?![/.]\d)""",
    examples=(
        "Sơn Hà, <date value=2023-09-05>ngày 05 tháng 9 năm 2023</date>",
        "Quyết định số 412/QĐ-UBND <date value=2022-05-07>ngày 07/5/2022</date> của UBND huyện",
        "Thông tư số 03/2021/TT-BTC, <date value=2021-02-26>ngày 26.02.2021</date>",
        "Công văn số 88/SYT-NVY <date value=2021-04-09>ngày 09-4-2021</date>",
        "period=2024 :: gửi về Phòng Tư pháp trước <date value=2024-06-15 bound=before>ngày 15/6</date> để tổng hợp.",
        "period=2024 :: báo cáo chậm nhất <date value=2024-11-20 bound=by>ngày 20 tháng 11</date>.",
        "period=2024 :: từ <date value=2024-03-15 bound=from>ngày 15</date> đến "
        "<date value=2024-03-20 bound=by>ngày 20 tháng 3 năm 2024</date>",
        "từ <date value=2025-05-01/2025-06-30 bound=on>ngày 01/5 đến 30/6/2025</date>",
        "period=2024 :: <date value=2024-03-01/2024-06-30>ngày 01/3-30/6</date>",
        "tổ chức trong <date value=2025-04-15/2025-04-16 bound=within>ngày 15-16/4/2025</date>",
        "bắt đầu <date value=2025-02-10 bound=from>ngày 10/02/2025</date>, kết thúc "
        "<date value=2025-02-28 bound=by>ngày 28/02/2025</date>",
        "các <date value=2025-04-15>ngày 15</date>, <date value=2025-04-16>16</date> và "
        "<date value=2025-04-18>18/4/2025</date>",
        "nộp trước <date value=XXXX-XX-25 bound=before>ngày 25</date> hằng tháng",
        "period=2024 :: kỷ niệm <date value=2024-12-22>ngày 22-12</date>",
        "period=2024 :: mở lớp <date value=2024-03-03/2024-03-05>ngày 3-5/3</date>",
        "từ <date value=2024-03-05/2024-04-15 bound=on>ngày 05 tháng 3 đến 15 tháng 4 năm 2024</date>",
        "mỗi ngày 2 buổi, ngày 01 lần; trong 15 ngày; sau 30 ngày làm việc",
        "chậm nhất 70 ngày\n<date value=2026-01-04>04/01/2026</date>",
        "giỗ Tổ ngày 10/3 âm lịch",
        "period=2021/2025 :: báo cáo trước <date value=XXXX-12-10 bound=before>ngày 10/12</date> hằng năm",
    ),
)
MONTH = Rule(
    id="dates.month",
    pattern=rf"{_M}{_OF_YEAR}|{_M}(?![/.]\d)",
    examples=(
        "xong trong <date value=2025-10 bound=within>tháng 10/2025</date>",
        "trước <date value=2022-10-30 bound=before>ngày 30 tháng l0 năm 2022</date>",
        "<date value=2023-11>tháng 1l/2O23</date>",
        "vào <date value=2025-09 bound=within>tháng 9 năm 2025</date>",
        "period=2022 :: <date value=2022-06>Tháng 6</date>, <date value=2022-10>10</date>",
        "period=2022 :: UBND xã\t<date value=2022-06>Tháng 6</date>,<date value=2022-12>12</date>",
        "period=2022 :: Tổ chức hội nghị trong <date value=2022-06 bound=within>tháng 6</date>, 10 xã tham gia",
        "period=2022 :: <date value=2022-06>Tháng 6</date> và <date value=2022-12>tháng 12</date>",
        "period=2022 :: <date value=2022-09>Tháng 9</date>, <date value=2022-10>10</date> năm nay; "
        "<date value=2022-02/2022-03>tháng 2-3</date> sau Tết",
        "period=2022 :: <date value=2022-03/2022-07>Tháng 3-7</date>",
        "từ <date value=2023-03 bound=from>tháng 3</date> đến <date value=2023-07 bound=by>tháng 7 năm 2023</date>",
        "từ <date value=2023-10 bound=from>tháng 10</date> đến <date value=2024-03 bound=by>tháng 3 năm 2024</date>",
        "<date value=2024-09/2025-05>tháng 9/2024 - 5/2025</date>",
        "<date value=2024-06/2024-09>tháng 6/2024-9/2024</date>",
        "trong 6 tháng, 03 tháng một lần; Tháng Thanh niên; hằng tháng",
        "period=2024 :: xong trước <date value=2025-01 bound=before>tháng 01</date> năm sau",
        "<date value=XXXX-11>tháng 11</date> hằng năm",
    ),
)
QUARTER = Rule(
    id="dates.quarter",
    pattern=rf"(?P<quarter>IV|I{{1,3}}|0?[1-4])(?![\p{{L}}\d]){_OF_YEAR}?+",
    examples=(
        "period=2024 :: kiểm tra mỗi quý 01 lần, mỗi tháng 02 buổi; họp hằng quý 1 lần",
        "period=2021/2025 :: <date value=2023>Năm 2023</date>: trong <date value=2023-34 bound=within>quý II</date>",
        "hoàn thành trong <date value=2024-34 bound=within>quý II năm 2024</date>",
        "<date value=2024-35>Quý III/2024</date>",
        "xong <date value=2025-36>quý 4 năm 2025</date>; <date value=2025-34>quý 2/2025</date>",
        "period=2023 :: <date value=2023-34>Quý II</date>, <date value=2023-35>III</date>, "
        "<date value=2023-36>IV</date>",
        "period=2023 :: <date value=2023-33>Quý I</date>\tSở Y tế",
        "period=2023 :: trong <date value=2023-34 bound=within>quý II</date>, 3 lớp tập huấn",
        "<date value=2024-33/2024-35>quý I - III/2024</date>",
        "trong <date value=2025-33 bound=within>quý I/2025</date>; <date value=2025-34 bound=on>quý II/2025</date> họp",
        "báo cáo hằng quý; quý phụ huynh",
    ),
)
YEAR = Rule(
    id="dates.year",
    pattern=rf"{_Y}(?!/\d(?!\d{{3}}(?![\d/]))|\.\d|,\d{{1,3}}(?!\d))",
    examples=(
        "kế hoạch <date value=2025>năm 2025</date>",
        "KẾ HOẠCH CHUYỂN ĐỔI SỐ <date value=2023>NĂM 2023</date>",
        "về đích <date value=2021>năm 2021</date>, <date value=2022>2022</date>;",
        "<date value=2021>năm 2021</date>,<date value=2022>2022</date>\tUBND xã",
        "trong <date value=2025 bound=within>năm 2025</date>, 2000 hộ được vay vốn",
        "các <date value=2020/2021>năm 2020-2021</date>",
        "<date value=2026 bound=from>Năm 2026</date> và các năm tiếp theo",
        "từ <date value=2026 bound=from>năm 2026</date> trở đi",
        "đến <date value=2030 bound=by>năm 2030</date> hộ nghèo còn 1%; <date value=2025>năm 2025</date> xã về đích",
        "đến cuối <date value=2025 bound=by>năm 2025</date>; cuối <date value=2025 bound=end>năm 2025</date>",
        "đầu <date value=2025 bound=early>năm 2025</date>; sau <date value=2030 bound=after>năm 2030</date>",
        "hết <date value=2025 bound=by>năm 2025</date>",
        "kế hoạch 5 năm <date value=2021/2025>2021 - 2025</date>",
        "trong hai <date value=2020 bound=within>năm 2020</date>, <date value=2021 bound=within>2021</date>",
        "Kết thúc <date value=2022/2023 bound=on>năm học 2022 - 2023</date>",
        "trong 5 năm, hằng năm, mỗi năm 2000 lượt khách, năm 01 lần, trong năm",
        "Luật Thư viện <date value=2019>năm 2019</date>",
        "<date value=2024/2025>năm học 2024-2025</date>",
    ),
)
PERIOD = Rule(
    id="dates.period",
    pattern=YEAR.pattern,
    examples=(
        "<date value=2021/2025>giai đoạn 2021-2025</date> và <date value=2026/2030>giai đoạn 2026 - 2030</date>",
        "<date value=2021/2025>Giai đoạn 2021 -2025</date>",
        "<date value=2025/2030>nhiệm kỳ 2025-2030</date>",
        "<date value=2021/2030>thời kỳ 2021 – 2030</date>",
        "giai đoạn đến <date value=2030 bound=by>năm 2030</date>",
        "trong <date value=2021/2025 bound=within>giai đoạn 2021 đến 2025</date>",
        "giai đoạn 1: <date value=2021/2023>2021-2023</date>",
    ),
)
_BLANK = r"[ .…_]*+"
BLANK_DAY = Rule(
    id="dates.blank-day",
    source="NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.4",
    pattern=rf"""(?i:ngày){_BLANK}(?:
        (?P<day>\d{{1,2}})?{_BLANK}/{_BLANK}(?P<month>\d{{1,2}})?{_BLANK}/{_BLANK}{_Y}(?!/)
      | (?P<day>\d{{1,2}})?{_BLANK}(?i:tháng){_BLANK}(?P<month>\d{{1,2}})?{_BLANK},?[ ]?(?i:năm){_BLANK}
        (?:{_Y}|(?P<decade>20\d?)(?!\d))
      )""",
    examples=(
        "Phú Lâm, <date value=2024-03-XX>ngày..... tháng 03 năm 2024</date>",
        "An Bình, <date value=2023-XX-XX>ngày tháng năm 2023</date>",
        "(Kèm theo Kế hoạch số /KH-UBND <date value=2021-02-XX>ngày /02/2021</date> của UBND xã)",
        "Nghị quyết số …/NQ-HĐND <date value=2025-XX-XX>ngày …/…/2025</date>",
        "<date value=2025-XX-15>ngày 15 tháng … năm 2025</date>",
        "Sơn Tây, <date value=202X-XX-XX>ngày tháng năm 202</date>…",
        "<date value=20XX-XX-XX>ngày…tháng…năm 20</date>..",
    ),
)
ITEMS: dict[Kind, Rule] = {"day": DAY, "month": MONTH, "quarter": QUARTER, "year": YEAR}
UNIT_RULES = (*ITEMS.values(), PERIOD, BLANK_DAY)

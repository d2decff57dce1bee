"""Rules for times without a unit word: dates in digits, anniversaries, half-years, spans of years."""

import regex

from extractor.layers.rule import Rule

_Y = r"(?:1[89]|20)\d\d(?!\d)"
_M = r"(?:0?[1-9]|1[0-2])(?!\d)"
_D = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)"
FULL_DAY = Rule(
    id="dates.bare-day",
    pattern=rf"""(?:{_D}(?:[ ]?[/.][ ]?{_M})?(?:[ ]?[-–][ ]?|[ ]đến[ ]|[ ]và[ ]|,[ ]?))?
        {_D}(?:[ ]?/[ ]?{_M}[ ]?/[ ]?|\.{_M}\.|-{_M}-|[ ]tháng[ ]{_M}[ ]năm[ ]){_Y}(?!/|[.,]\d|-?\p{{L}})""",
    examples=(
        "(QĐ số 12/QĐ-UBND <date value=2022-12-26>26/12/2022</date>)",
        "từ <date value=2025-05-01/2025-06-30 bound=on>01/5/2025 đến 30/6/2025</date>",
        "Đợt 1 (<date value=2024-03-15/2024-03-20>15 - 20/3/2024</date>)",
        "Hòa An, <date value=2021-03-08>08 tháng 3 năm 2021</date>",
        "Kỳ họp thứ 10 <date value=2024-12>tháng 12 năm 2024</date>; đợt 2 <date value=2024-03>tháng 3 năm 2024</date>",
        "Số 12/3/2024/BC; tỷ lệ 12/15; mã 1.2.2024.5",
        "kỷ niệm (<date value=1890-05-19/2025-05-19>19/5/1890 - 19/5/2025</date>)",
    ),
)
SHORT_DAY = Rule(
    id="dates.short-day",
    pattern=rf"""(?P<first>{_D}[ ]?[-–][ ]?)?(?P<day>{_D})/{_M}(?![/.,]?\d)
        (?=[ ]?(?:[,.;:)”"\-–—|]|$|[\n\t])|[ ](?:và|hoặc|hằng|hàng|đến|tới|năm|của|để)(?!\p{{L}})|[ ]\()
        (?P<span>[ ]?[-–][ ]?{_D}/{_M}(?=[ ]?(?:[,.;:)”"|]|$|[\n\t])))?""",
    examples=(
        "period=2024 :: chào mừng Quốc khánh <date value=2024-09-02>2/9</date>.",
        "period=2024 :: dịp lễ <date value=2024-04-30/2024-05-01>30/4 - 01/5</date>",
        "period=2024 :: Ngày Thương binh - Liệt sĩ (<date value=2024-07-27>27/7</date>)",
        "period=2024 :: gửi báo cáo trước <date value=2024-11-15 bound=before>15/11</date>.",
        "trực 24/7; có 10/17 xã; đạt 7/11, chiếm 63%; từ 5/7 xã lên 7/7 xã; số tiêu chí đạt 15/17; hoạt động 24/7; "
        "đạt mức 5-7/9.",
        "period=2024 :: chiến dịch đợt I (<date value=2024-06-01/2024-06-02>01-02/6</date>); khai giảng "
        "<date value=2024-09-05>5/9</date>.",
        "period=2024 :: Từ <date value=2024-03-01/2024-06-30 bound=on>01/3-30/6</date>",
        "period=2024 :: đợt cao điểm (<date value=2024-04-01/2024-05-31>01/4 - 31/5</date>)",
        "period=2024 :: tổng hợp đến <date value=2024-11-30 bound=by>30/11</date>, công khai",
        "period=2024 :: báo cáo trước <date value=2024-06-05 bound=before>ngày 05/6</date> (6 tháng) và "
        "<date value=2024-12-05>05/12</date> (năm)",
    ),
)
FULL_MONTH = Rule(
    id="dates.bare-month",
    pattern=rf"(?:{_M}(?:/{_Y})?(?:[ ]?[-–][ ]?|[ ]đến[ ]))?(?!1/2000){_M}/{_Y}(?!/|[.,]\d|-?\p{{L}})",
    examples=(
        "bản đồ tỷ lệ 1/2000; <date value=2024-06/2024-09>6/2024-9/2024</date>",
        "Thời gian: <date value=2024-10>10/2024</date>",
        "từ <date value=2024-10/2024-12 bound=on>10/2024 đến 12/2024</date>",
        "<date value=2024-10/2024-12>10-12/2024</date>",
        "Luật số 31/2024/QH15; Thông tư 10/2024/TT-BYT; đợt 1/2024; Nghị định số 10/2024; "
        "NĐ 10/2024; Thông tư liên tịch 10/2014",
    ),
)
SHORT_UNIT = Rule(
    id="dates.short-unit",
    pattern=rf"(?:T\.?[ ]?(?P<month>0?[1-9]|1[0-2])|Q\.?[ ]?(?P<quarter>[1-4]))/(?P<year>{_Y})(?!/|-?\p{{L}})",
    examples=(
        "<date value=2025-10>T10/2025</date>; trong <date value=2025-35 bound=within>Q3/2025</date>",
        "xe BKT10/2025; QT3/2025",
    ),
)
YEARS = Rule(
    id="dates.years",
    pattern=rf"{_Y}(?:[ ]?[-–—][ ]?|/){_Y}(?![/\d]|-?\p{{L}})",
    examples=(
        "kế hoạch trung hạn <date value=2021/2025>2021-2025</date>",
        "trong 03 năm (<date value=2022/2024>2022 – 2024</date>)",
        "niên vụ <date value=2023/2024>2023/2024</date>",
        "TCVN 2004-2001; số 2020-2021/QĐ",
    ),
)
YEAR_LIST = Rule(
    id="dates.year-list",
    pattern=rf"(?:{_Y},[ ]?{_Y}|{_Y}[ ]và[ ]{_Y})",
    examples=(
        "3 năm liên tục (<date value=2021>2021</date>, <date value=2022>2022</date>, <date value=2023>2023</date>)",
        "cấp 2015 và 2000 cây giống",
    ),
)
YEAR_CELL = Rule(
    id="dates.year-cell",
    pattern=r"""(?<![^\t\n])(?P<first>20[0-5]\d)(?=[\t\n](?P<next>20[0-5]\d)(?:[\t\n]|$))
              | (?<=(?<![^\t\n])(?P<first>20[0-5]\d)[\t\n])(?P<next>20[0-5]\d)(?=[\t\n]|$)
              | (?<=\()(?:19|20)\d\d(?=\))
              | (?<=[\t\n](?i:hiện[ ]trạng|(?:ước[ ])?thực[ ]hiện|kết[ ]quả|chỉ[ ]tiêu|mục[ ]tiêu|TH|KH)[ ])
                20\d\d(?=[\t\n])""",
    examples=(
        "Chỉ tiêu\t<date value=2021>2021</date>\t<date value=2022>2022</date>\t<date value=2023>2023</date>\n"
        "Số hộ\t2021\t2020\t17\nSố ca\t8\t9\t10",
        "Chỉ số cải cách hành chính (<date value=2023>2023</date>)",
        "TT\tChỉ tiêu\tHiện trạng <date value=2022>2022</date>\tMục tiêu <date value=2025>2025</date>\n"
        "1\tKết quả 2024 hộ\t3\t4",
    ),
)
CUED_YEAR = Rule(
    id="dates.cued-year",
    pattern=rf"{_Y}(?![/\d]|[.,\-]\d|-?\p{{L}})",
    examples=(
        "tầm nhìn <date value=2045>2045</date>",
        "định hướng đến <date value=2030 bound=by>2030</date>.",
        "Luật Đất đai <date value=2024>2024</date>; Bộ luật Lao động (sửa đổi <date value=2019>2019</date>)",
        "mừng Xuân Ất Tỵ <date value=2025>2025</date>; xây dựng kế hoạch <date value=2027>2027</date>",
        "vụ Đông Xuân <date value=2023/2024>2023-2024</date>",
        "đến 2030 hộ; xã 2045; (2000 cây); số 2023/2024/QĐ",
    ),
)
HALF_YEAR = Rule(
    id="dates.half-year",
    pattern=rf"""(?:(?:0?6|(?i:sáu))[ ](?i:tháng)|(?i:nửa))[ ](?i:(?P<half>đầu|cuối))(?:[ ](?:của[ ])?(?i:năm)
        (?:[ ](?P<year>{_Y}))?|[ ](?P<year>{_Y}))""",
    examples=(
        "sơ kết <date value=2024-40>6 tháng đầu năm 2024</date>",
        "period=2024 :: trong <date value=2024-41 bound=within>06 tháng cuối năm</date>",
        "6 tháng đầu, cả năm; kết quả <date value=2025-41>6 tháng cuối 2025</date>",
        "<date value=2024-40>Sáu tháng đầu năm 2024</date>; kết quả <date value=2025-41>sáu tháng cuối năm 2025</date>",
        "period=2019 :: tình hình <date value=2018-40>6 tháng đầu năm</date>, ước thực hiện cả <date value=2018>năm "
        "2018</date>; giao ban <date value=2019-41>6 tháng cuối năm</date>, cả năm",
        "nửa đầu <date value=2025 bound=early>năm 2025</date>",
        "báo cáo định kỳ 6 tháng, 16 tháng",
    ),
)

NUMBERED = regex.compile(
    r"(?<!\p{L})(?:số|đợt|kỳ|lần|khóa|phiên|thứ|tuần|nghị[ ]định|thông[ ]tư|liên[ ]tịch|quyết[ ]định|nghị[ ]quyết|luật"
    r"|chỉ[ ]thị|NĐ|TT|TTLT|QĐ|NQ|CT|HD|KH|TB|CV|BC|mẫu|biểu)[ ]",
    regex.IGNORECASE | regex.REVERSE,
)
"""What makes "10/2024" a number of that year."""
DAY_CUE = regex.compile(
    r"""(?<!\p{L})(?:
        (?:trước|từ|kể[ ]từ|(?:chậm|muộn)[ ]nhất(?:[ ](?:là|vào|đến|trong))?|đến[ ]hết|đến[ ]trước|hạn|dịp|lễ|tết
          |khai[ ]giảng|khai[ ]mạc|bế[ ]giảng|bế[ ]mạc|tựu[ ]trường)[ ]
      | (?:dịp|lễ|tết|kỷ[ ]niệm|quốc[ ]khánh|mừng|thành[ ]lập|truyền[ ]thống|quốc[ ]tế|chiến[ ]thắng
          |giải[ ]phóng|ngày)[ ][^.;\n\t\d]{0,60}\(?
      )""",
    regex.VERBOSE | regex.IGNORECASE | regex.REVERSE,
)
"""Words before which "15/11" is a day."""
LATE_DAY_CUE = regex.compile(
    r"(?:(?<!\p{L})(?:đến|tới|vào|hết|và|hoặc)[ ]|[(;:][ ]?)", regex.IGNORECASE | regex.REVERSE
)
"""Words before which "15/11" is a day when it can't be a part of a whole."""
YEAR_CUE = regex.compile(
    r"""(?<!\p{L})(?:
        (?:tầm[ ]nhìn|định[ ]hướng|đến|hết|cuối|đầu|từ|trước|sau|vụ|mùa|hè|tết|hiến[ ]pháp|index|pci|papi|sipas|dti|ddci
          |thpt|thcs|phổ[ ]thông|kỳ[ ]thi|kế[ ]hoạch|công[ ]tác|dự[ ]toán|sửa[ ]đổi|bổ[ ]sung|xuân)[ ]
      | (?:luật|hiến[ ]pháp|pháp[ ]lệnh|tết|vụ|mùa|xuân)[ ][^.;,\n\t\d()]{1,60}[ ]
      )""",
    regex.VERBOSE | regex.IGNORECASE | regex.REVERSE,
)
"""Words before which a number of four digits is a year."""
BARE_RULES = (FULL_DAY, SHORT_DAY, FULL_MONTH, SHORT_UNIT, YEARS, YEAR_LIST, YEAR_CELL, CUED_YEAR, HALF_YEAR)

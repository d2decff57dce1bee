"""Rules of the layer `funding`: an amount of money, the source named before or after it, its share."""

from extractor.layers.numbers import NUMBER, NUMBER_END, NUMBER_START
from extractor.layers.rule import Rule

UNIT = r"""(?:(?i:nghìn|ngàn|triệu|tỷ|tỉ)(?!\p{L})(?:[ ](?:đồng|VNĐ|VND|đ)(?!\p{L}))?+|tr\.?[ ]?đ(?:ồng)?(?!\p{L})
    |(?i:đồng)(?!\p{L})|đ(?!\p{L})|VNĐ|VND)"""
"""Source of a pattern for a unit of money."""

MONEY = rf"""{NUMBER_START}(?P<amount>{NUMBER}){NUMBER_END}[ ]?(?P<unit>{UNIT})
    (?![ ]?/(?![ ]?năm\b)|[ ](?:lệ|trọng|suất|USD|lượt|người|con|cây|hộ)\b)"""
"""Source of a pattern for an amount of money that is no rate ("triệu đồng/hộ")."""

SOURCE_WORDS = r"""(?:(?i:(?:các[ ])?nguồn|vốn|ngân[ ]sách|kinh[ ]phí|huy[ ]động|xã[ ]hội[ ]hóa|đóng[ ]góp|nhân[ ]dân
    |người[ ]dân|doanh[ ]nghiệp|tín[ ]dụng|quỹ|đối[ ]ứng|lồng[ ]ghép|tài[ ]trợ|viện[ ]trợ|trung[ ]ương|địa[ ]phương
    |cộng[ ]đồng|trái[ ]phiếu|dự[ ]toán|dự[ ]kiến[ ]kinh[ ]phí|nhu[ ]cầu|khác)(?!\p{L})
    |NS(?:NN|TW|ĐP|T|H|X)(?!\p{L})|ODA|XHH)"""
"""Words that a source of money begins with."""

TOTAL = Rule(
    id="funding.total",
    pattern=r"(?i:tổng(?:[ ]cộng)?)(?!\p{L}|[ ](?:kết|hợp|thể|quan|cục|công|đội|thầu|diện|đàn|rà)(?!\p{L}))",
    examples=(
        "VI. KINH PHÍ\n\n<funding source=Tổng amount=1250 unit='triệu đồng' vnd=1250000000>Tổng kinh phí thực hiện "
        "Đề án là 1.250 triệu đồng</funding>.",
        "<funding source=Tổng amount=46.5 unit='tỷ đồng' vnd=46500000000>Tổng nhu cầu vốn giai đoạn 2021 - 2025 khoảng "
        "46,5 tỷ đồng</funding>, bao gồm:",
        "IV. KINH PHÍ THỰC HIỆN\n\n<funding source=Tổng amount=350000000 unit=đồng vnd=350000000>Kinh phí thực hiện "
        "Kế hoạch: 350.000.000 đồng</funding> (Ba trăm năm mươi triệu đồng).",
        "<funding source=Tổng vnd=88000000>Tổng dự toán: 88.000.000đ</funding> (Bằng chữ: Tám mươi tám triệu đồng).",
        "Tổng thu ngân sách trên địa bàn đạt 1.200 tỷ đồng; tổng vốn đầu tư toàn xã hội đạt 9.500 tỷ đồng",
        "V. KINH PHÍ\n\n- Hội nghị tổng kết: 10.000.000 đồng",
        "Tổng giá trị sản xuất nông nghiệp đạt 2.350 tỷ đồng; tổng dư nợ 120 tỷ đồng",
    ),
)
SOURCE = Rule(
    id="funding.source",
    pattern=SOURCE_WORDS,
    examples=(
        "III. NGUỒN VỐN\n\n- <funding source='Ngân sách trung ương' amount=12.4 unit='tỷ đồng' vnd=12400000000 "
        "percent=45>Ngân sách trung ương: 12,4 tỷ đồng (chiếm 45%</funding>);\n\n- <funding source='Vốn tín dụng' "
        "vnd=9000000000 percent=32.7>Vốn tín dụng 9.000 triệu đồng, chiếm 32,7%</funding>.",
        "<funding source=Tổng vnd=800000000>Tổng kinh phí: 800 triệu đồng</funding>, trong đó: <funding "
        "source='ngân sách tỉnh' vnd=500000000>ngân sách tỉnh 500 triệu đồng</funding>, <funding "
        "source='ngân sách huyện' vnd=200000000>ngân sách huyện 200 triệu đồng</funding> và <funding "
        "source='nguồn xã hội hóa' vnd=100000000>nguồn xã hội hóa 100 triệu đồng</funding>.",
        "V. KINH PHÍ\n\nNguồn kinh phí: <funding source='Ngân sách xã' vnd=25000000>Ngân sách xã 25 triệu đồng"
        "</funding>.",
        "<funding source='Kinh phí giai đoạn 2021-2025' amount=25.5 vnd=25500000000>Kinh phí giai đoạn 2021-2025: 25 "
        "tỷ 500 triệu đồng</funding>; <funding source='Đối ứng ngân sách huyện' vnd=320000000>Đối ứng ngân sách huyện: "
        "320 triệu đồng</funding>",
        "<funding source=Tổng vnd=950000000>Tổng kinh phí 950 triệu đồng</funding>; trong đó <funding "
        "source='ngân sách tỉnh hỗ trợ' vnd=570000000 percent=60>ngân sách tỉnh hỗ trợ 60% (570 triệu đồng</funding>)",
        "Kinh phí thực hiện: <funding source=Tổng vnd=950000000>Tổng số 950 triệu đồng</funding>",
        "Sửa chữa phòng học từ <funding source='nguồn ngân sách huyện' vnd=14600000000>nguồn ngân sách huyện 14,6 tỷ "
        "đồng</funding>.",
        "Kinh phí hỗ trợ giống: <funding source='ngân sách huyện' vnd=2350000000>ngân sách huyện 2,35 tỷ đồng</funding>"
        "; <funding source='ngân sách xã' vnd=850000000>ngân sách xã 850 triệu đồng</funding>, <funding "
        "source='Quỹ hỗ trợ nông dân' vnd=120000000>Quỹ hỗ trợ nông dân 120 triệu đồng</funding>.",
        "VI. KINH PHÍ\n\n<funding source='Vốn đầu tư công' vnd=2000000000 percent=50>Vốn đầu tư công 2 tỷ đồng (chiếm "
        "50%</funding>) và <funding source='huy động khác' vnd=2000000000 percent=50>huy động khác 2 tỷ đồng (chiếm "
        "50%</funding>).",
        "V. KINH PHÍ\n\n<funding source=Tổng vnd=900000000>Tổng nhu cầu: 900 triệu đồng</funding>, gồm: <funding "
        "source='thu từ phí tham quan' vnd=500000000>thu từ phí tham quan 500 triệu đồng</funding>; <funding source="
        "'ngân sách xã' vnd=400000000>ngân sách xã 400 triệu đồng</funding>.",
        "V. KINH PHÍ\n\n<funding source=Tổng vnd=90000000>Tổng kinh phí: 90 triệu đồng</funding>, gồm: tập huấn 60 "
        "triệu đồng; in tài liệu 30 triệu đồng.",
        "VII. KINH PHÍ\n\n<funding source='Ngân sách phường' vnd=300000000>Ngân sách phường 300 triệu</funding>; "
        "<funding source='Hội Nông dân đối ứng' vnd=50000000>Hội Nông dân đối ứng 50 triệu</funding>; các <funding "
        "source='hội viên góp' vnd=20000000>hội viên góp 20 triệu</funding>.",
        "V. KINH PHÍ\n\nKinh phí thực hiện do <funding source='ngân sách huyện' vnd=72000000>ngân sách huyện bảo đảm "
        "72 triệu đồng</funding>; <funding source='ngân sách xã' vnd=30000000>ngân sách xã 30 triệu đồng</funding>.",
        "V. KINH PHÍ\n\n<funding source=Tổng vnd=500000000>Tổng kinh phí 500 triệu đồng</funding>, gồm <funding "
        "source='ngân sách xã' vnd=300000000>ngân sách xã 300 triệu đồng</funding>, các <funding "
        "source='tổ chức, cá nhân ủng hộ' vnd=200000000>tổ chức, cá nhân ủng hộ 200 triệu đồng</funding>.",
        "V. KINH PHÍ\n\n<funding source=Tổng vnd=800000000>Tổng kinh phí 800 triệu đồng</funding>, trong đó: <funding "
        "source='ngân sách xã' vnd=600000000 percent=75>ngân sách xã 600 triệu đồng (75%</funding>), <funding source="
        "'người nuôi đóng góp' vnd=200000000 percent=25>người nuôi đóng góp 200 triệu đồng (25%</funding>).",
        "hỗ trợ 50 triệu đồng/mô hình; thu nhập bình quân 62 triệu đồng/người/năm; phạt 5 triệu đồng",
        "Ngân sách tỉnh hỗ trợ xây nhà cho hộ nghèo mức 50 triệu đồng/hộ",
        "Thu ngân sách đạt 120 tỷ đồng; Quỹ Vì người nghèo vận động đạt 600 triệu đồng",
    ),
)
AFTER = Rule(
    id="funding.after",
    pattern=r"""[ ](?:được[ ])?(?:từ|bằng|do)[ ]
        (?P<source>(?:các[ ])?(?:nguồn|ngân[ ]sách|vốn|kinh[ ]phí|quỹ)[ ]
        (?:(?!(?:để|cho|theo|nhằm|được|và|năm)(?!\p{L}))[^.;:,()\s]++[ ]?+){1,12})""",
    examples=(
        "bố trí <funding source='nguồn sự nghiệp môi trường' vnd=200000000>200 triệu đồng từ nguồn sự nghiệp môi trường"
        "</funding>.",
    ),
)
SHARE = Rule(
    id="funding.share",
    pattern=rf"""[ ]?[,(]?[ ]?(?:(?:chiếm|tương[ ]đương|bằng|đạt)[ ](?:tỷ[ ]lệ[ ]|khoảng[ ])?)?
        (?P<percent>{NUMBER})[ ]?%""",
    examples=(
        "II. CƠ CẤU NGUỒN VỐN\n\n<funding source='Ngân sách trung ương' vnd=null percent=60>Ngân sách trung ương 60%"
        "</funding>, <funding source='ngân sách địa phương' percent=40>ngân sách địa phương 40%</funding>.",
        "tỷ lệ ngân sách chi cho giáo dục đạt 20%",
        "III. KINH PHÍ\n\nNgân sách xã hỗ trợ thêm 15% mức đóng bảo hiểm y tế cho hộ cận nghèo.",
    ),
)
PART = Rule(
    id="funding.part",
    pattern=r"""[^\n]{0,60}(?<!\p{L})(?i:trong[ ]đó|gồm|cụ[ ]thể|như[ ]sau|chia[ ]ra|phân[ ]theo)
        (?:[ ](?:các[ ])?nguồn(?:[ ]vốn)?)?[ ]?:?$""",
    examples=(
        "V. KINH PHÍ\n\n<funding source=Tổng vnd=90000000>Tổng kinh phí: 90 triệu đồng</funding>, trong đó:\n\n"
        "- <funding source='Ngân sách xã' vnd=60000000>Ngân sách xã: 60 triệu đồng</funding>;\n\n"
        "- <funding source='Vận động các mạnh thường quân' vnd=30000000>Vận động các mạnh thường quân: 30 triệu đồng"
        "</funding>.",
        "IV. KINH PHÍ\n\n<funding source=Tổng vnd=5000000000>Tổng nhu cầu vốn 05 tỷ đồng</funding>, bao gồm:\n\n"
        "+ <funding source='Chương trình 135' vnd=3000000000>Chương trình 135: 3 tỷ đồng</funding>\n\n"
        "+ <funding source='Vốn vay ưu đãi' vnd=2000000000>Vốn vay ưu đãi 2 tỷ đồng</funding>",
        # what the money is spent on is no source
        "V. KINH PHÍ\n\n<funding source=Tổng vnd=90000000>Tổng kinh phí: 90 triệu đồng</funding>, gồm:\n\n"
        "- Tập huấn: 60 triệu đồng;\n\n- In tài liệu: 30 triệu đồng.",
        # the list is over where a line gives no amount
        "V. KINH PHÍ\n\n<funding source=Tổng vnd=90000000>Tổng kinh phí: 90 triệu đồng</funding>, gồm:\n\n"
        "- <funding source='Ngân sách xã' vnd=90000000>Ngân sách xã: 90 triệu đồng</funding>.\n\n"
        "Xây dựng chuyên mục phát thanh.\n\nThuê loa, đài: 5 triệu đồng.",
    ),
)
TABLE = Rule(
    id="funding.table",
    pattern=rf"(?:{SOURCE_WORDS}|(?i:tổng|cộng)(?!\p{{L}}))",
    examples=(
        "V. KINH PHÍ\n\nĐVT: triệu đồng\n\nTT\tNguồn vốn\tKinh phí\tTỷ lệ (%)\n"
        "1\t<funding source='Ngân sách tỉnh' amount=600 unit='triệu đồng' vnd=600000000 percent=60>Ngân sách tỉnh\t600"
        "\t60</funding>\n2\t<funding source='Ngân sách xã' vnd=400000000 percent=40>Ngân sách xã\t400\t40</funding>\n"
        "\t<funding source=Tổng vnd=1000000000>Tổng cộng\t1.000</funding>\t",
        "TT\tNội dung\tSố lượng\tThành tiền (đồng)\n1\tIn tờ rơi\t2.000\t8.000.000\n2\tThuê hội trường\t1\t3.000.000\n"
        "\t<funding source=Tổng amount=11000000 unit=đồng vnd=11000000>Tổng cộng\t\t11.000.000</funding>",
        "TT\tDự án\tNSTW (tỷ đồng)\tNSĐP (tỷ đồng)\n1\tĐường xã\t5\t1,5\n2\tTrạm y tế\t4\t1\n"
        "\tTổng số\t<funding source='NSTW' vnd=9000000000>9</funding>\t<funding source='NSĐP' vnd=2500000000>2,5"
        "</funding>",
        "TT\tNguồn\tSố tiền (triệu đồng)\n1\t<funding source='Chương trình mục tiêu quốc gia' vnd=18200000000>"
        "Chương trình mục tiêu quốc gia\t18.200</funding>\n2\t<funding source='Doanh nghiệp đóng góp' vnd=500000000>"
        "Doanh nghiệp đóng góp\t500</funding>",
        "STT\tNội dung\tTổng (tỷ đồng)\tTrong đó\n\t\t\tNgân sách tỉnh\tNgân sách xã\n1\tĐường thôn\t3\t2\t1\n"
        "2\tNhà văn hóa\t1,5\t1\t0,5\n\tTổng cộng\t<funding source=Tổng vnd=4500000000>4,5</funding>\t<funding "
        "source='Ngân sách tỉnh' vnd=3000000000>3</funding>\t<funding source='Ngân sách xã' vnd=1500000000>1,5"
        "</funding>",
        "ĐVT: triệu đồng\n\nSTT\tNội dung\tTổng\tNăm 2024\nI\t<funding source='Ngân sách trung ương' vnd=50000000>Ngân "
        "sách trung ương\t50</funding>\t20\nII\t<funding source='Ngân sách địa phương' vnd=30000000>Ngân sách địa "
        "phương\t30</funding>\t10",
        "TT\tXã\tTổng số hộ\tKinh phí (triệu đồng)\n1\tAn Lạc\t520\t90\n2\tYên Bình\t410\t80\n"
        "\t<funding source=Tổng vnd=170000000>Tổng cộng\t930\t170</funding>",
        "TT\tXã\tThu ngân sách (triệu đồng)\n1\tAn Lạc\t5.200\n2\tYên Bình\t4.100\n\tTổng cộng\t9.300",
        "Chỉ tiêu\tĐơn vị\tNăm 2024\nThu ngân sách\ttỷ đồng\t120\nTổng sản lượng\ttấn\t500",
    ),
)
RULES = (TOTAL, SOURCE, AFTER, SHARE, PART, TABLE)

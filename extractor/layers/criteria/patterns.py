"""Rules for the words that open a criterion (tiêu chí) or an indicator (chỉ tiêu)."""

from extractor.layers.rule import Rule

LABEL = (
    r"(?:[-–—+•●▪◦·*➢✓][ ]*+)*+"
    r"(?:(?:\d{1,2}(?:\.\d{1,2}){0,3}+[.)]*+|[a-zđ]\d?[.)]++|[IVXL]{1,6}[.)]++)[ ]++)?+(?:[-–*][ ]*+)*+"
)
"""What may stand before the opening words: a bullet, the number of the heading, a mark of emphasis."""

_NOT_A_MENTION = r"(?![ ]?(?:[,;&/]|và|đến|hoặc|\+|[-–][ ]?\d)|[.,]\d|\d)"
"""A number that goes on in a list, a range or a longer number names several criteria in passing."""

LETTERED = r"[A-ZĐ]\d{1,2}(?:\.\d{1,2}){0,2}+"
"""A number that opens with the letter of its part: "A1.2" of the criteria of hospital quality."""

NUMBERED_CRITERION = Rule(
    "criterion-numbered",
    rf"{LABEL}(?P<about>(?:Về|Đối[ ]với)[ ])?+(?P<open>[Tt]iêu[ ][Cc]hí|TIÊU[ ]CHÍ)[ ](?:(?:số|SỐ|thứ)[ :]*+)?"
    rf"0?(?P<number>{LETTERED}|\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}+){_NOT_A_MENTION}",
    (
        "- <criterion number=6 name='Cơ sở vật chất văn hóa'>Tiêu chí số 6 về Cơ sở vật chất văn hóa</criterion>: "
        "Cải tạo nhà văn hóa các thôn.",
        "1. <criterion number=9 name='Nhà ở dân cư'>Tiêu chí số 09: Nhà ở dân cư</criterion>",
        "<criterion number=17 name='Môi trường'>Tiêu chí 17 - Môi trường</criterion>: Thu gom rác thải hằng ngày.",
        "a) <criterion number=2 name=null>Tiêu chí 2</criterion>: Tiếp tục duy trì mức thu nhập của xã.",
        "<criterion number=3 name='Giao thông nội thị'>Tiêu chí 3. Giao thông nội thị</criterion>",
        "+ <criterion number=5 name='Trường học'>Tiêu chí số 5 (Trường học)</criterion>: Sửa mái trường tiểu học.",
        "<criterion number=1 name='Hạ tầng số'>TIÊU CHÍ 1: Hạ tầng số</criterion> (30 điểm)",
        "<criterion number=12 name=null>Tiêu chí số 12</criterion>",
        "<criterion number=4 name='Điện'>Tiêu chí số 4: Điện</criterion>. Thay dây dẫn xuống cấp.",
        "Nội dung\tPhụ trách\tThời gian\n<criterion number=1 name='Quy hoạch'>Tiêu chí số 1- Quy "
        "hoạch</criterion>\tPhòng Quản "
        "lý đô thị\tQuý II",
        "- Đối với <criterion number=13 name='Tổ chức sản xuất'>tiêu chí số 13 về Tổ chức sản xuất</criterion>: phát "
        "triển hợp tác xã.",
        "- <criterion number=B3.4 name='Điều kiện làm việc của nhân viên'>Tiêu chí B3.4. Điều kiện làm việc của nhân "
        "viên</criterion>: sửa phòng trực.",
        "<criterion number=C2 name='Hồ sơ bệnh án'>Tiêu chí C2: Hồ sơ bệnh án</criterion>",
        "Tiêu chí A1.1, A1.3 giao Khoa Khám bệnh.",
        "Tiêu chí A đạt mức 4.",
        "Về tiêu chí số 13 xã đã hoàn thành, đề nghị thẩm tra.",
        "Tiêu chí số 17 và 18 giao Phòng Nông nghiệp theo dõi.",
        "Tiêu chí 5, 6 chưa đạt.",
        "Tiêu chí số 7 do Phòng Kinh tế phụ trách.",
        "Phụ trách tiêu chí số 9 và hướng dẫn các thôn.",
        "Tiêu chí số 10 đã đạt chuẩn từ năm trước.",
        "Tiêu chí 100% hộ dùng nước sạch.",
    ),
)

NUMBER_BEHIND = Rule(
    "criterion-number-behind",
    rf"{LABEL}(?P<open>(?P<name>\p{{Lu}}[^().;:\n\t\d]{{1,70}}?)"
    r"[ ]\((?:[Tt]iêu[ ]chí|TC)[ ](?:số[ ])?0?(?P<number>\d{1,2})\))",
    (
        "- <criterion number=2 name='Giao thông'>Giao thông (tiêu chí số 2)</criterion>: cứng hóa 15 km đường thôn.",
        "a) <criterion number=17 name='Môi trường và an toàn thực phẩm'>Môi trường và an toàn thực phẩm (tiêu chí 17)"
        "</criterion>: xây 02 lò đốt rác.",
        "Hoàn thành đường trục thôn (tiêu chí số 2) trong quý II.",
        "- Phòng Kinh tế theo dõi giao thông (tiêu chí số 2), thủy lợi (tiêu chí số 3).",
    ),
)

NAMED_CRITERION = Rule(
    "criterion-named",
    rf"{LABEL}(?P<open>[Tt]iêu[ ][Cc]hí|TIÊU[ ]CHÍ)[ ](?:về[ ])?(?P<name>[^\d:;.\t\n(]{{2,90}}+)",
    (
        "Xây dựng nông thôn mới.\n<criterion number=1 name='quy hoạch'>2.1. Tiêu chí quy hoạch</criterion>: rà soát.\n"
        "<criterion number=2 name='Giao thông'>2. Giao thông</criterion>: tu sửa đường.\n"
        "<criterion number=3 name='Thủy lợi'>3. Thủy lợi</criterion>: nạo vét kênh.",
        "Xây dựng nông thôn mới.\n- <criterion number=10 name='Thu nhập'>Tiêu chí Thu nhập</criterion>: mở rộng vùng "
        "chè.",
        "Xây dựng nông thôn mới.\n<criterion number=4 name='Điện'>4. Tiêu chí Điện</criterion>: thay dây dẫn.",
        "Xây dựng nông thôn mới.\n1. Tiêu chí đánh giá: theo Bộ tiêu chí.",
        "- Tiêu chí Thu nhập: mở rộng vùng chè.",
    ),
)

RUN_CRITERION = Rule(
    "criterion-in-run",
    r"(?P<label>(?P<number>\d{1,2})[.)]++)[ ]*+\*?(?P<name>[\p{L}][^:.;\t\n\d(]{1,70}+)(?=[:*(]|[.]?$|[.][ ])",
    (
        "Duy trì tiêu chí nông thôn mới\n<criterion number=8 name='Thông tin và truyền thông'>8. Thông tin và truyền "
        "thông</criterion>: mở rộng sóng.\n<criterion number=9 name='Nhà ở dân cư'>9. Nhà ở dân cư</criterion>: xóa "
        "nhà "
        "tạm.\n<criterion number=10 name='Thu nhập'>10. Thu nhập</criterion>: nâng giá trị cây chè.",
        "1. Giao thông: làm đường.\n2. Thủy lợi: đào mương.\n3. Điện: kéo dây.",
        "Xây dựng nông thôn mới\n1. Mục đích: nâng cao đời sống.\n2. Yêu cầu: thiết thực.\n3. Nội dung: như sau.",
        "Duy trì tiêu chí nông thôn mới\n2. Giao thông: duy tu đường trục.\n3. Thủy lợi: nạo vét kênh.\n4. Điện: "
        "thay cột gỗ.\n5. Hoa kiểng: mở rộng vườn ươm.\n6. Loa đài: phủ hết các ấp.\n7. Sổ sách: ghi chép đầy đủ.\n8. "
        "Chợ phiên: họp vào thứ bảy.",
    ),
)

NUMBERED_INDICATOR = Rule(
    "indicator-numbered",
    rf"{LABEL}(?P<open>[Cc]hỉ[ ][Tt]iêu|CHỈ[ ]TIÊU)[ ](?:(?:số|SỐ)[ :]*+)?0?"
    rf"(?P<number>{LETTERED}|"
    r"\d{1,2}(?:\.\d{1,2}){1,2}+|\d{1,2}(?=[ ]*+(?:[:.)–-]|\([^\d]|về[ ]|$)|\t))"
    r"(?![ ]?(?:[,;&/%]|và[ ](?:chỉ[ ]tiêu[ ])?\d|đến[ ]\d|[-–][ ]?\d)|[.,]\d|\d)",
    (
        "- <criterion kind=indicator number=15.2 name='Tỷ lệ dân số có sổ khám sức khỏe điện tử'>Chỉ tiêu 15.2. Tỷ "
        "lệ dân "
        "số có sổ khám sức khỏe điện tử</criterion>: ≥ 50%",
        "<criterion kind=indicator number=17.1 name='Tỷ lệ hộ dùng nước sạch'>Chỉ tiêu số 17.1 - Tỷ lệ hộ dùng nước "
        "sạch"
        "</criterion>: phấn đấu đạt 65%.",
        "- <criterion kind=indicator number=1 name=null>Chỉ tiêu 1</criterion>: 95% phụ nữ mang thai được khám ít "
        "nhất 4 lần.",
        "+ <criterion kind=indicator number=2 name='Giảm tỷ lệ tảo hôn'>Chỉ tiêu 2: Giảm tỷ lệ tảo hôn</criterion>",
        "- <criterion kind=indicator number=2.1 name='Không có hộ nghèo (trừ hộ bảo trợ)'>Chỉ tiêu 2.1. Không có hộ "
        "nghèo "
        "(trừ hộ bảo trợ)</criterion>.",
        "- <criterion kind=indicator number=A2 name='Tỷ lệ hài lòng'>Chỉ tiêu A2: Tỷ lệ hài lòng</criterion>: 90%.",
        "<criterion kind=indicator number=1 name='Giữ vững danh hiệu'>Chỉ tiêu 1: Giữ vững danh hiệu</criterion>. "
        "<criterion kind=indicator number=2 name=null>Chỉ tiêu 2</criterion>: 5 chi hội được khen thưởng.",
        "Chỉ tiêu 6 tháng đầu năm đạt khá.",
        "Chỉ tiêu 2025 được giao cho các phường.",
        "Chỉ tiêu 15 xã đạt chuẩn.",
        "2. Chỉ tiêu cụ thể",
    ),
)

MENTIONED_INDICATOR = Rule(
    "indicator-mentioned",
    r"(?P<open>[Cc]hỉ[ ]tiêu)[ ](?:số[ ])?(?P<number>\d{1,2}\.\d{1,2})(?:[ ]?\((?P<name>\p{L}[^();:%\d]{3,120}+)\)|"
    r"[ ](?:về[ ])(?P<name>\p{L}[^(),;:.%\d]{3,120}+))",
    (
        "Tập trung hoàn thành <criterion kind=indicator number=17.8 name='tỷ lệ hộ chăn nuôi bảo đảm vệ sinh'>chỉ "
        "tiêu 17.8 "
        "(tỷ lệ hộ chăn nuôi bảo đảm vệ sinh)</criterion> trong quý III; rà soát lại chỉ tiêu 17.8 trước khi thẩm tra.",
        "Phòng Y tế phụ trách chỉ tiêu 15.1, 15.2.",
    ),
)

TABLE_CRITERION = Rule(
    "criterion-in-table",
    r"(?P<number>\d{1,2})[.]?\t(?P<name>\p{L}[^\t\n]{1,80}+)",
    (
        "Kết quả nông thôn mới\nTT\tTên tiêu chí\tSố xã đạt\n<criterion number=1 name='Quy hoạch'>1\tQuy "
        "hoạch</criterion>\t12\n"
        "<criterion number=2 name='Giao thông'>2\tGiao thông</criterion>\t9\n"
        "<criterion number=3 name='Thủy lợi'>3\tThủy lợi</criterion>\t10",
        "Nông thôn mới\nTT\tTiêu chí\tKết quả\n<criterion number=2 name='Giao thông'>2\tTiêu chí Giao "
        "thông</criterion>\tĐạt\n"
        "<criterion number=4 name='Điện'>4\tTiêu chí Điện</criterion>\tĐạt",
        "Nông thôn mới\nTT\tNội dung\tĐơn vị\n1\tGiao thông\tPhòng Kinh tế\n2\tThủy lợi\tPhòng Kinh "
        "tế\n3\tĐiện\tĐiện lực",
    ),
)

RULES = (
    NUMBERED_CRITERION,
    NUMBER_BEHIND,
    NAMED_CRITERION,
    RUN_CRITERION,
    NUMBERED_INDICATOR,
    MENTIONED_INDICATOR,
    TABLE_CRITERION,
)

VERBS = (
    "Tiếp tục|Xây dựng|Duy trì|Có|Đạt|Không|Tăng|Giảm|Hoàn thành|Thực hiện|Phấn đấu|Đảm bảo|Bảo đảm|Rà soát|Tổ chức|"
    "Tập trung|Nâng|Đẩy mạnh|Triển khai|Giữ vững|Củng cố|Huy động|Hỗ trợ|Đầu tư|Năm|Trong|Đến|Là|Yêu cầu|Mỗi|Hằng|Hàng"
)
"""Words that open a sentence rather than a name."""

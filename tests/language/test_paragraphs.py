"""Wraps are joined, paragraphs are not."""

import textwrap

import pytest

from extractor.language.build import build_view
from tests.language.plans import BODY, FOOTER, HEADER, PLAN


def wrapped(text: str, width: int) -> str:
    """Wrap each line of a text at a width, at blanks only."""
    return "\n".join(
        textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False) for line in text.split("\n")
    )


def spaced(text: str) -> str:
    """Set paragraphs off by empty lines."""
    return text.replace("\n", "\n\n")


def view_of(text: str) -> str:
    return build_view(text).string


@pytest.mark.parametrize("text", [HEADER, BODY, FOOTER, PLAN])
def test_one_paragraph_a_line_stays_so(text: str) -> None:
    assert view_of(text) == text
    assert view_of(spaced(text)) == text


@pytest.mark.parametrize("width", range(60, 101))
def test_wrapped_text_reads_like_the_unwrapped(width: int) -> None:
    paragraphs = spaced(PLAN).split("\n\n")
    text = "\n\n".join(wrapped(paragraph, width) for paragraph in paragraphs)
    assert view_of(text).split("\n") == PLAN.split("\n")


@pytest.mark.parametrize("width", range(60, 101))
def test_wrapped_text_without_empty_lines(width: int) -> None:
    """Without empty lines a paragraph whose last line is full may take in the next; none is ever cut."""
    read = view_of(wrapped(PLAN, width)).split("\n")
    paragraphs = PLAN.split("\n")
    missing = [p for p in paragraphs if not any(line.find(p) >= 0 for line in read)]
    assert missing == []
    assert " ".join(read) == " ".join(paragraphs)


@pytest.mark.parametrize("width", [62, 75, 88])
def test_every_line_set_off_by_an_empty_line(width: int) -> None:
    text = spaced(wrapped(BODY, width))
    missing = [p for p in BODY.split("\n") if not any(line.find(p) >= 0 for line in view_of(text).split("\n"))]
    assert missing == []


SEPARATE = [
    ["ỦY BAN NHÂN DÂN", "HUYỆN MÈO VẠC"],
    ["Số: 12/KH-UBND", "Hà Giang, ngày 02 tháng 3 năm 2023"],
    ["KẾ HOẠCH", "Phòng, chống thiên tai và tìm kiếm cứu nạn năm 2023"],
    ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Vàng Mí Sình"],
    [
        "STT",
        "Nội dung",
        "Đơn vị tính",
        "Chỉ tiêu",
        "1",
        "Tỷ lệ hộ nghèo",
        "%",
        "3,5",
        "2",
        "Thu nhập",
        "triệu đồng/người",
    ],
    ["Số giường bệnh trên một vạn dân", "giường", "35"],
    ["Tỷ lệ dân số tham gia bảo hiểm y tế trên địa bàn", "%", "95"],
    ["Tiêu chí", "1", "Quy hoạch"],
    ["1. Mục tiêu", "2. Chỉ tiêu", "a) Về kinh tế", "b) Về xã hội"],
    ["Cơ quan thực hiện:", "phòng Nội vụ"],
    ["- Tuyên truyền trên hệ thống truyền thanh cơ sở", "- in ấn tờ rơi, áp phích"],
    ["Nâng cao chất lượng đội ngũ cán bộ", "I. MỤC ĐÍCH"],
    ["Kế hoạch kiểm tra công tác phòng cháy, chữa cháy hằng năm", "2024"],
    ["Chương II", "TỔ CHỨC THỰC HIỆN"],
    ["Điều", "5. Trách nhiệm thi hành"],
    ["Phấn đấu đến năm 2025", "- 60% hộ dân dùng nước sạch"],
    ["4. Phát triển kinh tế số và xã hội số", "Hỗ trợ các hộ kinh doanh mở gian hàng trực tuyến."],
    ["2. Bệnh viện Y học cổ truyền tỉnh", "Khám, chữa bệnh bằng y học cổ truyền."],
    ["Thời hạn", "70 ngày", "04/01/2026"],
    ["Phụ lục I", "DANH MỤC NHIỆM VỤ"],
    ["Các lĩnh vực ưu tiên:", "- Chăn nuôi", "- Thú y"],
    ["Cơ quan phối hợp: Phòng Kinh tế", "- Thời gian: quý II"],
    ["Tiêu chí về nhà ở và", "7", "Xã Ia Dom"],
    ["Số", "12", "Ngày", "Nội dung"],
    ["TRƯỞNG BAN CHỈ ĐẠO", "Chủ tịch UBND huyện"],
    [
        "KẾ HOẠCH",
        "Tổ chức Ngày hội Đại đoàn kết toàn dân tộc năm 2024",
        "Thực hiện Hướng dẫn số 31/HD-MTTW-BTT của Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
    ],
]


@pytest.mark.parametrize("lines", SEPARATE)
def test_lines_of_their_own_stay_apart(lines: list[str]) -> None:
    assert view_of("\n".join(lines)).split("\n") == lines


CUT = [
    ("CỘNG HÒA XÃ", "HỘI CHỦ NGHĨA VIỆT NAM"),
    ("CỘNG", "HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("CỘNG HÒA XÃ HỘI CHỦ", "NGHĨA VIỆT NAM"),
    ("UBND HUYỆN GIO LINH - CỘNG HÒA XÃ HỘI", "CHỦ NGHĨA VIỆT NAM"),
    ("Căn cứ Luật Bầu cử số 83/2014/QH13 ngày", "25/11/2014;"),
    ("- Tập huấn cho cộng tác viên, hoàn thành trước tháng", "5. Kinh phí do xã bố trí."),
    ("- Nghiệm thu các công trình, chậm nhất vào ngày 05 tháng", "12."),
    ("Phấn đấu đưa xã về đích trước năm", "2027; giữ vững kết quả."),
    ("Giảm tỷ lệ hộ nghèo mỗi năm từ 1 -", "1,5%."),
    ("Tỷ lệ lao động qua đào tạo đạt 65", "- 70%, có chứng chỉ 25%."),
    ("PHÁT TRIỂN CÂY MẮC CA ĐẾN NĂM", "2030"),
    ("Căn cứ khoản 2 Điều", "5 và Điều 7 Nghị định số 57/2018/NĐ-CP;"),
    ("- Hoàn thành việc đăng ký mã số cho các cơ sở đến hết", "quý II/2024."),
    ("- Trẻ em được tẩy giun, ít nhất", "90% trẻ từ 2 tuổi."),
    ("Các thôn đăng ký thực hiện tiêu chí số 3, 5 và", "8."),
    ("- Cơ quan chủ trì: Sở Lao động", "- Thương binh và Xã hội;"),
    ("Phòng Văn hóa", "- Xã hội xã tham mưu tổ chức Ngày hội gia đình."),
    ("Ban Chỉ huy Quân sự, Trạm Chăn nuôi", "– Thú y và các trưởng bản"),
    ("giao Trung tâm Giáo dục nghề nghiệp -", "Giáo dục thường xuyên huyện mở 03 lớp may"),
]


@pytest.mark.parametrize(("before", "after"), CUT)
def test_times_ranges_and_names_are_joined_wherever_they_are_cut(before: str, after: str) -> None:
    assert view_of(f"{before}\n{after}") == f"{before} {after}"


RAGGED = """KẾ HOẠCH
Phát triển xã hội số năm 2024
Thực hiện Quyết định số
411/QĐ-TTg ngày 31 tháng 3 năm 2022 của Thủ tướng Chính phủ phê duyệt Chiến lược
quốc gia, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:
1. Phát triển
xã hội số trong các lĩnh vực y tế, giáo dục và an sinh xã hội
- Tỷ lệ dân số trưởng thành có
điện thoại thông minh đạt 80%;
- Tỷ lệ hộ gia đình có đường
Internet cáp quang băng rộng đạt 80%.
2. Sở Thông
tin và Truyền thông
a) Chủ trì, phối hợp với các
sở, ban, ngành triển khai Kế hoạch này; định kỳ hằng quý báo cáo Ủy ban nhân dân
tỉnh kết quả thực hiện.
- Đến hết năm 2024:
tỷ lệ cán bộ xã dùng chữ ký số cá nhân đạt trên 95%.
3. Sở Tài chính
Tham mưu bố trí kinh phí thực
hiện Kế hoạch theo phân cấp ngân sách.
4. Ủy ban nhân
dân các huyện, thành phố
Xây dựng kế hoạch triển khai
tại địa phương, hoàn thành trước ngày
30/6/2024.
"""


def test_lines_that_end_at_any_length() -> None:
    assert view_of(RAGGED).split("\n") == [
        "KẾ HOẠCH",
        "Phát triển xã hội số năm 2024",
        "Thực hiện Quyết định số 411/QĐ-TTg ngày 31 tháng 3 năm 2022 của Thủ tướng Chính phủ phê duyệt Chiến lược "
        "quốc gia, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:",
        "1. Phát triển xã hội số trong các lĩnh vực y tế, giáo dục và an sinh xã hội",
        "- Tỷ lệ dân số trưởng thành có điện thoại thông minh đạt 80%;",
        "- Tỷ lệ hộ gia đình có đường Internet cáp quang băng rộng đạt 80%.",
        "2. Sở Thông tin và Truyền thông",
        "a) Chủ trì, phối hợp với các sở, ban, ngành triển khai Kế hoạch này; định kỳ hằng quý báo cáo Ủy ban nhân dân "
        "tỉnh kết quả thực hiện.",
        "- Đến hết năm 2024: tỷ lệ cán bộ xã dùng chữ ký số cá nhân đạt trên 95%.",
        "3. Sở Tài chính",
        "Tham mưu bố trí kinh phí thực hiện Kế hoạch theo phân cấp ngân sách.",
        "4. Ủy ban nhân dân các huyện, thành phố",
        "Xây dựng kế hoạch triển khai tại địa phương, hoàn thành trước ngày 30/6/2024.",
    ]


JOINED = [
    ("Sơn Bình,\nngày 13 tháng 5 năm 2024", " "),
    ("Thực hiện Nghị quyết số\n20-NQ/TW ngày 25 tháng 10 năm 2017", " "),
    ("Sơn Bình, ngày 25\ntháng 4 năm 2022", " "),
    ("Số:\n145/KH-UBND", " "),
    ("ỦY\nBAN NHÂN DÂN", " "),
    ("TM.\nỦY BAN NHÂN DÂN", " "),
    ("HỘI\nĐỒNG NHÂN DÂN", " "),
    ("CỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", " "),
    ("Đồng\nVăn, ngày 02 tháng 6 năm 2014", " "),
    ("4. Tăng\ncường kiểm tra việc chấp hành quy định về an toàn thực phẩm", " "),
    ("- Sở Xây dựng thẩm định và công bố kết quả trong quý\nIII/2025.", " "),
    ("- Duy trì tỷ lệ hộ gia đình dùng hố xí không hợp vệ sinh dưới\n3%.", " "),
    ("KẾ HOẠCH\nTRIỂN KHAI THÁNG HÀNH ĐỘNG VÌ TRẺ EM TRÊN ĐỊA BÀN\nTHÀNH PHỐ.", " "),
    ("CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM", " "),
    ("Xây dựng xã Nậm Cắn đạt chuẩn nông thôn mới kiểu\nmẫu năm 2024", " "),
    ("Căn cứ Nghị quyết số 12-NQ/TU ngày\n15/3/2022 của Ban Chấp hành Đảng bộ tỉnh", " "),
    ("tiếp tục thực hiện phong trào thi đua trong từng địa\n\nphương, đơn vị.", " "),
    ("Thực hiện Quyết định số 1719/QĐ-TTg của Thủ tướng Chính phủ và của\nỦy ban nhân dân tỉnh.", " "),
    ("KẾ HOẠCH\nThực hiện Chương trình mục tiêu quốc gia giảm nghèo bền vững\nHuyện Kỳ Sơn năm 2023", " "),
    ("KẾ HOẠCH\nTRIỂN KHAI CÔNG TÁC BẦU CỬ ĐẠI BIỂU QUỐC HỘI KHÓA XVI\nVÀ ĐẠI BIỂU HỘI ĐỒNG NHÂN DÂN", " "),
    ("trình Hội đồng nhân dân tỉnh ban hành Nghị quyết số 05/NQ-\nHĐND trong quý II", ""),
]


@pytest.mark.parametrize(("text", "separator"), JOINED)
def test_wraps_are_joined(text: str, separator: str) -> None:
    *lines, last = [line for line in text.split("\n") if line]
    expected = "\n".join([*lines[:-1], lines[-1] + separator + last])
    assert view_of(text) == expected


def test_dash_at_the_start_of_a_wrapped_line_is_no_bullet() -> None:
    text = wrapped(BODY, 78).replace("giai đoạn 2021 - 2024", "giai đoạn 2021\n- 2024")
    assert "giai đoạn 2021 - 2024, tránh" in view_of(text)


SHORT_FIRST_LINES = """Căn cứ Luật Phòng, chống bệnh
truyền nhiễm ngày 21/11/2007;
Căn cứ Nghị quyết số
12/NQ-CP ngày 17/3/2020 của Chính phủ về các giải pháp cấp bách phòng, chống dịch
COVID-19 tại các khu công nghiệp, khu chế xuất và khu lưu trú của công nhân
trên toàn quốc;
Điều 1. Ban
hành kèm theo Quyết định này Phương án phòng, chống dịch tại các khu công nghiệp
trên địa bàn tỉnh, gồm các bước khoanh vùng, truy vết, xét nghiệm và điều trị tại
các cơ sở y tế.
Điều 2. Giao
Sở Y tế chủ trì, phối hợp với Ban Quản lý các khu công nghiệp và các huyện, thành
phố tổ chức thực hiện.
1. Sở Tài
chính
Tham mưu bố trí kinh phí.
2. Khoa học
- công nghệ
a) Chuyển đổi
300 ha chè già cỗi sang giống mới theo tiến độ hằng năm của các huyện.
"""


BODIES_IN_A_ROW = """- Cơ quan chủ trì: Phòng Nội vụ huyện tham mưu, theo dõi, đôn đốc và tổng hợp kết quả hằng quý.
- Cơ quan phối hợp: Văn phòng HĐND và UBND huyện; Phòng Tài chính; Công an huyện; Phòng Tư pháp; Đài Truyền thanh.
- Kinh phí: từ ngân sách huyện và các nguồn huy động hợp pháp khác theo quy định của pháp luật hiện hành.
- Tổ chức 02 lớp tập huấn cho cán bộ, công chức cấp xã;
Kinh phí do ngân sách huyện bảo đảm."""


@pytest.mark.parametrize("width", [50, 51, 57, 58, 66, 67, 74, 75])
def test_a_row_of_bodies_behind_a_label_goes_on_after_a_semicolon(width: int) -> None:
    read = view_of(wrapped(f"{BODY}\n{BODIES_IN_A_ROW}", width)).split("\n")
    assert read[-5:] == BODIES_IN_A_ROW.split("\n")


def test_short_first_lines_of_paragraphs_do_not_hide_the_width() -> None:
    lines = view_of(SHORT_FIRST_LINES).split("\n")
    assert [line[:20] for line in lines if line] == [
        "Căn cứ Luật Phòng, c",
        "Căn cứ Nghị quyết số",
        "Điều 1. Ban hành kèm",
        "Điều 2. Giao Sở Y tế",
        "1. Sở Tài chính",
        "Tham mưu bố trí kinh",
        "2. Khoa học - công n",
        "a) Chuyển đổi 300 ha",
    ]

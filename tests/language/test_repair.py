"""Repairs of words in the reading view: what is misread is repaired, what is sound stays."""

import pytest

from extractor.language.build import build_view
from extractor.language.repair import word_edits
from extractor.language.vocabulary import vocabulary_of
from extractor.lexicon.confusions import load_confusions

REPAIRED = [
    ("thuỷ lợi, văn hoá, sức khoẻ, UỶ BAN, luỹ kế", "thủy lợi, văn hóa, sức khỏe, ỦY BAN, lũy kế"),
    ("hòan thành tòan bộ kế họach qúy I, qủan lý gía cả", "hoàn thành toàn bộ kế hoạch quý I, quản lý giá cả"),
    ("người dân đuợc huởng, nguời cao tuổi, truờng học", "người dân được hưởng, người cao tuổi, trường học"),
    ("nhiều ngưòi đưọc tập huấn", "nhiều người được tập huấn"),
    ("Ðảng ủy, 12/KH\u2011UBND, Phụ lục Ⅲ, Công vǎn", "Đảng ủy, 12/KH-UBND, Phụ lục III, Công văn"),
    ("trước tháng l0 năm 2O24", "trước tháng 10 năm 2024"),
    ("ngày O1/l2/2023 và ngày 3l tháng 3", "ngày 01/12/2023 và ngày 31 tháng 3"),
    ("đạt 1OO% kế hoạch, giảm 1,O5%", "đạt 100% kế hoạch, giảm 1,05%"),
    ("trong Quý Il và quý Ill", "trong Quý II và quý III"),
    ("ngày 05 thảng 6 nãm 2021, trước tháng 9 nàm 2021", "ngày 05 tháng 6 năm 2021, trước tháng 9 năm 2021"),
    (
        "xong trước ngày l tháng ll năm 2021, trong tháng I/2022",
        "xong trước ngày 1 tháng 11 năm 2021, trong tháng 1/2022",
    ),
    ("từ quý I1/2024 đến quý l/2025", "từ quý II/2024 đến quý I/2025"),
    ("Thành viên BCD huyện; HDND xã; 15/QD-UBND", "Thành viên BCĐ huyện; HĐND xã; 15/QĐ-UBND"),
    ("KẾT QUẢ PHÂN ĐẦU THỰC HIỆN", "KẾT QUẢ PHẤN ĐẤU THỰC HIỆN"),
    ("kiểm tra, đơn đốc các phòng phối họp thực hiên", "kiểm tra, đôn đốc các phòng phối hợp thực hiện"),
    ("Uy ban nhân dân huyện và Ùy ban Mặt trận", "Ủy ban nhân dân huyện và Ủy ban Mặt trận"),
]
SOUND = [
    "quý III, Quý IV, qua, quả, thuở nhỏ, huơ tay, gìn giữ, gì, hòa, khỏe, tùy, thủy",
    "trao đổi với các sở, ngành; thay đổi với tốc độ nhanh",
    "các chỉ tiêu chỉ đạt 50%; mức chi tiêu chỉ tăng 2%",
    "hoàn thanh toán trước ngày 31 tháng 01; khám bệnh phổi hợp lý",
    "thông báo đảm bảo tiến độ; liên hoan thành công tốt đẹp; văn hóa bản địa bản sắc",
    "xử lý hóa đơn vi phạm; tỷ lộ trình",
    "quyền uy ban hành; Thiếu úy ban đầu",
    "mã BCD, tứ giác ABCD, bộ mã hệ BCD",
    "phần đầu tư công; rà soát, phân đầu mối; phấn đấu",
    "khí CO2, Io, Ol, l, O, 5l xăng, B1, mục I, Luật số 10",
    "74 /KH-UBND, ngày 05/3",
    "thỉnh thoảng; thảng thốt",
    "nam 2 người, thang 5 bậc, ngay 2 bên đường, tháng I, ngày lễ, hàng tháng liền",
]


@pytest.mark.parametrize(("text", "repaired"), REPAIRED)
def test_is_repaired(text: str, repaired: str) -> None:
    assert build_view(text).string == repaired


@pytest.mark.parametrize("text", SOUND)
def test_sound_text_stays(text: str) -> None:
    assert word_edits(text, vocabulary_of(text)) == []


def test_a_misread_word_over_a_line_end_is_repaired_and_quoted_as_it_stands() -> None:
    view = build_view("các xã khu vực III, các thôn đặc biệt khó khăn phần\nđầu giảm nghèo từ 5%")
    assert view.string.endswith("khó khăn phấn đấu giảm nghèo từ 5%")
    start = view.string.index("phấn đấu")
    first, last = view.to_text(start, start + len("phấn đấu"))
    assert view.text[first:last] == "phần\nđầu"


def test_right_forms_are_no_wrong_forms() -> None:
    confusions = load_confusions()
    assert [form for form, confusion in confusions.items() if confusion.right in confusions] == []

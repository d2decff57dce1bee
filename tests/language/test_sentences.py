"""Sentence boundaries: each example is one line, its sentences set off by ` ‖ `."""

import pytest

from extractor.language.sentences import MAX_SENTENCE, sentence_spans

NEVER_SPLIT = [
    "1. Mục tiêu chung",
    "3.2. Tiêu chí thủy lợi: nạo vét kênh nội đồng.",
    "a) Quy định",
    "A. MỤC TIÊU",
    "IV. TỔ CHỨC THỰC HIỆN",
    "Điều 5. Trách nhiệm thi hành",
    "Chương II. TỔ CHỨC THỰC HIỆN",
    "Chỉ tiêu 4.3. Có đường điện chiếu sáng liên thôn",
    "Tiêu chí số 5. Trường học",
    "Phụ lục I. Danh mục nhiệm vụ",
    "Điều 5. Khoản 2. Trách nhiệm của chủ đầu tư",
    "- VP. Điều phối xây dựng nông thôn mới tỉnh;",
    "Ban hành kèm theo Quyết định số 86/2023/NĐ-CP ngày 05.3.2020 của UBND TP. Đà Lạt.",
    "Giao Ths. Lê Văn Bình, TS. BS. Trần Thị Hoa phụ trách.",
    "Giao Đ/c. Nguyễn Văn An phụ trách chung; đ/c. Lò Thị Mai trực tiếp chỉ đạo.",
    "Trồng cây ăn quả: cam, bưởi, nhãn, v.v. trên đất dốc.",
    "Các loại cây trồng như ngô, lạc, đậu tương, v.v. Sở Nông nghiệp hướng dẫn.",
    "Hoàn thành kế hoạch; tổ chức tổng kết; Báo cáo UBND tỉnh.",
    "Thu nhập đạt 60.500.000 đồng; diện tích 3.250,5 ha.",
    "trước ngày.....tháng.....năm 2024",
    "Yêu cầu các đơn vị nghiêm túc thực hiện./.",
    "Tại khoản 1. Điều 5 Nghị định này",
    "TM. ỦY BAN NHÂN DÂN",
    "Gồm các nhiệm vụ: 1. Rà soát quy hoạch; 2. Cắm mốc.",
]
SPLIT = [
    "1. Mục tiêu chung. ‖ Phấn đấu đến năm 2025 có 80% số xã đạt chuẩn.",
    "UBND TP. Lào Cai chỉ đạo. ‖ Các phòng, ban thực hiện.",
    "Thực hiện Nghị quyết Đại hội XIII. ‖ Đảng bộ tỉnh quyết tâm cao.",
    "Hoàn thành trong năm 2024. ‖ Các xã báo cáo kết quả.",
    "Thu nhập đạt 60,5 triệu đồng. ‖ 04 thôn đã đạt chuẩn.",
    "Giữ gìn môi trường “Sáng, xanh, sạch, đẹp.” ‖ Các thôn tổ chức thực hiện.",
    "Hoàn thành trước 15/12. ‖ (Chi tiết theo phụ lục đính kèm). ‖ Giao Sở Y tế chủ trì.",
    "Có bao nhiêu hộ nghèo? ‖ Rà soát, báo cáo ngay!",
    "Tiếp tục củng cố...  ‖ Đẩy mạnh tuyên truyền.",
    "Bảo đảm đúng tiến độ. ‖ “Dân biết, dân bàn” là phương châm.",
    "Thực hiện theo quy định. ‖ các đơn vị báo cáo hằng quý.",
    "Giảm tỷ lệ hộ nghèo còn 3.5%. ‖ Không để tái nghèo.",
    "hoàn thành đúng quy định.‖Các xã báo cáo.",
]


@pytest.mark.parametrize("line", NEVER_SPLIT)
def test_stays_whole(line: str) -> None:
    assert sentence_spans(line) == [(0, len(line))]


@pytest.mark.parametrize("marked", SPLIT)
def test_is_split(marked: str) -> None:
    line = marked.replace(" ‖ ", " ").replace("‖", "")
    assert [line[a:b] for a, b in sentence_spans(line)] == [part.strip() for part in marked.split("‖")]


def test_line_ends_and_cells_always_end_a_sentence() -> None:
    string = "Tỷ lệ hộ nghèo\t%\t3,5\n\nCơ quan chủ trì: Sở Y tế\nThực hiện. Báo cáo.\t\tXong"
    found = [string[a:b] for a, b in sentence_spans(string)]
    assert found == ["Tỷ lệ hộ nghèo", "%", "3,5", "Cơ quan chủ trì: Sở Y tế", "Thực hiện.", "Báo cáo.", "Xong"]


def test_empty() -> None:
    assert sentence_spans("") == []
    assert sentence_spans(" \n\t\n") == []


def test_a_text_without_full_stops_is_parted() -> None:
    string = "Sở Y tế chủ trì, phối hợp với các huyện; " * 400
    spans = sentence_spans(string)
    assert max(end - start for start, end in spans) <= MAX_SENTENCE
    assert "".join(string[start:end] for start, end in spans).replace(" ", "") == string.replace(" ", "")
    assert all(string[end - 1] == ";" for _, end in spans[:-1])


def test_a_word_without_end_is_parted() -> None:
    assert [end - start for start, end in sentence_spans("a" * 7000)] == [MAX_SENTENCE, MAX_SENTENCE, 1000]

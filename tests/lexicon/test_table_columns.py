"""Header words of tables."""

import pytest

from extractor.lexicon.table_columns import meaning_of_header


@pytest.mark.parametrize(
    ("header", "kind", "roles"),
    [
        ("STT", "number", ()),
        ("Nội dung công việc", "task", ()),
        ("Cơ quan, đơn vị chủ trì", "agency", ("lead",)),
        ("ĐƠN VỊ PHỐI HỢP", "agency", ("coordinate",)),
        ("Đơn vị chủ trì, phối hợp", "agency", ("lead", "coordinate")),
        ("Chỉ đạo", "agency", ("direct",)),
        ("Trách nhiệm thực hiện", "agency", ("implement",)),
        ("Phụ trách", "agency", ("in_charge",)),
        ("Thời gian hoàn thành", "time", ()),
        ("Sản phẩm, kết quả", "product", ()),
        ("Đơn vị tính", "unit", ()),
        ("Kế hoạch năm 2024", "quantity", ()),
        ("Năm 2025", "quantity", ()),
        ("Chỉ tiêu 2024", "quantity", ()),
        ("Thực hiện 2023", "baseline", ()),
        ("Giai đoạn 2021-2025 (triệu đồng)", None, ()),
        ("Hiện trạng năm 2020", "baseline", ()),
        ("Tên tiêu chí", "criterion", ()),
        ("Kinh phí (triệu đồng)", "funding", ()),
        ("Ghi chú", "note", ()),
        ("Xã, phường, thị trấn", "place", ()),
        ("Tên các thôn/bản", "place", ()),
        ("Cụm dân cư", "place", ()),
        ("Xã thực hiện", "place", ()),
        ("Đơn vị thực hiện", "agency", ("implement",)),
        ("Tổ công tác", None, ()),
        ("Nguyễn Văn An", None, ()),
    ],
)
def test_header_words(header: str, kind: str | None, roles: tuple[str, ...]) -> None:
    meaning = meaning_of_header(header)
    assert (meaning and meaning.kind) == kind
    assert (meaning.roles if meaning else ()) == roles

"""The workbook of a cross-check."""

from typing import Any

import openpyxl
import pytest

from extractor.output.crosscheckfile import write_crosscheck
from tests.output.crosschecks import small


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("book") / "đối chiếu.xlsx"
    write_crosscheck(path, small())
    return openpyxl.load_workbook(path)


def _rows(sheet: Any) -> list[list[Any]]:
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def test_a_sheet_for_each_table(book: Any) -> None:
    assert book.sheetnames == [
        "Tổng quan",
        "1. Tỉnh Sơn Hà",
        "2. Huyện Bắc Lâm",
        "Kết luận",
        "Tổng hợp",
        "Liên kết",
        "Viện dẫn chưa khớp",
        "Văn bản viện dẫn",
        "Cần xem",
        "Kế hoạch",
        "Vướng mắc",
    ]


def test_a_matrix_has_a_column_for_each_lower_plan(book: Any) -> None:
    sheet = book["1. Tỉnh Sơn Hà"]
    assert _rows(sheet) == [
        ["Tiêu chí", "Chỉ tiêu", "Mức cấp trên", "Huyện Bắc Lâm · 34/KH-UBND", "Huyện Nam Lâm · 41/KH-UBND"],
        ["17", "tỷ lệ hộ dùng nước sạch", "trên 92%", "▼ thấp hơn: 88%", "✓ đáp ứng: trên 92%"],
        ["11", "tỷ lệ hộ nghèo", "3,4%", "✕ thiếu", "▲ cao hơn: 3%"],
        [None, "đường ống làm mới", "120 km", "Σ góp vào tổng: 45 km", "Σ góp vào tổng: 38,5 km"],
    ]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("D2", "A1:E4")


def test_verdicts_have_both_quotes_in_context(book: Any) -> None:
    head, first, *_ = _rows(book["Kết luận"])
    row = dict(zip(head, first, strict=True))
    assert row["Kế hoạch cấp dưới"] == "Huyện Bắc Lâm · 34/KH-UBND"
    assert row["Kết luận"] == "▼ thấp hơn"
    assert row["Lý do"] == "nói bằng tiếng Việt; cách gọi gần nhau"
    assert row["Trích kế hoạch cấp trên"] == "- Phấn đấu tỷ lệ hộ dùng nước sạch đạt trên 92%."
    assert row["Trích kế hoạch cấp dưới"] == "- Phấn đấu hộ được dùng nước sạch đạt 88%."


def test_sums_and_counts_are_numbers(book: Any) -> None:
    head, row = _rows(book["Tổng hợp"])
    assert dict(zip(head, row, strict=True)) == {
        "Kế hoạch cấp trên": "Tỉnh Sơn Hà · 15/KH-UBND",
        "Tiêu chí": None,
        "Chỉ tiêu": "đường ống làm mới",
        "Mức cần đạt": 120,
        "Tổng": 83.5,
        "Còn thiếu": 36.5,
        "Đơn vị tính": "km",
        "Tình trạng": "… chưa đủ kế hoạch",
        "Các phần góp": "Huyện Bắc Lâm: 45; Huyện Nam Lâm: 38,5",
        "Kế hoạch không góp": None,
        "Đơn vị chưa có kế hoạch": 4,
    }
    head, north, south, commune = _rows(book["Tổng quan"])
    assert head[2:6] == ["✓ đáp ứng", "▲ cao hơn", "▼ thấp hơn", "✕ thiếu"]
    assert north == ["Huyện Bắc Lâm · 34/KH-UBND", "Tỉnh Sơn Hà · 15/KH-UBND", 0, 0, 1, 1, 0, 0, 1, 0, 0, 1]
    assert south[-2:] == [1, 0]
    assert commune[:2] == ["Xã Đồng Mít · 07/KH-UBND", "Huyện Bắc Lâm · 34/KH-UBND"]


def test_verdicts_are_shaded_by_their_sign(book: Any) -> None:
    rules = [rule for found in book["Kết luận"].conditional_formatting for rule in found.rules]
    assert {rule.text for rule in rules} == {"✓ ", "▲ ", "▼ ", "✕ ", "◷ ", "⇄ ", "Σ ", "≁ "}

"""Workbooks for people: rows high enough for their text."""

from contextlib import ExitStack
from pathlib import Path

import openpyxl
import pytest

from extractor.output.tables import Column, Table
from extractor.output.xlsx import Workbook

WIDTHS = {"trích yếu": 22, "số": 12}
TABLE = Table("Sổ", (Column("số", "text"), Column("trích yếu", "text"), Column("trang", "number")))


def heights(path: Path, *, wrap: bool) -> list[float | None]:
    with ExitStack() as stack:
        book = Workbook(path, stack, WIDTHS, wrap=wrap)
        book.add(TABLE, [("1", "ngắn", 3), ("2", "a" * 45, 3), ("3", "một\nhai", 3), ("4", "a" * 9000, None)])
    sheet = openpyxl.load_workbook(path)["Sổ"]
    return [sheet.row_dimensions[row].height for row in range(1, 6)]


def test_a_row_has_room_for_the_lines_of_its_longest_cell(tmp_path: Path) -> None:
    one_line = 15
    found = [height or one_line for height in heights(tmp_path / "so.xlsx", wrap=True)]
    assert found == pytest.approx([15, 15, 45, 30, 409], abs=0.5)


def test_rows_of_tables_for_programs_keep_their_height(tmp_path: Path) -> None:
    assert set(heights(tmp_path / "so.xlsx", wrap=False)) <= {None, 15.0}

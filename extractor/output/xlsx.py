"""Tables as one workbook for office use: a sheet for each, the header row frozen, text never taken for a formula."""

import datetime
import math
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from extractor.output.jsonfile import write_aside
from extractor.output.tables import Column, Row, Table

_ROWS = 1_048_576
_LETTERS = 32_767
_WIDTHS = {
    "quote": 50,
    "title": 60,
    "task": 60,
    "message": 60,
    "message_vi": 60,
    "indicator": 40,
    "file": 40,
    "record": 30,
}
_LINE, _HIGHEST = 15, 409
"""Height of a line of text, and of the highest row that a sheet may have, in points."""
_DASHES = ("=", "+", "-", "@", "'")
_MADE = datetime.datetime(2000, 1, 1)
"""Said of every workbook, so that the same tables give the same bytes."""


@contextmanager
def _new_book(path: Path) -> Iterator[Any]:
    """Give a workbook that keeps its rows on disk, so that memory does not grow with them."""
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    with (
        write_aside(path) as aside,
        tempfile.TemporaryDirectory(prefix=".", suffix=".part", dir=path.parent) as rows,
    ):
        book = xlsxwriter.Workbook(str(aside), {"strings_to_urls": False, "constant_memory": True, "tmpdir": rows})
        try:
            yield book
            book.close()
        except FileCreateError as error:
            raise error.args[0] from None
        finally:
            book.fileclosed = True  # or it would be written once more when it is forgotten


class Workbook:
    """Sheets that grow by rows; a table longer than a sheet goes on in the next one.

    `wrap` is for sheets that people read, and print on A4; `shades` give cells a colour by what their text begins
    with, and the header of such sheets has filters.
    """

    def __init__(
        self,
        path: Path,
        stack: ExitStack,
        widths: Mapping[str, int] = _WIDTHS,
        *,
        wrap: bool = False,
        shades: Mapping[str, str] | None = None,
    ) -> None:
        self.book = stack.enter_context(_new_book(path))
        self.book.set_properties({"created": _MADE})
        layout: dict[str, Any] = {"text_wrap": True, "valign": "top", "border": 1} if wrap else {}
        self.head = self.book.add_format({"bold": True, "bg_color": "#DDE6F0", **layout, "valign": "vcenter"})
        self.plain = self.book.add_format(layout)
        self.dashed = self.book.add_format({**layout, "quote_prefix": True})
        self.shades = {begin: self.book.add_format({"bg_color": colour}) for begin, colour in (shades or {}).items()}
        self.widths, self.wrap = widths, wrap
        self.sheets: dict[str, tuple[Any, int]] = {}
        """The sheet that a table is at, and its next row."""
        self.counts: dict[str, int] = {}

    def add(self, table: Table, rows: Sequence[Row]) -> None:
        """Write rows of a table; the first call for a table makes its sheet."""
        sheet, at = self.sheets.get(table.name) or self._sheet(table)
        for row in rows:
            if at == _ROWS:
                sheet, at = self._sheet(table)
            self._make_room(sheet, at, table, row)
            for column, value in enumerate(row):
                self._write(sheet, at, column, value)
            at += 1
        self.sheets[table.name] = sheet, at
        if self.shades:
            sheet.autofilter(0, 0, max(1, at - 1), len(table.columns) - 1)

    def _sheet(self, table: Table) -> tuple[Any, int]:
        number = self.counts[table.name] = self.counts.get(table.name, 0) + 1
        sheet = self.book.add_worksheet(table.name if number == 1 else f"{table.name} {number}")
        sheet.freeze_panes(1, table.frozen)
        if self.wrap:
            sheet.set_paper(9)  # A4
            sheet.set_landscape()
            sheet.fit_to_pages(1, 0)
            sheet.repeat_rows(0)
        for begin, shade in self.shades.items():
            rule = {"type": "text", "criteria": "begins with", "value": begin, "format": shade}
            sheet.conditional_format(1, 0, _ROWS - 1, len(table.columns) - 1, rule)
        self._make_room(sheet, 0, table, tuple(column.name for column in table.columns))
        for index, column in enumerate(table.columns):
            sheet.set_column(index, index, self._width(column))
            sheet.write_string(0, index, column.name, self.head)
        return sheet, 1

    def _width(self, column: Column) -> int:
        return self.widths.get(column.name, 16 if column.kind == "text" else 9)

    def _make_room(self, sheet: Any, at: int, table: Table, row: Row) -> None:
        """Make a row of wrapped text high enough: not every office program does so when it opens the file."""
        if self.wrap:
            lines = max(
                (_lines(value, self._width(column)) for column, value in zip(table.columns, row, strict=True)),
                default=1,
            )
            if lines > 1:
                sheet.set_row(at, min(_HIGHEST, lines * _LINE))

    def _write(self, sheet: Any, row: int, column: int, value: Any) -> None:
        if value is None:
            sheet.write_blank(row, column, None, self.plain)
        elif isinstance(value, bool):
            sheet.write_boolean(row, column, value, self.plain)
        elif isinstance(value, int | float):
            sheet.write_number(row, column, value, self.plain)
        else:
            text = value if len(value) <= _LETTERS else f"{value[: _LETTERS - 1]}…"
            sheet.write_string(row, column, text, self.dashed if text.startswith(_DASHES) else self.plain)


def _lines(value: Any, width: int) -> int:
    """Return how many lines a value takes in a column so many letters wide, which breaks between words."""
    if not isinstance(value, str):
        return 1
    room = max(1, width - 2)
    return sum(max(1, math.ceil(len(line) / room)) for line in value.split("\n"))

"""Rows of cell spans to tables; tables that go on after a page break are joined."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import regex

from extractor.reading.source import Cell, Table

CellSpan = tuple[int, int]

ROW_NUMBER = regex.compile(r"(?:\d{1,3}(?:\.\d{1,2})*|[IVXL]{1,6}|[A-HĐa-hđ])[.)]?")


@dataclass
class Rows:
    """A table in the making: its rows, each a list of cell spans; a row of one cell may stand for all columns."""

    rows: list[list[CellSpan]] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Where the first row begins."""
        return self.rows[0][0][0]

    @property
    def end(self) -> int:
        """Where the last row ends."""
        return self.rows[-1][-1][1]

    @property
    def width(self) -> int:
        """The number of columns."""
        return max(len(row) for row in self.rows)

    def contents(self, text: str, row: int) -> list[str]:
        """Return the contents of a row, blanks evened out."""
        return [" ".join(text[start:end].split()) for start, end in self.rows[row]]

    def table(self, start: int, end: int) -> Table:
        """Make the table that stands at the given place."""
        width = self.width
        cells = [
            Cell(first, last, row, column, column_span=width if len(spans) == 1 else 1)
            for row, spans in enumerate(self.rows)
            for column, (first, last) in enumerate(spans)
        ]
        return Table(start, end, tuple(cells))


Extent = tuple[int, int]


def join_over_pages(
    text: str, parts: Sequence[tuple[Rows, Extent]], only_furniture: Callable[[int, int], bool | None]
) -> list[Table]:
    """Join the parts of tables that go on after a page break and make the tables.

    `only_furniture` tells of the text between two parts: None when something else stands there, true when page
    furniture does, false when it is blank. A repeated header row is left out of the cells. A part of a single row is
    no table of its own.
    """
    tables: list[Table] = []
    last: Rows | None = None
    extent: Extent = (0, 0)
    for rows, (start, end) in parts:
        between = only_furniture(extent[1], start) if last is not None else None
        if last is not None and between is not None:
            repeats = last.contents(text, 0) == rows.contents(text, 0)
            if repeats or (between and last.width == rows.width):
                last.rows += rows.rows[1:] if repeats else rows.rows
                extent = (extent[0], end)
                continue
        if len(rows.rows) < 2:
            continue
        if last is not None:
            tables.append(last.table(*extent))
        last, extent = rows, (start, end)
    if last is not None:
        tables.append(last.table(*extent))
    return tables

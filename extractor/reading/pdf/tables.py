"""Ruled tables of PDF pages: which pages have any (by pdfium, fast), and their cells (by pdfplumber, slow)."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import regex

from extractor.reading.compose import GridCell
from extractor.reading.pdf.lines import Box, Glyph, clean

MAX_OBJECTS = 20_000
"""Of a page: drawings have more objects than this, tables do not."""
_MIN_RULE = 8.0
_THIN = 3.0
_SAME = 3.0
_CUT = regex.compile(r"(?<=\d/)\n(?=\d)|(?<=^ST?)\n(?=T{1,2}$)")
"""Line ends inside a date or inside STT, the heading of a column too narrow for it."""


class PageTable(NamedTuple):
    """A table on one page: its place and its cells."""

    box: Box
    cells: tuple[GridCell, ...]
    glyphs: frozenset[int]
    """Which of the page's characters stand in it."""

    @property
    def width(self) -> int:
        """The number of columns."""
        return max(cell.column + cell.column_span for cell in self.cells)


def may_have_tables(page: Any) -> bool:
    """Tell whether upright and level rules are drawn on a page, two upright and two level ones at least."""
    import pypdfium2.raw as pdfium

    upright: set[int] = set()
    level: set[int] = set()
    for count, path in enumerate(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=3)):
        if count > MAX_OBJECTS:
            return False
        left, bottom, right, top = path.get_bounds()
        wide, high = right - left, top - bottom
        if high > _MIN_RULE:
            upright.update({round(left)} if wide <= _THIN else {round(left), round(right)})
        if wide > _MIN_RULE:
            level.update({round(bottom)} if high <= _THIN else {round(bottom), round(top)})
        if len(upright) >= 3 and len(level) >= 3:
            return True
    return len(upright) >= 2 and len(level) >= 2


def find_tables(page: Any, glyphs: Sequence[Glyph]) -> list[PageTable]:
    """Find the tables of two columns and more on a page of pdfplumber, filled with the page's characters."""
    left, top = page.bbox[0], page.bbox[3]
    grids = [
        [Box(x0 + left, x1 + left, top - bottom, top - above) for x0, above, x1, bottom in table.cells]
        for table in page.find_tables()
    ]
    return fill_tables(grids, glyphs)


def fill_tables(grids: Iterable[Sequence[Box]], glyphs: Sequence[Glyph]) -> list[PageTable]:
    """Fill tables, each given as the boxes of its cells, with the page's characters; those of one column are none."""
    found: list[PageTable] = []
    for boxes in grids:
        columns, rows = _edges(b.left for b in boxes), _edges(-b.top for b in boxes)
        if len(columns) > 1 and len(boxes) > 2:
            found.append(_filled(boxes, columns, rows, glyphs))
    return [table for table in found if any(cell.text for cell in table.cells)]


def _edges(places: Iterable[float]) -> list[float]:
    """Return the distinct edges, in order; those nearly the same are one."""
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _SAME:
            edges.append(place)
    return edges


def _filled(
    boxes: Sequence[Box], columns: Sequence[float], rows: Sequence[float], glyphs: Sequence[Glyph]
) -> PageTable:
    outer = Box(
        min(b.left for b in boxes), max(b.right for b in boxes), min(b.bottom for b in boxes), max(b.top for b in boxes)
    )
    held: list[list[Glyph]] = [[] for _ in boxes]
    taken: set[int] = set()
    for i, glyph in enumerate(glyphs):
        x, y = glyph.box.centre, glyph.box.middle
        if not (outer.left <= x <= outer.right and outer.bottom <= y <= outer.top):
            continue
        taken.add(i)
        for box, content in zip(boxes, held, strict=True):
            if box.left <= x <= box.right and box.bottom <= y <= box.top:
                content.append(glyph)
                break
    cells = []
    for box, content in zip(boxes, held, strict=True):
        column, row = _index(columns, box.left), _index(rows, -box.top)
        cells.append(
            GridCell(
                _text(content),
                row,
                column,
                max(1, _index(rows, -box.bottom - _SAME) + 1 - row),
                max(1, _index(columns, box.right - _SAME) + 1 - column),
                tuple(glyph.word for glyph in content if glyph.word is not None),
            )
        )
    return PageTable(outer, tuple(sorted(cells, key=lambda c: (c.row, c.column))), frozenset(taken))


def _index(edges: Sequence[float], place: float) -> int:
    """Return the last edge that is not beyond a place."""
    return max((i for i, edge in enumerate(edges) if edge <= place + _SAME / 2), default=0)


def _text(glyphs: Sequence[Glyph]) -> str:
    """Put the characters of a cell together, its lines joined by blanks."""
    pieces: list[str] = []
    for last, glyph in zip([None, *glyphs], glyphs, strict=False):
        if last is not None and glyph.line != last.line and last.text != "\ufffe":
            pieces.append("\n")
        pieces.append(glyph.text)
    return clean(_CUT.sub("", "".join(pieces)))

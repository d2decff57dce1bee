"""Tables whose columns are set off by blanks alone, as programs that keep the look of a PDF page leave them.

TT   Tên xã        Diện tích     Sản lượng
                   (ha)          (tấn)
1    Hòa Bình      120           640
2    Minh Tân      95            510
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractor.reading.plain.rows import CellSpan, Extent, Rows

MIN_COLUMNS = 3
MIN_ROWS = 3
MIN_GAP = 2
MAX_WIDTH = 400
"""Characters of a line, at most; a longer one is no line of a page."""
LEAST_FIGURES = 0.6
"""Share of figures in one column at least below the header: without one the blanks may be those of justified text."""

_LINE_WITH_GAP = re.compile(r"(?m)^[ \u00a0]*[^\s\t|][^\n\t|]*?[ \u00a0]{2,}[^\s\t|][^\n\t|]*$")
_FIGURE = re.compile(r"[\d.,]*\d[\d.,]*[ ]?%?(?:[ ]?[-–/][ ]?[\d.,]*\d[ ]?%?)?")
_BLANKS = " \u00a0"


def aligned_tables(text: str) -> Iterator[tuple[Rows, Extent]]:
    """Yield the tables of neighbouring lines that leave the same columns blank, with the place of each."""
    if "  " not in text:
        return
    run: list[Extent] = []
    for match in _LINE_WITH_GAP.finditer(text):
        start, end = match.span()
        if run and start != run[-1][1] + 1:
            yield from _table(text, run)
            run = []
        if end - start <= MAX_WIDTH:
            run.append((start, end))
    yield from _table(text, run)


def _table(text: str, lines: Sequence[Extent]) -> Iterator[tuple[Rows, Extent]]:
    if len(lines) < MIN_ROWS:
        return
    columns = _columns([text[start:end] for start, end in lines])
    if len(columns) < MIN_COLUMNS:
        return
    rows = [[_cell(text, line, column) for column in columns] for line in lines]
    full = [row for row in rows if sum(start < end for start, end in row) >= MIN_COLUMNS]
    if len(full) >= MIN_ROWS and _holds_figures(text, rows[1:]):
        yield Rows(rows), (lines[0][0], lines[-1][1])


def _columns(lines: Sequence[str]) -> list[Extent]:
    """Return the stretches between the gaps that all lines leave blank."""
    width = max(map(len, lines))
    blank = [True] * width
    for line in lines:
        for position, sign in enumerate(line):
            if sign not in _BLANKS:
                blank[position] = False
    edges = [0]
    position = 0
    while position < width:
        end = position
        while end < width and blank[end]:
            end += 1
        if end - position >= MIN_GAP and position:
            edges.append(end)
        position = max(end, position + 1)
    return [(start, end) for start, end in pairwise([*edges, width]) if start < end]


def _cell(text: str, line: Extent, column: Extent) -> CellSpan:
    start = min(line[0] + column[0], line[1])
    content = text[start : min(line[0] + column[1], line[1])]
    first = start + len(content) - len(content.lstrip(_BLANKS)) if content.strip(_BLANKS) else start
    return first, first + len(content.strip(_BLANKS))


def _holds_figures(text: str, rows: Sequence[Sequence[CellSpan]]) -> bool:
    """Tell whether one of the columns behind the first is mostly figures."""
    for index in range(1, len(rows[0])):
        cells = [text[slice(*row[index])] for row in rows]
        if sum(_FIGURE.fullmatch(cell) is not None for cell in cells) >= LEAST_FIGURES * len(cells):
            return True
    return False

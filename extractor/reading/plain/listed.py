"""Tables that have lost all their rules: each cell is a line of its own, and only the row numbers tell the rows.

STT
Nội dung
Thời gian
1
Rà soát hộ nghèo
Quý I
"""

import re
from collections.abc import Iterator, Sequence

from extractor.reading.plain.pipes import rows_of
from extractor.reading.plain.rows import CellSpan, Extent, Rows
from extractor.reading.plain.width import FIRST_NUMBER, MAX_COLUMNS, NUMBER_HEADING

MAX_LINES = 400
LONGEST_TITLE = 80
_LONGEST_GAP = 20
MIN_NUMBERED = 2

_HEADING_LINE = re.compile(r"\n[ \t]*(?:S?TT|[Ss]tt|S\.T\.T|(?:Số|SỐ) (?:TT|thứ tự|THỨ TỰ))[ \t]*(?=\n)")
"""Found at the line end before it, which is faster."""
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_SENTENCE_END = (".", ";", ":")


def listed_tables(text: str) -> Iterator[tuple[Rows, Extent]]:
    """Yield the tables whose cells are lines, with the place of each."""
    done = 0
    for heading in _HEADING_LINE.finditer(text):
        if heading.start() < done or text[heading.end() : heading.end() + _LONGEST_GAP].lstrip().startswith("|"):
            continue
        cells = _lines(text, heading.start() + 1)
        if not _is_header(text, cells):
            continue
        rows = _numbered(text, list(rows_of(text, cells)))
        if len(rows) > MIN_NUMBERED:
            done = rows[-1][-1][1]
            yield Rows(rows), (rows[0][0][0], done)


def _lines(text: str, start: int) -> list[CellSpan]:
    cells: list[CellSpan] = []
    for match in _LINE.finditer(text, start):
        line = match[0]
        if len(cells) == MAX_LINES or "\t" in line or "|" in line or (cells and NUMBER_HEADING.fullmatch(line.strip())):
            break
        first = match.start() + len(line) - len(line.lstrip())
        cells.append((first, first + len(line.strip())))
    return cells


def _is_header(text: str, cells: Sequence[CellSpan]) -> bool:
    """Tell whether short lines lead from the number's title to the first number."""
    for cell in cells[1 : MAX_COLUMNS + 1]:
        line = text[slice(*cell)]
        if FIRST_NUMBER.fullmatch(line):
            return True
        if len(line) > LONGEST_TITLE or line.endswith(_SENTENCE_END) or NUMBER_HEADING.fullmatch(line):
            return False
    return False


def _numbered(text: str, rows: Sequence[list[CellSpan]]) -> list[list[CellSpan]]:
    """Return the header and the rows below it whose numbers rise by one, section rows between them."""
    kept, last = [rows[0]], 0
    for row in rows[1:]:
        number = text[slice(*row[0])].rstrip(".)")
        if len(row) == len(rows[0]) and number.isdecimal() and int(number) in (1, last + 1):
            last = int(number)
        elif len(row) == len(rows[0]) or number.isdecimal():
            break
        kept.append(row)
    while len(kept[-1]) < len(kept[0]):
        kept.pop()
    return kept if last >= MIN_NUMBERED else []

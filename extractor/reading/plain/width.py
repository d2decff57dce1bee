"""The number of columns of a table whose cells follow one another without a sign of where a row ends."""

from collections import Counter
from collections.abc import Sequence

import regex

from extractor.reading.plain.rows import ROW_NUMBER

MAX_COLUMNS = 15
NUMBER_HEADING = regex.compile(r"(?:S?TT|Số TT|S\.?T\.?T|Số thứ tự|No\.?)", regex.I)
FIRST_NUMBER = regex.compile(r"(?:0?1|I|A|a)[.)]?")
LEAST_ALIKE = 0.85
"""Share of the filled cells of a column that must be of one kind where no row number tells the rows."""

_COLUMN_NUMBER = regex.compile(r"\(?(?:\d{1,2}|[A-H])\)?(?: ?[=+:x×*/-] ?\(?\d{1,2}\)?)*+")
_FIGURE = regex.compile(r"[≥≤<>~]?[ ]?[\d.,]*\d[\d.,]*[ ]?%?(?:[ ]?[-–/][ ]?[\d.,]*\d[ ]?%?)?|-|x|X|v")
_TIME = regex.compile(
    r"(?i)(?:quý|tháng|năm|ngày|trước|đến|từ|trong|hằng|hàng|cả năm|thường xuyên|định kỳ|giai đoạn|\d{4}|\d{1,2}/\d)"
    r"(?!\p{L}).{0,60}"
)


def width_of(cells: Sequence[str]) -> int:
    """Tell the number of columns; 1 where nothing shows it.

    The row numbers tell it by how far they stand apart, the header by the cells before the first of them; without
    row numbers columns are told by what they hold, each cells of one kind.
    """
    if NUMBER_HEADING.fullmatch(cells[0]):
        first = next((i for i in range(2, min(2 * MAX_COLUMNS, len(cells))) if FIRST_NUMBER.fullmatch(cells[i])), None)
        if first is not None:
            return _agreed(cells, first)
    numbered = _by_numbers(cells)
    return numbered if numbered > 1 else _by_kinds(cells)


def _agreed(cells: Sequence[str], header: int) -> int:
    """Settle how many columns there are where the header has so many cells: a merged one makes it longer."""
    apart = _distances(cells[header:])
    if not apart or header in apart:
        return header
    width, count = apart.most_common(1)[0]
    numbers = header == 2 * width and all(_COLUMN_NUMBER.fullmatch(cell) for cell in cells[width:header])
    merged = width < header <= width + 3 and count > 1
    return width if numbers or merged else header


def _distances(cells: Sequence[str]) -> Counter[int]:
    """Count how far each row number stands behind the one before."""
    apart: Counter[int] = Counter()
    last: dict[int, int] = {}
    for place, cell in enumerate(cells):
        number = cell.rstrip(".)")
        if not (number.isdecimal() and len(number) < 4):
            continue
        before = last.get(int(number) - 1)
        if before is not None and 2 <= place - before <= MAX_COLUMNS:
            apart[place - before] += 1
        last[int(number)] = place
    return apart


def _by_numbers(cells: Sequence[str]) -> int:
    """The number of columns with which most rows below the header begin with a row number."""
    best, most = 1, 0.7
    for width in range(2, min(MAX_COLUMNS, len(cells) // 2) + 1):
        starts = cells[width::width]
        share = _numbers_of_rows(starts) / len(starts)
        if share > most:
            best, most = width, share
    return best


def _numbers_of_rows(starts: Sequence[str]) -> int:
    """Count the row numbers among the first cells of rows: figures that rise by one or begin anew, and other marks."""
    count = last = 0
    for start in starts:
        number = start.rstrip(".)")
        if not number.isdecimal():
            count += ROW_NUMBER.fullmatch(start) is not None
        elif int(number) in (1, last + 1):
            count, last = count + 1, int(number)
    return count


def _by_kinds(cells: Sequence[str]) -> int:
    """The least number of columns with which each holds cells of one kind, one of them figures or times."""
    kinds = [_kind(cell) for cell in cells]
    for width in range(2, min(MAX_COLUMNS, len(cells) // 3) + 1):
        if len(cells) % width and len(cells) % width != width - 1:
            continue
        if "figure" in kinds[:width]:
            continue
        columns = [[kind for kind in kinds[width + column :: width] if kind] for column in range(width)]
        if all(_alike(column) for column in columns) and any(column and column[0] != "text" for column in columns):
            return width
    return 1


def _alike(column: Sequence[str]) -> bool:
    return not column or Counter(column).most_common(1)[0][1] >= LEAST_ALIKE * len(column)


def _kind(cell: str) -> str:
    if not cell:
        return ""
    if _FIGURE.fullmatch(cell):
        return "figure"
    return "time" if _TIME.fullmatch(cell) else "text"

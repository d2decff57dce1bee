"""Tables whose cells stand one to a line between lone pipes, as converters from PDF and HTML leave them.

    STT          or, with rows that begin       |
    |            and end with a pipe            STT
    Nội dung                                    |
    |                                           Nội dung
    1                                           |

Nothing marks the end of a row, so rows are told by the number of columns of the header and the row numbers.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from extractor.reading.plain.rows import ROW_NUMBER, CellSpan, Extent, Rows
from extractor.reading.plain.width import FIRST_NUMBER, NUMBER_HEADING, width_of

MIN_PIPES = 3
MAX_CELL = 3000
MAX_HEADING_CELL = 200

_LONE_PIPE = regex.compile(r"(?m)^[ \t]*\|[ \t]*$")
_LINE = regex.compile(r"[^\n]*\S[^\n]*")
_RULE_LINE = regex.compile(r"[ \t]*:?-{2,}+:?(?:[ ]*\|[ ]*:?-{2,}+:?)+[ \t|]*")
_PARAGRAPH = regex.compile(r"\s*+(?P<cell>[^\n]++(?:\n(?!\s*+\n)[^\n]++){0,20}+)")
_BODY_LINE = regex.compile(
    r"""(?mx)^[ \t]*(?:
        (?:KẾ[ ]HOẠCH|QUYẾT[ ]ĐỊNH|PHỤ[ ]LỤC|Phụ[ ]lục)\b[^|\n]{0,200}\n
      | [IVX]{1,4}\.[ ]?\p{Lu}[^\n|]*\n[^|\n]*\n[^|\n]*\n
    )"""
)
_COLUMN_LINE = regex.compile(
    r"""(?mx)^[ \t]*(?:CỘNG[ ]H(?:ÒA|OÀ)[ ]XÃ[ ]HỘI|Độc[ ]lập[ ]?[-–][ ]?Tự[ ]do
      |Số:?[ ]?(?:\d{1,5}|[._…]{2,})?[ ]?/?\p{Lu}
      |Số:$|Nơi[ ]nhận[ ]?:|(?:TM|KT|TL|TUQ)\.[ ]?\p{Lu}{2}|\p{Lu}[^\n,]{2,30},[ ]ngày\b)"""
)
_PART = regex.compile(r"[*#]*(?:[IVX]{1,5}|[A-H])\.[ ]?\p{Lu}{2}|(?:PHỤ[ ]LỤC|Phụ[ ]lục|Nơi[ ]nhận)\b")
"""What is no cell: the heading of the next part."""
_OVER_OTHERS = regex.compile(
    r"(?i)(?:trong đó|chia ra|bao gồm|gồm|cụ thể|các năm|lộ trình|phân kỳ|năm thực hiện)(?!\p{L})"
)
_HEADING = regex.compile(
    r"[ \t*#]*(?:[IVX]{1,5}\.|[A-H]\.|\d{1,2}(?:\.\d{1,2})*\.|PHỤ[ ]LỤC|Phụ[ ]lục|BIỂU|Biểu)[ ]?\p{Lu}?"
)
_SECTION_NUMBER = regex.compile(r"[IVXL]{1,6}[.)]?|[A-HĐ][.)]?")


def lone_pipe_tables(text: str) -> Iterator[tuple[Rows, Extent]]:
    """Yield the tables between lone pipes, with the place of each."""
    if "|\n" not in text:
        return
    run: list[Extent] = []
    done = 0
    for pipe in lone_pipes(text):
        reach = MAX_CELL if run else MAX_HEADING_CELL
        if _holds_columns(text, max(done, pipe[0] - reach), pipe[0]):
            yield from _table(text, run)
            run = []
        elif run and (
            pipe[0] - run[-1][1] > MAX_CELL
            or _holds_body(text, run[-1][1], pipe[0])
            or _opens_table(text, run[-1][1], pipe[0])
        ):
            yield from _table(text, run)
            run = [pipe]
        else:
            run.append(pipe)
        done = pipe[1]
    yield from _table(text, run)


def lone_pipes(text: str) -> Iterator[Extent]:
    """Yield the lines that hold nothing but a pipe."""
    if "|" in text:
        yield from (match.span() for match in _LONE_PIPE.finditer(text))


def _holds_body(text: str, start: int, end: int) -> bool:
    """Tell whether between two pipes a part of the document stands, not a cell: a document's name, then paragraphs."""
    return _BODY_LINE.search(text, start, end) is not None


def _opens_table(text: str, start: int, end: int) -> bool:
    """Tell whether behind the heading of a part of the document the first column of another table opens."""
    *above, last = [""] + [line for line in text[start:end].split("\n") if line.strip()]
    return NUMBER_HEADING.fullmatch(last.strip()) is not None and any(_HEADING.match(line) for line in above)


def _holds_columns(text: str, start: int, end: int) -> bool:
    """Tell whether before a pipe a column of the document's header or signature stands, which is no cell."""
    return _COLUMN_LINE.search(text, start, end) is not None


def _table(text: str, pipes: Sequence[tuple[int, int]]) -> Iterator[tuple[Rows, Extent]]:
    if len(pipes) < MIN_PIPES:
        return
    cells: list[CellSpan] = []
    first = _line_before(text, pipes[0][0])
    for (_, start), (end, _) in pairwise(pipes):
        cells += _cells_between(text, start, end)
    ruled = _RULE_LINE.search(text, pipes[0][0], pipes[-1][1])
    if first and (ruled or _is_first_title(text, first, cells)):
        cells.insert(0, first)
    rows = list(rows_of(text, cells))
    rows = _without_empty_last_column(rows)
    last = _paragraph_after(text, pipes[-1][1])
    if last and _PART.match(text, last[0]):
        last = None
    if last and not _holds_columns(text, *last) and len(rows) > 1 and len(rows[-1]) < len(rows[0]):
        rows[-1].append(last)
    start, end = min(rows[0][0][0], pipes[0][0]), max(rows[-1][-1][1], pipes[-1][1])
    yield Rows(rows), (start, end)


def _is_first_title(text: str, line: CellSpan, cells: Sequence[CellSpan]) -> bool:
    """Tell whether the line before the first pipe is the first cell of the header, not the paragraph above it."""
    title = text[slice(*line)]
    if NUMBER_HEADING.fullmatch(title):
        return True
    if title.endswith((".", ":", ";", ",")) or not cells or NUMBER_HEADING.fullmatch(text, *cells[0]):
        return False
    whole = [title, *(text[start:end] for start, end in cells)]
    width = width_of(whole)
    return width > 1 and len(whole) % width == 0


def _line_before(text: str, end: int) -> CellSpan | None:
    """Return the last line before a place, where it is short enough for a heading cell."""
    content = text[max(0, end - MAX_HEADING_CELL) : end].rstrip()
    last = content.rpartition("\n")[2]
    stop = end - len(text[max(0, end - MAX_HEADING_CELL) : end]) + len(content)
    return _trimmed(text, stop - len(last), stop) if last.strip() else None


def _paragraph_after(text: str, start: int) -> CellSpan | None:
    """Return the lines after a place up to an empty one."""
    match = _PARAGRAPH.match(text, start)
    return _trimmed(text, *match.span("cell")) if match else None


def _cells_between(text: str, start: int, end: int) -> list[CellSpan]:
    """Return the cells between two pipes: one, or two where a row ends between them without a pipe."""
    lines = [m.span() for m in _LINE.finditer(text, start, end)]
    if not lines:
        return [(start, start)]
    for i, line in enumerate(lines):
        if _RULE_LINE.fullmatch(text, *line):
            sides = [lines[:i], lines[i + 1 :]]
            return [_trimmed(text, side[0][0], side[-1][1]) for side in sides if side]
    last = _trimmed(text, *lines[-1])
    if len(lines) > 1 and ROW_NUMBER.fullmatch(text, *last):
        return [_trimmed(text, lines[0][0], lines[-2][1]), last]
    return [_trimmed(text, lines[0][0], lines[-1][1])]


def _trimmed(text: str, start: int, end: int) -> CellSpan:
    content = text[start:end]
    return start + len(content) - len(content.lstrip()), start + len(content.rstrip())


def rows_of(text: str, cells: list[CellSpan]) -> Iterator[list[CellSpan]]:
    """Part the cells into rows; without a sign of the number of columns each cell is a row of its own."""
    numbered = [ROW_NUMBER.fullmatch(text, *cell) is not None for cell in cells]
    width = width_of([text[start:end] for start, end in cells])
    i = 0
    if header := _merged_header(text, cells, width):
        yield from header
        i = sum(map(len, header))
    while i < len(cells):
        count = _section_length(text, cells, numbered, i, width) or width
        yield cells[i : i + count]
        i += count


def _merged_header(text: str, cells: list[CellSpan], width: int) -> list[list[CellSpan]]:
    """Return the rows of a header one of whose cells is merged over others, which stand below it; else nothing.

    The merged cell is a row of its own, so that each column keeps the title that stands right above it.
    """
    if not NUMBER_HEADING.fullmatch(text, *cells[0]):
        return []
    first = next(
        (i for i in range(width, min(2 * width, len(cells))) if FIRST_NUMBER.fullmatch(text, *cells[i])), width
    )
    if not width < first < 2 * width:
        return []
    merged = next((i for i in range(1, first) if _OVER_OTHERS.match(text, *cells[i])), width - 2)
    titles = [cell for i, cell in enumerate(cells[:first]) if i != merged]
    return [[cells[merged]], titles[:width]] if len(titles) == width else []


def _section_length(text: str, cells: list[CellSpan], numbered: list[bool], i: int, width: int) -> int | None:
    """Count the cells of a section's row, number and title, whose other columns are merged away; None elsewhere."""
    if not _SECTION_NUMBER.fullmatch(text, *cells[i]) or (i + width < len(cells) and numbered[i + width]):
        return None
    for length in range(2, min(width, len(cells) - i)):
        if numbered[i + length]:
            return length
        if cells[i + length][0] < cells[i + length][1]:
            return None
    return None


def _without_empty_last_column(rows: list[list[CellSpan]]) -> list[list[CellSpan]]:
    """Drop the column that two pipes between rows leave."""
    width = len(rows[0])
    full = [row for row in rows if len(row) == width]
    if width > 1 and len(full) > 1 and all(row[-1][0] == row[-1][1] for row in full):
        return [row[: width - 1] for row in rows]
    return rows

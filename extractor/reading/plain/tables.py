"""Tables of a plain text: cells between tabs, between pipes, one to a line, or set in columns."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import pairwise

import regex

from extractor.reading.plain.aligned import aligned_tables
from extractor.reading.plain.listed import listed_tables
from extractor.reading.plain.pipes import lone_pipe_tables
from extractor.reading.plain.rows import ROW_NUMBER, CellSpan, Extent, Rows, join_over_pages
from extractor.reading.source import Block, Table

Part = tuple[Rows, Extent]

_RULE = regex.compile(r"[ ]*+\|?[ ]*+:?-{2,}+:?[ ]*+(?:\|[ ]*+:?-{2,}+:?[ ]*+)*+\|?[ \t]*+")
_PIPE = regex.compile(r"(?<!\\)\|")
_LIST_MARKER = regex.compile(r"(?:[-–+•*▪◦]|\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]|[IVXL]{1,6})[.)])?\s*")
_MAX_LINES_WITHOUT_TAB = 3


def find_tables(text: str, furniture: list[Block]) -> list[Table]:
    """Find the tables of a text, in order; `furniture` is what may stand between the parts of one table."""
    parts = [
        *_tab_parts(text),
        *_pipe_parts(text),
        *lone_pipe_tables(text),
        *aligned_tables(text),
        *listed_tables(text),
    ]
    parts.sort(key=lambda part: part[1])
    apart: list[Part] = []
    for part in parts:
        if not apart or part[1][0] >= apart[-1][1][1]:
            apart.append(part)
    return join_over_pages(text, apart, _gap_judge(text, furniture))


def _lines_with(text: str, sign: str) -> Iterator[Extent]:
    """Yield the lines that hold a sign."""
    at = text.find(sign)
    while at >= 0:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        yield text.rfind("\n", 0, at) + 1, end
        at = text.find(sign, end)


def _gap_judge(text: str, furniture: list[Block]) -> Callable[[int, int], bool | None]:
    starts = [block.start for block in furniture]

    def judge(start: int, end: int) -> bool | None:
        done, seen = start, "\f" in text[start : min(end, start + 200)]
        i = bisect_left(starts, start)
        while i < len(starts) and starts[i] < end and not text[done : starts[i]].strip():
            done, seen = furniture[i].end, True
            i += 1
        return None if text[done:end].strip() else seen

    return judge


def _tab_parts(text: str) -> Iterator[Part]:
    """Yield the tables whose cells are parted by tabs: runs of lines with tabs, no empty line between them."""
    run: list[Extent] = []
    for line in _lines_with(text, "\t"):
        if run and not _same_run(text, run[-1][1], line[0]):
            yield from _tab_part(text, run)
            run = []
        run.append(line)
    yield from _tab_part(text, run)


def _same_run(text: str, start: int, end: int) -> bool:
    """Tell whether between two lines with tabs only a few lines stand, none empty: cells that wrap, or section rows."""
    if end - start == 1:
        return True
    between = text[start + 1 : end - 1] if end - start < 2000 else ""
    lines = between.split("\n")
    return bool(between) and len(lines) <= _MAX_LINES_WITHOUT_TAB and all(line.strip() for line in lines)


def _tab_part(text: str, run: list[tuple[int, int]]) -> Iterator[Part]:
    if sum(not _is_list_line(text[start:end]) for start, end in run) < min(2, len(run)) or not run:
        return
    width = max(text.count("\t", start, end) for start, end in run) + 1
    rows = Rows()
    start, end = run[0][0], run[-1][1]
    position = start
    while position < end:
        line_end = text.find("\n", position, end)
        line_end = end if line_end < 0 else line_end
        cells = _split(text, position, line_end)
        if rows.rows and _continues(text, rows.rows[-1], cells, width):
            rows.rows[-1][-1] = (rows.rows[-1][-1][0], cells[0][1])
            rows.rows[-1] += cells[1:]
        else:
            rows.rows.append(cells)
        position = line_end + 1
    yield rows, (start, end)


def _is_list_line(line: str) -> bool:
    """Tell a list mark or an indent that is set off by a tab from a row of cells."""
    first, _, rest = line.partition("\t")
    return "\t" not in rest.strip("\t") and _LIST_MARKER.fullmatch(first) is not None


def _split(text: str, start: int, end: int) -> list[CellSpan]:
    cells: list[CellSpan] = []
    for content in text[start:end].split("\t"):
        bare = content.strip()
        first = start + content.index(bare)
        cells.append((first, first + len(bare)))
        start += len(content) + 1
    return cells


def _continues(text: str, row: list[CellSpan], cells: list[CellSpan], width: int) -> bool:
    """Tell whether a line goes on in the last cell of the row before it."""
    first = text[slice(*cells[0])]
    if not first or ROW_NUMBER.fullmatch(first):
        return False
    if len(cells) == 1:
        return first[0].islower() or (len(row) == width and first[0] in "(,;")
    return len(row) < width and len(row) + len(cells) - 1 == width and bool(text[slice(*row[-1])])


def _pipe_parts(text: str) -> Iterator[Part]:
    """Yield the Markdown tables: neighbouring lines of cells between pipes, with or without a rule line."""
    run: list[Extent] = []
    for start, end in _lines_with(text, "|"):
        if text[start:end].strip() == "|":
            continue
        if run and start - run[-1][1] > 1:
            yield from _pipe_part(text, run)
            run = []
        run.append((start, end))
    yield from _pipe_part(text, run)


def _pipe_part(text: str, run: list[tuple[int, int]]) -> Iterator[Part]:
    rules = [i for i, span in enumerate(run) if _RULE.fullmatch(text, *span)]
    if not rules and not (len(run) > 1 and all(text[start:end].lstrip().startswith("|") for start, end in run)):
        return
    if rules and rules[0] > 1 and not text[slice(*run[0])].lstrip().startswith("|"):
        run, rules = run[rules[0] - 1 :], [1]
    ruled = set(rules)
    rows = Rows([_pipe_cells(text, *span) for i, span in enumerate(run) if i not in ruled])
    if rows.rows and rows.width > 1:
        yield rows, (run[0][0], run[-1][1])


def _pipe_cells(text: str, start: int, end: int) -> list[CellSpan]:
    line = text[start:end].rstrip()
    edges = [start - 1, *(start + m.start() for m in _PIPE.finditer(line)), start + len(line)]
    cells: list[CellSpan] = []
    for i, (left, right) in enumerate(pairwise(edges)):
        content = text[left + 1 : right]
        if content.strip():
            first = left + 1 + len(content) - len(content.lstrip())
            cells.append((first, left + 1 + len(content.rstrip())))
        elif 0 < i < len(edges) - 2:
            cells.append((left + 1, left + 1))
    return cells or [(start, start)]

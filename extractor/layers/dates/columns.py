"""The table cells that hold times: those of a column headed "Thời gian", "Thời hạn", "Tiến độ" …"""

from bisect import bisect_right
from collections.abc import Sequence

import regex

from extractor.language.document import Document, ViewSpan

_TIME_HEADING = regex.compile(
    r"(?:thời[ ](?:gian|hạn|điểm)|tiến[ ]độ|hạn[ ](?:hoàn[ ]thành|nộp)|hoàn[ ]thành|ngày|năm)(?!\p{L})[^\t\n\d]{0,40}",
    regex.IGNORECASE,
)
_HEADING_ROWS = 3


def time_cells(document: Document) -> list[ViewSpan]:
    """List the cells of the columns that are headed as times, in order."""
    cells: set[ViewSpan] = set()
    for table in document.tables:
        columns = {
            cell.column
            for row in table.rows[:_HEADING_ROWS]
            for cell in row
            if cell is not None and _TIME_HEADING.fullmatch(cell.text)
        }
        cells.update(
            ViewSpan(cell.start, cell.end)
            for row in table.rows[1:]
            for cell in row
            if cell is not None and cell.column in columns
        )
    return sorted(cells)


def in_span(spans: Sequence[ViewSpan], position: int) -> bool:
    """Tell whether a position lies in one of the spans, which must be in order."""
    i = bisect_right(spans, position, key=lambda span: span.start) - 1
    return i >= 0 and position < spans[i].end

"""Builds the reading view of a text from its layout."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import regex

from extractor.language.paragraphs import Line, goes_on, wrap_width
from extractor.language.repair import line_edits
from extractor.language.view import Edit, ReadingView
from extractor.reading import plain_layout
from extractor.reading.source import FURNITURE, Layout, Table

_LINE = regex.compile(r"[^\n\f\v\u0085\u2028\u2029]++")
_LEAD = regex.compile(r"\s*+(?:#{1,6}+(?=\s)\s*+|>[ ])?+(?:\\(?=[-*.]))?")
_BLANK = " \t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\ufeff\u200b"


class _Segment(NamedTuple):
    """A stretch of the text that the view keeps, and what stands before it in the view."""

    start: int
    end: int
    separator: str


def build_view(text: str, layout: Layout | None = None) -> ReadingView:
    """Build the reading view of `text`.

    `layout` comes from the reader of the file; without it the text is looked through for tables, markup and page
    numbers as a plain text file would be.
    """
    layout = plain_layout(text) if layout is None else layout
    segments = _segments(text, layout)
    marks = _emphasis_marks(text, layout)
    return ReadingView(text, list(_merge(segments, _sorted_edits(line_edits(text), marks), len(text))))


def _segments(text: str, layout: Layout) -> list[_Segment]:
    """List the kept stretches in order: paragraphs line by line, tables cell by cell."""
    segments: list[_Segment] = []
    furniture = [(b.start, b.end) for b in layout.blocks if b.kind in FURNITURE]
    done = 0
    lines: list[Line] = []
    for table in sorted(layout.tables, key=lambda t: t.start):
        if table.start < done or not table.cells:
            continue
        lines += _lines(text, done, table.start, furniture)
        lines.append(Line(table.start, table.end, "", 1, False))
        done = table.end
    lines += _lines(text, done, len(text), furniture)
    tables = {table.start: table for table in layout.tables}
    width = wrap_width([line for line in lines if line.content]) if layout.wrapped else None
    last: Line | None = None
    for line in lines:
        if not line.content:
            segments += _table_segments(text, tables[line.start])
            last = None
            continue
        joined = last is not None and goes_on(last, line, width)
        segments.append(_Segment(line.start, line.end, " " if joined else "\n"))
        last = line
    return segments


def _lines(text: str, start: int, end: int, furniture: list[tuple[int, int]]) -> Iterator[Line]:
    """Yield the lines of a stretch without their leading markup; empty lines and page furniture are left out."""
    hidden = iter([span for span in furniture if start <= span[0] < end])
    span = next(hidden, None)
    previous_end, skipped = start, 0
    for match in _LINE.finditer(text, start, end):
        first, last = match.span()
        while span is not None and span[1] <= first:
            span = next(hidden, None)
        if span is not None and span[0] <= first and last <= span[1]:
            skipped += 1
            continue
        lead = _LEAD.match(text, first, last)
        first_kept = lead.end() if lead else first
        content = text[first_kept:last].rstrip(_BLANK)
        if not content:
            continue
        gap = max(0, text.count("\n", previous_end, first) - 1 - skipped)
        yield Line(first_kept, first_kept + len(content), content, gap, text[first] in " \t")
        previous_end, skipped = last, 0


def _table_segments(text: str, table: Table) -> Iterator[_Segment]:
    row = -1
    for cell in sorted(table.cells, key=lambda c: (c.start, c.row, c.column)):
        separator = "\t" if cell.row == row else "\n"
        row = cell.row
        yield _Segment(cell.start, cell.end, separator)


def _emphasis_marks(text: str, layout: Layout) -> Iterator[Edit]:
    """Drop the marks around bold and italic stretches (runs of two and more stars are dropped anyway)."""
    for span in layout.emphasis:
        before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
        if before and before in "*_" and before == after:
            width = 2 if text[span.start - 2 : span.start] == before * 2 else 1
            yield Edit(span.start - width, span.start, "")
            yield Edit(span.end, min(len(text), span.end + width), "")


def _sorted_edits(repairs: list[Edit], marks: Iterable[Edit]) -> list[Edit]:
    """Merge repairs and marks; where two overlap, the earlier one stands."""
    kept: list[Edit] = []
    for edit in sorted([*repairs, *marks]):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept


def _merge(segments: list[_Segment], repairs: list[Edit], length: int) -> Iterator[Edit]:
    """Yield the edits that cut out what stands between segments, and the repairs inside them."""
    done = index = 0
    for start, end, separator in segments:
        cut = Edit(done, start, separator if done else "")
        if cut.start != cut.end or cut.replacement:
            yield cut
        while index < len(repairs) and repairs[index].start < start:
            index += 1
        while index < len(repairs) and repairs[index].end <= end:
            yield repairs[index]
            index += 1
        done = end
    if done < length:
        yield Edit(done, length, "")

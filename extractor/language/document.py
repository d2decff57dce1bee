"""`Document`: what the layers of one document work on and write to."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from extractor.language.build import build_view
from extractor.language.sentences import sentence_spans
from extractor.language.view import ReadingView
from extractor.lexicon.alternation import lowered
from extractor.reading import plain_layout
from extractor.reading.source import FURNITURE, Layout, Source
from extractor.records import Extracted, Plan


class ViewSpan(NamedTuple):
    """A stretch of the reading view, `start` included, `end` not."""

    start: int
    end: int


class GridCell(NamedTuple):
    """A table cell in the reading view; a merged cell stands in every place that it covers."""

    start: int
    end: int
    text: str
    row: int
    column: int
    """Of the cell's own upper left corner."""


@dataclass(frozen=True)
class Grid:
    """A table of the reading view, row by row; None where the table has no cell."""

    start: int
    end: int
    rows: tuple[tuple[GridCell | None, ...], ...]


@dataclass
class Document:
    """One document on its way through the layers: its view, its layout, and what the layers before have found."""

    view: ReadingView
    layout: Layout
    plan: Plan = field(default_factory=Plan)
    records: dict[str, list[Extracted]] = field(default_factory=dict)
    """Records by layer, in the order of their start."""
    kept: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)
    """What a layer has worked out that others need too, by name."""

    @cached_property
    def string(self) -> str:
        """The reading view's string, which the patterns are matched on."""
        return self.view.string

    @property
    def is_recognised(self) -> bool:
        """Tell whether pages were recognised in pictures, so that errors in the text need not stand on paper."""
        return bool(self.layout.words)

    @cached_property
    def lowered(self) -> str:
        """The view's string in small letters, each in its place."""
        return lowered(self.string)

    def evidence(self, start: int, end: int) -> dict[str, Any]:
        """Return `quote`, `start`, `end` in the text for a view span, for a record's constructor."""
        first, last = self.view.to_text(start, end)
        return {"quote": self.view.text[first:last], "start": first, "end": last}

    @cached_property
    def lines(self) -> list[ViewSpan]:
        """The lines of the view: paragraphs, headings, table rows; empty lines left out."""
        spans, start = [], 0
        for content in self.string.split("\n"):
            if content:
                spans.append(ViewSpan(start, start + len(content)))
            start += len(content) + 1
        return spans

    @cached_property
    def sentences(self) -> list[ViewSpan]:
        """The sentences of the view; a heading, a list label or a table cell is one of its own."""
        return [ViewSpan(start, end) for start, end in sentence_spans(self.string)]

    @cached_property
    def tables(self) -> list[Grid]:
        """The tables of the view."""
        return [_grid(self.view, table.cells) for table in self.layout.tables if table.cells]

    def line_at(self, position: int) -> ViewSpan:
        """Return the line that holds a view position."""
        return self.lines[max(0, bisect_right(self._line_starts, position) - 1)]

    def lines_after(self, position: int) -> Iterator[ViewSpan]:
        """Yield the lines behind the one that holds a view position."""
        for index in range(bisect_right(self._line_starts, position), len(self.lines)):
            yield self.lines[index]

    def lines_with(self, words: "re.Pattern[str]") -> Iterator[ViewSpan]:
        """Yield the lines in which a pattern is found, each once; the pattern should be a cheap one."""
        done = 0
        for match in words.finditer(self.string):
            if match.start() >= done:
                line = self.line_at(match.start())
                done = line.end
                yield line

    def sentence_at(self, position: int) -> ViewSpan:
        """Return the sentence that holds a view position."""
        return self.sentences[max(0, bisect_right(self._sentence_starts, position) - 1)]

    def in_table(self, position: int) -> bool:
        """Tell whether a view position lies in a table."""
        i = bisect_right(self._table_starts, position) - 1
        return i >= 0 and position < self.tables[i].end

    @cached_property
    def _line_starts(self) -> list[int]:
        return [line.start for line in self.lines]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _table_starts(self) -> list[int]:
        return [table.start for table in self.tables]


def index_at(spans: Sequence[ViewSpan], position: int) -> int:
    """Return the index of the span that holds `position`, or of the last one before it."""
    return max(0, bisect_right(spans, position, key=lambda span: span.start) - 1)


def document_of(source: Source) -> Document:
    """Open a document on a source."""
    return Document(build_view(source.text, source.layout), source.layout)


def document_of_text(text: str) -> Document:
    """Open a document on a plain text, which must be NFC with LF line ends."""
    layout = plain_layout(text)
    return Document(build_view(text, layout), layout)


def page_furniture(layout: Layout) -> list[tuple[int, int]]:
    """List the text spans of page numbers and running headers."""
    return [(block.start, block.end) for block in layout.blocks if block.kind in FURNITURE]


def _grid(view: ReadingView, cells: Sequence[Any]) -> Grid:
    height = max(cell.row + cell.row_span for cell in cells)
    width = max(cell.column + cell.column_span for cell in cells)
    rows: list[list[GridCell | None]] = [[None] * width for _ in range(height)]
    for cell in cells:
        start, end = view.to_view(cell.start, cell.end)
        placed = GridCell(start, end, view.string[start:end].strip(), cell.row, cell.column)
        for row in range(cell.row, cell.row + cell.row_span):
            for column in range(cell.column, cell.column + cell.column_span):
                rows[row][column] = placed
    spans = [cell for row in rows for cell in row if cell is not None]
    start, end = min(c.start for c in spans), max(c.end for c in spans)
    return Grid(start, end, tuple(tuple(row) for row in rows))

"""Composes the text of a document from its paragraphs and tables, and notes where each stands."""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple

from extractor.reading.source import FURNITURE, Block, BlockKind, Cell, Layout, Span, Table, Word

_MAX_HEAD_ROWS = 3


class Run(NamedTuple):
    """A stretch of one look."""

    text: str
    emphasised: bool = False
    font: str | None = None
    """Name of its font, where the file tells."""


class Recognised(NamedTuple):
    """A word that was recognised in a picture; box and confidence as in `Word`."""

    text: str
    box: tuple[float, float, float, float]
    confidence: float


class GridCell(NamedTuple):
    """The content of a table cell, on one line, and its place."""

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    words: tuple[Recognised, ...] = ()


class Composer:
    """Puts blocks one below the other, each on lines of its own, composed to NFC."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._tables: list[Table] = []
        self._emphasis: list[Span] = []
        self._words: list[Word] = []
        self._pages: list[Span] = []
        self._page_start = 0
        self._head: Sequence[Sequence[str]] = ()

    @property
    def text(self) -> str:
        """The text composed so far."""
        return "".join(self._pieces)

    def paragraph(
        self,
        runs: Sequence[Run],
        heading_level: int | None = None,
        kind: BlockKind = "text",
        words: Sequence[Recognised] = (),
    ) -> None:
        """Add a paragraph."""
        runs = _composed(runs)
        start = self._length
        for run in runs:
            if run.emphasised and run.text.strip():
                self._add_emphasis(run.text)
            self._add(run.text)
        if self._length > start:
            self._blocks.append(Block(start, self._length, kind, heading_level))
            self._note(words, "".join(run.text for run in runs), start)
            self._add("\n")

    def line(self, text: str, words: Sequence[Recognised] = ()) -> None:
        """Go on with the last paragraph on a line of its own; page furniture may stand between."""
        last = next(i for i in range(len(self._blocks) - 1, -1, -1) if self._blocks[i].kind == "text")
        text = unicodedata.normalize("NFC", text)
        self._note(words, text, self._length)
        self._add(text)
        self._blocks[last] = replace(self._blocks[last], end=self._length)
        self._add("\n")

    def gap(self) -> None:
        """Add an empty line."""
        self._add("\n")

    def begin_page(self) -> None:
        """Note that a page begins here."""
        self._page_start = self._length

    def end_page(self) -> None:
        """Note that the page ends here."""
        self._pages.append(Span(self._page_start, max(self._page_start, self._length - 1)))

    def table(self, grid: Sequence[GridCell], *, joins: bool = False) -> None:
        """Add a table: one line for each row, cells parted by tabs; the places that a merged cell covers are empty.

        With `joins` it goes on the table before it where only page furniture and a page's end stand between them
        and it has as many columns; its first row is no cell then where it repeats the header.
        """
        if not grid:
            return
        start = self._length
        width = max(cell.column + cell.column_span for cell in grid)
        height = max(cell.row + cell.row_span for cell in grid)
        by_place = {(cell.row, cell.column): cell for cell in grid}
        cells: list[Cell] = []
        for row in range(height):
            for column in range(width):
                if column:
                    self._add("\t")
                cell = by_place.get((row, column))
                if cell is None:
                    continue
                first = self._length
                content = unicodedata.normalize("NFC", " ".join(cell.text.split()))
                self._note(cell.words, content, first)
                self._add(content)
                cells.append(Cell(first, self._length, row, column, cell.row_span, cell.column_span))
            self._add("\n")
        head = [[cell.text for cell in grid if cell.row == row] for row in range(_MAX_HEAD_ROWS)]
        if joins and self._goes_on(width):
            self._join(cells, [row for row in head if row])
        else:
            self._head = head
            self._tables.append(Table(start, self._length - 1, tuple(cells)))
        self._blocks.append(Block(start, self._length - 1, "table"))

    def _goes_on(self, width: int) -> bool:
        """Tell whether the last table had as many columns, stood on the page before, and nothing has followed it."""
        if not self._tables or not self._pages or self._tables[-1].end > self._pages[-1].end:
            return False
        since = takewhile(lambda block: block.start >= self._tables[-1].end, reversed(self._blocks))
        last = max(cell.column + cell.column_span for cell in self._tables[-1].cells)
        return last == width and all(block.kind in FURNITURE for block in since)

    def _join(self, cells: Sequence[Cell], head: Sequence[Sequence[str]]) -> None:
        table = self._tables[-1]
        repeated = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(self._head, head, strict=False)))
        offset = max(cell.row + cell.row_span for cell in table.cells) - repeated
        moved = (replace(cell, row=cell.row + offset) for cell in cells if cell.row >= repeated)
        self._tables[-1] = Table(table.start, self._length - 1, (*table.cells, *moved))

    def layout(self, *, wrapped: bool) -> Layout:
        """Return where the parts stand."""
        return Layout(
            blocks=tuple(self._blocks),
            tables=tuple(self._tables),
            pages=tuple(self._pages),
            emphasis=tuple(self._emphasis),
            words=tuple(self._words),
            wrapped=wrapped,
        )

    def _add(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def _note(self, words: Sequence[Recognised], text: str, start: int) -> None:
        """Note the place of each recognised word of a text that begins at `start`."""
        done = 0
        for word in words:
            at = text.find(word.text, done)
            if at >= 0:
                done = at + len(word.text)
                page = len(self._pages) + 1
                self._words.append(Word(start + at, start + done, page, word.box, word.confidence))

    def _add_emphasis(self, text: str) -> None:
        """Note an emphasised stretch less the blanks around it; neighbours are one stretch."""
        start = self._length + len(text) - len(text.lstrip())
        end = self._length + len(text.rstrip())
        last = self._emphasis[-1] if self._emphasis else None
        if (
            last is not None
            and not "".join(self._pieces[-2:])[last.end - self._length :].strip(" ")
            and (last.end == self._length or start - last.end <= 1)
        ):
            self._emphasis[-1] = Span(last.start, end)
        else:
            self._emphasis.append(Span(start, end))


def _composed(runs: Sequence[Run]) -> list[Run]:
    """Compose each run; a mark that opens a run belongs to the letter before it."""
    composed: list[Run] = []
    for run in runs:
        text = run.text
        if composed and text and unicodedata.combining(text[0]):
            marks = len(text) - len(text.lstrip("".join({c for c in text if unicodedata.combining(c)})))
            composed[-1] = composed[-1]._replace(text=unicodedata.normalize("NFC", composed[-1].text + text[:marks]))
            text = text[marks:]
        if text:
            composed.append(run._replace(text=unicodedata.normalize("NFC", text)))
    whole = "".join(run.text for run in composed)
    if not unicodedata.is_normalized("NFC", whole):
        return [Run(unicodedata.normalize("NFC", whole))]
    return composed

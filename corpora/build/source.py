"""Reads a `.plan` source: TOML with the plan's own gold, then the body as blocks (see `corpora/README.md`)."""

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import regex

from corpora.build.marks import TAGS, Line, MarkError, Record, default_values, parse_line, split_line

MERGED_UP, MERGED_LEFT = "^", "<"


@dataclass
class Paragraph:
    """One paragraph; `label` is the part of its text that Word numbers by itself."""

    line: Line
    centred: bool = False
    label: str = ""


@dataclass
class TwoColumns:
    """The header (agency | quốc hiệu) or the foot (Nơi nhận | signature): two columns of lines, read one by one."""

    kind: str
    left: list[Line] = field(default_factory=list)
    right: list[Line] = field(default_factory=list)


@dataclass
class Title:
    """KẾ HOẠCH and the trích yếu: centred bold lines."""

    lines: list[Line] = field(default_factory=list)


@dataclass
class Table:
    """Rows of cells, the first row the header; None is a cell merged with the one above or to its left."""

    rows: list[list[Line | None]]
    spans: dict[tuple[int, int], tuple[int, int]]
    """Rows and columns that a merged cell covers, by its own (row, column)."""


@dataclass
class PageBreak:
    """The next block opens a new page."""


Block = Paragraph | TwoColumns | Title | Table | PageBreak


@dataclass
class PlanSource:
    """A source as written: its blocks in order, and the gold that is not in marks."""

    name: str
    blocks: list[Block]
    front: dict[str, Any]


def read_source(path: Path) -> PlanSource:
    """Read a source file; a fault in it is told with its line number."""
    text = path.read_text("utf-8")
    _, front, body = text.split("+++\n", 2)
    first = text.count("\n", 0, len(text) - len(body)) + 1
    reader = _Body(list(enumerate(body.split("\n"), first)))
    try:
        blocks = list(reader.blocks())
    except (MarkError, ValueError, KeyError, IndexError, TypeError) as error:
        raise MarkError(f"{path.name}, line {reader.number}: {error}") from error
    return PlanSource(path.stem, blocks, tomllib.loads(front))


class _Body:
    """Goes through the body line by line."""

    def __init__(self, lines: list[tuple[int, str]]) -> None:
        self.lines = iter(lines)
        self.number = 0
        self.defaults: dict[str, Record] = {}

    def blocks(self) -> Iterator[Block]:
        """Read block after block."""
        readers: dict[str, Callable[[str], Block]] = {
            "@header": lambda rest: self._two_columns("header"),
            "@signature": lambda rest: self._two_columns("signature"),
            "@title": lambda rest: Title([self._line(line) for line in self._until_end()]),
            "@table": lambda rest: self._table(),
            "@pagebreak": lambda rest: PageBreak(),
            "@center": lambda rest: Paragraph(self._line(rest), centred=True),
            "@auto": self._numbered,
        }
        for written in self._next_lines():
            directive, _, rest = written.partition(" ")
            if directive == "@with":
                self._with(rest)
            elif directive == "@end":
                self.defaults = {}
            elif directive in readers:
                yield readers[directive](rest)
            elif directive.startswith("@"):
                raise MarkError(f"unknown {directive}")
            elif written:
                yield Paragraph(self._line(written))

    def _next_lines(self) -> Iterator[str]:
        for number, line in self.lines:
            self.number = number
            yield line.strip()

    def _until_end(self) -> Iterator[str]:
        for line in self._next_lines():
            if line == "@end":
                return
            yield line
        raise MarkError("@end is missing")

    def _line(self, written: str) -> Line:
        return parse_line(written, self.defaults)

    def _with(self, written: str) -> None:
        tag, _, values = written.partition(" ")
        self.defaults[TAGS[tag]] = default_values(tag, values)

    def _numbered(self, written: str) -> Paragraph:
        line = self._line(written)
        label = regex.match(r"(?:Điều )?[^\s.)]{1,5}[.)](?=\s)|-(?=\s)", line.text)
        if label is None:
            raise MarkError(f"@auto without a label: {line.text[:40]!r}")
        return Paragraph(line, label=label[0])

    def _two_columns(self, kind: str) -> TwoColumns:
        block = TwoColumns(kind)
        for written in self._until_end():
            side, _, content = written.partition(":")
            {"left": block.left, "right": block.right}[side].append(self._line(content.strip()))
        return block

    def _table(self) -> Table:
        rows: list[list[Line | None]] = []
        spans: dict[tuple[int, int], tuple[int, int]] = {}
        for written in self._until_end():
            cells = [cell.strip() for cell in written.strip().strip("|").split("|")]
            if rows and len(cells) != len(rows[0]):
                raise MarkError(f"{len(cells)} cells in a table of {len(rows[0])} columns")
            rows.append(self._row(cells))
            _span_up(spans, rows, cells)
            _span_left(spans, len(rows) - 1, cells)
        return Table(rows, spans)

    def _row(self, cells: list[str]) -> list[Line | None]:
        """Read a row as one line, so that its marks may reach over cells and share a task; then cut it in cells."""
        merged = [cell in (MERGED_UP, MERGED_LEFT) for cell in cells]
        line = self._line("\t".join("" if is_merged else cell for cell, is_merged in zip(cells, merged, strict=True)))
        parts = split_line(line)
        return [None if is_merged else part for part, is_merged in zip(parts, merged, strict=True)]


def _span_up(spans: dict[tuple[int, int], tuple[int, int]], rows: list[list[Line | None]], cells: list[str]) -> None:
    for column, cell in enumerate(cells):
        if cell == MERGED_UP:
            top = max(row for row in range(len(rows)) if rows[row][column] is not None)
            spans[top, column] = (len(rows) - top, spans.get((top, column), (1, 1))[1])


def _span_left(spans: dict[tuple[int, int], tuple[int, int]], row: int, cells: list[str]) -> None:
    for column, cell in enumerate(cells):
        if cell == MERGED_LEFT:
            owner = max(c for c in range(column) if cells[c] != MERGED_LEFT)
            spans[row, owner] = (spans.get((row, owner), (1, 1))[0], column - owner + 1)

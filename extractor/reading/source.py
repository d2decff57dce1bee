"""`Source`: what reading a file gives. All offsets are code points into `Source.text`."""

from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal["text", "table", "page_number", "running_header", "running_footer", "rule"]
FURNITURE: frozenset[BlockKind] = frozenset({"page_number", "running_header", "running_footer", "rule"})
"""What is no part of the sentence flow; a `rule` is a line that only draws, such as a lone pipe between columns."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text, `start` included, `end` not."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a table, or page furniture (which is no part of the sentence flow)."""

    start: int
    end: int
    kind: BlockKind = "text"
    heading_level: int | None = None
    """Level by the file's own styles or `#` marks, a hint only."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; `row` and `column` from 0; merged cells stand once, with their spans."""

    start: int
    end: int
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table; one that continues over pages is one table."""

    start: int
    end: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A word that was recognised in a picture, and where it stands in it."""

    start: int
    end: int
    page: int
    """From 1."""
    box: tuple[float, float, float, float]
    """Left, bottom, right, top in points from the page's lower left corner."""
    confidence: float
    """Of the recognition, 0 to 100."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the parts of a text stand."""

    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()
    pages: tuple[Span, ...] = ()
    """One span for each page; empty where the format has no pages."""
    emphasis: tuple[Span, ...] = ()
    """Bold or italic stretches, without their marks."""
    words: tuple[Word, ...] = ()
    """The words of the pages that were recognised; none of those that had a text layer."""
    wrapped: bool = True
    """True when a line end may be a mere line wrap; false when every block is one whole paragraph."""


@dataclass(frozen=True, slots=True)
class ReadingWarning:
    """Something the user should know about how a file was read, in English and in Vietnamese."""

    code: str
    message: str
    message_vi: str


@dataclass(frozen=True, slots=True)
class Source:
    """A document as read: its text, where its parts stand, and where it came from."""

    text: str
    layout: Layout
    sha256: str
    media_type: str
    name: str | None = None
    warnings: tuple[ReadingWarning, ...] = field(default=())

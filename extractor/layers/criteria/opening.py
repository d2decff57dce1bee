"""What opens a criterion: its place in the view, its number and name."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from extractor.language.document import Document, ViewSpan


class Opening(NamedTuple):
    """The words that open a criterion or an indicator; `start` and `end` are view positions."""

    start: int
    end: int
    kind: Literal["criterion", "indicator"]
    number: str
    name: str | None
    rule: str


def cells(document: Document) -> Iterator[ViewSpan]:
    """Yield the lines of the view, table rows cell by cell."""
    string = document.string
    for line_start, end in document.lines:
        start = line_start
        while (tab := string.find("\t", start, end)) >= 0:
            yield ViewSpan(start, tab)
            start = tab + 1
        yield ViewSpan(start, end)


class Taken:
    """The spans of openings found so far, none overlapping another."""

    def __init__(self, openings: Sequence[Opening]) -> None:
        self._openings = sorted(openings)
        self._starts = [opening.start for opening in self._openings]

    def is_free(self, start: int, end: int) -> bool:
        """Tell whether a span overlaps none of the openings."""
        i = bisect_left(self._starts, end)
        return i == 0 or self._openings[i - 1].end <= start

    def before(self, position: int, count: int) -> list[Opening]:
        """Return the last `count` openings before a position."""
        i = bisect_left(self._starts, position)
        return self._openings[max(0, i - count) : i]

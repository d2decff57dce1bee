"""What opens a criterion: its place in the view, its number and name."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from extractor.language.document import Document, ViewSpan

LONGEST_LABEL = 24
LONGEST_NAME = 90
"""Characters of bullet, number and "Đối với" before the words that open a criterion, at most."""
_SENTENCE_ENDS = (". ", "; ")


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


def opened_cells(document: Document, words: "re.Pattern[str]") -> Iterator[ViewSpan]:
    """Yield the stretches that may open with some words in small letters: cells, and sentences behind another one.

    A stretch ends with its cell, or where the next one opens.
    """
    string = document.string
    opened: list[ViewSpan] = []
    for match in words.finditer(document.lowered):
        line = document.line_at(match.start())
        start = max(line.start, string.rfind("\t", line.start, match.start()) + 1)
        tab = string.find("\t", match.end(), line.end)
        end = tab if tab >= 0 else line.end
        in_bracket = string[match.start() - 1] == "("  # behind the name: "Giao thông (tiêu chí số 2)"
        if match.start() - start > (LONGEST_NAME if in_bracket else LONGEST_LABEL):
            if string[match.start()].islower() or not string.endswith(_SENTENCE_ENDS, start, match.start()):
                continue
            start = match.start()
        if opened and opened[-1].start < start < opened[-1].end:
            opened[-1] = ViewSpan(opened[-1].start, start)
        elif opened and start <= opened[-1].start:
            continue
        opened.append(ViewSpan(start, end))
    yield from opened


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

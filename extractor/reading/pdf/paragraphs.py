"""Which lines of a page make one paragraph, by the look of the page.

A paragraph opens where more space stands above, or with an indented first line. A line goes on in the next one where
it has no room left for that one's first word. Where the look decides neither, the lines stay apart here.
"""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from extractor.reading.pdf.lines import Line

_MORE_SPACE = 1.25
"""Of the usual distance between lines: paragraphs are set off by 6 points at least (NĐ 30/2020/NĐ-CP, Phụ lục I)."""
_INDENT = 14.0
_ALIGNED = 5.0
_ENDS = (".", ";", ":", "!", "?")


class Paragraphs:
    """The lines of one page, in reading order, between the margins of all pages of its size."""

    def __init__(self, lines: Sequence[Line], margins: tuple[float, float]) -> None:
        distances = [above.box.middle - below.box.middle for above, below in pairwise(lines)]
        self._pitch = median([d for d in distances if d > 1] or [0.0])
        self._left, self._right = margins

    def opens(self, last: Line, line: Line) -> bool:
        """Tell whether a line opens a paragraph by its distance from the line before it or by its indent."""
        if last.box.middle - line.box.middle > _MORE_SPACE * self._pitch:
            return True
        indented = line.box.left - last.box.left > _INDENT and line.box.left < last.box.centre
        return indented and self._at_margin(last) and not _centred(last, line)

    def goes_on(self, first: Line, last: Line, line: Line) -> bool:
        """Tell whether the paragraph that opened with `first` goes on after its line `last` with `line`."""
        word = line.text.split(" ", 1)[0]
        width = (line.box.right - line.box.left) / max(1, len(line.text)) * (len(word) + 1)
        if last.box.right + width * 0.8 < self._right:
            return False
        if self._indented(first) and self._at_margin(line):
            return True
        if abs(line.box.left - last.box.left) < _ALIGNED:
            return not self._indented(first) and not last.text.endswith(_ENDS)
        return _centred(last, line) and not last.text.endswith(_ENDS) and last.text.isupper() == line.text.isupper()

    def _at_margin(self, line: Line) -> bool:
        return line.box.left - self._left < _INDENT / 2

    def _indented(self, line: Line) -> bool:
        return _INDENT < line.box.left - self._left < (self._right - self._left) / 3


def _centred(last: Line, line: Line) -> bool:
    return abs(line.box.centre - last.box.centre) < _ALIGNED

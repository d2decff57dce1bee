"""Where a new paragraph begins by the look of the page: more space above, or an indented first line."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from extractor.reading.pdf.lines import Line

_MORE_SPACE = 1.25
"""Of the usual distance between lines: paragraphs are set off by 6 points at least (NĐ 30/2020/NĐ-CP, Phụ lục I)."""
_INDENT = 14.0


class Paragraphs:
    """Tells the lines of one page that open a paragraph."""

    def __init__(self, lines: Sequence[Line]) -> None:
        distances = [above.box.middle - below.box.middle for above, below in pairwise(lines)]
        self._pitch = median([d for d in distances if d > 1] or [0.0])
        self._margin = min((line.box.left for line in lines), default=0.0)

    def opens(self, last: Line, line: Line) -> bool:
        """Tell whether a line opens a paragraph by its distance from the line before it or by its indent."""
        distance = last.box.middle - line.box.middle
        if distance > _MORE_SPACE * self._pitch:
            return True
        indented = line.box.left - last.box.left > _INDENT and line.box.left < last.box.centre
        return indented and last.box.left - self._margin < _INDENT / 2

"""Page numbers and running headers and footers of a PDF, told by their place and by coming back."""

from collections import Counter
from collections.abc import Sequence

import regex

from extractor.reading.pdf.lines import Line
from extractor.reading.source import BlockKind

_NUMBER = regex.compile(
    r"[-–—]?\s?\d{1,4}\s?[-–—]?|(?:Trang|TRANG|Page|PAGE)\s?(?:số\s)?\d{1,4}(?:\s?(?:/|of|trên)\s?\d{1,4})?"
    r"|\d{1,3}\s?/\s?\d{1,3}"
)
_DIGITS = regex.compile(r"\d+")
_MARGIN = 0.1
"""Share of the page's height, above and below, in which furniture stands."""
_MAX_RUNNING = 120


def page_furniture(pages: Sequence[tuple[Sequence[Line], float]]) -> list[dict[int, BlockKind]]:
    """Return for each page, given as its lines and its height, which lines are furniture and of what kind."""
    found: list[dict[int, BlockKind]] = [{} for _ in pages]
    running: Counter[tuple[str, bool]] = Counter()
    places: list[list[tuple[int, bool]]] = []
    for (lines, height), kinds in zip(pages, found, strict=True):
        at_edge = _at_edge(lines, height)
        places.append(at_edge)
        for i, _ in at_edge:
            if _NUMBER.fullmatch(lines[i].text):
                kinds[i] = "page_number"
        running.update({(_pattern(lines[i]), top) for i, top in at_edge if i not in kinds})
    often = {key for key, n in running.items() if n >= max(2, len(pages) // 2) and any(c.isalpha() for c in key[0])}
    everywhere = Counter(_pattern(line) for lines, _ in pages for line in lines) if often else Counter()
    for (lines, _), kinds, at_edge in zip(pages, found, places, strict=True):
        for i, top in at_edge:
            pattern = _pattern(lines[i])
            if i not in kinds and (pattern, top) in often and everywhere[pattern] <= running[pattern, top] + 1:
                kinds[i] = "running_header" if top else "running_footer"
    return found


def _at_edge(lines: Sequence[Line], height: float) -> list[tuple[int, bool]]:
    """List the lines in the margins, each with whether it stands at the top: the outermost three on either side."""
    order = sorted(range(len(lines)), key=lambda i: -lines[i].box.middle)
    top = [(i, True) for i in order[:3] if lines[i].box.middle > height * (1 - _MARGIN)]
    bottom = [(i, False) for i in order[-3:] if lines[i].box.middle < height * _MARGIN]
    return top + [place for place in bottom if (place[0], True) not in top]


def _pattern(line: Line) -> str:
    text = _DIGITS.sub("0", line.text)
    return text if len(text) <= _MAX_RUNNING else ""

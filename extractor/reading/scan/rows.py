"""Recognised words put into rows: from above, each from left to right, whatever order they were recognised in."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import NamedTuple

import regex

from extractor.reading.scan.tesseract import OcrWord

_BELOW_LINE = regex.compile(r"[gjpqyGQJạẹịọụỵậặệộợự,;()\[\]/|{}@&_“”\"'‘’.:…*°\-–—^~ẠẸỊỌỤỴẬẶỆỘỢỰ]", regex.I)
"""Signs that reach below the base line, or do not stand on it."""
_DESCENT = 0.22
_ROW = 0.45
"""Heights of the letters within which base lines are one row."""

_SPECK = regex.compile(r"[^\p{L}\p{N}%‰<>≥≤+=]++")
_ALONE = 0.8
_FAR = 10_000


class RowLine(NamedTuple):
    """A line as recognised, with its base line."""

    words: tuple[OcrWord, ...]
    base: float
    left: int
    right: int


class Row(NamedTuple):
    """Lines side by side."""

    lines: list[RowLine]

    @property
    def base(self) -> float:
        """The base line of its first line."""
        return self.lines[0].base

    def holds(self, line: RowLine, height: float) -> bool:
        """Tell whether a line stands in this row beside the others."""
        beside = all(line.right <= other.left or other.right <= line.left for other in self.lines)
        return beside and abs(line.base - self.base) < _ROW * height

    def words(self) -> Iterator[tuple[OcrWord, float]]:
        """Yield its words from left to right, each with its base line."""
        for line in sorted(self.lines, key=lambda line: line.left):
            for word in line.words:
                yield word, line.base


def letter_height(words: Iterable[OcrWord]) -> float:
    """Return the usual height of lines, from the lowest stroke to the highest mark."""
    heights = [max(w.bottom for w in line) - min(w.top for w in line) for line in _lines(words) if len(line) > 2]
    return median(heights) if heights else 50.0


def rows_of(words: Iterable[OcrWord], height: float) -> list[Row]:
    """Put words into rows; `height` is that of the letters."""
    rows: list[Row] = []
    for line in sorted((_row_line(line, height) for line in _lines(words)), key=lambda line: line.base):
        near = next((row for row in reversed(rows[-4:]) if row.holds(line, height)), None)
        if near is None:
            rows.append(Row([line]))
        else:
            near.lines.append(line)
    return rows


def _lines(words: Iterable[OcrWord]) -> list[list[OcrWord]]:
    lines: dict[int, list[OcrWord]] = defaultdict(list)
    for word in words:
        lines[word.line].append(word)
    return [kept for line in lines.values() if (kept := _without_specks(sorted(line, key=lambda word: word.left)))]


def _without_specks(line: list[OcrWord]) -> list[OcrWord]:
    """Leave out signs that stand apart from all words: specks that were taken for full stops and dashes."""
    height = max(word.bottom for word in line) - min(word.top for word in line)
    kept = []
    for number, word in enumerate(line):
        before = word.left - line[number - 1].right if number else _FAR
        after = line[number + 1].left - word.right if number + 1 < len(line) else _FAR
        if not _SPECK.fullmatch(word.text) or min(before, after) < _ALONE * height:
            kept.append(word)
    return kept


def _row_line(line: Sequence[OcrWord], height: float) -> RowLine:
    standing = [word.bottom for word in line if not _BELOW_LINE.search(word.text)]
    base = median(standing) if standing else max(word.bottom for word in line) - _DESCENT * height
    return RowLine(tuple(line), base, line[0].left, max(word.right for word in line))

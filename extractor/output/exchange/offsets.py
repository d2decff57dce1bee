"""Offsets of other programs: in UTF-16 units, or into a text that is composed otherwise, to code points of ours."""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import chain
from typing import Literal, NamedTuple

import regex

Unit = Literal["code points", "utf-16"]
_LAST_OF_ONE_UNIT = 0xFFFF
_MARK = "\ufeff"
"""The byte order mark, with which some programs begin a text."""
_LINE_END = regex.compile(r"\r\n|\r|\n")


class Utf16:
    """Places of a text in code points and in UTF-16 units, of which letters beyond the basic plane take two."""

    def __init__(self, text: str) -> None:
        self._long = [index for index, letter in enumerate(text) if ord(letter) > _LAST_OF_ONE_UNIT]
        self._long_units = [index + before for before, index in enumerate(self._long)]

    def units(self, point: int) -> int:
        """Return the place in units of a place in code points."""
        return point + bisect_left(self._long, point)

    def point(self, unit: int) -> int | None:
        """Return the place in code points of a place in units; None within a letter."""
        point = unit - bisect_left(self._long_units, unit)
        return point if self.units(point) == unit else None


class Places:
    """Places in the text that a tool has, as places in the document's own text.

    The tool's text may be the document's in another composition (NFD) or with other line ends.
    """

    def __init__(self, given: str, document: str) -> None:
        self._given, self._document = given, document
        self._same = given == document
        self.fits = self._same or composed(given) == document
        self._utf16 = Utf16(given)
        self._lines = [] if self._same else list(_lines_of(given))
        self._starts = [0, *(line.start for line in self._lines[1:])]

    def find(self, start: int, end: int, unit: Unit, quote: str | None = None) -> tuple[int, int] | None:
        """Return a stretch in code points of the document; None where it has none.

        Where the words of the stretch are told, they decide on the unit: older programs count others.
        """
        ways: list[Unit] = [unit] if quote is None else [unit, "utf-16" if unit == "code points" else "code points"]
        for way in ways:
            points = self._points(start, end, way)
            if points is None or (quote is not None and self._given[slice(*points)] != quote):
                continue
            first, last = self._own(points[0]), self._own(points[1])
            if first is not None and last is not None:
                return first, last
        return None

    def _points(self, start: int, end: int, unit: Unit) -> tuple[int, int] | None:
        if unit == "code points":
            return start, end
        first, last = self._utf16.point(start), self._utf16.point(end)
        return None if first is None or last is None else (first, last)

    def _own(self, point: int) -> int | None:
        """Return the place in the document of a place in the given text; None within a letter or a line end."""
        if self._same or not 0 <= point <= len(self._given):
            return point
        line = self._lines[bisect_right(self._starts, point) - 1]
        inside = max(0, point - line.start)  # a byte order mark stands before the first line
        if inside > len(line.given):
            return None
        before = _nfc(line.given[:inside])
        return line.own_start + len(before) if before + _nfc(line.given[inside:]) == line.own else None


class _Line(NamedTuple):
    """A line of the given text and the same of ours: no letter is composed over a line end."""

    start: int
    given: str
    own_start: int
    own: str


def _lines_of(given: str) -> Iterator[_Line]:
    start = len(_MARK) if given.startswith(_MARK) else 0
    own_start = 0
    for end in chain(_LINE_END.finditer(given), [None]):
        content = given[start : end.start() if end else None]
        own = _nfc(content)
        yield _Line(start, content, own_start, own)
        own_start += len(own) + 1
        start = end.end() if end else start


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def composed(text: str) -> str:
    """Return a text as readers give it: NFC, LF."""
    return _nfc(text.removeprefix(_MARK).replace("\r\n", "\n").replace("\r", "\n"))

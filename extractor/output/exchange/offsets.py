"""Offsets of other programs: in UTF-16 units, or into a text that is composed otherwise, to code points of ours."""

import unicodedata
from bisect import bisect_left
from typing import Literal

Unit = Literal["code points", "utf-16"]
_LAST_OF_ONE_UNIT = 0xFFFF


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
        """Return the place in the document of a place in the given text; None within a letter."""
        if self._same or not 0 <= point <= len(self._given):
            return point
        before = composed(self._given[:point])
        is_border = before + composed(self._given[point:]) == self._document
        return len(before) if is_border else None


def composed(text: str) -> str:
    """Return a text as readers give it: NFC, LF."""
    return unicodedata.normalize("NFC", text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))

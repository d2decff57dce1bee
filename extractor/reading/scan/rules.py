"""Ruling lines in the picture of a page: taken out of it, and the cells of the tables that they draw."""

from typing import Any, NamedTuple

import cv2
import numpy as np

from extractor.reading.scan.cleaning import Picture

_LENGTH = 70
"""Pixels of a rule at least: more than the strokes and dashes of any letter of 18 points."""
_GAP = 15
"""Pixels by which rules may miss each other."""
_INK, _FAINT_INK = 195, 225
_STAMP = 151
"""Pixels of a rule that a stamp may have paled."""
_BREAK = (41, 21)
"""Pixels of a level and an upright rule that may be missing; less than the height of a row of the table."""
_MIN_CELL = 14
_MIN_TABLE = 60
_SAME = 12
"""Pixels within which edges are one."""


class Area(NamedTuple):
    """A rectangle of pixels, the right and the lower edge not included; y downwards."""

    left: int
    top: int
    right: int
    bottom: int


class Ruled(NamedTuple):
    """A page without its rules, and the cells of each table."""

    picture: Picture
    tables: list[list[Area]]


def take_rules(picture: Picture) -> Ruled:
    """Find the rules of a page."""
    level, upright = _rules(picture, along=0), _rules(picture, along=1)
    rules = cv2.bitwise_or(level, upright)
    if not rules.any():
        return Ruled(picture, [])
    bare = picture.copy()
    bare[cv2.dilate(rules, np.ones((5, 5), np.uint8)) > 0] = 255
    if not level.any() or not upright.any():
        return Ruled(bare, [])
    # rules that miss each other by a little meet
    drawn = cv2.bitwise_or(
        cv2.dilate(level, np.ones((3, _GAP), np.uint8)), cv2.dilate(upright, np.ones((_GAP, 3), np.uint8))
    )
    _, _, frames, _ = cv2.connectedComponentsWithStats(drawn)
    found = [_cells(drawn, Area(x, y, x + w, y + h)) for x, y, w, h, _ in frames[1:].tolist() if min(w, h) > _MIN_TABLE]
    return Ruled(bare, [cells for cells in found if _is_table(cells)])


def _rules(picture: Picture, along: int) -> Picture:
    """Find the rules of one direction, `along` 0 for level ones; where a stamp has paled one, faint ink is enough."""

    def line(length: int) -> Picture:
        return np.ones((1, length) if along == 0 else (length, 1), np.uint8)

    sure = cv2.morphologyEx((picture < _INK).astype(np.uint8), cv2.MORPH_OPEN, line(_LENGTH))
    if not sure.any():
        return sure
    faint = cv2.bitwise_and(
        cv2.morphologyEx(sure, cv2.MORPH_CLOSE, line(_STAMP)), (picture < _FAINT_INK).astype(np.uint8)
    )
    joined = cv2.morphologyEx(faint, cv2.MORPH_CLOSE, line(_BREAK[along]))
    return cv2.morphologyEx(joined, cv2.MORPH_OPEN, line(_LENGTH))


def _cells(drawn: Picture, frame: Area) -> list[Area]:
    """List the empty places between the rules of a frame, those outside of it left out."""
    inside = drawn[frame.top : frame.bottom, frame.left : frame.right]
    wide, high = frame.right - frame.left, frame.bottom - frame.top
    _, _, places, _ = cv2.connectedComponentsWithStats(1 - inside, connectivity=4)
    cells = []
    for x, y, w, h, _ in places[1:].tolist():
        at_edge = x == 0 or y == 0 or x + w == wide or y + h == high
        if min(w, h) >= _MIN_CELL and not at_edge:
            cells.append(Area(frame.left + x, frame.top + y, frame.left + x + w, frame.top + y + h))
    return sorted(cells, key=lambda cell: (cell.top, cell.left))


def _is_table(cells: list[Area]) -> bool:
    lefts: list[Any] = sorted(cell.left for cell in cells)
    return len(cells) > 2 and lefts[-1] - lefts[0] > _SAME

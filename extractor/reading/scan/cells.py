"""The cells of the tables on a page, recognised side by side."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

import numpy as np

from extractor.reading.scan.cleaning import Picture
from extractor.reading.scan.rules import Area
from extractor.reading.scan.signs import with_bars
from extractor.reading.scan.tesseract import COLUMN, LINE, OcrWord, recognise

INK = 160
MIN_INK = 8
"""Pixels of ink that a cell with content has at least: a full stop has twenty."""
_PAD = 12
_APART, _BESIDE = 40, 80
"""Pixels between cells one below the other, and side by side: nearer ones run together to one word."""
_FIGURES = "0123456789.,%-/<>"
_MAX_FIGURE = 3
"""Signs of a word that may be a misread figure."""
_DOUBTFUL = 85
"""Confidence below which a short word may be a misread figure; sound ones have more than 90."""
_SURE = 60


class _Strip(NamedTuple):
    """The inked part of a cell; `cell` is the cell's number."""

    cell: int
    picture: Picture
    place: Area


def recognise_cells(picture: Picture, cells: Sequence[Area]) -> list[list[OcrWord]]:
    """Recognise the cells of tables, and anew, as figures, what stands in few signs and is doubtful."""
    strips = [
        _Strip(number, picture[ink.top : ink.bottom, ink.left : ink.right], ink)
        for number, cell in enumerate(cells)
        if (ink := _ink(picture, cell)) is not None
    ]
    found: list[list[OcrWord]] = [[] for _ in cells]
    if not strips:
        return found
    for strip, word in _in_a_column(strips):
        found[strip.cell].append(word)
    doubtful = [strip for strip in strips if _may_be_figure(found[strip.cell])]
    for strip, word in _in_a_row(doubtful) if doubtful else ():
        (first,) = found[strip.cell]
        if word.confidence >= max(_SURE, first.confidence):
            found[strip.cell] = [word]
    return found


def _may_be_figure(words: Sequence[OcrWord]) -> bool:
    return len(words) == 1 and len(words[0].text) <= _MAX_FIGURE and words[0].confidence < _DOUBTFUL


def _in_a_column(strips: Sequence[_Strip]) -> Iterator[tuple[_Strip, OcrWord]]:
    """Recognise strips one below the other, so that no line runs from one into the next."""
    heights = [strip.picture.shape[0] + _APART for strip in strips]
    tops = [_APART, *(_APART + below for below in accumulate(heights))]
    column = np.full((tops[-1], max(strip.picture.shape[1] for strip in strips) + 2 * _APART), 255, np.uint8)
    for strip, top in zip(strips, tops, strict=False):
        height, width = strip.picture.shape
        column[top : top + height, _APART : _APART + width] = strip.picture
    for word in with_bars(column, recognise(column, COLUMN)):
        at = bisect_right(tops, (word.top + word.bottom) / 2 + _APART / 2, 1, len(strips)) - 1
        yield strips[at], _moved(word, strips[at].place, _APART, tops[at])


def _in_a_row(strips: Sequence[_Strip]) -> Iterator[tuple[_Strip, OcrWord]]:
    """Recognise strips side by side, as figures: one alone gives too little to measure its size by."""
    widths = [strip.picture.shape[1] + _BESIDE for strip in strips]
    lefts = [_BESIDE, *(_BESIDE + beside for beside in accumulate(widths))]
    row = np.full((max(strip.picture.shape[0] for strip in strips) + 2 * _APART, lefts[-1]), 255, np.uint8)
    for strip, left in zip(strips, lefts, strict=False):
        height, width = strip.picture.shape
        row[_APART : _APART + height, left : left + width] = strip.picture
    for word in with_bars(row, recognise(row, LINE, _FIGURES)):
        at = bisect_right(lefts, (word.left + word.right) / 2 + _BESIDE / 2, 1, len(strips)) - 1
        if word.left >= lefts[at] - _BESIDE / 2 and word.right <= lefts[at + 1] - _BESIDE / 2:
            yield strips[at], _moved(word, strips[at].place, lefts[at], _APART)


def _moved(word: OcrWord, place: Area, left: int, top: int) -> OcrWord:
    """Move a word from where its strip stands in a made picture to its place on the page."""
    x, y = place.left - left, place.top - top
    return word._replace(left=word.left + x, right=word.right + x, top=word.top + y, bottom=word.bottom + y)


def _ink(picture: Picture, cell: Area) -> Area | None:
    """Return the inked part of a cell with some room around it; None where the cell is empty."""
    inside = picture[cell.top : cell.bottom, cell.left : cell.right] < INK
    if inside.sum() < MIN_INK:
        return None
    rows, columns = np.nonzero(inside.any(axis=1))[0], np.nonzero(inside.any(axis=0))[0]
    return Area(
        max(cell.left, cell.left + int(columns[0]) - _PAD),
        max(cell.top, cell.top + int(rows[0]) - _PAD),
        min(cell.right, cell.left + int(columns[-1]) + 1 + _PAD),
        min(cell.bottom, cell.top + int(rows[-1]) + 1 + _PAD),
    )

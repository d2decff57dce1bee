"""One picture of a page to its lines and tables."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from extractor.reading.compose import Recognised
from extractor.reading.pdf.columns import has_columns
from extractor.reading.pdf.flow import Page, page_of
from extractor.reading.pdf.lines import Box, Glyph
from extractor.reading.pdf.tables import fill_tables
from extractor.reading.scan.cleaning import DPI, Cleaned, Picture
from extractor.reading.scan.rows import letter_height, rows_of
from extractor.reading.scan.rules import Area, Ruled
from extractor.reading.scan.tesseract import COLUMN, PAGE, OcrWord, recognise

_INK = 160
_MIN_INK = 8
"""Pixels of ink that a cell with content has at least: a full stop has twenty."""
_PAD = 12
_APART = 40
_POINT = 72 / DPI
_ABOVE, _BELOW = 0.8, 0.2
"""Shares of the letters' height above and below the base line."""


class Prepared(NamedTuple):
    """A page ready for recognition."""

    cleaned: Cleaned
    ruled: Ruled
    size: tuple[int, int]
    """In points."""


def read_page(page: Prepared) -> Page:
    """Recognise a page."""
    ruled, size = page.ruled, page.size
    cells = [cell for table in ruled.tables for cell in table]
    words_of_cells = _recognise_cells(ruled.picture, cells)
    body = ruled.picture
    if cells:
        body = body.copy()
        for table in ruled.tables:
            body[min(c.top for c in table) : max(c.bottom for c in table),
                 min(c.left for c in table) : max(c.right for c in table)] = 255  # fmt: skip
    words = recognise(body, PAGE) if (body < _INK).sum() > _MIN_INK else []
    place = _Placer(page.cleaned, size[1])
    glyphs = place.glyphs([words, *words_of_cells])
    tables = fill_tables([[place.box_of(cell) for cell in table] for table in ruled.tables], glyphs)
    return page_of(glyphs, tables, size, columns=has_columns(" ".join(word.text for word in words)))


def _recognise_cells(picture: Picture, cells: Sequence[Area]) -> list[list[OcrWord]]:
    """Recognise the cells of tables, one below the other as a column, so that no line runs from one into the next."""
    strips: list[tuple[int, Picture, Area]] = []
    top = _APART
    for number, cell in enumerate(cells):
        ink = _ink(picture, cell)
        if ink is not None:
            strips.append((number, picture[ink.top : ink.bottom, ink.left : ink.right], ink))
            top += ink.bottom - ink.top + _APART
    found: list[list[OcrWord]] = [[] for _ in cells]
    if not strips:
        return found
    column = np.full((top, max(ink.right - ink.left for _, _, ink in strips) + 2 * _APART), 255, np.uint8)
    tops, top = [], _APART
    for _, strip, _ in strips:
        column[top : top + strip.shape[0], _APART : _APART + strip.shape[1]] = strip
        tops.append(top)
        top += strip.shape[0] + _APART
    for word in recognise(column, COLUMN):
        at = int(np.searchsorted(tops, (word.top + word.bottom) / 2 + _APART / 2)) - 1
        number, _, ink = strips[max(0, at)]
        x, y = ink.left - _APART, ink.top - tops[max(0, at)]
        moved = word._replace(left=word.left + x, right=word.right + x, top=word.top + y, bottom=word.bottom + y)
        found[number].append(moved)
    return found


def _ink(picture: Picture, cell: Area) -> Area | None:
    """Return the inked part of a cell with some room around it; None where the cell is empty."""
    inside = picture[cell.top : cell.bottom, cell.left : cell.right] < _INK
    if inside.sum() < _MIN_INK:
        return None
    rows, columns = np.nonzero(inside.any(axis=1))[0], np.nonzero(inside.any(axis=0))[0]
    return Area(
        max(cell.left, cell.left + int(columns[0]) - _PAD),
        max(cell.top, cell.top + int(rows[0]) - _PAD),
        min(cell.right, cell.left + int(columns[-1]) + 1 + _PAD),
        min(cell.bottom, cell.top + int(rows[-1]) + 1 + _PAD),
    )


class _Placer:
    """Turns pixels into points, y upwards."""

    def __init__(self, cleaned: Cleaned, height: int) -> None:
        self._to_original = cleaned.to_original
        self._height = height

    def box_of(self, area: Area) -> Box:
        return Box(
            area.left * _POINT,
            area.right * _POINT,
            self._height - area.bottom * _POINT,
            self._height - area.top * _POINT,
        )

    def glyphs(self, parts: Sequence[Sequence[OcrWord]]) -> list[Glyph]:
        """Return the words of the page's parts as glyphs, row by row, with blanks between them."""
        return [glyph for part in parts for glyph in self._part(part)]

    def _part(self, words: Sequence[OcrWord]) -> Iterator[Glyph]:
        height = letter_height(words)
        for number, row in enumerate(rows_of(words, height)):
            for word, base in row.words():
                area = Area(word.left, round(base - _ABOVE * height), word.right, round(base + _BELOW * height))
                box = self.box_of(area)
                yield Glyph(word.text, box, number, Recognised(word.text, self._original(word), word.confidence))
                yield Glyph(" ", box, number)

    def _original(self, word: OcrWord) -> tuple[float, float, float, float]:
        """Return the box of a word on the page as it was, before it was straightened."""
        corners = np.array([(x, y, 1) for x in (word.left, word.right) for y in (word.top, word.bottom)])
        places = corners @ self._to_original.T * _POINT
        (left, top), (right, bottom) = places.min(axis=0), places.max(axis=0)
        return (
            round(float(left), 1), round(float(self._height - bottom), 1),
            round(float(right), 1), round(float(self._height - top), 1),
        )  # fmt: skip

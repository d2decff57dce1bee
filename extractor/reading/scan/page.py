"""One picture of a page to its lines and tables."""

from collections.abc import Iterator, Sequence
from statistics import median
from typing import NamedTuple

import numpy as np

from extractor.reading.compose import Recognised
from extractor.reading.pdf.columns import has_columns
from extractor.reading.pdf.flow import Page, page_of
from extractor.reading.pdf.lines import Box, Glyph
from extractor.reading.pdf.tables import fill_tables
from extractor.reading.scan.cells import INK, MIN_INK, recognise_cells
from extractor.reading.scan.cleaning import DPI, Cleaned, upside_down
from extractor.reading.scan.rows import letter_height, rows_of
from extractor.reading.scan.rules import Area, Ruled, take_rules
from extractor.reading.scan.signs import with_bars
from extractor.reading.scan.tesseract import PAGE, OcrWord, recognise

_POINT = 72 / DPI
_SENSE = 70
"""Usual confidence below which a page may stand on its head: upright ones have more than 90."""
_ABOVE, _BELOW = 0.8, 0.2
"""Shares of the letters' height above and below the base line."""


class Prepared(NamedTuple):
    """A page ready for recognition."""

    cleaned: Cleaned
    ruled: Ruled
    size: tuple[int, int]
    """Of the page as it was, in points."""

    @property
    def upright_size(self) -> tuple[int, int]:
        """Of the page as it is read."""
        width, height = self.size
        return (height, width) if self.cleaned.on_its_side else (width, height)


class _Read(NamedTuple):
    body: list[OcrWord]
    cells: list[list[OcrWord]]

    @property
    def confidence(self) -> float:
        """The usual confidence of its words; that of a page upside down is low."""
        words = [word.confidence for part in (self.body, *self.cells) for word in part if len(word.text) > 1]
        return median(words) if words else 0.0


def prepare(cleaned: Cleaned, size: tuple[int, int]) -> Prepared:
    """Make a cleaned page ready for recognition."""
    return Prepared(cleaned, take_rules(cleaned.picture), size)


def read_page(page: Prepared) -> Page:
    """Recognise a page, the other way up where it makes no sense."""
    read = _recognise(page.ruled)
    if 0 < read.confidence < _SENSE:
        other = prepare(upside_down(page.cleaned), page.size)
        again = _recognise(other.ruled)
        if again.confidence > read.confidence:
            page, read = other, again
    size = page.upright_size
    place = _Placer(page.cleaned, size[1], page.size[1])
    glyphs = place.glyphs([read.body, *read.cells])
    tables = fill_tables([[place.box_of(cell) for cell in table] for table in page.ruled.tables], glyphs)
    return page_of(glyphs, tables, size, columns=has_columns(" ".join(word.text for word in read.body)))


def _recognise(ruled: Ruled) -> _Read:
    cells = [cell for table in ruled.tables for cell in table]
    words_of_cells = recognise_cells(ruled.picture, cells)
    body = ruled.picture
    if cells:
        body = body.copy()
        for table in ruled.tables:
            body[min(c.top for c in table) : max(c.bottom for c in table),
                 min(c.left for c in table) : max(c.right for c in table)] = 255  # fmt: skip
    words = with_bars(body, recognise(body, PAGE)) if (body < INK).sum() > MIN_INK else []
    return _Read(words, words_of_cells)


class _Placer:
    """Turns pixels into points, y upwards."""

    def __init__(self, cleaned: Cleaned, height: int, original_height: int) -> None:
        self._to_original = cleaned.to_original
        self._height, self._original_height = height, original_height

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
            round(float(left), 1), round(float(self._original_height - bottom), 1),
            round(float(right), 1), round(float(self._original_height - top), 1),
        )  # fmt: skip

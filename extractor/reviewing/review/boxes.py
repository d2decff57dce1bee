"""Where the words of a PDF page stand: pdfium's characters, put together to words and found again in the text.

The reader of PDF files rearranges what pdfium gives (columns, tables, page furniture, old encodings), so the words of
the page and those of its part of the text are aligned by their longest common subsequence.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

import regex
from rapidfuzz.distance import LCSseq

from extractor.reading.legacy import LegacyRuns
from extractor.reading.pdf.legacy import convert_page
from extractor.reading.pdf.lines import Box, Glyph, PageText, in_place
from extractor.reviewing.review.layout import PageSpan, WordBox

_WORD = regex.compile(r"\S++")
_TENTH = 10
"""Places are told to a tenth of a point."""


class _PageWord(NamedTuple):
    text: str
    box: Box


def word_boxes(page: Any, span: PageSpan, text: str, legacy: LegacyRuns | None) -> list[WordBox]:
    """Return the boxes of a page's words by their places in the document's text."""
    drawn = _drawn_words(page, legacy)
    matches = list(_WORD.finditer(text, span.start, span.end))
    written = [match[0] for match in matches]
    found: list[WordBox] = []
    for block in LCSseq.opcodes([word.text for word in drawn], written):
        if block.tag != "equal":
            continue
        for source, target in zip(
            range(block.src_start, block.src_end), range(block.dest_start, block.dest_end), strict=True
        ):
            start, end = matches[target].span()
            found.append(WordBox(start, end, *_on_paper(page, span, drawn[source].box)))
    return found


def _drawn_words(page: Any, legacy: LegacyRuns | None) -> list[_PageWord]:
    text = PageText(page)
    try:
        if legacy is not None:
            convert_page(text, legacy)
        glyphs = text.glyphs()
        return list(_words(in_place(glyphs) if text.is_torn else glyphs))
    finally:
        text.close()


def _words(glyphs: Sequence[Glyph]) -> Iterator[_PageWord]:
    for (blank, _), group in groupby(glyphs, key=lambda glyph: (glyph.text.isspace(), glyph.line)):
        if blank:
            continue
        letters = list(group)
        boxes = [letter.box for letter in letters]
        box = Box(
            min(box.left for box in boxes),
            max(box.right for box in boxes),
            min(box.bottom for box in boxes),
            max(box.top for box in boxes),
        )
        yield _PageWord(unicodedata.normalize("NFC", "".join(letter.text for letter in letters)), box)


def _on_paper(page: Any, span: PageSpan, box: Box) -> tuple[float, float, float, float]:
    """Return a box in points from the upper left corner of the page as it is shown: turned, and cut to its crop box."""
    import ctypes

    import pypdfium2.raw as pdfium

    width, height = round(span.width * _TENTH), round(span.height * _TENTH)
    corners = []
    for x, y in ((box.left, box.top), (box.right, box.bottom)):
        across, down = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDF_PageToDevice(page, 0, 0, width, height, 0, x, y, ctypes.byref(across), ctypes.byref(down))
        corners.append((across.value / _TENTH, down.value / _TENTH))
    (x0, y0), (x1, y1) = corners
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

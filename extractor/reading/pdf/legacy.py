"""Converts the text of PDF pages that is set in fonts of encodings before Unicode (.VnTime, VNI-Times …).

The places of the characters stay as they are; a letter stands where its first character is drawn.
"""

from collections.abc import Iterator
from typing import Any

import regex

from extractor.lexicon.encodings import legacy_font
from extractor.lexicon.syllables import is_syllable
from extractor.reading.compose import Run
from extractor.reading.legacy import LegacyRuns, convert, find_encoding, suspicious_places
from extractor.reading.pdf.lines import SOFT_HYPHEN, PageText

_LINE = regex.compile(rf"[^\r\n{SOFT_HYPHEN}]*+{SOFT_HYPHEN}?+")
_HYPHEN = "\u00ad"
"""TCVN3 has ư in its place, which pdfium takes for a hyphen at the end of a line."""


def may_be_legacy(text: PageText) -> bool:
    """Tell whether a page holds characters of an old encoding, by its fonts or by its words."""
    places = list(suspicious_places(text.string))
    if not places:
        return False
    fonts = {text.font(place) for place in places}
    return any(font and legacy_font(font) for font in fonts) or find_encoding(text.string.splitlines()) is not None


def survey(document: Any) -> LegacyRuns:
    """Look at the lines of all pages of a PDF to learn which fonts and which text are in an old encoding."""
    lines: list[list[Run]] = []
    for i in range(len(document)):
        page = document[i]
        text = PageText(page)
        lines += (runs for _, runs in _lines(text))
        text.close()
        page.close()
    return LegacyRuns(lines)


def convert_page(text: PageText, legacy: LegacyRuns) -> None:
    """Convert what is in an old encoding on a page."""
    pieces = list(text.string)
    for start, runs in _lines(text):
        for i, run in enumerate(legacy.convert(runs), start):
            pieces[i] = run.text
    text.pieces = pieces


def _lines(text: PageText) -> Iterator[tuple[int, list[Run]]]:
    """Yield each line with its start, as one run for each character."""
    for match in _LINE.finditer(text.string):
        runs: list[Run] = []
        font = None
        for i in range(*match.span()):
            font = text.font(i) or font
            runs.append(Run(text.string[i], font=font))
        if runs and runs[-1].text == SOFT_HYPHEN:
            runs[-1] = _unhidden(match[0][:-1], runs[-1])
        if runs:
            yield match.start(), runs


def _unhidden(before: str, run: Run) -> Run:
    """Put the letter back that pdfium has taken for a hyphen, where it makes a syllable of the word before."""
    font = legacy_font(run.font) if run.font else None
    if font is None or _HYPHEN not in font.encoding.letters or not before or before[-1].isspace():
        return run
    word = convert(before.rsplit(maxsplit=1)[-1] + _HYPHEN, font.encoding, capitals=font.capitals)
    return run._replace(text=_HYPHEN) if is_syllable(word) else run

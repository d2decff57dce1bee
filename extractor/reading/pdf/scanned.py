"""Which pages of a PDF are scans, or have a poor text layer, and their text recognised instead."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

import regex

from extractor.lexicon.syllables import is_syllable
from extractor.reading.errors import IllegibleError, RecogniserError, ScanError, TooLargeError
from extractor.reading.limits import MAX_SCANNED_PAGES
from extractor.reading.pdf.flow import Page
from extractor.reading.recognition import Recognition
from extractor.reading.source import ReadingWarning

_WORD = regex.compile(r"\p{L}{2,}")
_MIN_WORDS = 20
_MIN_DRAWN = 20
_MIN_SYLLABLES = 0.8
"""Of the words of a sound Vietnamese page; names and abbreviations are the others."""
_MIN_MARKED = 0.35
"""Of its words that bear Vietnamese marks: two in three do."""


def recognise(
    document: Any, pages: Sequence[Page], recognition: Recognition
) -> tuple[list[Page], list[ReadingWarning]]:
    """Replace the pages that need it by what is recognised in their pictures; what is missing for it is warned of."""
    always = recognition.mode == "always"
    if recognition.mode == "never":
        if not any(page.has_text for page in pages):
            raise ScanError
        return list(pages), _without_text([i for i, page in enumerate(pages) if not page.has_text])
    wanted = [
        i for i, page in enumerate(pages) if always or _is_empty_scan(document, i, page) or _is_poor(document, i, page)
    ]
    if not wanted:
        if not any(page.has_text for page in pages):
            raise IllegibleError
        return list(pages), _without_text([i for i, page in enumerate(pages) if not page.has_text])
    if len(wanted) > MAX_SCANNED_PAGES:
        raise TooLargeError(f"{len(wanted)} scanned pages, at most {MAX_SCANNED_PAGES}")
    try:
        return _recognised(document, pages, wanted, recognition)
    except RecogniserError as error:
        if always or not any(page.has_text for page in pages):
            raise
        return list(pages), [ReadingWarning("pages_without_recognition", error.message, error.message_vi)]


def _recognised(
    document: Any, pages: Sequence[Page], wanted: Sequence[int], recognition: Recognition
) -> tuple[list[Page], list[ReadingWarning]]:
    from extractor.reading.scan.render import shot_of
    from extractor.reading.scan.run import Shot, recognise_pages, recognised, unrecognised

    def shots() -> Iterator[Shot]:
        for number in wanted:
            page = document[number]
            yield shot_of(page)
            page.close()

    read = dict(zip(wanted, recognise_pages(shots(), recognition.threads), strict=True))
    whole = [read.get(i, page) for i, page in enumerate(pages)]
    if not any(page.has_text for page in whole):
        raise IllegibleError
    warnings = [recognised([i + 1 for i in wanted], len(pages))]
    if empty := [i + 1 for i, page in read.items() if not page.has_text]:
        warnings.append(unrecognised(empty))
    return whole, warnings + _without_text([i for i, page in enumerate(whole) if i not in read and not page.has_text])


def _is_empty_scan(document: Any, number: int, page: Page) -> bool:
    """Tell whether a page without text shows a picture, or so much drawn that it may be letters."""
    import pypdfium2.raw as pdfium

    if page.has_text:
        return False
    opened = document[number]
    try:
        shown = islice(opened.get_objects(max_depth=2), _MIN_DRAWN)
        kinds = [found.type for found in shown]
        return len(kinds) == _MIN_DRAWN or pdfium.FPDF_PAGEOBJ_IMAGE in kinds
    finally:
        opened.close()


def _is_poor(document: Any, number: int, page: Page) -> bool:
    """Tell whether the text of a page lies under a scan and is not the Vietnamese that the scan shows."""
    if not page.has_text:
        return False
    cells = (cell.text for _, table in page.tables for cell in table.cells)
    if is_vietnamese(" ".join([*(line.text for line in page.lines), *cells])):
        return False
    from extractor.reading.scan.render import is_scan

    opened = document[number]
    try:
        return is_scan(opened)
    finally:
        opened.close()


def is_vietnamese(text: str) -> bool:
    """Tell whether the words of a text are Vietnamese as a sound text layer has them; few words count as such."""
    words = _WORD.findall(text)
    if len(words) < _MIN_WORDS:
        return True
    syllables = sum(map(is_syllable, words))
    marked = sum(not word.isascii() for word in words)
    return syllables >= _MIN_SYLLABLES * len(words) and marked >= _MIN_MARKED * len(words)


def _without_text(pages: Sequence[int]) -> list[ReadingWarning]:
    """Warn of pages without text, counted from 0, that were not recognised."""
    if not pages:
        return []
    numbers = ", ".join(str(i + 1) for i in pages)
    message = f"No text on page {numbers}: blank or scanned; recognise the text (OCR) if it matters."
    message_vi = f"Trang {numbers} không có chữ: trang trống hoặc bản quét; cần nhận dạng (OCR) nếu có nội dung."
    return [ReadingWarning("pages_without_text", message, message_vi)]

"""PDF to `Source`: text through pdfium, ruled tables through pdfplumber as well, scanned pages recognised."""

import hashlib
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from extractor.reading.errors import BrokenFileError, EncryptedError, ReadingError, TooLargeError
from extractor.reading.legacy import LegacyRuns, legacy_warning
from extractor.reading.limits import MAX_PAGES, MAX_TEXT_BYTES, check_size
from extractor.reading.pdf.columns import has_columns
from extractor.reading.pdf.flow import Page, compose, page_of
from extractor.reading.pdf.legacy import convert_page, may_be_legacy, survey
from extractor.reading.pdf.lines import PageText, in_place
from extractor.reading.pdf.scanned import recognise
from extractor.reading.pdf.streams import check_streams
from extractor.reading.pdf.tables import PageTable, find_tables, may_have_tables
from extractor.reading.recognition import Recognition
from extractor.reading.source import ReadingWarning, Source

__all__ = ["read_pdf"]

MEDIA_TYPE = "application/pdf"


def read_pdf(data: bytes, name: str | None = None, recognition: Recognition = Recognition()) -> Source:  # noqa: B008
    """Read the bytes of a PDF file; raises ScanError for one without text layer that is not to be recognised."""
    check_streams(data)
    try:
        pages, warnings = _read_pages(data, recognition)
    except ReadingError:
        raise
    except Exception as error:  # damaged files make pdfium fail in many ways
        raise BrokenFileError("PDF") from error
    composer = compose(pages)
    text = composer.text
    check_size(len(text), MAX_TEXT_BYTES)
    digest = hashlib.sha256(data).hexdigest()
    return Source(text, composer.layout(wrapped=True), digest, MEDIA_TYPE, name, tuple(warnings))


def _read_pages(data: bytes, recognition: Recognition) -> tuple[list[Page], list[ReadingWarning]]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise (EncryptedError() if "password" in str(error).lower() else BrokenFileError("PDF")) from error
    try:
        if len(document) > MAX_PAGES:
            raise TooLargeError(f"{len(document)} pages, at most {MAX_PAGES}")
        if not len(document):
            raise BrokenFileError("PDF")
        tables = _TableFinder(data)
        pages = [_read_page(document[i], i, tables) for i in range(len(document))]
        warnings: list[ReadingWarning] = []
        if any(page.may_be_legacy for page in pages):
            legacy, tables = survey(document), _TableFinder(data)
            pages = [_read_page(document[i], i, tables, legacy) for i in range(len(document))]
            warnings = [*map(legacy_warning, legacy.used)]
        pages, more = recognise(document, pages, recognition)
        return pages, [*tables.warnings, *warnings, *more]
    finally:
        document.close()


class _TableFinder:
    """Opens pdfplumber when the first page with rules is met; a page that it fails on is read as lines."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._plumber: Any = None
        self.warnings: list[ReadingWarning] = []

    def find(self, number: int, glyphs: Sequence[Any]) -> list[PageTable]:
        """Find the tables of a page, numbered from 0."""
        import pdfplumber

        try:
            if self._plumber is None:
                self._plumber = pdfplumber.open(BytesIO(self._data))
            page = self._plumber.pages[number]
            found = find_tables(page, glyphs)
            page.close()
        except Exception:  # pdfplumber's parser fails in many ways on what pdfium can read
            message = f"The tables on page {number + 1} are read as lines."
            message_vi = f"Bảng ở trang {number + 1} được đọc thành các dòng."
            self.warnings.append(ReadingWarning("tables_unread", message, message_vi))
            return []
        return found


def _read_page(page: Any, number: int, tables: _TableFinder, legacy: LegacyRuns | None = None) -> Page:
    text = PageText(page)
    try:
        if legacy is not None:
            convert_page(text, legacy)
        unsure = legacy is None and may_be_legacy(text)
        ruled = page.get_rotation() == 0 and may_have_tables(page)
        torn = text.is_torn
        columns = torn or has_columns(text.text)
        if not ruled and not columns:
            return Page(text.lines(), [], text.size, unsure)
        glyphs = in_place(text.glyphs()) if torn else text.glyphs()
        found = tables.find(number, glyphs) if ruled else []
        return page_of(glyphs, found, text.size, columns=columns)._replace(may_be_legacy=unsure)
    finally:
        text.close()
        page.close()

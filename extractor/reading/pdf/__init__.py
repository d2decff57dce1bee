"""PDF with a text layer to `Source`: text through pdfium, pages with ruled tables through pdfplumber as well."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from extractor.reading.compose import Composer, Run
from extractor.reading.errors import BrokenFileError, EncryptedError, ReadingError, ScanError, TooLargeError
from extractor.reading.legacy import LegacyRuns, legacy_warning
from extractor.reading.limits import MAX_PAGES, MAX_TEXT_BYTES, check_size
from extractor.reading.pdf.columns import has_columns, read_columns
from extractor.reading.pdf.furniture import page_furniture
from extractor.reading.pdf.legacy import convert_page, may_be_legacy, survey
from extractor.reading.pdf.lines import Line, PageText, in_place, lines_of
from extractor.reading.pdf.paragraphs import Paragraphs
from extractor.reading.pdf.tables import PageTable, find_tables, may_have_tables
from extractor.reading.source import BlockKind, ReadingWarning, Source

__all__ = ["read_pdf"]

MEDIA_TYPE = "application/pdf"


@dataclass(frozen=True)
class _Page:
    """A page as read: its lines in reading order, and its tables, each before the line of its index."""

    lines: list[Line]
    tables: list[tuple[int, PageTable]]
    size: tuple[int, int]
    has_text: bool
    may_be_legacy: bool


def read_pdf(data: bytes, name: str | None = None) -> Source:
    """Read the bytes of a PDF file; raises ScanError for one without text layer."""
    try:
        pages, warnings = _read_pages(data)
    except ReadingError:
        raise
    except Exception as error:  # damaged files make pdfium fail in many ways
        raise BrokenFileError("PDF") from error
    if not any(page.has_text for page in pages):
        raise ScanError
    empty = [str(i) for i, page in enumerate(pages, 1) if not page.has_text]
    if empty:
        message = f"No text on page {', '.join(empty)}: blank or scanned; recognise the text (OCR) if it matters."
        message_vi = (
            f"Trang {', '.join(empty)} không có chữ: trang trống hoặc bản quét; cần nhận dạng (OCR) nếu có nội dung."
        )
        warnings.append(ReadingWarning("pages_without_text", message, message_vi))
    composer = Composer()
    furniture = page_furniture([(page.lines, page.size[1]) for page in pages])
    flow = _Flow(composer, _margins(pages))
    for page, kinds in zip(pages, furniture, strict=True):
        flow.page(page, kinds)
    text = composer.text
    check_size(len(text), MAX_TEXT_BYTES)
    digest = hashlib.sha256(data).hexdigest()
    return Source(text, composer.layout(wrapped=True), digest, MEDIA_TYPE, name, tuple(warnings))


def _read_pages(data: bytes) -> tuple[list[_Page], list[ReadingWarning]]:
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
        if not any(page.may_be_legacy for page in pages):
            return pages, tables.warnings
        legacy, tables = survey(document), _TableFinder(data)
        pages = [_read_page(document[i], i, tables, legacy) for i in range(len(document))]
        return pages, [*tables.warnings, *map(legacy_warning, legacy.used)]
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


def _read_page(page: Any, number: int, tables: _TableFinder, legacy: LegacyRuns | None = None) -> _Page:
    text = PageText(page)
    try:
        if legacy is not None:
            convert_page(text, legacy)
        unsure = legacy is None and may_be_legacy(text)
        ruled = page.get_rotation() == 0 and may_have_tables(page)
        torn = text.is_torn
        columns = torn or has_columns(text.text)
        if not ruled and not columns and not torn:
            return _Page(text.lines(), [], text.size, text.has_text, unsure)
        glyphs = in_place(text.glyphs()) if torn else text.glyphs()
        found = tables.find(number, glyphs) if ruled else []
        taken = frozenset().union(*(table.glyphs for table in found))
        free = [glyph for i, glyph in enumerate(glyphs) if i not in taken]
        lines = read_columns(free, text.size[0]) if columns else lines_of(free)
        return _Page(lines, _placed(found, lines), text.size, text.has_text, unsure)
    finally:
        text.close()
        page.close()


def _placed(tables: Sequence[PageTable], lines: Sequence[Line]) -> list[tuple[int, PageTable]]:
    """Place each table before the first line that stands below it."""
    placed = []
    for table in sorted(tables, key=lambda t: -t.box.top):
        below = (i for i, line in enumerate(lines) if line.box.middle < table.box.bottom)
        placed.append((next(below, len(lines)), table))
    return sorted(placed, key=lambda p: p[0])


def _margins(pages: Sequence[_Page]) -> dict[tuple[int, int], tuple[float, float]]:
    """Return how far left and right the lines of all pages of one size reach."""
    reach: dict[tuple[int, int], tuple[float, float]] = {}
    for page in pages:
        left, right = reach.get(page.size, (float(page.size[0]), 0.0))
        edges = [(line.box.left, line.box.right) for line in page.lines]
        reach[page.size] = (min([left, *(e[0] for e in edges)]), max([right, *(e[1] for e in edges)]))
    return reach


class _Flow:
    """Writes pages to a composer; a paragraph may go on over the page."""

    def __init__(self, composer: Composer, margins: dict[tuple[int, int], tuple[float, float]]) -> None:
        self._composer = composer
        self._margins = margins
        self._first: Line | None = None
        """The first line of the open paragraph."""
        self._last: Line | None = None

    def page(self, page: _Page, kinds: dict[int, BlockKind]) -> None:
        """Write a page."""
        self._composer.begin_page()
        tables = list(page.tables)
        body = [line for i, line in enumerate(page.lines) if i not in kinds]
        paragraphs = Paragraphs(body, self._margins[page.size])
        new_page = True
        for i, line in enumerate(page.lines):
            if i in kinds:
                self._composer.paragraph([Run(line.text)], kind=kinds[i])
                continue
            while tables and tables[0][0] <= i:
                self._table(tables.pop(0)[1])
            self._line(line, paragraphs, new_page=new_page)
            new_page = False
        for _, table in tables:
            self._table(table)
        self._composer.end_page()

    def _table(self, table: PageTable) -> None:
        self._composer.table(table.cells, joins=True)
        self._first = self._last = None

    def _line(self, line: Line, paragraphs: Paragraphs, *, new_page: bool) -> None:
        first, last = self._first, self._last
        self._last = line
        opens = last is not None and not new_page and paragraphs.opens(last, line)
        if first is not None and last is not None and not opens and paragraphs.goes_on(first, last, line):
            self._composer.line(line.text)
            return
        if opens:
            self._composer.gap()
        self._composer.paragraph([Run(line.text)])
        self._first = line

"""Pages of lines and tables to running text: furniture set apart, paragraphs and tables joined over page ends."""

from collections.abc import Sequence
from typing import NamedTuple

from extractor.reading.compose import Composer, Run
from extractor.reading.pdf.columns import read_columns
from extractor.reading.pdf.furniture import page_furniture
from extractor.reading.pdf.lines import Glyph, Line, lines_of
from extractor.reading.pdf.paragraphs import Paragraphs
from extractor.reading.pdf.tables import PageTable
from extractor.reading.source import BlockKind


class Page(NamedTuple):
    """A page as read: its lines in reading order, and its tables, each before the line of its index."""

    lines: list[Line]
    tables: list[tuple[int, PageTable]]
    size: tuple[int, int]
    """In points."""
    may_be_legacy: bool = False
    """True where its text may be in an encoding before Unicode and was read as it stands."""

    @property
    def has_text(self) -> bool:
        """Tell whether anything is written on it."""
        return bool(self.lines or self.tables)


def page_of(glyphs: Sequence[Glyph], tables: Sequence[PageTable], size: tuple[int, int], *, columns: bool) -> Page:
    """Put the characters of a page together that stand in none of its tables; `columns`: it may be set in two."""
    taken = frozenset().union(*(table.glyphs for table in tables))
    free = [glyph for i, glyph in enumerate(glyphs) if i not in taken]
    lines = read_columns(free, size[0]) if columns else lines_of(free)
    return Page(lines, _placed(tables, lines), size)


def compose(pages: Sequence[Page]) -> Composer:
    """Compose the text of a document from its pages."""
    composer = Composer()
    furniture = page_furniture([(page.lines, page.size[1]) for page in pages])
    flow = _Flow(composer, _margins(pages))
    for page, kinds in zip(pages, furniture, strict=True):
        flow.page(page, kinds)
    return composer


def _placed(tables: Sequence[PageTable], lines: Sequence[Line]) -> list[tuple[int, PageTable]]:
    """Place each table before the first line that stands below it."""
    placed = []
    for table in sorted(tables, key=lambda t: -t.box.top):
        below = (i for i, line in enumerate(lines) if line.box.middle < table.box.bottom)
        placed.append((next(below, len(lines)), table))
    return sorted(placed, key=lambda p: p[0])


def _margins(pages: Sequence[Page]) -> dict[tuple[int, int], tuple[float, float]]:
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

    def page(self, page: Page, kinds: dict[int, BlockKind]) -> None:
        """Write a page."""
        self._composer.begin_page()
        tables = list(page.tables)
        body = [line for i, line in enumerate(page.lines) if i not in kinds]
        paragraphs = Paragraphs(body, self._margins[page.size])
        new_page = True
        for i, line in enumerate(page.lines):
            if i in kinds:
                self._composer.paragraph([Run(line.text)], kind=kinds[i], words=line.words)
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
            self._composer.line(line.text, line.words)
            return
        if opens:
            self._composer.gap()
        self._composer.paragraph([Run(line.text)], words=line.words)
        self._first = line

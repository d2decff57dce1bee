"""Money in tables: sources by row, or sources by column with their totals."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from extractor.language.document import Document, Grid, GridCell
from extractor.layers.funding.money import in_dong
from extractor.layers.funding.patterns import TABLE, UNIT
from extractor.layers.numbers import NUMBER, parse_number
from extractor.records import Funding, Number

Cells = tuple[GridCell | None, ...]

_FIGURE = regex.compile(rf"(?P<number>{NUMBER})[ ]?(?P<unit>{UNIT})?", regex.VERBOSE)
_UNIT = regex.compile(UNIT, regex.VERBOSE)
_MONEY_HEADER = regex.compile(
    r"(?i)kinh phí|số tiền|thành tiền|tổng|vốn|ngân sách|NS(?:NN|TW|ĐP)|dự toán|nguồn|xã hội hóa|đóng góp"
)
_NO_MONEY_HEADER = regex.compile(
    r"(?i)số lượng|đơn giá|khối lượng|chỉ tiêu|ghi chú|tỷ lệ|%|(?<!\p{L})thu(?!\p{L})|giá trị|doanh (?:thu|số)"
)
_OTHER_TOTAL = regex.compile(r"(?i)tổng(?: số)? (?!số$|cộng|kinh phí|vốn|mức|nguồn|nhu cầu|dự toán|tiền)\p{L}")
"""A total of something else: "Tổng số hộ"."""
_SOURCE_HEADER = regex.compile(r"(?i)(?:các )?nguồn(?: vốn| kinh phí| lực)?(?!\p{L})")
_SHARE_HEADER = regex.compile(r"(?i)tỷ lệ|cơ cấu|tỷ trọng|%")
_TOTAL = regex.compile(r"(?i)(?:tổng|cộng)(?!\p{L})")
_UNIT_ABOVE = regex.compile(rf"(?i)(?:đvt|đơn[ ]vị(?:[ ]tính)?)[ ]?:?[ ]?(?P<unit>{UNIT})", regex.VERBOSE)
_NO_SOURCE = regex.compile(
    r"(?i)(?:tổng[ ])?(?:thu(?!\p{L})|giá[ ]trị|sản[ ]lượng|doanh[ ](?:thu|số)|dư[ ]nợ|diện|số[ ](?:hộ|xã|người))",
    regex.VERBOSE,
)
_WORDS = regex.compile(r"\p{L}{2}")
_ROMAN = regex.compile(r"[IVXL]+[.)]?")
_ABOVE = 200
_HEADER_ROWS = 4


class _Column(NamedTuple):
    number: int
    title: str
    unit: str


def table_funding(document: Document) -> Iterator[Funding]:
    """Yield the funding of the tables of a document."""
    for table in document.tables:
        yield from _Table(document, table).records()


class _Table:
    def __init__(self, document: Document, grid: Grid) -> None:
        self.document = document
        above = document.string[max(0, grid.start - _ABOVE) : grid.start]
        named = list(_UNIT_ABOVE.finditer(above))
        self.unit_above = named[-1]["unit"] if named else None
        body = next((i for i, row in enumerate(grid.rows) if _figures(row)), len(grid.rows))
        self.header, self.body = grid.rows[: min(body, _HEADER_ROWS)], grid.rows[body:]

    def records(self) -> Iterator[Funding]:
        columns = self._money_columns()
        if not columns:
            return
        by_source = [c for c in columns if TABLE.regex.match(c.title) and not _TOTAL.match(c.title)]
        for row in self.body:
            label = _label(row)
            if label is None or not self._names_source(row, label):
                continue
            if len(by_source) > 1 and _TOTAL.match(label.text):
                yield from self._by_column(row, columns)
            elif record := self._by_row(row, label, columns):
                yield record

    def _names_source(self, row: Cells, label: GridCell) -> bool:
        """Tell whether a row's label names a source or the total, by its words or those of its column's header."""
        if _NO_SOURCE.match(label.text):
            return False
        heads = [
            cell.text for head in self.header for cell, own in zip(head, row, strict=True) if cell and own is label
        ]
        return TABLE.regex.match(label.text) is not None or any(_SOURCE_HEADER.match(head) for head in heads)

    def _money_columns(self) -> list[_Column]:
        """The columns of money with their units; empty where no unit is told."""
        if not self.header:
            return []
        columns = []
        beside = self.unit_above or next(
            (unit[0] for row in self.header for cell in row if (unit := _unit(cell))), None
        )
        for index in range(len(self.header[0])):
            titles = list(
                dict.fromkeys(cell.text for row in self.header if (cell := row[index]) is not None and cell.text)
            )
            title = " ".join(titles)
            unit = _UNIT.search(title)
            if _NO_MONEY_HEADER.search(title) or not (unit or _MONEY_HEADER.search(title)):
                continue
            if not unit and titles and _OTHER_TOTAL.match(titles[-1]):
                continue
            written = unit[0] if unit else self._unit_in(index) or beside
            if written and any(_figure(row[index]) for row in self.body):
                columns.append(_Column(index, titles[-1] if titles else "", written))
        return columns

    def _unit_in(self, index: int) -> str | None:
        """The unit that the figures of a column carry themselves."""
        for row in self.body:
            figure = _figure(row[index])
            if figure and figure["unit"]:
                return str(figure["unit"])
        return None

    def _by_row(self, row: Cells, label: GridCell, columns: Sequence[_Column]) -> Funding | None:
        """The money of a row that names its source: that of the total column, or the first."""
        filled = [column for column in columns if _figure(row[column.number])]
        if not filled:
            return None
        column = next((c for c in filled if _TOTAL.match(c.title)), filled[0])
        share = self._share(row)
        last = max(cell.end for cell in (row[column.number], share) if cell is not None)
        return self._record(label.text, row[column.number], column, (label.start, last), share)

    def _by_column(self, row: Cells, columns: Sequence[_Column]) -> Iterator[Funding]:
        """The totals of a table whose columns are sources."""
        for column in columns:
            cell = row[column.number]
            if cell is not None and _figure(cell):
                record = self._record(column.title, cell, column, (cell.start, cell.end), None)
                if record:
                    yield record

    def _share(self, row: Cells) -> GridCell | None:
        for index, cell in enumerate(row):
            title = " ".join(c.text for r in self.header if (c := r[index]) is not None)
            if _SHARE_HEADER.search(title) and _figure(cell):
                return cell
        return None

    def _record(
        self, title: str, cell: GridCell | None, column: _Column, span: tuple[int, int], share: GridCell | None
    ) -> Funding | None:
        figure, percent = _figure(cell), _figure(share)
        if figure is None:
            return None
        amount: Number = parse_number(figure["number"])
        unit = figure["unit"] or column.unit
        return Funding(
            **self.document.evidence(*span),
            source="Tổng" if _TOTAL.match(title) else _UNIT_IN_BRACKETS.sub("", title).strip(" :-+"),
            amount=amount,
            unit=unit,
            vnd=in_dong(amount, unit),
            percent=parse_number(percent["number"]) if percent else None,
            rule=TABLE.id,
        )


_UNIT_IN_BRACKETS = regex.compile(rf"[ ]?\([^()]*{UNIT}[^()]*\)", regex.VERBOSE)


def _unit(cell: GridCell | None) -> "regex.Match[str] | None":
    return None if cell is None else _UNIT.search(cell.text)


def _figure(cell: GridCell | None) -> "regex.Match[str] | None":
    return None if cell is None else _FIGURE.fullmatch(cell.text.removesuffix("%").strip())


def _figures(row: Cells) -> bool:
    """Tell whether a row holds a figure beside its number; a row of column numbers (1) (2) (3) holds none."""
    texts = [cell.text for cell in row if cell is not None and cell.text]
    figures = [text for text in texts[1:] if _FIGURE.fullmatch(text.removesuffix("%").strip())]
    return bool(figures) and len(figures) < len(texts) - (not texts[0][0].isalpha())


def _label(row: Cells) -> GridCell | None:
    """The first cell of words."""
    return next(
        (cell for cell in row if cell is not None and _WORDS.search(cell.text) and not _ROMAN.fullmatch(cell.text)),
        None,
    )

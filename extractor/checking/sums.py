"""`sum_mismatch` and shares of money: parts that do not make their total."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from extractor.checking.finding import evidence, in_view, sum_mismatch
from extractor.checking.list_sums import check_lists_in_text
from extractor.checking.ratios import Ratio, decimals_of, judge
from extractor.language.document import Document, Grid, GridCell
from extractor.layers.numbers import NUMBER, parse_number
from extractor.records import Evidence, Finding, Funding, Number

_TOTAL_ROW = regex.compile(r"(?:tổng(?: cộng| số| kinh phí| vốn)?|cộng)\s*:?", regex.IGNORECASE)
_GROUP_NUMBER = regex.compile(r"[IVX]+|[A-HĐ]|(?=\s*$)")
_FIGURE = regex.compile(NUMBER)
_YEAR = regex.compile(r"(?:năm )?(?:19|20)\d\d", regex.IGNORECASE)
_BULLET = regex.compile(r"[-–+•*]")
_PRINTED_SHARE = regex.compile(r"(\d+(?:,\d+)?)\s*%")


def check_sums(document: Document) -> Iterator[Finding]:
    """Check the plan's money and the total rows of tables."""
    money = [record for record in document.records.get("funding", []) if isinstance(record, Funding)]
    yield from _check_money(
        document, [record for record in money if not document.in_table(in_view(document, record)[0])]
    )
    for table in document.tables:
        yield from _check_table(document, table)
    yield from check_lists_in_text(document)


def _check_money(document: Document, money: Sequence[Funding]) -> Iterator[Finding]:
    """Take each total with the sources that follow it up to the next total."""
    starts = [i for i, record in enumerate(money) if _is_total(record) and record.vnd]
    for start, end in pairwise([*starts, len(money)]):
        total, parts = money[start], [part for part in money[start + 1 : end] if part.vnd]
        yield from _check_shares(total, parts)
        yield from _check_lists(document, total, parts)


def _is_total(record: Funding) -> bool:
    return record.source.casefold().startswith("tổng")


def _check_shares(total: Funding, parts: Sequence[Funding]) -> Iterator[Finding]:
    for part in parts:
        printed = _PRINTED_SHARE.findall(part.quote)
        if part.percent is None or not printed or not part.vnd or not total.vnd or part.vnd > total.vnd:
            continue
        places = decimals_of(printed[-1])
        if found := judge(Ratio(part.vnd, total.vnd, part.percent, places, [part, total])):
            yield found


def _check_lists(document: Document, total: Funding, parts: Sequence[Funding]) -> Iterator[Finding]:
    """Where every source has its own bullet, those of one mark under one head must make its amount."""
    marked = [(_bullet(document, part), part) for part in parts]
    if len(marked) < 2 or any(mark is None for mark, _ in marked):
        return
    outer = marked[0][0]
    top = [part for mark, part in marked if mark == outer]
    yield from _compare(total, top)
    for i, (mark, head) in enumerate(marked):
        if mark != outer:
            continue
        inner = []
        for below_mark, below in marked[i + 1 :]:
            if below_mark == outer:
                break
            inner.append(below)
        yield from _compare(head, inner)


def _bullet(document: Document, record: Funding) -> str | None:
    """Return the bullet that opens the line of a source, where nothing else stands before it."""
    start, _ = in_view(document, record)
    line = document.line_at(start)
    lead = document.string[line.start : start].strip()
    return lead if _BULLET.fullmatch(lead) else None


def _compare(total: Funding, parts: Sequence[Funding]) -> Iterator[Finding]:
    amount = sum(part.vnd or 0 for part in parts)
    if len(parts) > 1 and total.vnd and amount != total.vnd:
        yield _mismatch(amount, total.vnd, [total, *parts])


def _check_table(document: Document, table: Grid) -> Iterator[Finding]:
    """The total row of a table against the rows above it, column by column."""
    rows = list(table.rows)
    at = next((i for i, row in enumerate(rows) if i > 1 and _total_label(row)), None)
    if at is None or any(_total_label(row) for row in rows[at + 1 :]):
        return
    for column, cell in enumerate(rows[at]):
        total = _figure(cell)
        above = [None if _is_year_heading(row[column], i) else row[column] for i, row in enumerate(rows[:at])]
        body = [other for other in above if other is not None and _figure(other) is not None]
        if total is None or cell is None or len(body) < 2 or cell.column != column:
            continue
        if any(other is not None and other.text and _figure(other) is None for other in above[_header_rows(above) :]):
            continue
        sums = {sum(_figure(other) or 0 for other in chosen) for chosen in _choices(rows[:at], body, column)}
        if not any(abs(amount - total) < 1e-6 * max(1, abs(total)) for amount in sums):
            quotes = [evidence(document, cell.start, cell.end), *(evidence(document, b.start, b.end) for b in body)]
            yield _mismatch(round(max(sums), 6), total, quotes)


def _is_year_heading(cell: GridCell | None, row: int) -> bool:
    """Tell a year that heads a column ("2024") from a figure in it."""
    return row <= 1 and cell is not None and _YEAR.fullmatch(cell.text.strip()) is not None


def _header_rows(column: Sequence[GridCell | None]) -> int:
    """Count the leading cells of a column that are no figures: its heading."""
    return next((i for i, cell in enumerate(column) if _figure(cell) is not None), len(column))


def _choices(rows: Sequence[Sequence[GridCell | None]], body: list[GridCell], column: int) -> list[list[GridCell]]:
    """All figures, or those of group rows alone, or those of the other rows alone: tables print totals of each."""
    groups = [row[column] for row in rows if row[0] is not None and _GROUP_NUMBER.fullmatch(row[0].text.strip(" .)"))]
    grouped = [cell for cell in groups if cell in body]
    return [chosen for chosen in (body, grouped, [cell for cell in body if cell not in grouped]) if chosen]


def _total_label(row: Sequence[GridCell | None]) -> bool:
    return any(cell is not None and _TOTAL_ROW.fullmatch(cell.text.strip()) for cell in row[:3])


def _figure(cell: GridCell | None) -> Number | None:
    text = cell.text.strip() if cell is not None else ""
    return parse_number(text) if _FIGURE.fullmatch(text) else None


def _mismatch(amount: Number, total: Number, quotes: Sequence[Evidence]) -> Finding:
    return sum_mismatch("sum_mismatch.parts", "error", amount, total, quotes)

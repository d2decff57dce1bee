"""The parts of a total, item by item: where one item of the list is a source of money, they all are."""

from collections.abc import Iterator, Sequence
from itertools import islice

import regex

from extractor.language.document import Document, ViewSpan
from extractor.layers.funding.money import Money, money_in
from extractor.layers.funding.patterns import PART, TOTAL
from extractor.records import Funding

_ITEM = regex.compile(
    r"""[ ]*+(?:[-+*–—●○▪•]|(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)])[ ]*+
      (?P<source>\p{Lu}[^\d.;:\n\t]*+(?:\d{2,4}[^\d.;:\n\t]*+)?)(?:[:,][ ]?|(?<=[ ]))(?:là[ ]|khoảng[ ])?$""",
    regex.VERBOSE,
)
_LONGEST_ITEM = 200
_MOST_ITEMS = 12


def parts_of_totals(document: Document, found: Sequence[Funding]) -> Iterator[Funding]:
    """Yield the items below a total that no source's name tells: "Vận động doanh nghiệp: 150 triệu đồng"."""
    starts = {record.start for record in found}
    for record in found:
        if record.rule == TOTAL.id:
            items = list(_items(document, document.view.to_view(record.start, record.end)[1]))
            if any(start in starts for start in (item.start for item in items)):
                yield from (item for item in items if item.start not in starts)


def _items(document: Document, end: int) -> Iterator[Funding]:
    """Yield the items of the list that a total opens, up to the first line that is none."""
    line = document.line_at(end)
    if PART.regex.match(document.string, end, line.end) is None:
        return
    for following in islice(document.lines_after(end), _MOST_ITEMS):
        item = _item(document, following)
        if item is None:
            return
        yield item


def _item(document: Document, line: ViewSpan) -> Funding | None:
    text = document.string[line.start : min(line.end, line.start + _LONGEST_ITEM)]
    money: Money | None = next(money_in(text), None)
    label = _ITEM.match(text, 0, money.start) if money else None
    if money is None or label is None:
        return None
    source = label["source"].rstrip(" ,")
    return Funding(
        **document.evidence(line.start + label.start("source"), line.start + money.end),
        source=source,
        amount=money.amount,
        unit=money.unit,
        vnd=money.vnd,
        rule=PART.id,
    )

"""Figures of the reading view: numbers with comparator and unit, n/m with its share, percentages."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

import regex

from extractor.language.document import Document
from extractor.language.words import word_spans
from extractor.layers.numbers import NUMBER, Amount, amounts, parse_number, with_comparators, word_amounts
from extractor.layers.targets.units import may_be_noun, per_unit_at, unit_at
from extractor.lexicon.units import UnitKind
from extractor.records import Comparator, Number, Percentage

_SHARE = regex.compile(
    rf"""(?P<between>[ ](?!đạt[ ]t[ỷỉ]|t[ỷỉ]|chiếm)
          (?:(?![ ](?:có|với|tỷ[ ]lệ|tỉ[ ]lệ|mức)[ ])[^,;.:()\d\n\t]){{1,60}}?)?
        (?P<link>[ ]?[,(]?[ ]?(?:chiếm|đạt|bằng|tương[ ]đương|tương[ ]ứng|=)?[ ]?(?:với[ ])?(?:tỷ[ ]lệ|tỉ[ ]lệ)?
          [ ]?(?:đạt|là)?[ ]?:?[ ]?)
        (?P<figure>{NUMBER})[ ]?%""",
    regex.VERBOSE,
)
_PERCENT_NEXT = re.compile(r"[^0-9\n\t;]{1,140}[0-9][0-9.,]* ?%")
"""The next number is a percentage: the cheap test that goes before the pattern for the share."""
_LINKED = regex.compile(r"chiếm|đạt|bằng|tương|=|t[ỷỉ]")
_SAYS_SHARE = re.compile("chiếm|t[ỷỉ]")
_ENDS_NOUN = re.compile(r"[\n\t,;.:()]")
_RATE_BASES = frozenset({100, 1_000, 10_000, 100_000})
_PEOPLE = regex.compile(r"[ ](?:trẻ|phụ nữ|dân|người|bé|ca|lao động|trường hợp|phương tiện|hộ)(?!\p{L})")
_LABEL = re.compile(r"[\n\t](?:(?<=\n)[-+–•*] )?(?P<number>\d{1,2}(?:\.\d{1,2})*[.)])(?!\d)")


_INDEX_REACH = 90
_INDEX = regex.compile(
    r"(?i)(?<!\p{L})(?:chỉ số|hệ số|tỷ số)(?!\p{L})(?:(?!hạng|nhóm|vị trí|thứ|tốp|top)[^;\n])*"
    r"(?:(?<!\p{L})(?:đạt|dưới|trên|xuống|lên|còn|từ|là|mức|bằng|quá|tối thiểu|ít nhất|tối đa|khoảng)|[≥≤<>:])[ ]?$"
)
_BEHIND_INDEX = re.compile(r"[,;.)\n]|$| (?:trở|lên|xuống|vào|và|trong|đến|\()")


class Figure(NamedTuple):
    """A figure; `start` and `end` are the view span of its quote, `digits` where its number starts."""

    start: int
    end: int
    digits: int
    value: Number
    upper: Number | None
    comparator: Comparator
    unit: str | None
    kind: UnitKind | Literal["percent"] | None
    """What the unit measures; None where there is no unit, or none that is known."""
    of: Number | None = None
    percent: Number | None = None
    noun_end: int = 0
    """Where the unit ends, before the words up to the share."""
    share: int = 0
    """Where the words that lead to the share start; 0 without one."""
    per: bool = False


class Blocked:
    """Spans whose numbers are taken by other layers."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._spans: list[tuple[int, int]] = []
        for start, end in sorted(spans):
            if self._spans and start < self._spans[-1][1]:
                last = self._spans[-1]
                self._spans[-1] = (last[0], max(last[1], end))
            else:
                self._spans.append((start, end))
        self._starts = [start for start, _ in self._spans]

    def __contains__(self, position: object) -> bool:
        if not isinstance(position, int):
            return False
        i = bisect_right(self._starts, position) - 1
        return i >= 0 and position < self._spans[i][1]


def view_spans(document: Document, layer: str) -> list[tuple[int, int]]:
    """List the view spans of the records of a layer."""
    return [document.view.to_view(r.start, r.end) for r in document.records.get(layer, [])]


def find_figures(document: Document, read: Sequence[tuple[int, int]]) -> list[Figure]:
    """Find the figures of a document in the order of their start; a share belongs to its n/m.

    `read` are stretches that have been read already.
    """
    string = document.string
    taken = [span for layer in ("dates", "citations", "funding", "criteria") for span in view_spans(document, layer)]
    labels = [(m.start("number") - 1, m.end("number") - 1) for m in _LABEL.finditer("\n" + string)]
    blocked = Blocked([*taken, *labels, *read])
    cells = Blocked(read)
    percentages = [figure for figure in _percentages(document) if figure.digits not in cells]
    shares = Blocked([(figure.start, figure.end) for figure in percentages])
    counts = list(_counts(document, blocked, shares))
    spans = Blocked([(figure.start, figure.end) for figure in counts])
    return sorted(counts + [figure for figure in percentages if figure.digits not in spans])


def _percentages(document: Document) -> Iterator[Figure]:
    string = document.string
    for record in document.records.get("percentages", []):
        if not isinstance(record, Percentage):
            continue
        start, end = document.view.to_view(record.start, record.end)
        digits = next((i for i in range(start, end) if string[i].isdigit()), start)
        yield Figure(start, end, digits, record.value, record.upper, record.comparator, "%", "percent", noun_end=end)


def _counts(document: Document, blocked: Blocked, shares: Blocked) -> Iterator[Figure]:
    string = document.string
    for amount in amounts(string, skip=blocked):
        if amount.start not in shares:
            yield from _count(string, amount)
    for amount in word_amounts(document.lowered):
        unit = unit_at(string, amount.end)
        if amount.start not in blocked and (unit or may_be_noun(string, amount.end)):
            yield from _count(string, amount)


def _count(string: str, amount: Amount) -> Iterator[Figure]:
    unit = unit_at(string, amount.end)
    if amount.of in _RATE_BASES and _PEOPLE.match(string, amount.end):
        slash = string.index("/", amount.start)
        amount = Amount(amount.start, slash, amount.value)
        unit = per_unit_at(string, slash)
    alone = unit is None and amount.of is None and not may_be_noun(string, amount.end)
    if _may_be_year(string, amount) or (alone and not _is_index(string, amount)):
        return
    noun_end = unit.end if unit else amount.end
    span = with_comparators(string, amount, noun_end)
    times = span.start - len("gấp ") if string.startswith("gấp ", span.start - len("gấp ")) else span.start
    figure = Figure(
        times,
        span.end,
        amount.start,
        span.value,
        span.upper,
        span.comparator,
        unit.text if unit else None,
        unit.kind if unit else "measure" if alone else None,
        amount.of,
        noun_end=noun_end,
        per=bool(unit and unit.per),
    )
    yield _with_share(string, figure)


def _may_be_year(string: str, amount: Amount) -> bool:
    """A plain 2025 is rather a year, even where the word năm is left out."""
    digits = string[amount.start : amount.end]
    return digits.isdigit() and len(digits) == 4 and 1900 <= int(digits) <= 2100


def _is_index(string: str, amount: Amount) -> bool:
    """ "hạ chỉ số BI xuống dưới 20": an index is a number without a unit."""
    left = string[max(0, amount.start - _INDEX_REACH) : amount.start]
    return (
        "số " in left.lower()
        and _INDEX.search(left) is not None
        and _BEHIND_INDEX.match(string, amount.end) is not None
    )


def _with_share(string: str, figure: Figure) -> Figure:
    """Take in the share of n/m, or of a counted noun, that is stated behind it."""
    if figure.kind not in ("noun", None) or (figure.of is None and figure.unit is None):
        return figure
    percent_next = _PERCENT_NEXT.match(string, figure.end)
    match = _SHARE.match(string, figure.end, percent_next.end()) if percent_next else None
    if match is None:
        return figure
    linked = _LINKED.search(match["link"]) is not None
    bracket = "(" in match["link"]
    if figure.of is None and not _SAYS_SHARE.search(match["link"]):
        return figure
    if not linked and not (bracket and figure.of is not None):
        return figure
    percent = parse_number(match["figure"])
    end = match.end() + (bracket and string[match.end() : match.end() + 1] == ")")
    return figure._replace(end=end, percent=percent, share=match.start("link"))


def first_word(string: str, position: int) -> str | None:
    """Return the first word behind a figure by word segmentation, for nouns that the lexicon lacks."""
    stop = min(len(string), position + 40)
    window = _ENDS_NOUN.split(string[position + 1 : stop])[0]
    spans = word_spans(window) if window else []
    return window[spans[0][0] : spans[0][1]] if spans else None

"""Reads a series of times that share a unit word or a year: "Quý II, III", "tháng 3-7", "ngày 15 và 16/3/2024"."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import regex

from extractor.layers import edtf
from extractor.layers.dates.patterns import ITEMS, NOT_A_COUNT, UNIT_WORDS, Kind

Join = Literal["first", "list", "range"]


@dataclass(slots=True)
class Item:
    """One time of a series, its parts as written or as the series gives them."""

    start: int
    end: int
    join: Join
    own_unit: bool
    """It has a unit word of its own, so it is a record of its own."""
    day: int | None = None
    month: int | None = None
    quarter: int | None = None
    year: int | None = None
    year_is_open: bool = False
    """The text says that the year is no single one: "hằng năm"."""
    day_is_open: bool = False


_JOIN = r"""(?:(?P<range>[ ]?[-–—÷][ ]?|[ ](?:đến|tới)[ ](?:(?:hết|cuối|đầu|trước)[ ])?)
             |(?P<list>[ ]?[,;+&][ ]?(?:và[ ])?|[ ](?:và|hoặc)[ ]))"""
_SHORT_END = regex.compile(r"[-–](?P<year>\d\d)(?![\d/%]|[.,]\d|[ ]?\p{L})|/(?P<year>(?:19|20)\d\d)(?![\d/])")
"""The end of "2021-25" or "2023/2024"."""
_NEXT = {
    kind: regex.compile(rf"{_JOIN}(?P<unit>{UNIT_WORDS[kind]}[ ]?)?(?P<item>{rule.pattern})", regex.VERBOSE)
    for kind, rule in ITEMS.items()
}
_NOT_A_COUNT = regex.compile(NOT_A_COUNT, regex.VERBOSE)
_EVERY_YEAR = regex.compile(r"[ ]?\(?(?:hằng|hàng|mỗi)[ ]năm")
_EVERY_MONTH = regex.compile(
    r"[ ]?\(?(?:của[ ])?(?:(?:hằng|hàng|mỗi|từng)[ ]tháng|tháng[ ](?:cuối|đầu|liền[ ]kề|sau|tiếp[ ]theo|báo[ ]cáo))"
)
_OTHER_YEAR = regex.compile(r"[ ](?:của[ ])?năm[ ](?P<which>sau|tới|kế[ ]tiếp|liền[ ]kề|tiếp[ ]theo|trước)(?!\p{L})")
_LUNAR = regex.compile(r"[ ]?\(?(?:âm[ ]lịch|ÂL|AL)(?!\p{L})")
_FIRST_LETTERS_AFTER = ("", *"âÂAhm")
"""Of `_EVERY_YEAR` and `_LUNAR`, behind a blank or a bracket, both of which may stand before."""
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
_WORDS_AFTER = 40
"""Characters after a time in which words such as "hằng năm" are looked for."""
_LONGEST = 12
"""Items of one series."""


def read_series(string: str, kind: Kind, start: int, unit_end: int) -> list[Item]:
    """Read the times from `unit_end` on; `start` is where the unit word stands (or the first digit)."""
    match = ITEMS[kind].regex.match(string, unit_end)
    if match is None:
        return []
    items = [_item(match, start, "first", own_unit=True)]
    while len(items) < _LONGEST and (match := _NEXT[kind].match(string, items[-1].end)):
        own = match["unit"] is not None
        item = _item(match, match.start("unit" if own else "item"), "range" if match["range"] else "list", own_unit=own)
        if not own and not _goes_with(string, kind, items[-1], item, match):
            break
        items.append(item)
    if kind == "year" and items[-1].join != "range":
        items += _short_end(string, items[-1])
    while items and not _whole(kind, items, string):
        items.pop()
    if not items:
        return []
    end = items[-1].end
    says_more = string[end : end + 2].lstrip(" (")[:1] in _FIRST_LETTERS_AFTER
    if says_more and _LUNAR.match(string, end, end + _WORDS_AFTER):
        return []
    _share(items)
    if says_more:
        _open_years(string, items)
    return items


def _short_end(string: str, first: Item) -> list[Item]:
    match = _SHORT_END.match(string, first.end)
    if match is None or first.year is None:
        return []
    year = int(match["year"]) if len(match["year"]) == 4 else first.year // 100 * 100 + int(match["year"])
    return [Item(match.start("year"), match.end(), "range", own_unit=False, year=year)] if year > first.year else []


def _item(match: "regex.Match[str]", start: int, join: Join, *, own_unit: bool) -> Item:
    item = Item(start, match.end(), join, own_unit)
    groups = match.groupdict()
    for name in ("day", "month", "year"):
        if groups.get(name):
            setattr(item, name, int(groups[name]))
    if groups.get("short_year"):
        item.year = 2000 + int(groups["short_year"])
    if groups.get("quarter"):
        item.quarter = _ROMAN.get(groups["quarter"]) or int(groups["quarter"])
    return item


def _goes_with(string: str, kind: Kind, before: Item, item: Item, match: "regex.Match[str]") -> bool:
    """Tell whether a number without unit word of its own goes on with the series."""
    written = match["item"]
    if kind == "quarter":
        same_notation = written[0].isdigit() == string[before.end - 1].isdigit() or before.year is not None
        return same_notation and (not written.isdigit() or bool(_NOT_A_COUNT.match(string, item.end)))
    if kind == "year":
        rises = before.year is not None and item.year is not None and 0 < item.year - before.year <= 60
        return rises and not COUNTED.match(string, item.end)
    return (
        not written.isdigit()
        or bool(_NOT_A_COUNT.match(string, item.end))
        or _NEXT[kind].match(string, item.end) is not None
    )


COUNTED = regex.compile(
    r"[ ](?:hộ|người|xã|thôn|ha|km|m2|m²|tỷ|triệu|nghìn|đồng|lượt|con|cây|học[ ]sinh|lao[ ]động|tấn|trường|lớp"
    r"|mô[ ]hình|đảng[ ]viên|hội[ ]viên|đoàn[ ]viên|công[ ]trình|doanh[ ]nghiệp|cán[ ]bộ|cuộc|buổi|suất|tin|bài"
    r"|lít|mét|giờ|trẻ|ca|cháu|căn|nhà|phòng|văn[ ]bản)(?!\p{L})"
)
"""A counted noun: the number before it is no year."""


def _whole(kind: Kind, items: list[Item], string: str) -> bool:
    """Tell whether the last item of a series can stand at its end: a day needs its month."""
    last = items[-1]
    if kind != "day" or last.month is not None:
        return True
    if _EVERY_MONTH.match(string, last.end, last.end + _WORDS_AFTER):
        last.day_is_open = True
        return True
    return any(item.month is not None for item in items[:-1]) and last.join == "range"


def _share(items: list[Item]) -> None:
    """Give each item the month and the year of the item after it, or else of the one before."""
    for item, after in reversed(list(pairwise(items))):
        if item.month is None and item.quarter is None and item.day is not None:
            item.month = after.month
        if item.year is None and after.year is not None:
            falls = after.join == "range" and _part(item) > _part(after)
            item.year = after.year - falls
    for before, item in pairwise(items):
        if item.month is None and item.day is not None:
            item.month = before.month
        if item.year is None and before.year is not None and (item.join == "range" or not item.own_unit):
            item.year = before.year + (item.join == "range" and _part(before) > _part(item))


def _part(item: Item) -> tuple[int, int]:
    """The place of an item within its year."""
    return item.quarter or item.month or 0, item.day or 0


def _open_years(string: str, items: list[Item]) -> None:
    """See to "hằng năm", which leaves the year open."""
    if _EVERY_YEAR.match(string, items[-1].end, items[-1].end + _WORDS_AFTER):
        for item in items:
            item.year_is_open = item.year is None


def relative_year(string: str, end: int) -> int:
    """Return how far the year named after `end` is from the plan's own: "năm sau" 1, "năm trước" -1, none 0."""
    match = _OTHER_YEAR.match(string, end, end + _WORDS_AFTER)
    if match is None:
        return 0
    return -1 if match["which"] == "trước" else 1


def value_of(kind: Kind, item: Item) -> str | None:
    """Return the EDTF value of an item; None for a time that does not exist."""
    if kind == "day":
        return edtf.day(item.year, item.month, item.day)
    if kind == "month":
        return edtf.month(item.year, item.month)
    if kind == "quarter":
        return edtf.quarter(item.year, item.quarter or 0)
    return edtf.year(item.year)

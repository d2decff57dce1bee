"""Finds the calendar expressions of a document.

Every one holds digits, or the Roman number of a quarter: each run of them is an anchor, the unit word before it
decides how it is read.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

import regex

from extractor.language.document import Document
from extractor.layers import edtf
from extractor.layers.dates.bare import (
    CUED_YEAR,
    DAY_CUE,
    FULL_DAY,
    FULL_MONTH,
    HALF_YEAR,
    LATE_DAY_CUE,
    NUMBERED,
    SHORT_DAY,
    SHORT_UNIT,
    YEAR_CELL,
    YEAR_CUE,
    YEAR_LIST,
    YEARS,
)
from extractor.layers.dates.bounds import bound_at, bounds_of
from extractor.layers.dates.columns import in_span, time_cells
from extractor.layers.dates.patterns import BLANK_DAY, ITEMS, PERIOD, Kind
from extractor.layers.dates.series import COUNTED, Item, read_series, relative_year, value_of
from extractor.layers.rule import Rule
from extractor.layers.sections import sections_of
from extractor.records import Bound, Date

_ANCHOR = re.compile(r"[0-9IV](?:(?<=[0-9])[0-9]*+|(?<=[IV])[IV]*+)")
"""Digits, or a Roman number, which must stand behind the word for a quarter."""
_QUARTER_WORDS = ("Quý", "quý", "QUÝ")
_QUARTER_REACH = 5
_UNIT = regex.compile(
    r"""(?<![\p{L}\d])(?:
        (?P<day>ngày)(?:[ .…_:]|(?<=[ .…_])/){0,40}(?:tháng[ .…_]{0,30}(?:năm[ .…_]{0,9})?)?
      | (?P<month>tháng)[ :]?
      | (?P<quarter>quý)[ :]{0,2}
      | (?P<period>giai[ ]đoạn|nhiệm[ ]kỳ|thời[ ]kỳ|niên[ ]khóa|thập[ ]kỷ)[ ](?:(?:\d+[ ])?năm[ ])?
      | (?P<year>năm(?:[ ](?:học|tài[ ]chính|ngân[ ]sách|kế[ ]hoạch))?)[ :]{0,2}
      )""",
    regex.VERBOSE | regex.IGNORECASE | regex.REVERSE,
)
_UNIT_REACH = 90
_UNIT_ENDS = ("ngày", "tháng", "quý", "năm", "đoạn", "kỳ", "khóa", "kỷ", "học", "chính", "sách", "hoạch")
"""How the words of `_UNIT` end; most numbers stand behind none of them."""
_LONGEST_UNIT_END = max(map(len, _UNIT_ENDS))
_WHOLE_DAY = re.compile(r"[Nn]gày \d{1,2}(?:/\d| tháng \d)")
"""A date whose day and month are given, as most are."""
_BLANKS_AFTER_UNIT = " .…_:/"
_UNIT_END_SIGNS = frozenset(_BLANKS_AFTER_UNIT).union(*(word[-1] + word[-1].upper() for word in _UNIT_ENDS))
_GOES_ON_AS_TIME = re.compile(r" ?[-–/.,] ?\d| (?:[Tt]háng|THÁNG|đến|và) ")
"""What follows a number of one or two digits that begins a time without a unit word."""
_COUNT = regex.compile(
    r"(?<![\p{L}\d/.])(?:\d{1,2}|hai|ba|bốn|sáu|bảy|tám|chín|mười|mươi)[ ]", regex.IGNORECASE | regex.REVERSE
)
_EVERY = regex.compile(r"(?<!\p{L})(?:mỗi|hằng|hàng|một)[ ]", regex.IGNORECASE | regex.REVERSE)


class _Time(NamedTuple):
    """A calendar expression, in view offsets."""

    start: int
    end: int
    value: str
    bound: Bound
    rule: str
    review: str | None = None


def find_dates(document: Document) -> list[Date]:
    """Find the calendar expressions of a document, in the order of their start."""
    return [
        Date(
            **document.evidence(time.start, time.end),
            value=time.value,
            bound=time.bound,
            rule=time.rule,
            review=time.review,
        )
        for time in _Finder(document).times()
    ]


class _Finder:
    """One pass over a document's anchors."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.string = document.string
        if _MAY_WRAP.search(self.string):
            self.string = _WRAP.sub(" ", self.string)
        self.time_cells = time_cells(document)
        plan = document.plan
        self.plan_year = edtf.year_of(plan.period) if plan.period else edtf.year_of(plan.date)
        self.last_year: tuple[int, int] | None = None
        """Year and place of the last single year found."""
        self.last_day_end = 0

    def times(self) -> Iterator[_Time]:
        done = 0
        for anchor in _ANCHOR.finditer(self.string):
            start = anchor.start()
            if start < done or (anchor[0][0] in "IV" and not self._is_quarter(start)):
                continue
            for time in self._read(anchor, done):
                done = max(done, time.end)
                if len(time.value) == 4:
                    self.last_year = int(time.value), time.end
                elif len(time.value) == 10:
                    self.last_day_end = time.end
                yield time

    def _is_quarter(self, position: int) -> bool:
        return self.string[max(0, position - _QUARTER_REACH) : position].rstrip(" ").endswith(_QUARTER_WORDS)

    def _read(self, anchor: "re.Match[str]", done: int) -> Iterator[_Time]:
        position = anchor.start()
        unit = None
        if _may_follow_unit(self.string, position):
            unit = _UNIT.match(self.string, max(done, position - _UNIT_REACH), position)
        if unit is None:
            return self._bare(anchor) if self._may_be_bare(anchor) else iter(())
        if unit["day"]:
            return self._day(unit.start(), position)
        every = unit["year"] or unit["quarter"] or unit["month"]
        if every and _EVERY.match(self.string, max(0, unit.start() - _WORD), unit.start()):
            return iter(())
        if unit["year"] and (half := self._half_in_words(unit.start())):
            return self._half_year(half)
        kind: Kind = "month" if unit["month"] else "quarter" if unit["quarter"] else "year"
        return self._series(kind, PERIOD if unit["period"] else ITEMS[kind], unit.start(), position)

    def _day(self, start: int, position: int) -> Iterator[_Time]:
        blank = None if _WHOLE_DAY.match(self.string, start) else BLANK_DAY.regex.match(self.string, start)
        if blank and (blank["day"] is None or blank["month"] is None):
            return self._blank_day(blank)
        return self._series("day", ITEMS["day"], start, position)

    def _blank_day(self, match: "regex.Match[str]") -> Iterator[_Time]:
        day, month = (int(match[name]) if match[name] else None for name in ("day", "month"))
        value = edtf.day(int(match["year"]) if match["year"] else None, month, day)
        if value and match["decade"]:
            value = match["decade"].ljust(4, "X") + value[4:]
        if value:
            yield self._time(match, value, BLANK_DAY)

    def _time(self, match: "regex.Match[str]", value: str, rule: Rule) -> _Time:
        start, end = match.span()
        return _Time(start, end, value, bound_at(self.string, start, end), rule.id)

    def _series(self, kind: Kind, rule: Rule, start: int, position: int) -> Iterator[_Time]:
        items = read_series(self.string, kind, start, position)
        if len(items) == 1 and (rule in (YEARS, YEAR_LIST) or (rule is CUED_YEAR and self._counts(items[0].end))):
            return
        spans = rule in (ITEMS["day"], ITEMS["year"]) and any(item.join == "range" for item in items)
        if spans and _COUNT.match(self.string, max(0, start - _WORD), start):
            items[0].start = position  # "5 năm 2021 - 2025": the unit word counts
        self._fill_years(kind, items)
        groups = _groups(items)
        for group, bound in zip(groups, bounds_of(self.string, groups), strict=True):
            start, end = group[0].start, group[-1].end
            value = value_of(kind, group[0])
            for item in group[1:]:
                value = edtf.interval(value, value_of(kind, item))
            if value:
                yield _Time(start, end, value, bound, rule.id)
            elif month := edtf.day(group[0].year, group[0].month, None) if len(group) == 1 else None:
                yield _Time(start, end, month, bound, rule.id, "the month has no such day")

    def _counts(self, end: int) -> bool:
        return COUNTED.match(self.string, end) is not None

    def _fill_years(self, kind: Kind, items: list[Item]) -> None:
        """Give the plan's year to times without one."""
        if kind == "year" or not items or items[-1].year_is_open or items[-1].day_is_open:
            return
        year = self._year_here(items[-1].end)
        for before, item in zip([None, *items], items, strict=False):
            if item.year is None and year is not None:
                wraps = before is not None and item.join == "range" and _falls(before, item)
                item.year = year + wraps

    def _year_here(self, end: int) -> int | None:
        if self.plan_year is not None:
            return self.plan_year + relative_year(self.string, end)
        if self.last_year:
            year, place = self.last_year
            if end - place < _YEAR_REACH and "\n" not in self.string[place:end]:
                return year
        titles = (section.title for section in sections_of(self.document).chain(end))
        return next((int(found["year"]) for title in titles if (found := _YEAR_OF_SECTION.search(title))), None)

    def _short_unit(self, start: int) -> Iterator[_Time]:
        match = SHORT_UNIT.regex.match(self.string, start)
        if match and not self.string[max(0, start - 1) : start].isalnum():
            year = int(match["year"])
            value = (
                edtf.month(year, int(match["month"])) if match["month"] else edtf.quarter(year, int(match["quarter"]))
            )
            if value:
                yield self._time(match, value, SHORT_UNIT)

    def _may_be_bare(self, anchor: "re.Match[str]") -> bool:
        digits = len(anchor[0])
        return digits == 4 or (digits < 3 and _GOES_ON_AS_TIME.match(self.string, anchor.end()) is not None)

    def _bare(self, anchor: "re.Match[str]") -> Iterator[_Time]:
        string, start = self.string, anchor.start()
        letter = string[max(0, start - 2) : start].rstrip(" .")[-1:]
        if letter in ("T", "Q") and (times := list(self._short_unit(string.rindex(letter, 0, start)))):
            yield from times
            return
        if not _may_begin(string, start):
            return
        if len(anchor[0]) == 4:
            yield from self._bare_years(start)
            return
        if half := HALF_YEAR.regex.match(string, start):
            yield from self._half_year(half)
        elif FULL_DAY.regex.match(string, start) and not NUMBERED.match(string, max(0, start - _WORD), start):
            yield from self._series("day", FULL_DAY, start, start)
        elif (month := FULL_MONTH.regex.match(string, start)) and not NUMBERED.match(
            string, max(0, start - _WORD), start
        ):
            if not self._counts(month.end()):
                yield from self._series("month", FULL_MONTH, start, start)
        elif (day := SHORT_DAY.regex.match(string, start)) and self._is_day(day):
            yield from self._series("day", SHORT_DAY, start, start)

    def _is_day(self, match: "regex.Match[str]") -> bool:
        """Tell whether "15/11" is a day, by its column or the words before it; n/m of a whole is the other reading."""
        start = match.start()
        if match["span"] or in_span(self.time_cells, start) or DAY_CUE.match(self.string, max(0, start - 90), start):
            return True
        if (
            self.last_day_end
            and start - self.last_day_end < 50
            and not _APART.search(self.string, self.last_day_end, start)
        ):
            return True
        no_ratio = match["first"] or (int(match["day"]) > 12 and match[0] != "24/7")
        return bool(no_ratio) and LATE_DAY_CUE.match(self.string, max(0, start - 20), start) is not None

    def _half_in_words(self, year_at: int) -> "regex.Match[str] | None":
        before = _HALF_BEFORE.match(self.string, max(0, year_at - _WORD), year_at)
        return HALF_YEAR.regex.match(self.string, before.start()) if before else None

    def _year_of_half(self, end: int) -> int | None:
        """The whole year may be named behind its half: '6 tháng đầu năm, ước cả năm 2018'."""
        whole = _WHOLE_YEAR.match(self.string, end, end + _YEAR_BEHIND)
        return int(whole["year"]) if whole else self._year_here(end)

    def _half_year(self, match: "regex.Match[str]") -> Iterator[_Time]:
        year = int(match["year"]) if match["year"] else self._year_of_half(match.end())
        value = edtf.half_year(year, 1 if match["half"].lower() == "đầu" else 2)
        if value and year:
            yield self._time(match, value, HALF_YEAR)

    def _bare_years(self, start: int) -> Iterator[_Time]:
        string = self.string
        for rule in (YEARS, YEAR_LIST):
            if rule.regex.match(string, start):
                yield from self._series("year", rule, start, start)
                return
        cell = YEAR_CELL.regex.match(string, start)
        if cell and (cell["first"] is None or 0 < int(cell["next"]) - int(cell["first"]) <= _YEAR_STEP):
            yield from self._series("year", YEAR_CELL, start, start)
        elif CUED_YEAR.regex.match(string, start) and self._is_year(start):
            yield from self._series("year", CUED_YEAR, start, start)

    def _is_year(self, start: int) -> bool:
        return in_span(self.time_cells, start) or YEAR_CUE.match(self.string, max(0, start - 90), start) is not None


_HALF_BEFORE = regex.compile(r"(?<!\p{L})sáu[ ]tháng[ ](?:đầu|cuối)[ ](?:của[ ])?", regex.IGNORECASE | regex.REVERSE)
"""A half-year in words has no digit before the year's."""
_WHOLE_YEAR = regex.compile(r"[^.;:\n\t\d]{1,40}[ ](?i:cả)[ ]năm[ ](?P<year>20\d\d)(?!\d|[ ]?[-–])")
_YEAR_BEHIND = 60
_APART = regex.compile(r"[\n\t]")
_WORD = 20
_YEAR_STEP = 10
"""Most that the years of neighbouring columns are apart."""
_YEAR_REACH = 400
_YEAR_OF_SECTION = regex.compile(r"(?i)^(?:kế hoạch |nhiệm vụ |trong )?năm (?P<year>20\d\d)(?![ ]?[-–\d])")
_WRAP = regex.compile(
    r"""(?<=(?i:năm)[ ]?)\n(?=20\d\d\b) | (?<=(?<!\d[ ])(?i:ngày)[ ]?)\n(?=\d{1,2}[ ]?(?:/|tháng))
      | (?<=(?i:tháng)[ ]?)\n(?=\d{1,2}[ ]?(?:/|năm)) | (?<=\b20\d\d[ ]?[-–])\n(?=20\d\d\b)
      | (?<=tháng[ ]\d{1,2})\n(?=năm[ ]20\d\d\b) | (?<=ngày[ ]\d{1,2})\n(?=tháng[ ]\d)""",
    regex.VERBOSE,
)
"""Line ends inside a time that the reading view has kept."""
_MAY_WRAP = re.compile(
    r"\n(?:(?<=[mMyYgG\d–-]\n)|(?<=[mMyYgG–-] \n))(?=20\d\d|\d{1,2} ?(?:/|tháng|năm)|năm 20|tháng \d)"
)
"""The cheap test that goes before it."""


def _may_follow_unit(string: str, position: int) -> bool:
    """Tell whether a unit word may end before a number; most have another letter before them."""
    blank = string[position - 1 : position] == " "
    if string[position - 1 - blank : position - blank] not in _UNIT_END_SIGNS:
        return False
    before = string[max(0, position - _UNIT_REACH) : position]
    return before.rstrip(_BLANKS_AFTER_UNIT)[-_LONGEST_UNIT_END:].lower().endswith(_UNIT_ENDS)


def _may_begin(string: str, start: int) -> bool:
    """Tell whether a run of digits stands by itself, not in a code or a longer number."""
    before, previous = string[start - 1 : start], string[start - 2 : start - 1]
    if before in ":.,-–":
        return not before or not (previous.isdigit() or (previous.isalpha() and before in ".-–"))
    return not (before.isalnum() or before in "/_@#%")


def _falls(before: Item, item: Item) -> bool:
    return (before.quarter or before.month or 0, before.day or 0) > (item.quarter or item.month or 0, item.day or 0)


def _groups(items: list[Item]) -> list[list[Item]]:
    """Put the ends of each span together; a time with a unit word of its own is a record of its own."""
    groups: list[list[Item]] = []
    for item in items:
        if item.join == "range" and not item.own_unit and len(groups[-1]) == 1:
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups

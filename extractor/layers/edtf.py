"""Times in EDTF (ISO 8601-2): building the strings of the contract, and comparing what they stand for.

Levels used: `2024`, `2024-10`, `2024-01-30`, quarter `2024-33` … `-36`, half-year `2024-40`/`-41`, interval
`2021/2025` (open end `2025/..`), set `{2020-06,2020-10}`, unknown parts as X (`2024-03-XX`, `XXXX-11-20`).
Builders return None for a time that does not exist.
"""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

import regex

UNKNOWN_YEAR = "XXXX"
UNKNOWN = "XX"
FIRST_YEAR, LAST_YEAR = 1000, 2999
_QUARTER_1, _HALF_1 = 33, 40
_SEPARATOR = regex.compile(r"[/,]")
_POINT = regex.compile(r"(?P<year>[\dX]{4})(?:-(?P<part>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?")


def year(number: int | None) -> str | None:
    """Return a year; None stands for an unknown one."""
    if number is None:
        return UNKNOWN_YEAR
    return f"{number:04}" if FIRST_YEAR <= number <= LAST_YEAR else None


def month(year_number: int | None, number: int | None) -> str | None:
    """Return a month; None stands for an unknown part."""
    prefix = year(year_number)
    if prefix is None or (number is not None and not 1 <= number <= 12):
        return None
    return f"{prefix}-{UNKNOWN if number is None else f'{number:02}'}"


def day(year_number: int | None, month_number: int | None, number: int | None) -> str | None:
    """Return a day; None stands for an unknown part."""
    prefix = month(year_number, month_number)
    if prefix is None or (number is not None and not 1 <= number <= _days_in(year_number, month_number)):
        return None
    return f"{prefix}-{UNKNOWN if number is None else f'{number:02}'}"


def _days_in(year_number: int | None, month_number: int | None) -> int:
    return 31 if month_number is None else monthrange(year_number or 2024, month_number)[1]


def quarter(year_number: int | None, number: int) -> str | None:
    """Return a quarter (quý): 1 → -33."""
    prefix = year(year_number)
    return f"{prefix}-{_QUARTER_1 + number - 1}" if prefix and 1 <= number <= 4 else None


def half_year(year_number: int | None, number: int) -> str | None:
    """Return a half-year (6 tháng đầu năm, 6 tháng cuối năm): 1 → -40."""
    prefix = year(year_number)
    return f"{prefix}-{_HALF_1 + number - 1}" if prefix and 1 <= number <= 2 else None


def interval(first: str | None, last: str | None) -> str | None:
    """Return the interval between two times; None where one is missing or the last ends before the first begins."""
    if first is None or last is None:
        return None
    if known(first) and known(last) and bounds(last)[1] < bounds(first)[0]:
        return None
    return f"{first}/{last}"


def one_of_each(values: Iterable[str]) -> str | None:
    """Return one time as it is, several as an EDTF set in their order, none as None."""
    distinct = list(dict.fromkeys(values))
    if len(distinct) > 1:
        return "{" + ",".join(distinct) + "}"
    return distinct[0] if distinct else None


@lru_cache(maxsize=4096)
def known(value: str) -> bool:
    """Tell whether `value` is a time whose year is given, so that `bounds` can place it."""
    return all(_placeable(part) for part in _points(value))


def _placeable(point: str) -> bool:
    match = _POINT.fullmatch(point)
    return (
        match is not None
        and match["year"].isdecimal()
        and int(match["year"]) > 0
        and _months(match["part"]) is not None
    )


def year_of(value: str | None) -> int | None:
    """Return the year of a time that lies within one year, or None."""
    if not value or not known(value):
        return None
    first, last = bounds(value)
    return first.year if first.year == last.year else None


@lru_cache(maxsize=4096)
def bounds(value: str) -> tuple[date, date]:
    """Return the first and the last day that a time may mean; raises ValueError where it can't be placed.

    `2024-03-XX` may be any day of March, and so may a day that March does not have;
    an open interval reaches to the end of the calendar.
    """
    if not known(value):
        raise ValueError(f"no time with a known year: {value!r}")
    if value.startswith("{"):
        spans = [bounds(part) for part in _points(value)]
        return min(first for first, _ in spans), max(last for _, last in spans)
    if "/" not in value:
        return _point_bounds(value)
    first, last = value.split("/")
    begin = date.min if first in ("", "..") else bounds(first)[0]
    return begin, date.max if last in ("", "..") else bounds(last)[1]


def contains(outer: str, inner: str) -> bool:
    """Tell whether all of `inner` lies within `outer`; False where one can't be placed."""
    if not (known(outer) and known(inner)):
        return False
    (first, last), (begin, end) = bounds(outer), bounds(inner)
    return first <= begin and end <= last


def overlaps(one: str, other: str) -> bool:
    """Tell whether two times may share a day; False where one can't be placed."""
    if not (known(one) and known(other)):
        return False
    (first, last), (begin, end) = bounds(one), bounds(other)
    return first <= end and begin <= last


def ends_before(one: str, other: str) -> bool:
    """Tell whether `one` is surely over before `other` begins; False where one can't be placed."""
    return known(one) and known(other) and bounds(one)[1] < bounds(other)[0]


def sort_key(value: str) -> tuple[date, date]:
    """Return a key that orders times by their first day, then their last; unplaced times come last."""
    return bounds(value) if known(value) else (date.max, date.max)


def _points(value: str) -> list[str]:
    parts = _SEPARATOR.split(value.strip("{}[]"))
    return [part for part in parts if part not in ("", "..")] or [value]


def _point_bounds(value: str) -> tuple[date, date]:
    match = _POINT.fullmatch(value)
    if match is None:
        raise ValueError(f"no EDTF time: {value!r}")
    number, part, day_part = int(match["year"]), match["part"], match["day"]
    months = _months(part)
    if months is None:
        raise ValueError(f"no part of a year: {part!r}")
    first_month, last_month = months
    last_day = monthrange(number, last_month)[1]
    if day_part and day_part != UNKNOWN and first_month == last_month and 1 <= int(day_part) <= last_day:
        only = date(number, first_month, int(day_part))
        return only, only
    return date(number, first_month, 1), date(number, last_month, last_day)


def _months(part: str | None) -> tuple[int, int] | None:
    """First and last month of a part of the year; None where there is no such part."""
    if part in (None, UNKNOWN):
        return 1, 12
    code = int(part or 0)
    if _HALF_1 <= code < _HALF_1 + 2:
        return (code - _HALF_1) * 6 + 1, (code - _HALF_1) * 6 + 6
    if _QUARTER_1 <= code < _QUARTER_1 + 4:
        return (code - _QUARTER_1) * 3 + 1, (code - _QUARTER_1) * 3 + 3
    return (code, code) if 1 <= code <= 12 else None

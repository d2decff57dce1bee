"""Thời kỳ của kế hoạch: the time that the plan is for, from its title."""

from collections.abc import Callable
from typing import Any, NamedTuple

import regex

from extractor.layers.plan.found import Found

_YEAR = r"(?:19|20)\d{2}"
_TO = r" ?(?:-|–|—|đến(?: hết)?|tới) ?"
_DAY = r"(\d{1,2})/(\d{1,2})/(\d{4})"
_BEYOND = r"(?<!định hướng )(?<!tầm nhìn )"

_CITED = regex.compile(
    r"ngày \d{1,2}(?:/| tháng )\d{1,2}(?:/| năm )\d{4}(?! ?(?:đến|-|–))|\d+/\d{4}/[\p{Lu}-]+|"
    r"(?:Luật|Bộ luật|Pháp lệnh|Hiến pháp)(?: (?!trên\b|tại\b|trong\b|của\b|năm\b)[\p{L}-]+){1,12}(?: năm)? \d{4}",
    regex.IGNORECASE,
)
_OBJECT = regex.compile(r"bầu cử|đại biểu|tổng kết|sơ kết|kỷ niệm", regex.IGNORECASE)
_OF_OBJECT = regex.compile(r"[ ]*(?:nhiệm kỳ|khóa|giai đoạn|\()", regex.IGNORECASE)
DAYS = "period-days"
_QUARTERS = {"I": 33, "II": 34, "III": 35, "IV": 36, "1": 33, "2": 34, "3": 35, "4": 36}


class _Kind(NamedTuple):
    rule: str
    pattern: Any
    value: Callable[..., str | None]


def _days(*groups: str) -> str:
    return "/".join(f"{y}-{int(m):02}-{int(d):02}" for d, m, y in (groups[:3], groups[3:]))


def _month(month: str, year: str) -> str | None:
    return f"{year}-{int(month):02}" if 1 <= int(month) <= 12 else None


def _kind(rule: str, pattern: str, value: Callable[..., str | None]) -> _Kind:
    return _Kind(rule, regex.compile(pattern, regex.IGNORECASE), value)


_KINDS = (
    _kind(DAYS, rf"từ ngày {_DAY} (?:đến|tới)(?: hết)?(?: ngày)? {_DAY}", _days),
    _kind(
        "period-half",
        rf"6 tháng (đầu|cuối) năm ({_YEAR})",
        lambda half, year: f"{year}-{40 if half.lower() == 'đầu' else 41}",
    ),
    _kind(
        "period-quarter",
        rf"quý (IV|III|II|I|[1-4])(?:/| năm | - |-| )({_YEAR})",
        lambda quarter, year: f"{year}-{_QUARTERS[quarter.upper()]}",
    ),
    _kind(
        "period-year-and-span",
        rf"năm {_YEAR} và giai đoạn ({_YEAR}){_TO}({_YEAR})|({_YEAR}){_TO}({_YEAR}) và (?:kế hoạch )?năm {_YEAR}",
        lambda *years: "/".join(year for year in years if year),
    ),
    _kind("period-month", rf"tháng (\d{{1,2}})(?:/| năm |-)({_YEAR})", _month),
    _kind(
        "period-year",
        rf"{_BEYOND}(?<!đến )(?<!hết )(?<!từ )năm ({_YEAR})(?![\d/]|{_TO}(?:năm )?{_YEAR})",
        lambda year: year,
    ),
    _kind(
        "period-span",
        r"(?:giai đoạn|năm|năm học|các năm|nhiệm kỳ|kỳ|vụ[\p{L} ]{1,20}|mùa \p{L}+|khóa[\p{L}, ]{1,20})?"
        rf"[ (:]*({_YEAR}){_TO}(?:năm )?({_YEAR})",
        lambda first, last: f"{first}/{last}" if first < last else None,
    ),
    _kind("period-until", rf"{_BEYOND}(?:đến|tới|đến hết|đến cuối) năm ({_YEAR})", lambda year: f"../{year}"),
    _kind("period-bare-year", rf"(?<![-–—/] ?)(?<!\p{{L}}) ?\b({_YEAR})\b(?! ?[-–—/\d])", lambda year: year),
)


def read_period(title: Found) -> Found | None:
    """Read the period from the title; a year binds closer than the span of years of the programme that it serves.

    A time until which the plan runs ('đến năm 2030') gives an interval with an open start, '../2030'. A look
    beyond it (định hướng, tầm nhìn) is left out, and so are the years of documents and laws that the title names,
    and the term of a body that is to be elected.
    """
    words = _CITED.sub(lambda m: " " * len(m[0]), title.value)
    for rule, pattern, read in _KINDS:
        for match in reversed(list(pattern.finditer(title.value if rule == DAYS else words))):
            of_object = _OF_OBJECT.match(match[0]) and _OBJECT.search(words, 0, match.start())
            value = None if rule == "period-span" and of_object else read(*match.groups())
            if value is not None:
                return Found(value, title.start, title.end, rule)
    return None

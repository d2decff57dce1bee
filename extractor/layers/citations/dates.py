"""The date of a cited document, read right after its code or its issuer."""

from typing import NamedTuple

import regex

from extractor.layers import edtf

_BLANK = r"[.…_]*+"
_DAY = rf"(?:(?P<day>\d{{1,2}})|{_BLANK})"
_MONTH = rf"(?:(?P<month>\d{{1,2}})|{_BLANK})"
_YEAR = r"(?:(?P<year>\d{4})(?!\d)|(?P<year>\d{2,3})[.…_]++)"
_LEAD = r"[ ]?+,?[ ]?+(?P<bracket>\()?(?:(?:ký|ban[ ]hành)[ ])?"
_DATE = regex.compile(
    rf"""{_LEAD}(?:
        ngày[ ]?{_DAY}[ ]?tháng[ ]?{_MONTH}[ ]?,?[ ]?năm[ ]?{_YEAR}
      | ngày[ ]?{_DAY}[ ]?[/.-][ ]?{_MONTH}[ ]?[/.-][ ]?(?:năm[ ]?)?{_YEAR}
      | ngày[ ]?(?P<day>\d{{1,2}})[ ]?[/.-][ ]?(?P<month>\d{{1,2}})[ ]?[/.-][ ]?(?P<short>\d{{2}})(?!\d)
      | (?P<day>\d{{1,2}})[ ]?[/.-][ ]?(?P<month>\d{{1,2}})[ ]?[/.-][ ]?(?P<year>\d{{4}})(?!\d)
      | (?P<day>\d{{1,2}})[ ]tháng[ ]?(?P<month>\d{{1,2}})[ ]năm[ ]?(?P<year>\d{{4}})(?!\d)
      | tháng[ ]?(?P<month>\d{{1,2}})[ ]?(?:/|[ ]?năm[ ])[ ]?(?P<year>\d{{4}})(?!\d)
      | năm[ ](?P<year>\d{{4}})(?!\d|[ ]?[-–][ ]?\d)
    )(?(bracket)[ ]?+\))
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_REACH = 400
"""Characters that a date may take up; without it `regex` looks for digits through the whole document."""
_LAW_YEAR = regex.compile(r"[ ](?P<bracket>\()?(?P<year>(?:19|20)\d\d)(?(bracket)\))")


class CitedDate(NamedTuple):
    """An EDTF date and the view offset at which its words end; `value` is null for an impossible date."""

    value: str | None
    end: int


def cited_date(string: str, position: int, *, law: bool = False) -> CitedDate | None:
    """Read the date that stands at a view position; a law's may be a bare year."""
    match = _DATE.match(string, position, position + _REACH)
    if match is None and law:
        match = _LAW_YEAR.match(string, position)
        return CitedDate(match["year"], match.end()) if match else None
    if match is None:
        return None
    parts = match.capturesdict()
    year = parts["year"][0] if parts["year"] else "20" + parts["short"][0]
    day, month = (_two_digits(parts[name]) for name in ("day", "month"))
    year = year.ljust(4, "X")
    if edtf.day(*(int(part) if part.isdecimal() else None for part in (year, month, day))) is None:
        return CitedDate(None, match.end())
    if "ngày" in match[0].lower() or parts["day"]:
        return CitedDate(f"{year}-{month}-{day}", match.end())
    return CitedDate(f"{year}-{month}" if parts["month"] else year, match.end())


def _two_digits(captured: list[str]) -> str:
    return captured[0].zfill(2) if captured else "XX"

"""How an expression binds: the words directly before it, or after it (contract section 1, `bound`)."""

import regex

from extractor.layers.dates.series import Item
from extractor.lexicon.date_bounds import load_date_bounds
from extractor.records import Bound

_BOUNDS = load_date_bounds()


def _either(words: dict[str, Bound]) -> str:
    return "|".join(w.replace(" ", "[ ]") for w in sorted(words, key=len, reverse=True))


_NUMBER_WORDS = ("hai", "ba", "bốn", "sáu", "bảy", "tám", "chín", "mười")
_COUNTED = ("năm", "ngày", "tháng")
_HOUR_UNITS = ("giờ", "h", "g", ":")
_DAY_PARTS = ("sáng", "chiều", "tối", "đêm", "chủ nhật", "dịp", "khoảng")
_COUNT = rf"(?:(?:\d{{1,2}}|{'|'.join(_NUMBER_WORDS)})[ ](?:(?:{'|'.join(_COUNTED)})[ ])?)"
_DAY = regex.compile(r"(?i:ngày)|\d")
_HOUR = rf"(?:(?:(?:lúc|hồi)[ ])?\d{{1,2}}(?:[ ]?(?:{'|'.join(_HOUR_UNITS)})[ ]?(?:\d{{2}})?)(?:[ ]?(?:phút|'))?,?[ ])"
_DAY_PART = rf"(?:(?:{'|'.join(_DAY_PARTS)}|thứ[ ]\p{{L}}+)(?:,?[ ]))"
_BEFORE = regex.compile(
    rf"(?<!\p{{L}})(?P<words>{_either(_BOUNDS.before)})[ ]{_COUNT}?{_HOUR}?{_DAY_PART}?",
    regex.REVERSE,
)
"""In small letters."""
_AFTER = regex.compile(rf",?[ ](?P<words>{_either(_BOUNDS.after)})(?!\p{{L}})", regex.IGNORECASE)
_SPAN_UNIT = regex.compile(r"(?:giai|nhiệm|thời|niên|năm[ ]học)", regex.IGNORECASE)
_REACH = 60
_LAST_WORDS = frozenset(
    words.rsplit(" ", 1)[-1]
    for words in (*_BOUNDS.before, *_NUMBER_WORDS, *_COUNTED, *_HOUR_UNITS, "phút", *_DAY_PARTS)
)
"""The last words of what `_BEFORE` finds, but for days of the week and for what ends in a figure or a sign."""
_INHERITED = frozenset({"within", "by", "before"})


def bound_at(string: str, start: int, end: int) -> Bound:
    """Return how the expression at `start` … `end` binds by the words around it."""
    if after := _AFTER.match(string, end):
        return _BOUNDS.after[after["words"].lower()]
    text_before = string[max(0, start - _REACH) : start].lower()
    before = _BEFORE.match(text_before) if _may_bind(text_before) else None
    words = before["words"] if before else ""
    if words in _BOUNDS.days_only and not _DAY.match(string, start):
        return "on"
    return _BOUNDS.before.get(words, "on")


def _may_bind(before: str) -> bool:
    """The cheap test that goes before the pattern: most times have another word before them."""
    if not before.endswith(" "):
        return False
    words = before[:-1].rsplit(" ", 2)
    return words[-1] in _LAST_WORDS or not words[-1].isalpha() or (len(words) > 1 and words[-2].endswith("thứ"))


def bounds_of(string: str, groups: list[list[Item]]) -> list[Bound]:
    """Return the bound of each group of items of one series; a group is one record, several items a span."""
    found: list[Bound] = []
    for i, group in enumerate(groups):
        bound = bound_at(string, group[0].start, group[-1].end)
        if len(group) > 1 and bound == "from" and not _SPAN_UNIT.match(string, group[0].start):
            bound = "on"  # "từ tháng 3 - 7": the span holds both ends
        if bound == "on" and i and found[-1] in _INHERITED and _shares_bound(string, group[0], groups[i - 1][0]):
            bound = found[-1]
        if i and group[0].join == "range":
            bound = "by" if bound == "on" else bound
            found[-1] = "from" if found[-1] == "on" else found[-1]
        found.append(bound)
    return found


def _shares_bound(string: str, item: Item, before: Item) -> bool:
    """Tell whether the words before one time of a list hold for the next: "trong quý II và quý III"."""
    if item.join != "list" or before.join == "range" or ";" in string[before.end : item.start]:
        return False
    whole_years = item.month is None and item.quarter is None
    return not item.own_unit or not whole_years or string[item.start - 3 : item.start].strip() == "và"

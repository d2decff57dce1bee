"""Amounts that a sentence allots by place: "giao chỉ tiêu cho các huyện: Hòa An 850 người, Phú Lộc 780 người"."""

from typing import NamedTuple

import regex

from extractor.layers.targets.figures import Figure
from extractor.layers.targets.scope import Scope

_LEVELS = r"(?:huyện|quận|thị xã|thành phố|tỉnh|xã|phường|thị trấn|thôn|bản|ấp|xóm|khu phố|địa phương|đơn vị|trường)"
_OPENS = regex.compile(
    rf"(?:giao|phân bổ|phân khai)(?:[ ]chỉ[ ]tiêu)?(?P<what>[^:;.\n]{{0,90}}?)[ ]?(?:cho|về|đến)?[ ]?"
    rf"(?:các|từng)[ ]{_LEVELS}"
    r"[^:;.\n]{0,60}:",
    regex.IGNORECASE,
)
_NAME = regex.compile(rf"(?i:{_LEVELS}[ ])?\p{{Lu}}[\p{{L}}’'-]*+(?:[ ]\p{{Lu}}[\p{{L}}’'-]*+){{0,4}}")
_WORDS = ("giao", "phân bổ", "phân khai")


class Allotment(NamedTuple):
    """What a sentence allots, and where its list of places begins."""

    start: int
    what: str | None


def allotment_of(scope: Scope) -> Allotment | None:
    """Return what a sentence allots by place, None where it does not."""
    if ":" not in scope.small or not scope.holds_any(_WORDS):
        return None
    match = _OPENS.search(scope.string, scope.start, scope.end)
    if match is None:
        return None
    what = match["what"].strip(" ,")
    return Allotment(match.end(), f"chỉ tiêu {what}" if what and not any(c.isdigit() for c in what) else None)


def place_in(allotment: Allotment, figure: Figure, before: list[Figure], scope: Scope) -> str | None:
    """Return the place whose name alone stands before a figure of the list."""
    if figure.start < allotment.start:
        return None
    start = max([allotment.start, *(earlier.end for earlier in before)])
    words = scope.string[start : figure.start].strip(" ,;:.–-+•").removeprefix("và ").rstrip(" :")
    return words if _NAME.fullmatch(words) else None

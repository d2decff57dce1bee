"""Đại lượng: the figure of a target in a form in which figures of different plans are compared."""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

import regex

from extractor.collection.held import HeldTarget
from extractor.collection.wording import fold, phrases
from extractor.lexicon.comparison import load_comparison
from extractor.records import Comparator

ChangeKind = Literal["level", "more", "less"]
"""A level or total that is reached or kept; an amount that is added or done; an amount that is cut."""
_CHANGES: dict[str, ChangeKind] = {
    "reach": "level",
    "keep": "level",
    "increase": "more",
    "do": "more",
    "decrease": "less",
}
_PER_YEAR = regex.compile(r"/(?:năm|1 năm)$")
_PER_ONE = regex.compile(r"/1? ?")
_RATE_WORDS = regex.compile(r"(?i)\b(?:bình quân|trung bình|tốc độ|tỷ suất|tỷ số|tỷ lệ|tỉ lệ|hệ số|chỉ số|thu nhập)\b")
_NEVER_ADDED = frozenset({"share", "time"})
AT_MOST: frozenset[Comparator] = frozenset({"le", "lt"})
AT_LEAST: frozenset[Comparator] = frozenset({"ge", "gt"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure in the first unit of its kind."""

    kind: str
    """'share', 'money/người', 'length', 'xã': figures of one kind can be compared."""
    change: ChangeKind
    comparator: Comparator
    low: float
    high: float
    """Same as `low` but for ranges."""
    factor: float
    """By which the written figure was multiplied."""
    additive: bool
    """True for counts and amounts, which units add up to; false for shares, rates and averages."""
    share: float | None
    """In per cent, also of counts out of a total."""


def quantity_of(target: HeldTarget) -> Quantity:
    """Return a target's quantity."""
    kind, factor = _kind(target.unit)
    low, high = target.value * factor, (target.value if target.upper is None else target.upper) * factor
    additive = "/" not in kind and kind not in _NEVER_ADDED and not _RATE_WORDS.search(target.indicator or "")
    return Quantity(kind, _CHANGES[target.change], target.comparator, low, high, factor, additive, _share(target, kind))


def _share(target: HeldTarget, kind: str) -> float | None:
    if kind == "share":
        return float(target.value)
    if target.percent is not None:
        return float(target.percent)
    return 100 * target.value / target.of if target.of else None


@lru_cache(maxsize=8192)
def _kind(unit: str | None) -> tuple[str, float]:
    if unit is None:
        return "", 1
    written = _PER_ONE.sub("/", _PER_YEAR.sub("", unit.strip().casefold()))
    counted, _, per = written.partition("/")
    kind, factor = _measures().get(counted.strip(), (fold(counted), 1.0))
    return (f"{kind}/{fold(per)}" if per else kind), factor


@cache
def _measures() -> dict[str, tuple[str, float]]:
    return {
        name: (measure.kind, factor) for measure in load_comparison().units for name, factor in measure.names.items()
    }


@cache
def _tendencies() -> "tuple[regex.Pattern[str], regex.Pattern[str]]":
    lexicon = load_comparison()
    return phrases(lexicon.less_is_better), phrases(lexicon.more_is_better)


def less_is_better(target: HeldTarget) -> bool:
    """Tell whether a smaller figure is the stricter one: "tỷ lệ hộ nghèo còn 3%", "không quá 5 vụ"."""
    if target.comparator in AT_MOST:
        return True
    if target.comparator in AT_LEAST or target.change not in ("reach", "keep"):
        return False
    return _bad(target.indicator or "")


@lru_cache(maxsize=65536)
def _bad(indicator: str) -> bool:
    less, more = _tendencies()
    folded = fold(indicator)
    return less.search(folded) is not None and more.search(folded) is None

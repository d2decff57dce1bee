"""Which attributes of a paired record are right (contract section 13)."""

from collections.abc import Callable
from typing import Any

from extractor.evaluation.matching import Record
from extractor.evaluation.normalise import fold, number_key, unit_key, without_nulls

ATTRIBUTES: dict[str, tuple[str, ...]] = {
    "citations": ("issuer", "title", "relation"),
    "dates": ("bound",),
    "criteria": ("name",),
    "targets": ("change", "baseline", "required", "deadline", "place", "indicator"),
    "responsibilities": ("deadline", "recurrence", "task", "layout"),
    "funding": ("source",),
    "outline": ("level",),
}
SAME_WORDS = 0.7
"""Dice coefficient over the words from which on two free texts count as one."""


def attribute_right(name: str, gold: Record, predicted: Record) -> bool:
    """Tell whether an attribute of a predicted record equals the gold one or one of its accepted values."""
    accepted = [gold.get(name), *(gold.get("accept") or {}).get(name, [])]
    equal = _EQUAL.get(name, _same)
    return any(equal(value, predicted.get(name)) for value in accepted)


def _same(gold: Any, predicted: Any) -> bool:
    return bool(gold == predicted)


def _same_bound(gold: Any, predicted: Any) -> bool:
    return (gold or "on") == (predicted or "on")


def _same_words(gold: Any, predicted: Any) -> bool:
    if not gold or not predicted:
        return not gold and not predicted
    one, other = set((fold(gold) or "").split()), set((fold(predicted) or "").split())
    return 2 * len(one & other) / max(1, len(one) + len(other)) >= SAME_WORDS


def _same_figure(gold: Any, predicted: Any) -> bool:
    return _figure(gold) == _figure(predicted)


def _figure(value: Any) -> dict[str, Any] | None:
    kept = without_nulls(value)
    if kept is None:
        return None
    forms: dict[str, Callable[[Any], Any]] = {"value": number_key, "of": number_key, "unit": unit_key}
    return {name: forms[name](part) if name in forms else part for name, part in kept.items()}


def _same_time(gold: Any, predicted: Any) -> bool:
    return without_nulls(gold) == without_nulls(predicted)


_EQUAL: dict[str, Callable[[Any, Any], bool]] = {
    "bound": _same_bound,
    "baseline": _same_figure,
    "required": _same_figure,
    "deadline": _same_time,
    **dict.fromkeys(("title", "task", "indicator", "source", "issuer", "name", "place"), _same_words),
}

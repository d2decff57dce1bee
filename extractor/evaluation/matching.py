"""Which gold record a predicted one stands for (contract section 13): spans overlap, keys are equal, one to one."""

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import Any

from extractor.evaluation.normalise import agency_key, criterion_key, fold, number_key, unit_key

Record = dict[str, Any]
Key = tuple[Any, ...]
SIMILAR_AGENCIES = 0.85
"""From this ratio of difflib on, two agency names are one."""


def _citation_key(record: Record) -> Key:
    return record.get("type"), (record.get("code") or "").replace(" ", "") or None, record.get("date")


def _date_key(record: Record) -> Key:
    return (record.get("value"),)


def _percentage_key(record: Record) -> Key:
    return number_key(record.get("value")), number_key(record.get("upper")), record.get("comparator") or "eq"


def _criterion_key(record: Record) -> Key:
    return record.get("kind") or "criterion", criterion_key(record.get("number"))


def _target_key(record: Record) -> Key:
    figures = (number_key(record.get(name)) for name in ("value", "upper", "of", "percent"))
    comparator = record.get("comparator") or "eq"
    return *figures, unit_key(record.get("unit")), comparator, criterion_key(record.get("criterion"))


def _funding_key(record: Record) -> Key:
    return number_key(record.get("vnd")), number_key(record.get("percent"))


def _heading_key(record: Record) -> Key:
    return fold(record.get("number")), " ".join((fold(record.get("title")) or "").split()[:5])


KEYS: dict[str, Callable[[Record], Key]] = {
    "citations": _citation_key,
    "dates": _date_key,
    "percentages": _percentage_key,
    "criteria": _criterion_key,
    "targets": _target_key,
    "funding": _funding_key,
    "outline": _heading_key,
}


def pair(layer: str, gold: Sequence[Record], predicted: Sequence[Record]) -> list[tuple[int, int]]:
    """Pair the records of a layer one to one; returns (index in gold, index in predicted).

    Gold records that count choose before optional ones; each takes the exact span if there is one, else the
    matching record whose start is nearest.
    """
    pairs: list[tuple[int, int]] = []
    used: set[int] = set()
    for g in sorted(range(len(gold)), key=lambda i: bool(gold[i].get("optional"))):
        candidates = [p for p, record in enumerate(predicted) if p not in used and _match(layer, gold[g], record)]
        if candidates:
            best = min(candidates, key=lambda p: _distance(gold[g], predicted[p]))
            used.add(best)
            pairs.append((g, best))
    return pairs


def same_span(one: Record, other: Record) -> bool:
    """Tell whether two records have the same start and end."""
    return bool(one.get("start") == other.get("start") and one.get("end") == other.get("end"))


def _distance(gold: Record, predicted: Record) -> tuple[bool, int]:
    return not same_span(gold, predicted), abs((gold.get("start") or 0) - (predicted.get("start") or 0))


def _match(layer: str, gold: Record, predicted: Record) -> bool:
    if layer == "findings":
        return _match_findings(gold, predicted)
    if not _overlap(gold, predicted):
        return False
    if layer == "responsibilities":
        return _match_responsibilities(gold, predicted)
    key = KEYS[layer]
    accepted = [key(gold)]
    for name, values in (gold.get("accept") or {}).items():
        accepted += [key({**gold, name: value}) for value in values]
    return key(predicted) in accepted


def _overlap(one: Record, other: Record) -> bool:
    return bool(one.get("start", -1) < other.get("end", -1) and other.get("start", -1) < one.get("end", -1))


def _match_findings(gold: Record, predicted: Record) -> bool:
    codes = [gold.get("code"), *(gold.get("accept") or {}).get("code", [])]
    if predicted.get("code") not in codes:
        return False
    return any(_overlap(g, p) for g in gold.get("quotes", []) for p in predicted.get("quotes", []))


def _match_responsibilities(gold: Record, predicted: Record) -> bool:
    accept = gold.get("accept") or {}
    agencies = [gold.get("agency"), *accept.get("agency", [])]
    if not any(_similar(agency_key(agency), agency_key(predicted.get("agency"))) for agency in agencies):
        return False
    if not set(gold.get("roles") or []) & set(predicted.get("roles") or []):
        return False
    criteria = {criterion_key(c) for c in predicted.get("criteria") or []}
    allowed = [gold.get("criteria") or [], *(accept.get("criteria") or [])]
    return any(criteria == {criterion_key(c) for c in numbers} for numbers in allowed)


def _similar(one: str, other: str) -> bool:
    return one == other or one in other or other in one or SequenceMatcher(None, one, other).ratio() >= SIMILAR_AGENCIES

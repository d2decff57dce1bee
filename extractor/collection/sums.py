"""Tổng hợp: targets that are sums over units, and what the plans below add up to.

Only counts and amounts are added; shares, rates and averages of units never are.
"""

from collections.abc import Sequence

from extractor.collection.alignment import Pair
from extractor.collection.measured import Measured
from extractor.collection.quantities import less_is_better
from extractor.collection.verdicts import Compared
from extractor.records.crosscheck import Part, Sum, SumStatus


def sums_of(upper: Compared, lowers: Sequence[tuple[Compared, Sequence[Pair]]], units: int | None) -> list[Sum]:
    """Add up what the lower plans give for each additive target of a plan; `units` counts the units of their level."""
    return [_sum(measured, upper, lowers, units) for measured in upper.targets if _is_sum(measured)]


def _is_sum(measured: Measured) -> bool:
    target = measured.target
    whole = target.place is None and target.percent is None and measured.each is None
    return measured.quantity.additive and whole and bool(measured.words)


def _sum(
    measured: Measured, upper: Compared, lowers: Sequence[tuple[Compared, Sequence[Pair]]], units: int | None
) -> Sum:
    parts, without = [], []
    factor = measured.quantity.factor
    for lower, pairs in lowers:
        pair = next((pair for pair in pairs if pair.upper.index == measured.index), None)
        if pair is None or pair.lower.quantity.kind != measured.quantity.kind:
            without.append(lower.member.id)
        else:
            parts.append(Part(lower.member.id, pair.lower.quantity.low / factor, lower.sides.of(pair.lower)))
    expected = measured.quantity.low / factor
    total = round(sum(part.value for part in parts), 6)
    lacking = total - expected if less_is_better(measured.target) else expected - total
    absent = None if units is None else max(0, units - len({lower.member.node.unit for lower, _ in lowers}))
    return Sum(
        upper.sides.of(measured),
        expected,
        total,
        round(lacking, 6),
        measured.target.unit,
        _status(lacking, absent, may_grow_over=less_is_better(measured.target)),
        tuple(parts),
        tuple(without),
        absent,
    )


def _status(lacking: float, absent: int | None, *, may_grow_over: bool) -> SumStatus:
    """Tell how a sum stands; what is to stay below a figure can still be overstepped by the units that are absent."""
    reached = lacking <= 1e-6
    if may_grow_over:
        return "short" if not reached else "incomplete" if absent else "reached"
    return "reached" if reached else "incomplete" if absent else "short"

"""Kết luận: what a lower plan makes of each target of the plan above it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.collection.agencies import leads_of, other_fields
from extractor.collection.alignment import Pair, align
from extractor.collection.applies import Applies
from extractor.collection.held import HeldResponsibility
from extractor.collection.measured import Measured, measured_targets
from extractor.collection.members import Member
from extractor.collection.quantities import AT_LEAST, AT_MOST, Quantity, less_is_better, on_one_scale
from extractor.collection.sides import Sides
from extractor.collection.tree import Tree
from extractor.records.crosscheck import Verdict, VerdictKind

_SLACK = 1e-6
"""Relative difference below which two figures are one ("41,5 triệu đồng", "41.500.000 đồng")."""

_SAYS: dict[VerdictKind, tuple[str, str]] = {
    "met": ("the lower plan carries the target", "kế hoạch cấp dưới đã thể hiện chỉ tiêu"),
    "stricter": ("the lower plan sets itself more", "kế hoạch cấp dưới đặt chỉ tiêu cao hơn"),
    "weaker": ("the lower plan sets itself less", "kế hoạch cấp dưới đặt chỉ tiêu thấp hơn"),
    "missing": ("the lower plan has no such target", "kế hoạch cấp dưới không có chỉ tiêu này"),
    "different deadline": ("the lower plan takes longer", "kế hoạch cấp dưới đặt thời hạn muộn hơn"),
    "different agency": (
        "the lower plan gives it to an agency of another field",
        "kế hoạch cấp dưới giao cho cơ quan thuộc lĩnh vực khác",
    ),
}
_NOT_COMPARABLE: dict[str, tuple[str, str]] = {
    "units differ": ("the units cannot be turned into one another", "đơn vị tính không quy đổi được"),
    "level against change": (
        "one is a level to reach, the other an amount of change",
        "một bên là mức cần đạt, một bên là mức tăng, giảm",
    ),
    "bounds differ": ("one is a least, the other a most", "một bên là mức tối thiểu, một bên là mức tối đa"),
    "interim": (
        "the lower figure is a step on the way, due earlier",
        "chỉ tiêu cấp dưới là mốc trung gian, thời hạn sớm hơn",
    ),
    "part of a sum": ("the upper figure is a sum over units", "chỉ tiêu cấp trên là tổng của các đơn vị"),
}


@dataclass
class Compared:
    """A plan made ready once for all its comparisons."""

    member: Member
    targets: list[Measured] = field(init=False)
    sides: Sides = field(init=False)
    leads: dict[str, list[HeldResponsibility]] = field(init=False)

    def __post_init__(self) -> None:
        self.targets = measured_targets(self.member)
        self.sides = Sides(self.member)
        self.leads = leads_of(self.member)


@dataclass(frozen=True)
class Outcome:
    """The comparison of one lower plan with the plan above it."""

    pairs: list[Pair]
    verdicts: list[Verdict]


def compare(upper: Compared, lower: Compared, tree: Tree) -> Outcome:
    """Compare a plan with the one above it, target by target."""
    applies = Applies(upper.member, lower.member, tree)
    asked = [measured for measured in upper.targets if applies.to(measured)]
    pairs = align(asked, lower.targets)
    paired = {pair.upper.index: pair for pair in pairs}
    used = {pair.lower.index for pair in pairs}
    free = _by_words([measured for measured in lower.targets if measured.index not in used])
    verdicts = []
    for measured in asked:
        pair = paired.get(measured.index)
        if pair is not None:
            verdicts.append(_of_pair(pair, upper, lower, is_sum=applies.is_sum(measured)))
        elif (other := _take(free, measured)) is not None:
            reason = "units differ" if other.quantity.kind != measured.quantity.kind else "level against change"
            unlike = Pair(measured, other, 0.5, ("same words", reason))
            verdicts.append(_verdict("not comparable", unlike, upper, lower, reason))
        elif applies.must_be_carried(measured):
            verdicts.append(_missing(measured, upper, lower))
    return Outcome(pairs, verdicts)


def _of_pair(pair: Pair, upper: Compared, lower: Compared, *, is_sum: bool) -> Verdict:
    if is_sum and pair.upper.quantity.kind == pair.lower.quantity.kind:
        return _verdict("not comparable", pair, upper, lower, "part of a sum")
    kind, reason = judge(pair)
    if kind in ("met", "stricter") and _other_agency(pair, upper, lower):
        kind = "different agency"
    return _verdict(kind, pair, upper, lower, reason)


def judge(pair: Pair) -> tuple[VerdictKind, str]:
    """Return the verdict on the figures and times of a pair, and why it cannot be compared if so."""
    upper, lower = pair.upper, pair.lower
    one, other = on_one_scale(upper.quantity, lower.quantity) or (upper.quantity, lower.quantity)
    if _bounds_differ(one, other):
        return "not comparable", "bounds differ"
    difference = _difference(one, other, less=less_is_better(upper.target))
    later = _later(lower, upper)
    if difference < 0:
        return ("not comparable", "interim") if _later(upper, lower) else ("weaker", "")
    if later:
        return "different deadline", ""
    return ("stricter" if difference > 0 else "met"), ""


def _bounds_differ(upper: Quantity, lower: Quantity) -> bool:
    return (upper.comparator in AT_MOST and lower.comparator in AT_LEAST) or (
        upper.comparator in AT_LEAST and lower.comparator in AT_MOST
    )


def _difference(upper: Quantity, lower: Quantity, *, less: bool) -> int:
    """Return 1 where the lower figure is the stricter one, -1 where it is the weaker one, else 0."""
    low, high, promised = upper.low, upper.high, lower.low
    if less:
        low, high, promised = -upper.high, -upper.low, -lower.high
    if _less(promised, low) or (_same(promised, low) and _excludes(upper) and not _excludes(lower)):
        return -1
    beyond = _same(promised, high) and _excludes(lower) and not _excludes(upper)
    return 1 if _less(high, promised) or beyond else 0


def _excludes(quantity: Quantity) -> bool:
    """Tell whether the figure itself is outside: "đạt 90%" falls short of "trên 90%", which goes beyond it."""
    return quantity.comparator in ("gt", "lt")


def _less(one: float, other: float) -> bool:
    return one < other and not _same(one, other)


def _same(one: float, other: float) -> bool:
    return abs(one - other) <= _SLACK * max(abs(one), abs(other), 1e-9)


def _later(one: Measured, other: Measured) -> bool:
    return one.until is not None and other.until is not None and one.until[1] > other.until[1]


def _other_agency(pair: Pair, upper: Compared, lower: Compared) -> bool:
    one, other = pair.upper.criterion, pair.lower.criterion
    if one is None or other is None or not {"same criterion", "own numbers"} & set(pair.reasons):
        return False
    return other_fields(upper.leads.get(one, []), lower.leads.get(other, []))


def _by_words(free: Sequence[Measured]) -> dict[str, list[Measured]]:
    found: dict[str, list[Measured]] = {}
    for measured in free:
        if measured.words and not measured.of_part:
            found.setdefault(measured.words, []).append(measured)
    return found


def _take(free: dict[str, list[Measured]], measured: Measured) -> Measured | None:
    """Take a target in the same words, of the same criterion, that no pair has used."""
    for other in free.get(measured.words, ()):
        if measured.criterion is None or other.criterion is None or measured.criterion == other.criterion:
            free[measured.words].remove(other)
            return other
    return None


def _missing(measured: Measured, upper: Compared, lower: Compared) -> Verdict:
    english, vietnamese = _SAYS["missing"]
    return Verdict("missing", upper.sides.of(measured), None, lower.member.id, 0, (), english, vietnamese)


def _verdict(kind: VerdictKind, pair: Pair, upper: Compared, lower: Compared, reason: str) -> Verdict:
    english, vietnamese = _NOT_COMPARABLE[reason] if kind == "not comparable" else _SAYS[kind]
    reasons = pair.reasons if not reason or reason in pair.reasons else (*pair.reasons, reason)
    return Verdict(
        kind,
        upper.sides.of(pair.upper),
        lower.sides.of(pair.lower),
        lower.member.id,
        pair.score,
        reasons,
        english,
        vietnamese,
    )

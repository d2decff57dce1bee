"""Ghép chỉ tiêu: which targets of two plans measure the same thing, one to one.

Two targets can meet where their quantities are of one kind and one change, and neither the criteria sets nor the
numbers in one set speak against it. How like they are is a weighted mean of the likeness of the indicators' words
(rapidfuzz over normalised words), the criterion and the time; the weights are set on the gold pairs of
`corpora/families`.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from extractor.collection.counted import asked_of_each, counted_levels
from extractor.collection.held import HeldTarget
from extractor.collection.members import Days, Member, days
from extractor.collection.quantities import Quantity, quantity_of
from extractor.collection.wording import meaning

WORDS, CRITERION, TIME = 0.8, 0.12, 0.08
"""Weights of the likeness of words, criterion and time."""
ENOUGH = 0.5
"""Score from which two targets are taken to measure the same thing."""
LIKE_WORDS = 0.4
"""Least likeness of the words, whatever criterion and time say."""
SURE_WORDS = 0.9
"""Likeness of the words from which a criterion of another number or set is only a different numbering."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A target with all that its comparison needs, worked out once."""

    index: int
    target: HeldTarget
    quantity: Quantity
    words: str
    criterion: str | None
    sets: frozenset[str]
    until: Days | None
    """The time by which, else the plan's own period."""
    each: str | None = None
    """The kind of unit of which every one is asked: 'xã'."""
    counted: tuple[str, ...] = ()
    """The levels whose units it counts."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two targets that measure the same thing, how sure that is, and why."""

    upper: Measured
    lower: Measured
    score: float
    reasons: tuple[str, ...]


def measured_targets(member: Member) -> list[Measured]:
    """Return a plan's targets, ready to be compared."""
    return [
        Measured(
            index,
            target,
            quantity_of(target),
            meaning(target.indicator or ""),
            target.criterion,
            member.sets.get(target.criterion or "", frozenset()),
            days(target.deadline) or member.period,
            asked_of_each(target),
            counted_levels(target),
        )
        for index, target in enumerate(member.targets)
    ]


def align(uppers: Sequence[Measured], lowers: Sequence[Measured]) -> list[Pair]:
    """Pair the targets of two plans, the likest first; of equal likeness, those that stand first."""
    blocks: dict[tuple[str, str], list[Measured]] = defaultdict(list)
    for lower in lowers:
        blocks[lower.quantity.kind, lower.quantity.change].append(lower)
    found = []
    for upper in uppers:
        for lower in blocks.get((upper.quantity.kind, upper.quantity.change), ()):
            words = like_words(upper.words, lower.words)
            if words >= LIKE_WORDS and (pair := _pair(upper, lower, words)) is not None:
                found.append(pair)
    found.sort(key=lambda pair: (-pair.score, pair.upper.index, pair.lower.index))
    taken: tuple[set[int], set[int]] = (set(), set())
    chosen = []
    for pair in found:
        if pair.upper.index not in taken[0] and pair.lower.index not in taken[1]:
            taken[0].add(pair.upper.index)
            taken[1].add(pair.lower.index)
            chosen.append(pair)
    return chosen


def _pair(upper: Measured, lower: Measured, words: float) -> Pair | None:
    criterion, said = _criterion(upper, lower)
    if criterion == 0 and words < SURE_WORDS:
        return None
    time = _time(upper.until, lower.until)
    score = WORDS * words + CRITERION * criterion + TIME * time
    if score < ENOUGH:
        return None
    reasons = ["same words" if words > 0.995 else "like words", said]
    return Pair(upper, lower, round(score, 3), tuple(reason for reason in reasons if reason))


def _criterion(upper: Measured, lower: Measured) -> tuple[float, str]:
    """Return how well two criteria fit, 0 to 1, and what is to be said of them."""
    if upper.criterion is None or lower.criterion is None:
        return 0.5, ""
    if upper.sets and lower.sets and not upper.sets & lower.sets:
        return 0.0, "criteria of different sets"
    if upper.criterion == lower.criterion:
        return 1.0, "same criterion"
    if upper.criterion.split(".")[0] == lower.criterion.split(".")[0]:
        return 0.8, "same criterion"
    return 0.0, "criteria with different numbers"


def _time(upper: Days | None, lower: Days | None) -> float:
    if upper is None or lower is None:
        return 0.5
    if upper[1] == lower[1]:
        return 1.0
    return 0.5 if upper[0] <= lower[1] and lower[0] <= upper[1] else 0.0


@lru_cache(maxsize=1 << 18)
def like_words(one: str, other: str) -> float:
    """Return how like two indicators' words are, 0 to 1: the mean of the shared words and of the letters."""
    if one == other:
        return 1.0 if one else 0.0
    first, second = set(one.split()), set(other.split())
    if not first or not second:
        return 0.0
    shared = 2 * len(first & second) / (len(first) + len(second))
    return (shared + float(fuzz.token_sort_ratio(one, other)) / 100) / 2

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

from extractor.collection.measured import Measured
from extractor.collection.members import Days

WORDS, CRITERION, TIME = 0.8, 0.12, 0.08
"""Weights of the likeness of words, criterion and time."""
ENOUGH = 0.5
"""Score from which two targets are taken to measure the same thing."""
LIKE_WORDS = 0.4
"""Least likeness of the words, whatever criterion and time say."""
LIKE_ALONE, ENOUGH_ALONE = 0.25, 0.32
"""The same two for targets that are the only ones of their kind on both sides."""
_COMMON_KINDS = frozenset({"share", "people", "households", ""})
"""Kinds of which plans have many, so that being the only one left tells nothing without a criterion."""
_LEAST_UNLABELLED, _LABEL_TRUST = 0.25, 0.95
SURE_WORDS = 0.9
"""Likeness of the words from which a criterion of another number or set is only a different numbering."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two targets that measure the same thing, how sure that is, and why."""

    upper: Measured
    lower: Measured
    score: float
    reasons: tuple[str, ...]


def align(uppers: Sequence[Measured], lowers: Sequence[Measured]) -> list[Pair]:
    """Pair the targets of two plans, the likest first; of equal likeness, those that stand first.

    What is left of one kind under one criterion on both sides may be named in other words.
    """
    chosen = _choose(_likely(uppers, lowers))
    taken = {pair.upper.index for pair in chosen}, {pair.lower.index for pair in chosen}
    left = [m for m in uppers if m.index not in taken[0]], [m for m in lowers if m.index not in taken[1]]
    return chosen + _choose(_alone(*left))


def _choose(found: list[Pair]) -> list[Pair]:
    """Take each target once."""
    found.sort(key=lambda pair: (-pair.score, pair.upper.index, pair.lower.index))
    taken: tuple[set[int], set[int]] = (set(), set())
    chosen = []
    for pair in found:
        if pair.upper.index not in taken[0] and pair.lower.index not in taken[1]:
            taken[0].add(pair.upper.index)
            taken[1].add(pair.lower.index)
            chosen.append(pair)
    return chosen


def _likely(uppers: Sequence[Measured], lowers: Sequence[Measured]) -> list[Pair]:
    """Pair what is on one scale and has like words, each with each."""
    blocks: dict[tuple[str, str], list[Measured]] = defaultdict(list)
    for lower in lowers:
        for scale in _scales(lower):
            blocks[scale].append(lower)
    found = []
    for upper in uppers:
        kind, change = upper.quantity.kind, upper.quantity.change
        candidates = blocks.get((kind, change), [])
        if kind != "share" and upper.quantity.share is not None:
            shares = blocks.get(("share", change), [])
            candidates = candidates + [lower for lower in shares if lower.quantity.kind == "share"]
        for lower in candidates:
            words = _like(upper, lower)
            if words >= LIKE_WORDS and (pair := _pair(upper, lower, words)) is not None:
                found.append(pair)
    return found


def _scales(measured: Measured) -> list[tuple[str, str]]:
    """Return the scales on which a target can be compared: that of its unit, and that of shares where it tells one."""
    kind, change = measured.quantity.kind, measured.quantity.change
    also_share = kind != "share" and measured.quantity.share is not None
    return [(kind, change), ("share", change)] if also_share else [(kind, change)]


def _alone(uppers: Sequence[Measured], lowers: Sequence[Measured]) -> list[Pair]:
    """Pair what is the only one of its kind under its criterion in both plans."""
    groups: dict[tuple[str, str, str], tuple[list[Measured], list[Measured]]] = defaultdict(lambda: ([], []))
    for side, measured in ((0, uppers), (1, lowers)):
        for item in measured:
            criterion = "" if item.own_number or item.criterion is None else item.criterion
            if criterion or item.quantity.kind not in _COMMON_KINDS:
                groups[item.quantity.kind, item.quantity.change, criterion][side].append(item)
    found = []
    for one, other in groups.values():
        if len(one) == len(other) == 1:
            words = _like(one[0], other[0])
            pair = _pair(one[0], other[0], words, ENOUGH_ALONE) if words >= LIKE_ALONE else None
            if pair is not None:
                found.append(pair)
    return found


def _pair(upper: Measured, lower: Measured, words: float, enough: float = ENOUGH) -> Pair | None:
    if lower.of_part and lower.target.place_unit != upper.target.place_unit:
        return None
    criterion, said = _criterion(upper, lower)
    if criterion == 0 and words < SURE_WORDS:
        return None
    time = _time(upper.until, lower.until)
    score = WORDS * words + CRITERION * criterion + TIME * time
    if score < enough:
        return None
    reasons = ["same words" if words > 0.995 else "like words", said]
    return Pair(upper, lower, round(score, 3), tuple(reason for reason in reasons if reason))


def _criterion(upper: Measured, lower: Measured) -> tuple[float, str]:
    """Return how well two criteria fit, 0 to 1, and what is to be said of them."""
    if upper.criterion is None or lower.criterion is None:
        return 0.5, ""
    if upper.own_number or lower.own_number:
        return 0.5, "own numbers"
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


def _like(upper: Measured, lower: Measured) -> float:
    """Return how like the words of two targets are; a label may bring what one indicator leaves unsaid."""
    words = like_words(upper.words, lower.words)
    if _LEAST_UNLABELLED <= words < SURE_WORDS and (upper.labelled or lower.labelled):
        labelled = max(like_words(upper.words, lower.labelled), like_words(upper.labelled, lower.words))
        return max(words, _LABEL_TRUST * labelled)
    return words


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

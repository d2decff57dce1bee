"""Precision, recall and F1 of spans, of their values, and of the bodies named in a plan."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from benchmarks.peers.mapping import Found, Names, mentions


@dataclass(frozen=True)
class Counts:
    """How many are right, of those found and of those to be found."""

    right_found: int = 0
    found: int = 0
    right_gold: int = 0
    gold: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.right_found + other.right_found,
            self.found + other.found,
            self.right_gold + other.right_gold,
            self.gold + other.gold,
        )

    @property
    def precision(self) -> float:
        """The share of right ones among those found."""
        return self.right_found / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of those to be found that are."""
        return self.right_gold / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def span_counts(found: Sequence[Found], gold: Sequence[Found], *, values: bool) -> Counts:
    """Pair what was found with gold, one with one, by overlap; with `values`, only pairs of one value are right."""
    left = sorted(found, key=lambda one: one.start)
    right = 0
    for wanted in sorted(gold, key=lambda one: one.start):
        best = max(left, key=lambda one: _overlap(one, wanted), default=None)
        if best is None or _overlap(best, wanted) == 0:
            continue
        left.remove(best)
        right += not values or best.means(wanted.value)
    return Counts(right, len(found), right, len(gold))


def _overlap(one: Found, other: Found) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def body_counts(text: str, found: Collection[Found], gold: Names) -> Counts:
    """Count bodies: found is one of which some mention is touched; an entity is right that touches any body of gold.

    Entities of the same words count once, and so does a body that is named many times.
    """
    assigned = mentions(text, gold.assigned)
    known = [span for spans in mentions(text, gold.assigned | gold.others).values() for span in spans]
    reached = sum(any(_overlap(one, span) for one in found for span in spans) for spans in assigned.values())
    entities: dict[str, bool] = {}
    for one in found:
        key = " ".join(text[one.start : one.end].casefold().split())
        entities[key] = entities.get(key, False) or any(_overlap(one, span) for span in known)
    return Counts(sum(entities.values()), len(entities), reached, len(assigned))


def likeness(read: str, written: str) -> float:
    """Return how alike two texts are, 0 to 1, by the letters to put in or take out; blanks and line ends aside."""
    return Indel.normalized_similarity(_bare(read), _bare(written))


def _bare(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()

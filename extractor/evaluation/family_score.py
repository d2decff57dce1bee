"""Agreement of a cross-check (đối chiếu) with the gold of a family of plans: links, pairs, verdicts, faults, sums."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from math import isclose
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from extractor.records.crosscheck import CrossCheck

ALARMS = frozenset(("weaker", "missing", "different deadline", "different agency"))
"""Verdicts that tell a plan it falls short of the one above."""
_T = TypeVar("_T")
_HEAD = ("family", "links", "pairs", "verdicts right", "missing", "faults", "sums", "false alarms")


class Place(NamedTuple):
    """A stretch of a plan's text; `plan` is the name of its file without suffix."""

    plan: str
    start: int
    end: int
    quote: str

    def meets(self, other: "Place") -> bool:
        """Tell whether two stretches of one plan overlap."""
        return self.plan == other.plan and self.start < other.end and other.start < self.end


class Judged(NamedTuple):
    """A verdict: the upper target, the lower plan, the lower target where there is one."""

    kind: str
    upper: Place
    plan: str
    lower: Place | None


class Added(NamedTuple):
    """A sum: the upper target, what the plans add up to and which add to it."""

    upper: Place
    total: float
    gap: float
    parts: frozenset[str]


@dataclass
class Agreement:
    """Hits among what was found and what is in the gold."""

    hits: int = 0
    found: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1 where nothing was found."""
        return self.hits / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 1 where there is none."""
        return self.hits / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both; 1 where nothing was found and there is no gold."""
        return 2 * self.hits / (self.found + self.gold) if self.found + self.gold else 1.0


@dataclass
class FamilyScore:
    """What was counted over one family or several, and one line for each disagreement."""

    links: Agreement = field(default_factory=Agreement)
    pairs: Agreement = field(default_factory=Agreement)
    missing: Agreement = field(default_factory=Agreement)
    faults: Agreement = field(default_factory=Agreement)
    sums: Agreement = field(default_factory=Agreement)
    verdicts_right: int = 0
    """Gold pairs that were found with the gold's verdict."""
    false_alarms: int = 0
    """Alarms for an upper target and a lower plan for which the gold raises none."""
    errors: list[str] = field(default_factory=list)

    @property
    def verdicts(self) -> float:
        """Share of the gold pairs whose verdict is right; a pair that was not found counts as wrong."""
        return self.verdicts_right / self.pairs.gold if self.pairs.gold else 1.0

    def add(self, gold: dict[str, Any], check: CrossCheck) -> None:
        """Count the cross-check of one family against its gold."""
        names = {plan.id: Path(plan.name).stem for plan in check.plans}
        links = [(names[link.lower], names[link.upper], link.kind) for link in check.links]
        gold_links = [(link["lower"], link["upper"], link["kind"]) for link in gold["links"]]
        self._count("link", self.links, gold_links, links, _same)
        faults = [(f.kind, Place(names[f.plan], f.start, f.end, f.quote)) for f in check.faults]
        gold_faults = [(fault["kind"], _place(fault)) for fault in gold["faults"]]
        self._count("fault", self.faults, gold_faults, faults, _same_fault)
        self._add_verdicts([_gold_judged(v) for v in gold["verdicts"]], _judged(check, names))
        sums = [
            Added(
                Place(names[s.upper.plan], s.upper.start, s.upper.end, s.upper.quote),
                s.total,
                s.gap,
                frozenset(names[part.plan] for part in s.parts),
            )
            for s in check.sums
            if s.parts
        ]
        gold_sums = [Added(_place(s["upper"]), s["total"], s["gap"], frozenset(s["parts"])) for s in gold["sums"]]
        self._count("sum", self.sums, gold_sums, sums, _same_sum)

    def _add_verdicts(self, gold: Sequence[Judged], found: Sequence[Judged]) -> None:
        pairs = self._count(
            "pair", self.pairs, [v for v in gold if v.lower], [v for v in found if v.lower], _same_verdict
        )
        for expected, given in pairs:
            if expected.kind == given.kind:
                self.verdicts_right += 1
            else:
                self.errors.append(f"VERDICT {_words(expected)}: found {given.kind}")
        absent = [v for v in found if v.kind == "missing"]
        self._count("missing", self.missing, [v for v in gold if v.kind == "missing"], absent, _same_verdict)
        raised = [v for v in gold if v.kind in ALARMS]
        for alarm in found:
            if alarm.kind in ALARMS and not any(v.plan == alarm.plan and v.upper.meets(alarm.upper) for v in raised):
                self.false_alarms += 1
                self.errors.append(f"ALARM {_words(alarm)}")

    def _count(
        self, name: str, into: Agreement, gold: Iterable[_T], found: Iterable[_T], same: Callable[[_T, _T], bool]
    ) -> list[tuple[_T, _T]]:
        """Count what is the same in both, one to one; returns gold and found of each hit."""
        left = list(found)
        into.found += len(left)
        hits: list[tuple[_T, _T]] = []
        for expected in gold:
            into.gold += 1
            index = next((i for i, given in enumerate(left) if same(expected, given)), None)
            if index is None:
                self.errors.append(f"MISS {name} {_words(expected)}")
            else:
                hits.append((expected, left.pop(index)))
        self.errors += [f"FALSE {name} {_words(given)}" for given in left]
        into.hits += len(hits)
        return hits


def score_family(gold: dict[str, Any], check: CrossCheck) -> FamilyScore:
    """Score the cross-check of one family against its gold (`gold/families/NAME/family.json`)."""
    score = FamilyScore()
    score.add(gold, check)
    return score


def table(scores: dict[str, FamilyScore]) -> str:
    """Return scores as a table in Markdown; cells hold precision, recall and F1."""
    rows: list[tuple[str, ...]] = [_HEAD, ("---", *("---:" for _ in _HEAD[1:]))]
    for name, score in scores.items():
        verdicts = f"{score.verdicts:.3f} ({score.verdicts_right} of {score.pairs.gold})"
        cells = (_cell(score.missing), _cell(score.faults), _cell(score.sums), str(score.false_alarms))
        rows.append((name, _cell(score.links), _cell(score.pairs), verdicts, *cells))
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def _cell(agreement: Agreement) -> str:
    return f"{agreement.precision:.3f} {agreement.recall:.3f} {agreement.f1:.3f}"


def _place(evidence: dict[str, Any]) -> Place:
    return Place(evidence["plan"], evidence["start"], evidence["end"], evidence["quote"])


def _gold_judged(verdict: dict[str, Any]) -> Judged:
    lower = verdict["lower"]
    return Judged(verdict["kind"], _place(verdict["upper"]), lower["plan"], _place(lower) if "quote" in lower else None)


def _judged(check: CrossCheck, names: dict[str, str]) -> list[Judged]:
    found = []
    for verdict in check.verdicts:
        upper, lower = (
            Place(names[side.plan], side.start, side.end, side.quote) if side else None
            for side in (verdict.upper, verdict.lower)
        )
        if upper:
            found.append(Judged(verdict.kind, upper, names[verdict.plan], lower))
    return found


def _same(one: object, other: object) -> bool:
    return one == other


def _same_fault(one: tuple[str, Place], other: tuple[str, Place]) -> bool:
    return one[0] == other[0] and one[1].meets(other[1])


def _same_verdict(one: Judged, other: Judged) -> bool:
    """Tell whether two verdicts are on the same upper target and the same lower target, or plan without one."""
    if one.plan != other.plan or not one.upper.meets(other.upper):
        return False
    if one.lower is None or other.lower is None:
        return one.lower is other.lower
    return one.lower.meets(other.lower)


def _same_sum(one: Added, other: Added) -> bool:
    return (
        one.upper.meets(other.upper)
        and isclose(one.total, other.total, rel_tol=1e-6)
        and isclose(one.gap, other.gap, rel_tol=1e-6, abs_tol=1e-6)
        and one.parts == other.parts
    )


def _words(item: object) -> str:
    if isinstance(item, Judged):
        lower = f"{item.lower.quote!r} at {item.lower.start}" if item.lower else "nothing"
        return f"{item.kind}: {item.upper.plan} {item.upper.quote!r} at {item.upper.start}, {item.plan} {lower}"
    if isinstance(item, Added):
        parts = ", ".join(sorted(item.parts))
        return f"{item.upper.plan} {item.upper.quote!r}: total {item.total:g}, gap {item.gap:g} of {parts}"
    if isinstance(item, Place):
        return f"{item.plan} {item.quote!r} at {item.start}"
    return " ".join(map(_words, item)) if isinstance(item, tuple) else str(item)

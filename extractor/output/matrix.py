"""Ma trận đối chiếu: the targets of one plan against the plans below it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractor.output.naming import level_rank, shown_kind
from extractor.output.words import load_words
from extractor.records.crosscheck import CrossCheck, PlanNode, Side, Verdict

WIDE = 12
"""More lower plans than this leave no room for figures in the cells."""
_EXCEPTIONS = ("missing", "weaker", "different deadline", "different agency")


@dataclass(frozen=True, slots=True)
class Standing:
    """How one lower plan stands to one plan above it: the number of its verdicts by kind."""

    upper: PlanNode
    lower: PlanNode
    counts: Counter[str]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one lower plan makes of a target; `number` is the verdict's place in the cross-check."""

    number: int
    kind: str
    figure: str
    """The lower plan's own words."""


@dataclass(frozen=True, slots=True)
class Row:
    """One upper target; a cell is None where nothing is asked of that plan."""

    upper: Side
    cells: tuple[Cell | None, ...]

    def counts(self) -> list[tuple[str, int]]:
        """Return the number of plans for each verdict, in the order in which verdicts are listed."""
        return in_order(Counter(cell.kind for cell in self.cells if cell))


@dataclass(frozen=True, slots=True)
class Matrix:
    """The targets of one plan, row by row, against the plans below it, column by column."""

    upper: PlanNode
    lowers: tuple[PlanNode, ...]
    rows: tuple[Row, ...]

    @property
    def is_wide(self) -> bool:
        """Whether the cells have room for a sign only."""
        return len(self.lowers) > WIDE

    def exceptions(self, row: Row, names: Mapping[str, str]) -> list[tuple[str, str]]:
        """Return the verdicts to act on, with the plans that have them: what a wide matrix shows on paper."""
        found = []
        for kind in _EXCEPTIONS:
            plans = [names[plan.id] for plan, cell in zip(self.lowers, row.cells, strict=True) if _is(cell, kind)]
            if plans:
                found.append((kind, ", ".join(plans)))
        return found


def matrices(found: CrossCheck) -> list[Matrix]:
    """Return a matrix for each plan that others stand below, those of the highest level first."""
    plans = {plan.id: plan for plan in found.plans}
    rows: dict[str, dict[int, dict[str, tuple[int, Verdict]]]] = {}
    for number, verdict in enumerate(found.verdicts):
        targets = rows.setdefault(verdict.upper.plan, {})
        targets.setdefault(verdict.upper.target, {})[verdict.plan] = number, verdict
    uppers = sorted((plans[upper] for upper in rows), key=level_rank)
    return [_matrix(upper, rows[upper.id], found.plans) for upper in uppers]


def standings(found: CrossCheck) -> list[Standing]:
    """Return how each lower plan stands to each plan above it, those of the highest level first."""
    plans = {plan.id: plan for plan in found.plans}
    counted: dict[tuple[str, str], Counter[str]] = {}
    for verdict in found.verdicts:
        counted.setdefault((verdict.upper.plan, verdict.plan), Counter())[shown_kind(verdict)] += 1
    told = (Standing(plans[upper], plans[lower], kinds) for (upper, lower), kinds in counted.items())
    return sorted(told, key=lambda standing: (level_rank(standing.lower), level_rank(standing.upper)))


def in_order(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """Return the verdicts that were counted with their numbers, as they are listed everywhere."""
    return [(kind, counts[kind]) for kind in load_words().verdicts if counts.get(kind)]


def _matrix(
    upper: PlanNode, targets: Mapping[int, Mapping[str, tuple[int, Verdict]]], plans: Sequence[PlanNode]
) -> Matrix:
    asked = {plan for verdicts in targets.values() for plan in verdicts}
    lowers = tuple(sorted((plan for plan in plans if plan.id in asked), key=level_rank))
    return Matrix(upper, lowers, tuple(_row(targets[target], lowers) for target in sorted(targets)))


def _row(verdicts: Mapping[str, tuple[int, Verdict]], lowers: Iterable[PlanNode]) -> Row:
    _, one = next(iter(verdicts.values()))
    return Row(one.upper, tuple(_cells(verdicts, lowers)))


def _cells(verdicts: Mapping[str, tuple[int, Verdict]], lowers: Iterable[PlanNode]) -> Iterator[Cell | None]:
    for plan in lowers:
        if plan.id in verdicts:
            number, verdict = verdicts[plan.id]
            yield Cell(number, shown_kind(verdict), verdict.lower.quote if verdict.lower else "")
        else:
            yield None


def _is(cell: Cell | None, kind: str) -> bool:
    return cell is not None and cell.kind == kind

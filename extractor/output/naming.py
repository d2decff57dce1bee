"""Short names for the plans of a collection and what is shown of their verdicts."""

from collections.abc import Iterable, Mapping

from extractor.output.words import load_words
from extractor.records.crosscheck import PlanNode, Verdict

_COMMITTEES = ("Ủy ban nhân dân ", "Hội đồng nhân dân ")
PART_OF_A_SUM = "part of a sum"


def short_names(plans: Iterable[PlanNode]) -> Mapping[str, str]:
    """Return by id what a plan is called in a narrow place: its unit, its issuer, or the name of its file."""
    return {plan.id: _short(plan) for plan in plans}


def full_name(plan: PlanNode) -> str:
    """Return a plan's unit with its code."""
    return f"{_short(plan)} · {plan.code}" if plan.code else _short(plan)


def shown_kind(verdict: Verdict) -> str:
    """Return a verdict's kind as it is shown: what adds to a sum is told from what cannot be compared."""
    return PART_OF_A_SUM if PART_OF_A_SUM in verdict.reasons else verdict.kind


def level_rank(plan: PlanNode) -> int:
    """Return a key by which plans of higher levels come first, those of no level last."""
    return list(load_words().levels).index(plan.level or "other")


def _short(plan: PlanNode) -> str:
    if not plan.issuer:
        return plan.name
    for committee in _COMMITTEES:
        if plan.issuer.startswith(committee):
            unit = plan.issuer.removeprefix(committee)
            return unit[:1].upper() + unit[1:]
    return plan.issuer

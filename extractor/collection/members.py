"""Members of a collection: what of a plan's record the comparison needs, in compact form."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from extractor.collection.held import HeldCitation, HeldEvidence, HeldRecord, HeldResponsibility, HeldTarget
from extractor.collection.wording import fold
from extractor.layers import edtf
from extractor.records import PlanRecord
from extractor.records.crosscheck import PlanNode

Days = tuple[date, date]
LEADING = frozenset({"lead", "in_charge"})


@dataclass(frozen=True, slots=True)
class Member:
    """One plan of the collection: its node, its place in the tree and those of its layers that are compared."""

    node: PlanNode
    unit_parent: str | None
    """Code of the unit above the issuer's."""
    unit_successors: tuple[str, ...]
    place: str | None
    text: str
    period: Days | None
    """First and last day that the plan is for."""
    issued: Days | None
    targets: tuple[HeldTarget, ...]
    citations: tuple[HeldCitation, ...]
    responsibilities: tuple[HeldResponsibility, ...]
    sets: Mapping[str, frozenset[str]]
    """Criteria sets by criterion number, as far as the plan tells them."""
    own_numbers: frozenset[str]
    """Numbers that the plan itself gives to indicators ("Chỉ tiêu số 3"), of no set."""

    @property
    def id(self) -> str:
        """The plan's id in the collection."""
        return self.node.id

    @property
    def day(self) -> str:
        """The ISO day at which units are looked up: that of issue, else the first of the period."""
        issued = self.issued or self.period
        return issued[0].isoformat() if issued else "2025-06-30"


def key_of(record: PlanRecord) -> str | None:
    """Return the key of a plan: unit or issuer, code and date; None where it has neither code nor title.

    Two files with one key are versions of one plan.
    """
    plan = record.plan
    unit = plan.issuer.unit.code if plan.issuer.unit else fold(plan.issuer.name or "")
    named = fold(plan.code or "") if plan.number else fold(plan.title or "")
    if not named:
        return None
    return "|".join((unit, fold(plan.issuer.name or ""), named, plan.date or ""))


def member_of(record: HeldRecord, plan_id: str, name: str, version: int) -> Member:
    """Take what is compared from a record."""
    plan, issuer = record.plan, record.plan.issuer
    node = PlanNode(
        plan_id,
        name,
        version,
        plan.code,
        issuer.name,
        issuer.level,
        issuer.unit.code if issuer.unit else None,
        plan.date,
        plan.period,
        plan.title,
    )
    return Member(
        node,
        issuer.unit.parent if issuer.unit else None,
        tuple(issuer.unit.successors) if issuer.unit else (),
        issuer.place,
        record.text,
        days(plan.period),
        days(plan.date),
        record.targets,
        record.citations,
        record.responsibilities,
        _sets(record),
        frozenset(item.number for item in record.criteria if item.kind == "indicator" and not item.set),
    )


def days(value: str | None) -> Days | None:
    """Return the first and the last day of an EDTF time, None where it can't be placed."""
    return edtf.bounds(value) if value and edtf.known(value) else None


def context_of(text: str, evidence: HeldEvidence, reach: int = 160) -> tuple[str, int]:
    """Return the line about a quote, cut at `reach` characters on either side, and where the quote begins in it."""
    start = max(text.rfind("\n", 0, evidence.start) + 1, evidence.start - reach)
    stop = text.find("\n", evidence.end)
    end = min(len(text) if stop < 0 else stop, evidence.end + reach)
    return text[start:end], evidence.start - start


def _sets(record: HeldRecord) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for criterion in record.criteria:
        if criterion.set:
            found.setdefault(criterion.number, set()).add(criterion.set)
    return {number: frozenset(names) for number, names in found.items()}

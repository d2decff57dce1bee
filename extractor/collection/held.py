"""What a collection holds of each record: the fields that are compared, without those that only extraction needs.

A country's plans have some hundred thousand targets: as full models they would take a gigabyte.
"""

from functools import cache
from typing import Literal

from pydantic import TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

from extractor.collection.recordfile import RecordError, problem_of
from extractor.records import Comparator, Number, Plan
from extractor.records.layers import Change, Relation, ResponsibilityLayout, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldEvidence:
    """A stretch of the plan's text."""

    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldTarget(HeldEvidence):
    """Chỉ tiêu, as in the record."""

    criterion: str | None = None
    indicator: str | None = None
    change: Change
    comparator: Comparator = "eq"
    value: Number
    upper: Number | None = None
    unit: str | None = None
    of: Number | None = None
    percent: Number | None = None
    deadline: str | None = None
    place: str | None = None
    place_unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldCitation(HeldEvidence):
    """Văn bản viện dẫn, as in the record."""

    type: str
    number: str | None = None
    symbol: str | None = None
    code: str | None = None
    date: str | None = None
    issuer: str | None = None
    relation: Relation = "reference"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldDeadline:
    """Thời hạn."""

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldResponsibility(HeldEvidence):
    """Phân công, as in the record."""

    agency: str
    agency_name: str | None = None
    roles: tuple[Role, ...]
    criteria: tuple[str, ...] = ()
    deadline: HeldDeadline | None = None
    recurrence: str | None = None
    layout: ResponsibilityLayout


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldCriterion:
    """Tiêu chí with the set that its number belongs to."""

    number: str
    set: str | None = None
    kind: Literal["criterion", "indicator"] = "criterion"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldRecord:
    """One record."""

    schema_version: Literal["1"] = "1"
    text: str
    plan: Plan
    citations: tuple[HeldCitation, ...] = ()
    criteria: tuple[HeldCriterion, ...] = ()
    targets: tuple[HeldTarget, ...] = ()
    responsibilities: tuple[HeldResponsibility, ...] = ()


@cache
def _adapter() -> TypeAdapter[HeldRecord]:
    return TypeAdapter(HeldRecord)


def hold(content: str, name: str) -> HeldRecord:
    """Take what is held from a record's JSON; raises RecordError where it is none of this version."""
    try:
        return _adapter().validate_json(content)
    except ValidationError as error:
        raise RecordError(problem_of(content, name, error)) from None

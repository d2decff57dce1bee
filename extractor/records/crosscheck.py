"""The outcome of a cross-check (đối chiếu kế hoạch): links, verdicts and sums over many plans.

A cross-check of a country's plans holds some hundred thousand verdicts, so these are plain frozen dataclasses that
share their sides, and not models with a validator each.
"""

from dataclasses import dataclass
from typing import Literal

VerdictKind = Literal[
    "met", "stricter", "weaker", "missing", "different deadline", "different agency", "not comparable"
]
LinkKind = Literal["parent", "cites"]
LinkReason = Literal["citation", "programme"]
FaultKind = Literal["absent", "wrong_date", "wrong_symbol", "replaced"]
SumStatus = Literal["reached", "short", "incomplete"]
NoticeKind = Literal["target_without_agency", "task_without_deadline"]
CROSSCHECK_VERSION = "1"


@dataclass(frozen=True, slots=True)
class PlanNode:
    """Kế hoạch: one plan of the collection and its place in the tree of units."""

    id: str
    name: str
    """Name of the record's file, without folder."""
    version: int
    """From 1; counts the different contents seen under one key."""
    code: str | None
    issuer: str | None
    level: str | None
    unit: str | None
    """Code of the issuer's administrative unit."""
    date: str | None
    period: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Link:
    """Quan hệ giữa hai kế hoạch: `parent` where the upper plan is the same programme one level up, else `cites`."""

    lower: str
    upper: str
    kind: LinkKind
    by: tuple[LinkReason, ...]
    score: float
    """Likeness of the programmes that the two titles name, 0 to 1."""


@dataclass(frozen=True, slots=True)
class CitedDocument:
    """Văn bản được viện dẫn that is no plan of the collection."""

    id: str
    type: str
    code: str
    date: str | None
    issuer: str | None
    cited_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CitationFault:
    """Viện dẫn chưa khớp: `absent` is worth knowing, the others are likely wrong."""

    plan: str
    kind: FaultKind
    quote: str
    start: int
    end: int
    meant: str | None
    """Id of the plan or cited document that is meant, or that replaced it."""
    message: str
    message_vi: str


@dataclass(frozen=True, slots=True)
class Side:
    """One target of one plan, with its words in context."""

    plan: str
    target: int
    """Index in the record's `targets`."""
    criterion: str | None
    indicator: str | None
    quote: str
    start: int
    end: int
    context: str
    """The line that holds the quote, cut about it."""
    quote_at: int
    """Where the quote begins in `context`."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Kết luận for one upper target and one lower plan."""

    kind: VerdictKind
    upper: Side
    lower: Side | None
    """None where the lower plan has no such target."""
    plan: str
    """The lower plan's id."""
    score: float
    """How sure it is that both measure the same thing, 0 to 1; 0 without a lower side."""
    reasons: tuple[str, ...]
    """Stable codes: 'same indicator', 'same criterion', 'units differ', …"""
    message: str
    message_vi: str


@dataclass(frozen=True, slots=True)
class Part:
    """Phần đóng góp: what one lower plan adds to a sum, in the upper target's unit."""

    plan: str
    value: float
    side: Side


@dataclass(frozen=True, slots=True)
class Sum:
    """Tổng hợp: an upper target that is a sum over units, and what the lower plans add up to."""

    upper: Side
    expected: float
    total: float
    gap: float
    """What is lacking; negative where the plans go beyond."""
    unit: str | None
    status: SumStatus
    """`incomplete` where some units of the level have no plan in the collection."""
    parts: tuple[Part, ...]
    without: tuple[str, ...]
    """Lower plans that add nothing."""
    units_absent: int | None
    """Units of the level without a plan; null where their number is not known."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Điều cần xem trong một kế hoạch: a target that nobody is named for, a task without a time."""

    plan: str
    kind: NoticeKind
    quote: str
    start: int
    end: int
    message: str
    message_vi: str


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not be used, or only in part, and what to do."""

    name: str
    code: str
    message: str
    message_vi: str


@dataclass(frozen=True, slots=True)
class CrossCheck:
    """Kết quả đối chiếu: everything that was found over one collection."""

    version: str
    ruleset: str
    plans: tuple[PlanNode, ...]
    links: tuple[Link, ...]
    documents: tuple[CitedDocument, ...]
    faults: tuple[CitationFault, ...]
    verdicts: tuple[Verdict, ...]
    sums: tuple[Sum, ...]
    notices: tuple[Notice, ...]
    problems: tuple[Problem, ...]

"""Đối chiếu: everything that is found over a collection of plans."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from extractor.collection.alignment import Pair
from extractor.collection.faults import Documents
from extractor.collection.links import Links, folded_code
from extractor.collection.members import Member
from extractor.collection.notices import notices_of
from extractor.collection.sums import sums_of
from extractor.collection.tree import RANK, Tree
from extractor.collection.verdicts import Compared, compare
from extractor.records.crosscheck import (
    CROSSCHECK_VERSION,
    CitationFault,
    CrossCheck,
    Link,
    Notice,
    Problem,
    Sum,
    Verdict,
)
from extractor.ruleset import ruleset

_SAYS = {
    "no_issuer": (
        "its issuer can't be told, so it is linked by citation only",
        "không xác định được cơ quan ban hành, chỉ liên kết theo viện dẫn",
    ),
    "no_unit": (
        "its issuer's unit can't be told, so it is linked by citation only",
        "không xác định được đơn vị hành chính của cơ quan ban hành, chỉ liên kết theo viện dẫn",
    ),
    "no_date": (
        "it has no date, so its unit is looked up at the beginning of its period",
        "không có ngày ban hành nên đơn vị hành chính được tra theo đầu kỳ kế hoạch",
    ),
    "no_time": (
        "it has neither a date nor a period, so times are not compared",
        "không có ngày ban hành và thời kỳ kế hoạch, không so được thời hạn",
    ),
}


def cross_check(members: Iterable[Member], problems: Sequence[Problem] = ()) -> CrossCheck:
    """Cross-check the plans of a collection; `problems` are those of reading them."""
    plans = sorted(members, key=lambda member: (member.node.unit or "~", member.node.date or "", member.id))
    tree = Tree(plans)
    links = Links(plans, tree)
    found = [link for plan in plans for link in links.of(plan)]
    verdicts, sums = _compare_all(plans, found, tree)
    documents = Documents(plans, links, tree)
    faults: list[CitationFault] = [fault for plan in plans for fault in documents.faults(plan)]
    notices: list[Notice] = [notice for plan in plans for notice in notices_of(plan)]
    return CrossCheck(
        CROSSCHECK_VERSION,
        ruleset(),
        tuple(plan.node for plan in plans),
        tuple(found),
        documents.listed(),
        tuple(faults),
        tuple(verdicts),
        tuple(sums),
        tuple(notices),
        (*problems, *_problems(plans)),
    )


def _compare_all(plans: Sequence[Member], links: Iterable[Link], tree: Tree) -> tuple[list[Verdict], list[Sum]]:
    by_id = {plan.id: plan for plan in plans}
    below: dict[str, list[str]] = defaultdict(list)
    for link in links:
        if link.kind == "parent":
            below[link.upper].append(link.lower)
    verdicts: list[Verdict] = []
    sums: list[Sum] = []
    ready = _Ready(below)
    for plan in plans:
        if plan.id not in below:
            continue
        upper = ready.take(plan)
        parts: list[tuple[Compared, list[Pair]]] = []
        for lower_id in below[plan.id]:
            lower = ready.take(by_id[lower_id])
            outcome = compare(upper, lower, tree)
            verdicts += outcome.verdicts
            parts.append((lower, outcome.pairs))
        sums += _sums(upper, parts, tree)
    return verdicts, sums


class _Ready:
    """Plans made ready for comparison, each once, and let go when nothing more is to be compared with it."""

    def __init__(self, below: Mapping[str, Sequence[str]]) -> None:
        self._made: dict[str, Compared] = {}
        self._uses = Counter(plan_id for lowers in below.values() for plan_id in lowers) + Counter(below.keys())

    def take(self, plan: Member) -> Compared:
        """Return a plan made ready."""
        made = self._made.pop(plan.id, None) or Compared(plan)
        self._uses[plan.id] -= 1
        if self._uses[plan.id]:
            self._made[plan.id] = made
        return made


def _sums(upper: Compared, parts: list[tuple[Compared, list[Pair]]], tree: Tree) -> list[Sum]:
    """Add up over the plans of the level right below, never over two levels at once."""
    levels = {lower.member.node.level or "" for lower, _ in parts}
    nearest = min(levels, key=lambda level: RANK.get(level, len(RANK)), default="")
    level = [(lower, pairs) for lower, pairs in parts if lower.member.node.level == nearest]
    if not level:
        return []
    direct = all(lower.member.unit_parent == upper.member.node.unit for lower, _ in level)
    return sums_of(upper, level, tree.children(upper.member) if direct else None)


def _problems(plans: Sequence[Member]) -> Iterator[Problem]:
    yield from _same_codes(plans)
    for plan in plans:
        if plan.node.issuer is None:
            yield _problem(plan, "no_issuer")
        elif plan.node.unit is None and plan.node.level != "central":
            yield _problem(plan, "no_unit")
        if plan.issued is None:
            yield _problem(plan, "no_time" if plan.period is None else "no_date")


def _same_codes(plans: Sequence[Member]) -> Iterator[Problem]:
    """Yield the plans that bear the code of another one of the same issuer and year."""
    first: dict[tuple[str, str, int], Member] = {}
    for plan in sorted(plans, key=lambda plan: plan.node.name):
        issuer, code = plan.node.unit or plan.node.issuer, plan.node.code
        if issuer is None or code is None or code.startswith("/") or plan.issued is None:
            continue
        other = first.setdefault((issuer, folded_code(code), plan.issued[0].year), plan)
        if other is not plan:
            yield Problem(
                plan.node.name,
                "same_code",
                f"it has the issuer and code ({code}) of another plan, {other.node.name}; both are kept",
                f"cùng cơ quan và số ký hiệu ({code}) với kế hoạch khác, {other.node.name}; giữ cả hai",
            )


def _problem(plan: Member, code: str) -> Problem:
    return Problem(plan.node.name, code, *_SAYS[code])

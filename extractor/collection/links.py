"""Liên kết giữa các kế hoạch: which plan of a collection stands above which, by citation and by programme."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex
from rapidfuzz.distance import Levenshtein

from extractor.collection.held import HeldCitation
from extractor.collection.members import Member, days
from extractor.collection.programmes import CARRIED_OUT, SAME_PROGRAMME, likeness
from extractor.collection.tree import Tree, above
from extractor.collection.wording import fold
from extractor.records.crosscheck import Link, LinkReason

_SLIPS = str.maketrans({"đ": "d", "l": "1", "o": "0", " ": None})
"""Letters that recognition and typing confuse in codes."""
_SEPARATORS = regex.compile(r"[/\\.\-–_ ]+")
_LEVEL_WORDS = (
    ("district", ("huyện", "quận", "thị xã")),
    ("commune", ("xã", "phường", "thị trấn", "đặc khu")),
    ("province", ("tỉnh",)),
)
"""In this order, for "thị xã" holds "xã"."""
_PLACE = regex.compile(r"(?:tỉnh|huyện|xã|phường|quận|thành phố|thị xã|thị trấn|TP\.?) \p{Lu}")
"""A level with a proper name behind it ("UBND tỉnh Lào Cai")."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation that means a plan of the collection, and what of it does not fit."""

    plan: Member
    citation: HeldCitation
    wrong_date: bool
    wrong_symbol: bool


class Links:
    """The links of a collection's plans."""

    def __init__(self, members: Sequence[Member], tree: Tree) -> None:
        self._members, self._tree = members, tree
        self._of_unit: dict[tuple[str, str], list[Member]] = defaultdict(list)
        """Plans by number and code of the unit or of its successors."""
        self._of_place: dict[tuple[str, str], list[Member]] = defaultdict(list)
        """Plans by number and folded name of the unit."""
        self._central: dict[str, list[Member]] = defaultdict(list)
        """Plans of the centre by number."""
        self._longest_place = 0
        for member in members:
            if member.node.code and not member.node.code.startswith("/"):
                self._index(member, _number(member.node.code))

        self._cited = {member.id: list(self._meant_by(member)) for member in members}

    def cited(self, member: Member) -> list[Cited]:
        """List the citations of a plan that mean another plan of the collection."""
        return self._cited[member.id]

    def of(self, member: Member) -> list[Link]:
        """List the links of a plan to those above it, and to others that it cites."""
        cited = {found.plan.id: found.plan for found in self.cited(member)}
        nearest = self._nearest(member)
        basis = {found.plan.id for found in self.cited(member) if found.citation.relation == "basis"}
        parents = {
            plan.id
            for plan in cited.values()
            if _fits(member, plan, CARRIED_OUT if plan.id in basis else SAME_PROGRAMME)
        } | ({nearest.id} if nearest else set())
        linked = {**cited, **({nearest.id: nearest} if nearest else {})}
        links = [_link(member, plan, plan.id in cited, plan.id in parents) for plan in linked.values()]
        return sorted(links, key=lambda link: (link.kind != "parent", link.upper))

    def _index(self, member: Member, number: str) -> None:
        if member.node.level == "central":
            self._central[number].append(member)
        if member.node.unit:
            for unit in {member.node.unit, *member.unit_successors}:
                self._of_unit[number, unit].append(member)
        if member.place:
            place = fold(member.place)
            self._of_place[number, place].append(member)
            self._longest_place = max(self._longest_place, len(place.split()))

    def _meant_by(self, member: Member) -> Iterator[Cited]:
        for citation in member.citations:
            if citation.type == "KH" and citation.code and citation.number:
                found = self._meant(member, citation)
                if found is not None:
                    yield found

    def _nearest(self, member: Member) -> Member | None:
        """Return the plan of the same programme and period, of the nearest unit above that has one."""
        for _, plans in self._tree.ancestors(member):
            fitting = [plan for plan in plans if _fits(member, plan)]
            if fitting:
                return max(fitting, key=lambda plan: (likeness(member, plan), plan.node.date or "", plan.id))
        return None

    def _meant(self, member: Member, citation: HeldCitation) -> Cited | None:
        code = citation.code or ""
        candidates = [
            plan
            for plan in self._numbered(member, citation, _number(code))
            if plan.id != member.id
            and (_same_symbol(plan.node.code or "", code) or _same_day_and_issuer(plan, citation))
            and self._fits_issuer(member, plan, citation)
        ]
        dated = [plan for plan in candidates if not _dates_differ(plan, citation)]
        chosen = dated or candidates
        if len(chosen) != 1 or (not dated and citation.issuer is None and not self._over(member, chosen[0])):
            return None
        plan = chosen[0]
        wrong_symbol = folded_code(plan.node.code or "") != folded_code(code)
        return Cited(plan, citation, not dated, wrong_symbol)

    def _numbered(self, member: Member, citation: HeldCitation, number: str) -> Iterator[Member]:
        """Yield the plans of a number that are of the citing unit, of one above it, or of a place that is named."""
        found = {plan.id: plan for plan in self._central.get(number, ())}
        units = [*self._tree.units_above(member), *([member.node.unit] if member.node.unit else [])]
        for unit in units:
            found.update((plan.id, plan) for plan in self._of_unit.get((number, unit), ()))
        words = fold(citation.issuer or "").split()
        for start in range(len(words)):
            for stop in range(start + 1, min(start + self._longest_place, len(words)) + 1):
                place = " ".join(words[start:stop])
                found.update((plan.id, plan) for plan in self._of_place.get((number, place), ()))
        yield from found.values()

    def _fits_issuer(self, member: Member, plan: Member, citation: HeldCitation) -> bool:
        """Tell whether a citation's issuer, where it is given, can be that of a plan."""
        if citation.issuer is None:
            return self._over(member, plan) or plan.node.unit == member.node.unit
        if not _level_fits(plan, fold(citation.issuer)):
            return False
        if plan.place and names_place(citation.issuer, plan.place):
            return True
        return self._over(member, plan) and not _PLACE.search(citation.issuer)

    def _over(self, member: Member, plan: Member) -> bool:
        if plan.node.level == "central":
            return above(plan, member)
        return plan.node.unit is not None and any(
            plan.node.unit == code or code in plan.unit_successors for code in self._tree.units_above(member)
        )


def _link(lower: Member, upper: Member, cited: bool, parent: bool) -> Link:
    found: tuple[tuple[LinkReason, bool], ...] = (("citation", cited), ("programme", parent))
    by = tuple(reason for reason, holds in found if holds)
    return Link(lower.id, upper.id, "parent" if parent else "cites", by, round(likeness(lower, upper), 2))


def _fits(lower: Member, upper: Member, least: float = SAME_PROGRAMME) -> bool:
    """Tell whether a plan carries out another: of a higher level, one programme, times that meet."""
    if not above(upper, lower) or likeness(lower, upper) < least:
        return False
    one, other = lower.period, upper.period
    return one is None or other is None or (one[0] <= other[1] and other[0] <= one[1])


def _number(code: str) -> str:
    return str(_SEPARATORS.split(code.casefold().translate(_SLIPS), maxsplit=1)[0]).lstrip("0")


def folded_code(code: str) -> str:
    """Return a code without case, with one separator, and without the slips of recognition and typing."""
    return str(_SEPARATORS.sub("/", code.casefold().translate(_SLIPS)))


def _same_symbol(one: str, other: str) -> bool:
    """Tell whether two codes are one but for a slip in the symbol."""
    first, second = folded_code(one).partition("/")[2], folded_code(other).partition("/")[2]
    return Levenshtein.distance(first, second, score_cutoff=2) <= max(1, len(first) // 6)


def _same_day_and_issuer(plan: Member, citation: HeldCitation) -> bool:
    """Tell whether date and issuer show that a wrong symbol means a plan."""
    cited = days(citation.date)
    known = cited is not None and cited == plan.issued and cited[0] == cited[1]
    return known and citation.issuer is not None and names_place(citation.issuer, plan.place or "")


def _dates_differ(plan: Member, citation: HeldCitation) -> bool:
    cited = days(citation.date)
    if cited is None or plan.issued is None:
        return False
    return cited[1] < plan.issued[0] or plan.issued[1] < cited[0]


def _level_fits(plan: Member, written: str) -> bool:
    padded = f" {written} "
    for level, names in _LEVEL_WORDS:
        if any(f" {name} " in padded for name in names):
            return plan.node.level == level
    return True


def names_place(issuer: str, place: str) -> bool:
    """Tell whether an issuer as written holds a place's name."""
    return f" {fold(place)} " in f" {fold(issuer)} "

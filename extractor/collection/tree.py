"""Cây đơn vị hành chính: which plans are of a unit, and which of the units above it.

Tỉnh → huyện → xã up to 30 June 2025, tỉnh → xã from 1 July 2025 (Luật Tổ chức chính quyền địa phương số 72/2025/QH15).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from extractor.collection.members import Member
from extractor.lexicon.admin_units import Gazetteer, load_admin_units

RANK = {"central": 0, "province": 1, "district": 2, "commune": 3}


def above(upper: Member, lower: Member) -> bool:
    """Tell whether one plan's issuer is of a higher level than the other's."""
    one, other = RANK.get(upper.node.level or ""), RANK.get(lower.node.level or "")
    return one is not None and other is not None and one < other


class Tree:
    """The plans of a collection by the units that issue them."""

    def __init__(self, members: Iterable[Member]) -> None:
        self._gazetteer: Gazetteer = load_admin_units()
        self._by_unit: dict[str, list[Member]] = defaultdict(list)
        self._central: list[Member] = []
        for member in members:
            if member.node.level == "central":
                self._central.append(member)
            if member.node.unit:
                for code in {member.node.unit, *member.unit_successors}:
                    self._by_unit[code].append(member)

    def of_unit(self, code: str) -> list[Member]:
        """List the plans that a unit issued, under its code or that of its successor."""
        return self._by_unit.get(code, [])

    def ancestors(self, member: Member) -> Iterator[tuple[str, list[Member]]]:
        """Yield the codes of the units above a plan's, the nearest first, with the plans of each; last the centre's."""
        for code in self.units_above(member):
            yield code, [plan for plan in self.of_unit(code) if above(plan, member)]
        if member.node.unit:
            yield "", self._central

    def units_above(self, member: Member) -> Iterator[str]:
        """Yield the codes of the units above a plan's, the nearest first."""
        day = member.day
        code = member.unit_parent
        while code:
            yield code
            unit = self._gazetteer.coded(code, day)
            code = unit.parent if unit else None

    def lies_in(self, member: Member, code: str) -> bool:
        """Tell whether a plan's unit is, or lies in, the unit of a code."""
        return member.node.unit == code or code in self.units_above(member)

    def children(self, member: Member) -> int | None:
        """Count the units right below a plan's at its date; None where they can't be told."""
        if member.issued is None:
            return None
        if member.node.level == "central":
            return sum(self._is_province(f"{number:02}", member.day) for number in range(100))
        if not member.node.unit:
            return None
        return self._gazetteer.count_below(member.node.unit, member.day) or None

    def _is_province(self, code: str, day: str) -> bool:
        unit = self._gazetteer.coded(code, day)
        return unit is not None and unit.level == "province"

"""Đơn vị được giao: the unit with which a target's clause begins ("Huyện Hàm Yên hoàn thành 7 tiêu chí")."""

import regex

from extractor.collection.members import Member
from extractor.lexicon.admin_units import AdminUnit, load_admin_units

_MOST_WORDS = 4
_SUBJECT = regex.compile(
    r"(?:[-+*•]|\p{L}\)|\d++[.)])?\s*+(?P<kind>(?i:huyện|thị xã|thành phố|quận|xã|phường|thị trấn|đặc khu)) "
    r"(?P<name>\p{Lu}[\p{L}'’]*+(?: \p{Lu}[\p{L}'’]*+){0,3})"
)


def unit_of_clause(before: str, member: Member) -> tuple[str, str] | None:
    """Return name and code of the unit below the plan's own that begins a clause; None where it can't be told."""
    found = _SUBJECT.match(before.lstrip())
    if found is None or member.node.unit is None:
        return None
    words = found["name"].split()
    for count in range(min(len(words), _MOST_WORDS), 0, -1):
        name = " ".join(words[:count])
        units = [unit for unit in _named(name, found["kind"].lower(), member) if _lies_below(unit, member)]
        if len({unit.code for unit in units}) == 1:
            return f"{found['kind']} {name}", units[0].code
    return None


def _named(name: str, kind: str, member: Member) -> list[AdminUnit]:
    return [unit for unit in load_admin_units().named(name, member.day) if unit.kind == kind]


def _lies_below(unit: AdminUnit, member: Member) -> bool:
    gazetteer, code = load_admin_units(), unit.parent
    while code and code != member.node.unit:
        above = gazetteer.coded(code, member.day)
        code = above.parent if above else None
    return code is not None

"""Chỉ tiêu đã chuẩn bị: a plan's targets with all that their comparison needs, worked out once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import regex

from extractor.collection.counted import asked_of_each, counted_levels
from extractor.collection.held import HeldTarget
from extractor.collection.members import Days, Member, days
from extractor.collection.quantities import Quantity, quantity_of
from extractor.collection.subjects import unit_of_clause
from extractor.collection.wording import fold, meaning

_CLAUSE_REACH, _LABEL_REACH = 200, 80
_CLAUSE_ENDS = regex.compile(r"[.;]\s|\n")
_NAMED_PART = regex.compile(
    r"(?i:xã|phường|thị trấn|huyện|thị xã|quận|thành phố|thôn|bản|ấp|xóm|buôn|làng|khóm|tổ dân phố) \p{Lu}"
)


@dataclass(frozen=True, slots=True)
class Measured:
    """A target ready to be compared."""

    index: int
    target: HeldTarget
    quantity: Quantity
    words: str
    criterion: str | None
    sets: frozenset[str]
    until: Days | None
    """The time by which, else the plan's own period."""
    labelled: str = ""
    """The words with those of the label that opens the line ("4. Sức khỏe điện tử: …"); empty without a label."""
    own_number: bool = False
    """True where the criterion's number is one that the plan itself gives ("Chỉ tiêu số 3")."""
    of_part: bool = False
    """True for a target of a named part of the plan's area."""
    each: str | None = None
    """The kind of unit of which every one is asked: 'xã'."""
    counted: tuple[str, ...] = ()
    """The levels whose units it counts."""


def measured_targets(member: Member) -> list[Measured]:
    """Return a plan's targets, ready to be compared."""
    return [_measured(index, target, member, member.sets) for index, target in enumerate(member.targets)]


def _measured(index: int, target: HeldTarget, member: Member, sets: Mapping[str, frozenset[str]]) -> Measured:
    before, after = _clause(member.text, target)
    label = before.partition(":")[0] if ":" in before else _label(member.text, target.start)
    if _says_nothing(target, label):
        about = _words_about(label, before, after)
        counted = (target.unit or "").partition("/")[0]
        target = replace(target, indicator=f"{counted} {about}" if "/" in (target.unit or "") else about)
        label = ""
    if target.place is None and (unit := unit_of_clause(before, member)) is not None:
        target = replace(target, place=unit[0], place_unit=unit[1])
    area = target.place or ""
    named = target.place_unit is not None or _NAMED_PART.search(area) is not None
    words = meaning(f"{target.indicator or ''} {'' if named else area}")
    label = meaning(label)
    return Measured(
        index,
        target,
        quantity_of(target),
        words,
        target.criterion,
        sets.get(target.criterion or "", frozenset()),
        days(target.deadline) or member.period,
        f"{label} {words}" if label else "",
        target.criterion in member.own_numbers,
        named and target.place_unit != member.node.unit,
        asked_of_each(target, before),
        counted_levels(target),
    )


def _says_nothing(target: HeldTarget, label: str) -> bool:
    """Tell whether the indicator is missing, only the unit, or only what labels the line ("Bảo hiểm y tế: 95% …")."""
    indicator = fold(target.indicator or "")
    return indicator in ("", fold(target.unit or "")) or f" {indicator} " in f" {fold(label)} "


def _words_about(label: str, before: str, after: str) -> str:
    """Return the words about a figure in its clause or table row, with those of its label."""
    row = [cell for cell in before.split("\t") if any(map(str.isalpha, cell))]
    opening = "" if ":" in before else label
    return " ".join([opening, *row, after])


def _label(text: str, start: int) -> str:
    """Return what opens the line of a target up to a colon."""
    line = text.rfind("\n", 0, start) + 1
    colon = text.find(":", line, min(start, line + _LABEL_REACH))
    return "" if colon < 0 else text[line:colon]


def _clause(text: str, target: HeldTarget) -> tuple[str, str]:
    """Return the words of a target's clause before its figure, and those after it."""
    before = text[max(0, target.start - _CLAUSE_REACH) : target.start]
    starts = [found.end() for found in _CLAUSE_ENDS.finditer(before)]
    after = text[target.end : target.end + _CLAUSE_REACH]
    end = _CLAUSE_ENDS.search(after)
    return before[starts[-1] if starts else 0 :], after[: end.start() if end else len(after)].split("\t")[0]

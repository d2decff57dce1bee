"""Which criteria set the numbers of a plan belong to: by names, headings, cited decisions and the plan's date."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

import regex

from extractor.language.document import Document
from extractor.layers import edtf
from extractor.layers.criteria.opening import Opening
from extractor.layers.sections import Sections, sections_of
from extractor.lexicon.criteria_sets import CriteriaSet, Tier, load_criteria_sets

Choice = tuple[str | None, str | None]
"""Id of the set, and why a person should look."""

_NOT_COMMUNE = "other"
_RURAL = r"(?:nông[ ]thôn[ ]mới|NTM)"
_TIERS: tuple[tuple[str, "regex.Pattern[str]"], ...] = tuple(
    (tier, regex.compile(pattern, regex.VERBOSE | regex.IGNORECASE))
    for tier, pattern in (
        ("smart", r"(?:thôn|bản|xóm|ấp|tổ[ ]dân[ ]phố)[ ](?:[\p{L}]+[ ]){0,5}?thông[ ]minh"),
        (
            _NOT_COMMUNE,
            rf"(?<!nông[ ])(?:khu[ ]dân[ ]cư|thôn|bản|xóm|ấp|vườn|hộ)[ ](?:{_RURAL}[ ])?"
            r"(?:[\p{L}]+[ ]){0,3}?(?:kiểu[ ]mẫu|mẫu)",
        ),
        ("model", rf"{_RURAL}[ ]kiểu[ ]mẫu|xã[ ](?:\p{{Lu}}\p{{L}}*[ ]){{0,4}}(?:đạt[ ]chuẩn[ ])?kiểu[ ]mẫu"),
        ("district", rf"huyện[ ](?:\p{{Lu}}\p{{L}}*[ ]){{0,4}}(?:đạt[ ])?(?:chuẩn[ ])?{_RURAL}"),
        ("advanced", rf"{_RURAL}[ ]nâng[ ]cao"),
        ("standard", rf"(?:chuẩn|xã|tiêu[ ]chí)[ ](?:(?:quốc[ ]gia|về|xã)[ ])*{_RURAL}"),
    )
)


def choose_sets(document: Document, openings: Sequence[Opening]) -> list[Choice]:
    """Choose a set for each opening; those under one heading that names a tier are judged together."""
    sections = sections_of(document)
    candidates = _candidates(document)
    context = [_context(document, sections, opening) for opening in openings]
    chosen: list[Choice] = []
    for (_, tier), group in groupby(zip(context, openings, strict=True), key=lambda pair: pair[0]):
        members = [opening for _, opening in group]
        best = _best(candidates, members, tier)
        chosen += [(best.id if best else None, _doubt(best, opening)) for opening in members]
    return chosen


def _context(document: Document, sections: Sections, opening: Opening) -> tuple[int, str | None]:
    """The place of the nearest heading that names a tier, and the tier; the plan's title stands above all."""
    for section in sections.chain(opening.start):
        if section.start != opening.start and (tier := _tier(section.title)):
            return section.start, tier
    return -1, _tier(document.plan.title or "")


def _tier(words: str) -> str | None:
    return next((tier for tier, pattern in _TIERS if pattern.search(words)), None)


def _candidates(document: Document) -> list[CriteriaSet]:
    """The sets in force at the plan's date; without a date those whose decision is cited, or else all."""
    day = _date_of(document)
    sets = load_criteria_sets()
    if day is not None:
        return [s for s in sets if s.valid_from <= day <= s.valid_until]
    cited = [s for s in sets if any(decision in document.string for decision in s.decisions)]
    return cited or list(sets)


def _date_of(document: Document) -> date | None:
    for value in (document.plan.date, document.plan.period):
        if value and edtf.known(value):
            return edtf.bounds(value)[0]
    return None


def _best(candidates: list[CriteriaSet], members: list[Opening], tier: str | None) -> CriteriaSet | None:
    if tier == _NOT_COMMUNE:
        return None
    named = [m for m in members if m.name and m.kind == "criterion" and m.number.isdigit()]
    scores = {s.id: sum(s.has(m.number, m.name or "") for m in named) for s in candidates}
    of_tier = [s for s in candidates if _is_of(s, tier)]
    if not named:
        return of_tier[0] if tier and len(of_tier) == 1 and _fits(of_tier[0], members) else None
    top = max(scores.values(), default=0)
    best = [s for s in candidates if scores[s.id] == top]
    expected = [s for s in of_tier if scores[s.id] >= top - 1 and tier]
    if len(expected) == 1 and _fits(expected[0], members) and (scores[expected[0].id] or not expected[0].names):
        return expected[0]
    return best[0] if len(best) == 1 and 2 * top > len(named) else None


def _is_of(candidate: CriteriaSet, tier: Tier | str | None) -> bool:
    if tier == "district":
        return candidate.level == "district"
    return candidate.tier == tier and candidate.level != "district"


def _fits(candidate: CriteriaSet, members: list[Opening]) -> bool:
    numbers = [m.number.split(".")[0] for m in members]
    return all(number.isdigit() and int(number) <= candidate.size for number in numbers)


def _doubt(best: CriteriaSet | None, opening: Opening) -> str | None:
    """Say when the name does not stand at this number in the set."""
    if best is None or not best.names or opening.name is None or opening.kind == "indicator":
        return None
    if best.has(opening.number, opening.name):
        return None
    number = best.number_of(opening.name)
    if number:
        return f"{best.id}: this name stands at number {number}"
    return (
        f"{best.id}: number {opening.number} is “{best.names[opening.number][0]}”"
        if opening.number in best.names
        else None
    )

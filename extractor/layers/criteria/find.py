"""Finds the criteria and indicators that the plan is organised by."""

import re
from collections.abc import Iterator

import regex

from extractor.language.document import Document
from extractor.layers.criteria.names import criterion_name, indicator_name
from extractor.layers.criteria.opening import Opening, Taken, opened_cells
from extractor.layers.criteria.patterns import (
    MENTIONED_INDICATOR,
    NUMBER_BEHIND,
    NUMBERED_CRITERION,
    NUMBERED_INDICATOR,
)
from extractor.layers.criteria.runs import criteria_in_runs, criteria_in_tables, named_criteria
from extractor.layers.criteria.sets import choose_sets
from extractor.records import Criterion

_WORDS = re.compile("tiêu chí|chỉ tiêu")
"""In small letters, what the openings hold that say their number."""
_GOES_ON = regex.compile(r"[ ](?:\p{Ll}|(?:Phòng|Sở|Ban|UBND|BCĐ)\b)")


def find_criteria(document: Document) -> list[Criterion]:
    """Find the criteria and indicators of a document, in the order of their start."""
    folded = document.lowered
    if "tiêu chí" not in folded and "chỉ tiêu" not in folded:
        return []
    rural = "nông thôn mới" in folded or "ntm" in folded
    openings = list(_numbered(document))
    if rural:
        for find in (criteria_in_tables, named_criteria, criteria_in_runs):
            openings += find(document, openings)
    openings = sorted([*openings, *_mentioned(document, openings)])
    chosen = choose_sets(document, openings) if rural else [(None, None)] * len(openings)
    return [
        Criterion(
            number=opening.number,
            name=opening.name,
            set=set_id,
            kind=opening.kind,
            rule=opening.rule,
            review=review,
            **document.evidence(opening.start, opening.end),
        )
        for opening, (set_id, review) in zip(openings, chosen, strict=True)
    ]


def _numbered(document: Document) -> Iterator[Opening]:
    """Criteria and indicators that say their number: "Tiêu chí số 6 về …", "Chỉ tiêu 15.2. …"."""
    for start, end in opened_cells(document, _WORDS):
        cell = document.string[start:end]
        if match := NUMBERED_CRITERION.regex.match(cell):
            name, name_end = criterion_name(cell, match.end())
            if name is None and _GOES_ON.match(cell, match.end()):
                continue
            if match["about"] and cell[name_end : name_end + 2].strip()[:1] != ":":
                continue
            opened = start + match.start("open")
            yield Opening(opened, start + name_end, "criterion", match["number"], name, NUMBERED_CRITERION.id)
        elif (match := NUMBER_BEHIND.regex.match(cell)) and cell.startswith((":", "."), match.end()):
            opened = start + match.start("open")
            yield Opening(opened, start + match.end(), "criterion", match["number"], match["name"], NUMBER_BEHIND.id)
        elif match := NUMBERED_INDICATOR.regex.match(cell):
            name, name_end = indicator_name(cell, match.end())
            opened = start + match.start("open")
            yield Opening(opened, start + name_end, "indicator", match["number"], name, NUMBERED_INDICATOR.id)


def _mentioned(document: Document, openings: list[Opening]) -> Iterator[Opening]:
    """The first mention of an indicator with its name, in running text."""
    taken = Taken(openings)
    seen = {opening.number for opening in openings if opening.kind == "indicator"}
    if "hỉ tiêu" not in document.string:
        return
    for match in MENTIONED_INDICATOR.regex.finditer(document.string):
        number = match["number"]
        if number in seen or not taken.is_free(match.start(), match.end()):
            continue
        seen.add(number)
        end = match.end()
        yield Opening(match.start(), end, "indicator", number, match["name"].strip(), MENTIONED_INDICATOR.id)

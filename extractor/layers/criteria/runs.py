"""Criteria that do not say "tiêu chí số …": runs through a set, tables of criteria, criteria by name alone."""

from collections.abc import Iterator
from typing import NamedTuple

import regex

from extractor.language.document import Document
from extractor.layers.criteria.opening import Opening, Taken, cells
from extractor.layers.criteria.patterns import NAMED_CRITERION, RUN_CRITERION, TABLE_CRITERION
from extractor.lexicon.criteria_sets import CriteriaSet, load_criteria_sets

MIN_RUN = 3
"""So many known names at their numbers make a run through a set; fewer may be chance."""

_LABEL_NUMBER = regex.compile(r"[^\d]*+(?P<number>\d{1,2}(?:\.\d{1,2})*+)[.)]++[ ]")
_CRITERIA_COLUMN = regex.compile(r"(?i)(?:tên |nội dung |các )*+tiêu chí(?: nông thôn mới| NTM)?")


class _Item(NamedTuple):
    start: int
    end: int
    number: str
    name: str


def criteria_in_runs(document: Document, openings: list[Opening]) -> list[Opening]:
    """Find the runs "8. Thông tin …: / 9. Nhà ở …:" whose names stand at their numbers in one set."""
    taken = Taken(openings)
    items = [
        _Item(start + m.start("label"), start + m.end("name"), m["number"], m["name"].rstrip(" *"))
        for start, end in cells(document)
        if document.string[start : start + 1].isdigit()
        and (m := RUN_CRITERION.regex.match(document.string[start:end]))
        and taken.is_free(start, start + m.end("name"))
    ]
    found = []
    for run in _runs(items):
        best = max(load_criteria_sets(), key=lambda s: sum(s.has(item.number, item.name) for item in run))
        known = [item for item in run if best.has(item.number, item.name)]
        if len(known) + _beside(run, taken, best) < MIN_RUN or 2 * len(known) < len(run):
            continue
        found += [_opening(document, item, RUN_CRITERION.id) for item in run]
    return found


def _runs(items: list[_Item]) -> Iterator[list[_Item]]:
    """Split items into stretches of rising numbers."""
    run: list[_Item] = []
    for item in items:
        if run and not int(run[-1].number) < int(item.number) <= int(run[-1].number) + 3:
            yield run
            run = []
        run.append(item)
    if run:
        yield run


def _beside(run: list[_Item], taken: Taken, best: CriteriaSet) -> int:
    """Count the criteria that opened otherwise just before the run and belong to it."""
    before = taken.before(run[0].start, MIN_RUN)
    return sum(
        int(o.number) < int(run[0].number) and best.has(o.number, o.name or "") for o in before if o.number.isdigit()
    )


def criteria_in_tables(document: Document, openings: list[Opening]) -> list[Opening]:
    """Find the rows "number, name" of tables that have a column headed "Tiêu chí"."""
    if "\t" not in document.string:
        return []
    taken = Taken(openings)
    items: list[_Item] = []
    heads = False
    for start, end in document.lines:
        row = document.string[start:end]
        if "\t" not in row:
            heads = False
            continue
        heads = heads or any(_CRITERIA_COLUMN.fullmatch(cell.strip()) for cell in row.split("\t")[1:3])
        if heads and (m := TABLE_CRITERION.regex.match(row)) and taken.is_free(start, start + m.end()):
            name = m["name"].strip().removeprefix("Tiêu chí ")
            items.append(_Item(start, start + m.end("name"), m["number"], name))
    sets = load_criteria_sets()
    known = [item for item in items if any(s.has(item.number, item.name) for s in sets)]
    return [_opening(document, item, TABLE_CRITERION.id) for item in known]


def named_criteria(document: Document, openings: list[Opening]) -> list[Opening]:
    """Find the criteria that open with "Tiêu chí" and a name of some set, their number left to label or lexicon."""
    taken = Taken(openings)
    found = []
    for start, end in cells(document):
        cell = document.string[start:end]
        match = NAMED_CRITERION.regex.match(cell)
        if match is None or not taken.is_free(start, end):
            continue
        name = match["name"].strip(" *.-–")
        numbers = {number for s in load_criteria_sets() if (number := s.number_of(name))}
        label = _LABEL_NUMBER.match(cell)
        written = label["number"] if label and label.end() <= match.start("open") + 1 else None
        number = written if written in numbers else min(numbers, key=int, default=None)
        if number is None or (len(numbers) > 1 and written is None):
            continue
        first = start + (label.start("number") if label and written else match.start("open"))
        stop = start + match.start("name") + len(match["name"].rstrip(" *.-–"))
        found.append(Opening(first, stop, "criterion", number, name, NAMED_CRITERION.id))
    return found


def _opening(document: Document, item: _Item, rule: str) -> Opening:
    end = item.start + len(document.string[item.start : item.end].rstrip(" *"))
    return Opening(item.start, end, "criterion", str(int(item.number)), item.name, rule)

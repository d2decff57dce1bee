"""`conflict`: two places of the document give different figures for one thing."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import regex

from extractor.checking.finding import finding, in_view, vietnamese_number
from extractor.language.document import Document
from extractor.records import Finding, Target
from extractor.records.layers import Severity

_WORD = regex.compile(r"[\p{L}\d]+")
MIN_WORDS = 4
"""An indicator of fewer words may stand for more than one thing."""


def check_conflicts(document: Document) -> Iterator[Finding]:
    """Compare tables with the text, criterion by criterion, and targets for one indicator with each other."""
    targets = [record for record in document.records.get("targets", []) if isinstance(record, Target)]
    in_table = [document.in_table(in_view(document, target)[0]) for target in targets]
    tabled = [target for target, inside in zip(targets, in_table, strict=True) if inside]
    told = [target for target, inside in zip(targets, in_table, strict=True) if not inside]
    yield from _table_against_text(tabled, told)
    yield from _same_indicator(told)


def _table_against_text(tabled: Sequence[Target], told: Sequence[Target]) -> Iterator[Finding]:
    """A criterion's number of units newly to qualify, in the annexed table and in the text."""
    for criterion, rows in _by_criterion(tabled, "do").items():
        added = _by_criterion(told, "increase").get(criterion, [])
        if len(rows) != 1 or len(added) != 1 or rows[0].unit != added[0].unit:
            continue
        if rows[0].value != added[0].value:
            yield _conflict("conflict.table", "error", f"tiêu chí {criterion}", (added[0], rows[0]))


def _by_criterion(targets: Sequence[Target], change: str) -> dict[str, list[Target]]:
    found = defaultdict[str, list[Target]](list)
    for target in targets:
        if target.criterion and target.change == change and target.of is None:
            found[target.criterion].append(target)
    return found


def _same_indicator(told: Sequence[Target]) -> Iterator[Finding]:
    """One indicator, for one place and one time, with two values."""
    groups = defaultdict[tuple[object, ...], list[Target]](list)
    for target in told:
        words = _WORD.findall((target.indicator or "").casefold())
        if len(words) >= MIN_WORDS and target.deadline and target.change in ("reach", "keep"):
            key = (*words, target.place, target.deadline, target.unit, target.of, target.criterion, target.comparator)
            groups[key].append(target)
    for same in groups.values():
        first = same[0]
        for other in same[1:]:
            if (other.value, other.upper) != (first.value, first.upper):
                yield _conflict("conflict.indicator", "warning", first.indicator or "", (first, other))


def _conflict(rule: str, severity: Severity, thing: str, targets: tuple[Target, Target]) -> Finding:
    values = [vietnamese_number(target.value) for target in targets]
    return finding(
        rule,
        severity,
        f"Two figures for one thing ({thing}): {values[0]} and {values[1]}.",
        f"Hai con số cho cùng một nội dung ({thing}): {values[0]} và {values[1]}.",
        targets,
    )

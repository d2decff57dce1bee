"""`conflict`: two places of the document give different figures for one thing."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

import regex

from extractor.checking.finding import finding, in_view, vietnamese_number
from extractor.language.document import Document
from extractor.records import Finding, Target
from extractor.records.layers import Severity

_WORD = regex.compile(r"[\p{L}\d]+")
_FILLERS = frozenset(
    "tỷ tỉ lệ số tổng người được đạt có là và các của trên trong về với theo toàn từ đến năm bị mắc phát hiện".split()
)
"""Words that one place says and the other leaves out for the same thing."""

MIN_WORDS_OF_WORK = 6
MIN_WORDS = 4
"""An indicator of fewer words may stand for more than one thing."""


def check_conflicts(document: Document) -> Iterator[Finding]:
    """Compare tables with the text, criterion by criterion and indicator by indicator, and the text with itself."""
    targets = [record for record in document.records.get("targets", []) if isinstance(record, Target)]
    in_table = [document.in_table(in_view(document, target)[0]) for target in targets]
    tabled = [target for target, inside in zip(targets, in_table, strict=True) if inside]
    told = [target for target, inside in zip(targets, in_table, strict=True) if not inside]
    yield from _criteria(tabled, told)
    yield from _indicators(tabled, told)
    yield from _work(tabled, told)
    yield from _same_indicator(document, told)


def _criteria(tabled: Sequence[Target], told: Sequence[Target]) -> Iterator[Finding]:
    """A criterion's number of units newly to qualify, in the annexed table and in the text."""
    added = _by_criterion(told, "increase")
    for criterion, rows in _by_criterion(tabled, "do").items():
        texts = added.get(criterion, [])
        if len(rows) != 1 or len(texts) != 1 or rows[0].unit != texts[0].unit or rows[0].value == texts[0].value:
            continue
        yield _conflict("conflict.table", "error", f"tiêu chí {criterion}", (texts[0], rows[0]))


def _by_criterion(targets: Sequence[Target], change: str) -> dict[str, list[Target]]:
    found = defaultdict[str, list[Target]](list)
    for target in targets:
        if target.criterion and target.change == change and target.of is None:
            found[target.criterion].append(target)
    return found


def _indicators(tabled: Sequence[Target], told: Sequence[Target]) -> Iterator[Finding]:
    """A target of a table and the one of the text that is for the same thing, unit and time."""
    texts = defaultdict[tuple[object, ...], list[Target]](list)
    for text in told:
        if text.change in ("reach", "keep"):
            texts[_thing(text)].append(text)
    for row in tabled:
        if not row.deadline or row.place or not row.indicator or len(_words(row)) < MIN_WORDS:
            continue
        alike = [text for text in texts.get(_thing(row), []) if _under_one(row, text)]
        if alike and all(_differs(row, text) for text in alike):
            yield _conflict("conflict.table", "error", row.indicator, (alike[0], row))


def _work(tabled: Sequence[Target], told: Sequence[Target]) -> Iterator[Finding]:
    """Work that the text and a table of tasks count each once, for no place of its own."""
    texts, rows = _work_by_words(told), _work_by_words(tabled)
    for words, of_table in rows.items():
        of_text = texts.get(words, [])
        if len(of_table) == len(of_text) == 1 and _differs(of_table[0], of_text[0]):
            yield _conflict("conflict.work", "warning", of_text[0].indicator or "", (of_text[0], of_table[0]))


def _work_by_words(targets: Sequence[Target]) -> dict[tuple[object, ...], list[Target]]:
    found = defaultdict[tuple[object, ...], list[Target]](list)
    for target in targets:
        words = frozenset(_words(target))
        if target.change == "do" and not target.place and len(words) >= MIN_WORDS_OF_WORK:
            found[words, target.unit, target.comparator].append(target)
    return found


def _thing(target: Target) -> tuple[object, ...]:
    """What a target is for: words of its indicator, time, unit and place."""
    return frozenset(_words(target)), target.deadline, target.unit, target.place


def _under_one(one: Target, other: Target) -> bool:
    return one.criterion is None or other.criterion is None or one.criterion == other.criterion


def _words(target: Target) -> set[str]:
    return set(_spelt(target.indicator or "")) - _FILLERS


@lru_cache(maxsize=1024)
def _spelt(indicator: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(indicator.casefold()))


def _differs(one: Target, other: Target) -> bool:
    return (one.value, one.upper) != (other.value, other.upper)


def _same_indicator(document: Document, told: Sequence[Target]) -> Iterator[Finding]:
    """One indicator, for one place and one time, with two values; those of one sentence tell of several things."""
    groups = defaultdict[tuple[object, ...], list[Target]](list)
    for target in told:
        words = _spelt(target.indicator or "")
        if len(words) >= MIN_WORDS and target.deadline and target.change in ("reach", "keep"):
            key = (*words, target.place, target.deadline, target.unit, target.of, target.criterion, target.comparator)
            groups[key].append(target)
    for first, *others in groups.values():
        for other in others:
            if _differs(first, other) and not _in_one_sentence(document, first, other):
                yield _conflict("conflict.indicator", "warning", first.indicator or "", (first, other))


def _in_one_sentence(document: Document, one: Target, other: Target) -> bool:
    places = [in_view(document, target)[0] for target in (one, other)]
    return document.sentence_at(places[0]) == document.sentence_at(places[1])


def _conflict(rule: str, severity: Severity, thing: str, targets: tuple[Target, Target]) -> Finding:
    values = [vietnamese_number(target.value) for target in targets]
    return finding(
        rule,
        severity,
        f"Two figures for one thing ({thing}): {values[0]} and {values[1]}.",
        f"Hai con số cho cùng một nội dung ({thing}): {values[0]} và {values[1]}.",
        targets,
    )

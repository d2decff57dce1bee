"""Báo cáo một kế hoạch: its text with the records in it, the record beside it, and what needs a look on top."""

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.output.pages.facts import Fact, facts, header_facts
from extractor.output.pages.page import render
from extractor.output.pages.spans import Mark, pieces
from extractor.output.record_words import load_record_words
from extractor.records import Evidence, Extracted, PlanRecord

_STYLES = ("page.css", "print.css", "plan.css")
_SCRIPTS = ("page.js", "plan.js")
_OF_THE_DOCUMENT = ("plan", "findings")
LAYERS = tuple(layer for layer in load_record_words().layers if layer not in _OF_THE_DOCUMENT)
"""The layers that are lists of records, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class Item:
    """A record as it is listed; `id` is that of its marks in the text."""

    id: str
    record: Extracted
    facts: list[Fact]


def plan_page(record: PlanRecord) -> str:
    """Return the report of one plan as a page; the same record gives the same bytes."""
    items = {layer: list(_items(layer, record)) for layer in LAYERS}
    return render(
        "plan.html",
        _STYLES,
        _SCRIPTS,
        {},
        record=record,
        names=load_record_words(),
        header=header_facts(record),
        items=items,
        counts={**{layer: len(listed) for layer, listed in items.items()}, "findings": len(record.findings)},
        pieces=pieces(record.text, _marks(record)),
        to_correct=[(number, point) for number, point in enumerate(record.conformance) if point.status == "not_met"],
    )


def _items(layer: str, record: PlanRecord) -> Iterator[Item]:
    for number, item in enumerate(getattr(record, layer)):
        yield Item(f"{layer}-{number}", item, facts(item))


def _marks(record: PlanRecord) -> Iterator[Mark]:
    for field, evidence in record.plan.evidence.items():
        yield _mark("plan", f"plan-{field}", evidence)
    for layer in LAYERS:
        for number, item in enumerate(getattr(record, layer)):
            yield _mark(layer, f"{layer}-{number}", item)
    for number, finding in enumerate(record.findings):
        for quote in finding.quotes:
            yield _mark("findings", f"findings-{number}", quote)
    for number, point in enumerate(record.conformance):
        for quote in point.quotes if point.status == "not_met" else ():
            yield _mark("findings", f"form-{number}", quote)


def _mark(layer: str, name: str, evidence: Evidence) -> Mark:
    return Mark(evidence.start, evidence.end, layer, name)

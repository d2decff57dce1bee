"""Values that rest on words which were recognised with little confidence, or misread: a person should look at them."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any, NamedTuple

from extractor.language.view import Edit
from extractor.reading.source import Word
from extractor.records import LAYERS, Extracted, PlanRecord

DOUBTFUL = 70.0
"""Confidence below which a recognised word is doubtful: sound words of clean scans have more than 85."""


class _Doubt(NamedTuple):
    """A stretch of the text, and why it is doubtful."""

    start: int
    end: int
    reason: str
    repaired: bool = False


def with_doubts(record: PlanRecord, words: Sequence[Word], repairs: Sequence[Edit] = ()) -> PlanRecord:
    """Return the record with what rests on doubtful words marked for review, unless it is so already.

    `words` are those that were recognised in pictures, `repairs` the view's edits; of these the misread ones count.
    """
    doubts = _doubts(record.text, words, repairs)
    if not doubts:
        return record
    ends = [doubt.end for doubt in doubts]

    def reason(start: int, end: int) -> str | None:
        i = bisect_left(ends, start + 1)
        return doubts[i].reason if i < len(doubts) and doubts[i].start < end else None

    marked: dict[str, Any] = {}
    for layer in LAYERS:
        if layer != "findings":
            marked[layer] = [_marked(found, reason(found.start, found.end)) for found in getattr(record, layer)]
    reviews = {name: why for name, at in record.plan.evidence.items() if (why := reason(at.start, at.end))}
    marked["plan"] = record.plan.model_copy(update={"review": {**reviews, **record.plan.review}})
    return record.model_copy(update=marked)


def _doubts(text: str, words: Sequence[Word], repairs: Sequence[Edit]) -> list[_Doubt]:
    """List the doubts in order, none overlapping another; of a word that is both, the repair is told."""
    misread = [edit for edit in repairs if edit.misread and edit.start < edit.end]
    found = [
        _Doubt(e.start, e.end, f"recognised as '{text[e.start : e.end]}', read as '{e.replacement}'", repaired=True)
        for e in misread
    ]
    found += [
        _Doubt(w.start, w.end, f"low recognition confidence: '{text[w.start : w.end]}' ({w.confidence:.0f})")
        for w in words
        if w.confidence < DOUBTFUL
    ]
    kept: list[_Doubt] = []
    for doubt in sorted(found, key=lambda doubt: doubt.start):
        if kept and doubt.start < kept[-1].end:
            before = kept.pop()
            told = doubt if doubt.repaired and not before.repaired else before
            kept.append(told._replace(start=before.start, end=max(before.end, doubt.end)))
        else:
            kept.append(doubt)
    return kept


def _marked(found: Extracted, why: str | None) -> Extracted:
    return found if why is None or found.review is not None else found.model_copy(update={"review": why})

"""Values that rest on words which were recognised with little confidence: a person should look at them."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from extractor.reading.source import Word
from extractor.records import LAYERS, Extracted, PlanRecord

DOUBTFUL = 70.0
"""Confidence below which a recognised word is doubtful: sound words of clean scans have more than 85."""


def with_doubts(record: PlanRecord, words: Sequence[Word]) -> PlanRecord:
    """Return the record with what rests on doubtful words marked for review, unless it is so already."""
    doubtful = [word for word in sorted(words, key=lambda word: word.start) if word.confidence < DOUBTFUL]
    if not doubtful:
        return record
    ends = [word.end for word in doubtful]

    def reason(start: int, end: int) -> str | None:
        i = bisect_left(ends, start + 1)
        if i == len(doubtful) or doubtful[i].start >= end:
            return None
        word = doubtful[i]
        return f"low recognition confidence: '{record.text[word.start : word.end]}' ({word.confidence:.0f})"

    marked: dict[str, Any] = {}
    for layer in LAYERS:
        if layer != "findings":
            marked[layer] = [_marked(found, reason(found.start, found.end)) for found in getattr(record, layer)]
    reviews = {name: why for name, at in record.plan.evidence.items() if (why := reason(at.start, at.end))}
    marked["plan"] = record.plan.model_copy(update={"review": {**reviews, **record.plan.review}})
    return record.model_copy(update=marked)


def _marked(found: Extracted, why: str | None) -> Extracted:
    return found if why is None or found.review is not None else found.model_copy(update={"review": why})

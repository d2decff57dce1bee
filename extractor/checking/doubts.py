"""Values that rest on words which were recognised with little confidence: a person should look at them."""

from bisect import bisect_left
from collections.abc import Sequence

from extractor.reading.source import Word
from extractor.records import LAYERS, PlanRecord

DOUBTFUL = 70.0
"""Confidence below which a recognised word is doubtful: sound words of clean scans have more than 85."""


def with_doubts(record: PlanRecord, words: Sequence[Word]) -> PlanRecord:
    """Mark for review what rests on doubtful words and is not marked yet; the record itself is changed."""
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

    for layer in LAYERS:
        for found in getattr(record, layer):
            if layer != "findings" and found.review is None:
                found.review = reason(found.start, found.end)
    for name, evidence in record.plan.evidence.items():
        why = reason(evidence.start, evidence.end)
        if why is not None:
            record.plan.review.setdefault(name, why)
    return record

"""Gold made on one text of a document, moved to another text of the same document (its Word or PDF version)."""

import copy
from bisect import bisect_left

import regex
from rapidfuzz.distance import Levenshtein

from extractor.evaluation.matching import Record
from extractor.records import LAYERS

_LEFT_OUT = regex.compile(r"[\s*_#|\\]+")
"""Blanks and marks of Markdown, by which two texts of one document may differ."""


def relocate(gold: Record, text: str, other: str) -> Record:
    """Return `gold`, whose offsets point into `text`, with offsets and quotes of `other`.

    The texts are aligned letter by letter, blanks and markup set aside; a record of which nothing is in `other`
    is left out.
    """
    place = _Alignment(text, other).place
    moved = copy.deepcopy(gold)
    for layer in LAYERS:
        kept = []
        for record in moved.get(layer, []):
            evidences = record["quotes"] if layer == "findings" else [record]
            if all(_move(evidence, place(evidence["start"], evidence["end"]), other) for evidence in evidences):
                kept.append(record)
        if layer in moved:
            moved[layer] = kept
    return moved


def _move(evidence: Record, span: tuple[int, int] | None, other: str) -> bool:
    if span is None:
        return False
    evidence["start"], evidence["end"] = span
    evidence["quote"] = other[span[0] : span[1]]
    evidence.pop("nth", None)
    return True


class _Alignment:
    """Which letter of one text is which of another."""

    def __init__(self, text: str, other: str) -> None:
        letters, self._places = _letters(text)
        other_letters, other_places = _letters(other)
        self._other: dict[int, int] = {}
        for tag, start, end, other_start, other_end in Levenshtein.opcodes(letters, other_letters).as_list():
            if tag in ("equal", "replace"):
                for i in range(min(end - start, other_end - other_start)):
                    self._other[start + i] = other_places[other_start + i]

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the span in the other text, or None where none of its letters is there."""
        first, last = bisect_left(self._places, start), bisect_left(self._places, end)
        found = [self._other[i] for i in range(first, last) if i in self._other]
        return (found[0], found[-1] + 1) if found else None


def _letters(text: str) -> tuple[str, list[int]]:
    """Return the letters of a text that count, and their offsets."""
    pieces, places, done = [], list[int](), 0
    for match in _LEFT_OUT.finditer(text):
        pieces.append(text[done : match.start()])
        places += range(done, match.start())
        done = match.end()
    pieces.append(text[done:])
    places += range(done, len(text))
    return "".join(pieces), places

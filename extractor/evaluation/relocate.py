"""Finds the quotes of a gold file again in another text of the same document.

The values of a record are the same in every format of a document, its offsets are not: they are offsets into the
text that reading the file gives. Both texts are cut into words and signs, aligned by their longest common
subsequence, and each quote is carried over; white space, page numbers, table bars and emphasis marks that stand in
one text only are passed over.
"""

import copy
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Any

import regex
from rapidfuzz.distance import LCSseq

from extractor.records import LAYERS

_TOKEN = regex.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True)
class Relocation:
    """A gold file for another text, and the quotes that could not be found in it."""

    gold: dict[str, Any]
    lost: list[str]


def relocate(gold: dict[str, Any], text: str, other: str, *, recognised: bool = False) -> Relocation:
    """Carry the offsets and quotes of `gold`, which are into `text`, over to `other`; values stay as they are.

    In a `recognised` text, a quote with misread words is what stands in its place.
    """
    placed = copy.deepcopy(gold)
    alignment = _Alignment(text, other, recognised=recognised)
    lost: list[str] = []
    for layer in LAYERS:
        kept = []
        for record in placed.get(layer, []):
            quotes = record["quotes"] if layer == "findings" else [record]
            found = [alignment.move(quote) for quote in quotes]
            if all(found):
                kept.append(record)
            else:
                lost += [quote["quote"] for quote, ok in zip(quotes, found, strict=True) if not ok]
        placed[layer] = kept
    return Relocation(placed, lost)


class _Alignment:
    """Which token of one text is which token of the other."""

    def __init__(self, text: str, other: str, *, recognised: bool) -> None:
        self.recognised = recognised
        self.other = other
        self.spans = [match.span() for match in _TOKEN.finditer(text)]
        self.other_spans = [match.span() for match in _TOKEN.finditer(other)]
        self.words = [text[start:end] for start, end in self.spans]
        self.other_words = [other[start:end] for start, end in self.other_spans]
        self.starts = [start for start, _ in self.spans]
        self.to_other: dict[int, int] = {}
        for block in LCSseq.opcodes(self.words, self.other_words):
            if block.tag == "equal":
                self.to_other.update(
                    zip(range(block.src_start, block.src_end), range(block.dest_start, block.dest_end), strict=True)
                )

    def move(self, quote: dict[str, Any]) -> bool:
        """Give a quote its place in the other text; False where it has none."""
        first = bisect_right(self.starts, quote["start"]) - 1
        last = bisect_left(self.starts, quote["end"]) - 1
        ends = self._place(first, last) or self._search(first, last)
        if ends is None and self.recognised:
            ends = self._between(first, last)
        if ends is None:
            return False
        start, end = self.other_spans[ends[0]][0], self.other_spans[ends[1]][1]
        quote.update(quote=self.other[start:end], start=start, end=end)
        return True

    def _place(self, first: int, last: int) -> tuple[int, int] | None:
        """Take the aligned tokens, when they hold the quote's words with nothing but page furniture between."""
        if not all(i in self.to_other for i in range(first, last + 1)):
            return None
        start, end = self.to_other[first], self.to_other[last]
        return (start, end) if end - start <= 2 * (last - first) + 12 else None

    def _search(self, first: int, last: int) -> tuple[int, int] | None:
        """Take the occurrence nearest to where the quote should stand."""
        words = self.words[first : last + 1]
        near = next((self.to_other[i] for i in range(first, -1, -1) if i in self.to_other), 0)
        starts = [i for i, word in enumerate(self.other_words) if word == words[0]]
        for start in sorted(starts, key=lambda i: abs(i - near)):
            if self.other_words[start : start + len(words)] == words:
                return start, start + len(words) - 1
        return None

    def _between(self, first: int, last: int) -> tuple[int, int] | None:
        """Take what stands in the quote's place, where a scan's recognition has changed its words."""
        before, after = self.to_other.get(first - 1), self.to_other.get(last + 1)
        start = self.to_other.get(first, None if before is None else before + 1)
        end = self.to_other.get(last, None if after is None else after - 1)
        if start is None or end is None or not start <= end <= start + 2 * (last - first) + 12:
            return None
        return start, end

"""The text of a plan cut into pieces by the records that stand there; records may overlap in any way."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Mark:
    """One stretch of one record; a record with several quotes has several marks of one id."""

    start: int
    end: int
    layer: str
    id: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text over which the same records stand; the longest record comes first."""

    text: str
    layers: tuple[str, ...]
    ids: tuple[str, ...]


def pieces(text: str, marks: Iterable[Mark]) -> Iterator[Piece]:
    """Yield the whole text in pieces."""
    opening: dict[int, list[Mark]] = defaultdict(list)
    closing: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        if mark.start < mark.end:
            opening[mark.start].append(mark)
            closing[mark.end].append(mark)
    edges = sorted({0, len(text), *opening, *closing})
    open_marks: dict[Mark, None] = {}
    for start, end in pairwise(edges):
        for mark in closing[start]:
            open_marks.pop(mark, None)
        open_marks.update(dict.fromkeys(opening[start]))
        longest_first = sorted(open_marks, key=lambda mark: (mark.start - mark.end, mark.layer, mark.id))
        layers = dict.fromkeys(mark.layer for mark in longest_first)
        ids = dict.fromkeys(mark.id for mark in longest_first)
        yield Piece(text[start:end], tuple(layers), tuple(ids))

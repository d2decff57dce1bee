"""Biểu đồ tổng hợp: bars for targets that are sums over units."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extractor.output.naming import level_rank
from extractor.records.crosscheck import CrossCheck, Sum

WIDTH, HEIGHT = 560, 22
_ROOM = 0.94
"""Share of the width that the longer of total and target takes."""
_LETTER = 8
"""Width of a letter of a label, a little more than needed."""


@dataclass(frozen=True, slots=True)
class Segment:
    """What one plan adds, as a stretch of the bar; `label` is empty where it would not fit."""

    x: float
    width: float
    name: str
    value: float
    label: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One sum: its segments, and where the target's mark stands."""

    sum: Sum
    segments: tuple[Segment, ...]
    mark: float


def bars(found: CrossCheck, names: Mapping[str, str]) -> list[Bar]:
    """Return a bar for each sum that some plan adds to, those of the highest level first."""
    ranks = {plan.id: level_rank(plan) for plan in found.plans}
    added = (item for item in found.sums if item.parts)
    return [_bar(item, names) for item in sorted(added, key=lambda item: ranks[item.upper.plan])]


def _bar(item: Sum, names: Mapping[str, str]) -> Bar:
    scale = WIDTH * _ROOM / (max(item.total, item.expected) or 1)
    return Bar(item, tuple(_segments(item, names, scale)), round(item.expected * scale, 1))


def _segments(item: Sum, names: Mapping[str, str], scale: float) -> Iterator[Segment]:
    x = 0.0
    for part in item.parts:
        width = part.value * scale
        name = names[part.plan]
        fits = len(name) * _LETTER < width
        yield Segment(round(x, 1), round(width, 1), name, part.value, name if fits else "")
        x += width

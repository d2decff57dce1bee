"""Page furniture of a plain text: page numbers, and lines that are repeated at page breaks."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from extractor.reading.source import Block, BlockKind, Span

MIN_LINES_BETWEEN_NUMBERS = 8
"""Lone numbers that stand closer are the column of a table, not page numbers."""
MIN_PAGE_LINES = 20
MAX_RUNNING_LINE = 100
_LINES_AT_BREAK = 2

# Both begin with the line end before them, by which they are found faster; they are matched on "\n" and the text.
_LONE_NUMBER = re.compile(r"(?m)\n[ \t\f]*(?P<number>[0-9]{1,3})[ \t]*$")
_MARKED_NUMBER = re.compile(
    r"""(?mx)\n[ \t\f]*(?:
        [-–—]\s?\d{1,4}\s?[-–—]
      | (?:Trang|TRANG|Page|PAGE)\s?(?:số\s)?\d{1,4}(?:\s?(?:/|of|trên)\s?\d{1,4})?
      | \d{1,3}\s?/\s?\d{1,3}
      | \|\s?(?:Trang|Page)\s\d{1,4} | \d{1,4}\s?\|\s?(?:Trang|Page)
    )[ \t]*$"""
)
_LINE = regex.compile(r"[^\n\f]++")
_FORM_FEED = re.compile("\f")
_DIGITS = regex.compile(r"\d+")


def page_spans(text: str) -> Iterator[Span]:
    """Yield the span of each page where form feeds part them."""
    if "\f" not in text:
        return
    start = 0
    while start < len(text):
        end = text.find("\f", start)
        end = len(text) if end < 0 else end
        yield Span(start, end)
        start = end + 1


def page_furniture(text: str) -> list[Block]:
    """List the page numbers, running headers and running footers, in order."""
    numbers = sorted([*_marked_numbers(text), *_lone_numbers(text)], key=lambda block: block.start)
    breaks = _page_breaks(text, numbers)
    return sorted([*numbers, *_running_lines(text, breaks, numbers)], key=lambda block: block.start)


def _marked_numbers(text: str) -> Iterator[Block]:
    for match in _MARKED_NUMBER.finditer("\n" + text):
        end = match.end() - 1
        start = end - len(match[0].lstrip(" \t\f\n"))
        if not _in_cells(text, start, end):
            yield Block(start, end, "page_number")


def _lone_numbers(text: str) -> Iterator[Block]:
    """Yield the lines of a number alone that stand at a page's end.

    Such are those at a form feed, between empty lines, or a page's length from the number before or after them;
    numbers that stand close together are the cells of a column.
    """
    lone = [
        (match.start("number") - 1, match.end("number") - 1)
        for match in _LONE_NUMBER.finditer("\n" + text)
        if not (match["number"].startswith("0") and len(match["number"]) > 1)
    ]
    numbers = [span for span in lone if not _in_cells(text, *span)]
    last = len(text.rstrip()) if "\f" in text else None
    distances = [text.count("\n", *gap) for gap in pairwise(edge for span in numbers for edge in span)][1::2]
    for i, (start, end) in enumerate(numbers):
        nearest = min(distances[max(0, i - 1) : i + 1], default=None)
        if end == last or "\f" in text[max(0, start - 3) : end + 3]:
            yield Block(start, end, "page_number")
        elif nearest is not None and nearest <= MIN_LINES_BETWEEN_NUMBERS:
            continue
        elif _between_empty_lines(text, start, end) or _counts_on(text, numbers, distances, i):
            yield Block(start, end, "page_number")


def _between_empty_lines(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 80) : start].rstrip(" \t"), text[end : end + 80].lstrip(" \t")
    return (before.endswith("\n\n") or start < 2) and (after.startswith("\n\n") or not after.strip())


def _counts_on(text: str, numbers: list[tuple[int, int]], distances: list[int], i: int) -> bool:
    """Tell whether the number before is one less or the number after one more, a page's length away."""
    value = [int(text[start:end]) for start, end in numbers[max(0, i - 1) : i + 2]]
    here = min(i, 1)
    after_one = i > 0 and value[0] + 1 == value[here] and distances[i - 1] >= MIN_PAGE_LINES
    before_one = here + 1 < len(value) and value[here] + 1 == value[here + 1] and distances[i] >= MIN_PAGE_LINES
    return after_one or before_one


def _in_cells(text: str, start: int, end: int) -> bool:
    """Tell whether the lines around are the lone pipes between cells."""
    return text[max(0, start - 4) : start].strip().endswith("|") or text[end : end + 4].strip().startswith("|")


def _page_breaks(text: str, numbers: Sequence[Block]) -> list[int]:
    """List the places where a page ends: form feeds and both ends of the text, or else page numbers."""
    feeds = [match.start() for match in _FORM_FEED.finditer(text)]
    if feeds:
        return [0, *feeds, len(text)]
    return [block.start for block in numbers]


def _running_lines(text: str, breaks: Sequence[int], numbers: Sequence[Block]) -> list[Block]:
    """List the lines that come back at most page breaks, at the same side of them, and nowhere else."""
    if len(breaks) < 2:
        return []
    taken = {block.start for block in numbers}
    lines = [m.span() for m in _LINE.finditer(text) if not m[0].isspace()]
    starts = [start for start, _ in lines]
    found: list[Block] = []
    sides: tuple[tuple[BlockKind, range], ...] = (
        ("running_footer", range(-_LINES_AT_BREAK - 1, 0)),
        ("running_header", range(_LINES_AT_BREAK + 1)),
    )
    for kind, offsets in sides:
        near: dict[int, str] = {}
        for position in breaks:
            at = bisect_left(starts, position)
            for i in (at + offset for offset in offsets if 0 <= at + offset < len(lines)):
                start, end = lines[i]
                first = start + len(text[start:end]) - len(text[start:end].lstrip())
                if end - start <= MAX_RUNNING_LINE and first not in taken:
                    near[i] = _pattern(text, lines[i])
        counts = Counter(near.values())
        often = {c for c, n in counts.items() if n >= max(2, (len(breaks) + 1) // 2) and any(map(str.isalpha, c))}
        if not often:
            continue
        everywhere = Counter(_pattern(text, line) for line in lines if line[1] - line[0] <= MAX_RUNNING_LINE)
        for i, content in near.items():
            if content in often and everywhere[content] <= counts[content] + 1:
                found.append(Block(lines[i][0], lines[i][1], kind))
                taken.add(lines[i][0])
    return found


def _pattern(text: str, line: tuple[int, int]) -> str:
    """Return what comes back of a running line: all but its numbers."""
    return str(_DIGITS.sub("0", text[slice(*line)].strip()))

"""Page furniture of a plain text: page numbers, and lines that are repeated at page breaks."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

import regex

from extractor.reading.source import Block, BlockKind, Span

MIN_LINES_BETWEEN_NUMBERS = 8
"""Lone numbers that stand closer are the column of a table, not page numbers."""
MAX_RUNNING_LINE = 100
_LINES_AT_BREAK = 2

_LONE_NUMBER = regex.compile(r"(?m)^[ \t\f]*(?P<number>\d{1,3})[ \t]*$")
_MARKED_NUMBER = regex.compile(
    r"""(?mx)^[ \t\f]*(?:
        [-–—]\s?\d{1,4}\s?[-–—]
      | (?:Trang|TRANG|Page|PAGE)\s?(?:số\s)?\d{1,4}(?:\s?(?:/|of|trên)\s?\d{1,4})?
      | \d{1,3}\s?/\s?\d{1,3}
      | \|\s?(?:Trang|Page)\s\d{1,4} | \d{1,4}\s?\|\s?(?:Trang|Page)
    )[ \t]*$"""
)
_LINE = regex.compile(r"[^\n\f]++")
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
    for match in _MARKED_NUMBER.finditer(text):
        start = match.end() - len(match[0].lstrip(" \t\f"))
        if not _in_cells(text, start, match.end()):
            yield Block(start, match.end(), "page_number")


def _lone_numbers(text: str) -> Iterator[Block]:
    """Yield the lines of a number alone, unless they stand close together as the cells of a column do."""
    spans = [m.span("number") for m in _LONE_NUMBER.finditer(text)]
    last = len(text.rstrip()) if "\f" in text else None
    for i, (start, end) in enumerate(spans):
        if _in_cells(text, start, end) or (text[start] == "0" and end - start > 1):
            continue
        at_feed = end == last or "\f" in text[max(0, start - 3) : end + 3]
        before = spans[i - 1][1] if i else None
        after = spans[i + 1][0] if i + 1 < len(spans) else None
        if at_feed or not (_is_near(text, before, start) or _is_near(text, end, after)):
            yield Block(start, end, "page_number")


def _is_near(text: str, start: int | None, end: int | None) -> bool:
    return start is not None and end is not None and text.count("\n", start, end) <= MIN_LINES_BETWEEN_NUMBERS


def _in_cells(text: str, start: int, end: int) -> bool:
    """Tell whether the lines around are the lone pipes between cells."""
    return text[max(0, start - 4) : start].strip().endswith("|") or text[end : end + 4].strip().startswith("|")


def _page_breaks(text: str, numbers: Sequence[Block]) -> list[int]:
    """List the places where a page ends: form feeds and both ends of the text, or else page numbers."""
    feeds = [match.start() for match in regex.finditer("\f", text)]
    if feeds:
        return [0, *feeds, len(text)]
    return [block.start for block in numbers]


def _running_lines(text: str, breaks: Sequence[int], numbers: Sequence[Block]) -> list[Block]:
    """List the lines that come back at most page breaks, at the same side of them."""
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
                    near[i] = _DIGITS.sub("0", text[start:end].strip())
        often = {content for content, n in Counter(near.values()).items() if n >= max(2, (len(breaks) + 1) // 2)}
        for i, content in near.items():
            if content in often and any(c.isalpha() for c in content):
                found.append(Block(lines[i][0], lines[i][1], kind))
                taken.add(lines[i][0])
    return found

"""Marks of Markdown in a plain text: headings and emphasis."""

from collections.abc import Iterator

import regex

from extractor.reading.source import Block, Span

_HEADING = regex.compile(r"(?m)^ {0,3}(?P<marks>#{1,6})[ \t]++(?P<title>[^\n]*?)[ \t#]*$")
_MARK = regex.compile(r"\*++|_++")
_MARKS = frozenset({"*", "**", "***", "_", "__", "___"})
_OPENING_QUOTES = "“\"'‘(["
_PARAGRAPH_END = regex.compile(r"\n[ \t]*\n")


def heading_blocks(text: str) -> list[Block]:
    """List the Markdown headings; a block spans the title without its marks."""
    if "#" not in text:
        return []
    return [
        Block(m.start("title"), m.end("title"), heading_level=len(m["marks"]))
        for m in _HEADING.finditer(text)
        if m["title"].strip("*_ ")
    ]


def emphasis_spans(text: str) -> Iterator[Span]:
    """Yield the bold and italic stretches without their marks.

    A stretch ends in the paragraph in which it begins; marks left open mean nothing. A star that opens a list
    line, stars between figures and underscores inside words or in blanks to fill in are no marks.
    """
    if "*" not in text and "_" not in text:
        return
    opened: dict[str, int] = {}
    for match in _MARK.finditer(text):
        mark = match[0]
        if mark not in _MARKS:
            continue
        start, end = match.span()
        opener = opened.pop(mark, None)
        if opener is not None and _can_close(text, start, end) and not _PARAGRAPH_END.search(text, opener, start):
            yield Span(opener, start)
        elif _can_open(text, start, end):
            opened[mark] = end


def _can_open(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if not (after.isalnum() or (after and after in _OPENING_QUOTES) or (after == "-" and end - start > 1)):
        return False
    return not before.isalnum() or text[start:end] == "**"


def _can_close(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not before.isspace() and (not after.isalnum() or text[start:end] == "**")

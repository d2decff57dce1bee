"""Builds the reading view of a text from its layout."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import regex

from extractor.language.glued import glued_edits
from extractor.language.markup import markup_edits, without_overlaps
from extractor.language.misread import without_misread
from extractor.language.paragraphs import Line, cuts_word, find_wrap, joins
from extractor.language.repair import word_edits
from extractor.language.set_forms import set_form_edits
from extractor.language.torn import torn_edits
from extractor.language.view import Edit, ReadingView
from extractor.language.vocabulary import vocabulary_of
from extractor.reading import plain_layout
from extractor.reading.source import FURNITURE, Block, Layout, Span, Table

_LINE = re.compile(r"[^\n\r\f\v\x1c-\x1e\u0085\u2028\u2029]+")
_LEAD = regex.compile(r"\s*+(?P<mark>#{1,6}+(?=[\s*])\s*+|>[ ]++(?=\p{L}))?+(?:\\(?=[-*+.]))?")
_RULE = re.compile(r"[-_=*~—–|:+\s]{3,}")
_FOOTER = re.compile(r"[^.;:]{0,60}[*|] ?Tel:? ?[+\d][\d .()+-]{6,30}[*|]? ?(?:[^ ]{1,40} ?[*|] ?)?www\.[^ ]{3,60}")
"""The line of a law website, printed into the text of its pages."""
_BREAK = re.compile(r"[\n\r\f\v\x1c-\x1e\u0085\u2028\u2029]+")
_BLANK = " \t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\ufeff\u200b"


class _Segment(NamedTuple):
    """A stretch of the text that the view keeps, and what stands before it in the view."""

    start: int
    end: int
    separator: str


def build_view(text: str, layout: Layout | None = None) -> ReadingView:
    """Build the reading view of `text`.

    `layout` comes from the reader of the file; without it the text is looked through for tables, markup and page
    numbers as a plain text file would be.
    """
    layout = plain_layout(text) if layout is None else layout
    stretches = list(_stretches(text, layout))
    segments = _segments(text, stretches, layout)
    breaks = [
        Edit(*match.span(), " ")
        for stretch in stretches
        if isinstance(stretch, Table)
        for cell in stretch.cells
        if len(text[cell.start : cell.end].splitlines()) > 1
        for match in _BREAK.finditer(text, cell.start, cell.end)
    ]
    inner = without_overlaps([*markup_edits(text, layout.emphasis), *breaks])
    view = ReadingView(text, list(_merge(segments, inner, len(text))))
    vocabulary = vocabulary_of(view.string)
    for repairs in (torn_edits, glued_edits, word_edits):
        if edits := repairs(view.string, vocabulary):
            view = view.edited(edits)
            vocabulary = vocabulary_of(view.string)
    if edits := set_form_edits(view.string):
        view = view.edited(edits)
    return without_misread(view, _recognised(layout)) if layout.words else view


def _recognised(layout: Layout) -> list[Span]:
    """List the stretches of the text that were recognised in pictures, page by page."""
    return [
        Span(words[0].start, words[-1].end)
        for words in (list(group) for _, group in groupby(layout.words, lambda word: word.page))
    ]


def _stretches(text: str, layout: Layout) -> Iterator[list[Line] | Table]:
    """Yield the tables of a text and the lines between them, in order."""
    furniture = sorted((b.start, b.end) for b in layout.blocks if b.kind in FURNITURE)
    done = 0
    for table in sorted(layout.tables, key=lambda t: t.start):
        if table.start >= done and table.cells:
            yield list(_lines(text, done, table.start, furniture))
            yield table
            done = max(table.end, *(cell.end for cell in table.cells))
    yield list(_lines(text, done, len(text), furniture))


def _segments(text: str, stretches: list[list[Line] | Table], layout: Layout) -> list[_Segment]:
    """List the kept stretches of the text in order: paragraphs line by line, tables cell by cell."""
    lines = [line for stretch in stretches if isinstance(stretch, list) for line in stretch]
    wrap = find_wrap(lines) if layout.wrapped else None
    paragraphs = [b for b in layout.blocks if b.kind == "text"] if layout.wrapped else []
    segments: list[_Segment] = []
    for stretch in stretches:
        if isinstance(stretch, Table):
            segments += _cell_segments(text, stretch)
            continue
        before = ""
        for line, joined in zip(stretch, joins(stretch, wrap), strict=True):
            separator = "\n"
            if joined or (paragraphs and _inside_block(text, paragraphs, line)):
                separator = "" if cuts_word(before, line.content) else " "
            segments.append(_Segment(line.start, line.end, separator))
            before = line.content
    return segments


def _inside_block(text: str, paragraphs: Sequence[Block], line: Line) -> bool:
    """Tell whether the file's reader has found a line to go on with the paragraph before it."""
    i = bisect_left(paragraphs, line.start, key=lambda block: block.start) - 1
    return i >= 0 and line.end <= paragraphs[i].end and "\n" in text[paragraphs[i].start : line.start]


def _lines(text: str, start: int, end: int, furniture: list[tuple[int, int]]) -> Iterator[Line]:
    """Yield the lines of a stretch without their leading markup; empty lines and page furniture are left out."""
    hidden = iter([span for span in furniture if start <= span[0] < end])
    span = next(hidden, None)
    previous_end, skipped = start, 0
    for match in _LINE.finditer(text, start, end):
        first, last = match.span()
        while span is not None and span[1] <= first:
            span = next(hidden, None)
        if span is not None and span[0] <= first and last <= span[1]:
            skipped += 1
            continue
        first_kept, heading = first, False
        if not text[first].isalnum() and (lead := _LEAD.match(text, first, last)):
            first_kept, heading = lead.end(), (lead["mark"] or "").lstrip().startswith("#")
        content = text[first_kept:last].rstrip(_BLANK)
        if not content or _is_no_text(content):
            continue
        gap = max(0, text.count("\n", previous_end, first) - 1 - skipped)
        yield Line(first_kept, first_kept + len(content), content, gap, text[first] in " \t", heading)
        previous_end, skipped = last, 0


def _is_no_text(content: str) -> bool:
    """Tell a ruled line, and the line that law websites print into the text of their pages."""
    if content[-1].isalnum():
        return "www." in content and _FOOTER.fullmatch(content) is not None
    return _RULE.fullmatch(content) is not None


def _cell_segments(text: str, table: Table) -> Iterator[_Segment]:
    """Yield the cells of a table without the blanks around them: a row is a line, cells are set off by tabs.

    A cell that has several lines in the text has one in the view.
    """
    row, done = -1, table.start
    for cell in sorted(table.cells, key=lambda c: (c.start, c.row, c.column)):
        content = text[cell.start : cell.end]
        words = content.strip()
        start = cell.start + content.index(words)
        start, end = max(done, start), max(done, start + len(words))
        separator = "\t" if cell.row == row else "\n"
        row, done = cell.row, end
        if len(words.splitlines()) < 2:
            yield _Segment(start, end, separator)
            continue
        for first, last in [m.span() for m in _LINE.finditer(text, start, end)] or [(start, end)]:
            yield _Segment(first, last, separator)
            separator = " "


def _merge(segments: list[_Segment], inner: list[Edit], length: int) -> Iterator[Edit]:
    """Yield the edits that cut out what stands between segments, and those inside them."""
    done = index = 0
    for number, (start, end, separator) in enumerate(segments):
        cut = Edit(done, start, separator if number else "")
        if cut.start != cut.end or cut.replacement:
            yield cut
        while index < len(inner) and inner[index].start < start:
            index += 1
        while index < len(inner) and inner[index].end <= end:
            yield inner[index]
            index += 1
        done = end
    if done < length:
        yield Edit(done, length, "")

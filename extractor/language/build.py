"""Builds the reading view of a text."""

import regex

from extractor.language.view import Edit, ReadingView
from extractor.reading.source import Layout

_BLANKS = regex.compile(r"[ \u00a0]{2,}|\n+(?=\p{Ll})")


def build_view(text: str, layout: Layout | None = None) -> ReadingView:
    """Build the reading view of `text`; `layout` comes from the reader of the file, if there was one."""
    return ReadingView(text, [Edit(m.start(), m.end(), " ") for m in _BLANKS.finditer(text)])

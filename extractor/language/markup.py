"""Residue of markup and of typesetting inside a line, which the reading view leaves out or reads as one sign.

Every replacement is one character at most, so that later repairs never cut a replaced stretch.
"""

import re
from collections.abc import Iterable, Iterator

import regex

from extractor.language.view import Edit
from extractor.reading.source import Span

INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufffe"
_ODD_BLANKS = "\t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"
_BLANKS_AFTER_BLANK = re.compile(f" [ {_ODD_BLANKS}]+")
_ODD_BLANK_RUN = re.compile(f"[{_ODD_BLANKS}][ {_ODD_BLANKS}]*")
_INVISIBLE_RUN = re.compile(f"[{INVISIBLE}]+")
_STARS = re.compile(r"\*{2,}")
_STAR_PAIR = regex.compile(r"(?<![\w*\\])\*(?=[\w“\"(])[^*\n]{0,300}+(?<=[^\s(])\*(?![\w*])")
_UNDERSCORE_PAIR = regex.compile(r"(?<![\w\\])(_{1,2}+)(?=[^\W_])[^_\n]{0,300}+(?<=[^\s_])\1(?!\w)")
_LINK = regex.compile(r"!?\[([^\]\[\n]{0,300}+)\](\((?:https?://|www\.|[#/])[^)\s]{0,500}+\))")
_FORMULA = regex.compile(r"\$(?:(?=[^$\n\\]{0,80}+\\)|(?=\S[^$\n]{0,80}(?<=\S)\$(?!\d)))([^$\n]{1,80}+)\$")
_FORMULA_MARK = re.compile(r"\^\{(\w)\}|\^|[{}]")
_COMMAND = regex.compile(r"\\(?:([a-zA-Z]+)|([\\`*_{}\[\]()#+\-.!|>~$%&,;: ]))")
_COMMANDS = {
    **dict.fromkeys(("ge", "geq", "geqslant"), "≥"),
    **dict.fromkeys(("le", "leq", "leqslant"), "≤"),
    "gt": ">",
    "lt": "<",
    "approx": "≈",
    "sim": "~",
    "pm": "±",
    "times": "×",
    "cdot": ".",
    "rightarrow": "→",
    "to": "→",
    "ldots": "…",
    "dots": "…",
    "div": "÷",
}
_FORMATTING = frozenset(("text", "mathrm", "mathbf", "textbf", "textit", "left", "right", "quad", "displaystyle"))
_TAG = regex.compile(r"(?i)<(br|/?(?:b|i|u|em|strong|sup|sub|span|p|center|font|del|ins)\b)[^<>\n]{0,120}+>")
_ENTITY = regex.compile(r"&(nbsp|amp|lt|gt|le|ge|quot|apos|ndash|mdash|hellip|#39|#160);")
_ENTITIES = {
    "nbsp": " ",
    "amp": "&",
    "lt": "<",
    "gt": ">",
    "le": "≤",
    "ge": "≥",
    "quot": '"',
    "apos": "'",
    "ndash": "–",
    "mdash": "—",
    "hellip": "…",
    "#39": "'",
    "#160": " ",
}


def markup_edits(text: str, emphasis: Iterable[Span] = ()) -> list[Edit]:
    """List the edits that drop markup and odd blanks from `text`, in order, none overlapping another.

    `emphasis` are the bold and italic stretches that the reader found; pairs of stars and underscores around
    words are dropped anyway.
    """
    edits = list(_blank_edits(text))
    if any(sign in text for sign in INVISIBLE):
        edits += [Edit(m.start(), m.end(), "") for m in _INVISIBLE_RUN.finditer(text)]
    edits += _emphasis_marks(text, emphasis)
    if "*" in text:
        edits += [Edit(m.start(), m.end(), "") for m in _STARS.finditer(text)]
        edits += (edit for m in _STAR_PAIR.finditer(text) for edit in _both_ends(m.start(), m.end(), 1))
    if "_" in text:
        edits += (e for m in _UNDERSCORE_PAIR.finditer(text) for e in _both_ends(m.start(), m.end(), len(m[1])))
    if "](" in text:
        edits += _link_edits(text)
    if "$" in text:
        edits += _formula_edits(text)
    if "\\" in text:
        edits += _command_edits(text)
    if "<" in text:
        edits += [Edit(m.start(), m.end(), " " if m[1].lower() == "br" else "") for m in _TAG.finditer(text)]
    if "&" in text:
        edits += [Edit(m.start(), m.end(), _ENTITIES[m[1]]) for m in _ENTITY.finditer(text)]
    return without_overlaps(edits)


def _blank_edits(text: str) -> Iterator[Edit]:
    has_odd_blanks = any(blank in text for blank in _ODD_BLANKS)
    if has_odd_blanks:
        yield from (Edit(m.start(), m.end(), " ") for m in _ODD_BLANK_RUN.finditer(text))
    if has_odd_blanks or "  " in text:
        yield from (Edit(m.start(), m.end(), " ") for m in _BLANKS_AFTER_BLANK.finditer(text))


def without_overlaps(edits: Iterable[Edit]) -> list[Edit]:
    """Sort edits; where two overlap, the one that begins earlier stands."""
    kept: list[Edit] = []
    done = 0
    for edit in sorted(edits):
        if edit.start >= done:
            kept.append(edit)
            done = edit.end
    return kept


def _emphasis_marks(text: str, emphasis: Iterable[Span]) -> Iterator[Edit]:
    for span in emphasis:
        before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
        if before and before in "*_" and before == after:
            around = text[max(0, span.start - 3) : span.start]
            width = len(around) - len(around.rstrip(before))
            yield Edit(span.start - width, span.start, "")
            yield Edit(span.end, min(len(text), span.end + width), "")


def _both_ends(start: int, end: int, width: int) -> tuple[Edit, Edit]:
    return Edit(start, start + width, ""), Edit(end - width, end, "")


def _link_edits(text: str) -> Iterator[Edit]:
    """Keep the words of a link, drop its address; drop a picture whole."""
    for match in _LINK.finditer(text):
        if match[0].startswith("!"):
            yield Edit(match.start(), match.end(), "")
        else:
            yield Edit(match.start(), match.start() + 1, "")
            yield Edit(match.start(2) - 1, match.end(), "")


def _formula_edits(text: str) -> Iterator[Edit]:
    """Drop the `$` around a formula, and the signs of a raised figure (`m^{2}` → `m2`)."""
    for match in _FORMULA.finditer(text):
        yield from _both_ends(match.start(), match.end(), 1)
        for mark in _FORMULA_MARK.finditer(text, match.start(1), match.end(1)):
            yield Edit(mark.start(), mark.end(), mark[1] or "")


def _command_edits(text: str) -> Iterator[Edit]:
    for match in _COMMAND.finditer(text):
        name = match[1]
        if name is None:
            sign = match[2]
            yield Edit(match.start(), match.end(), " " if sign in ",;: " else sign)
        elif name in _COMMANDS:
            yield Edit(match.start(), match.start() + 1 + len(name), _COMMANDS[name])
        elif name in _FORMATTING:
            yield Edit(match.start(), match.start() + 1 + len(name), "")

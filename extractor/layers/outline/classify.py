"""Heading or sentence: decides whether a numbered line is a heading, and where its title ends."""

from typing import NamedTuple

import regex

from extractor.layers.outline.patterns import LINE, RUN_IN, STATEMENT

_TWO_SENTENCES = regex.compile(r"[.;!?](?<=\p{Ll}{2}.)[ ]\p{Lu}")
_FIGURE = regex.compile(r"[ ]?(?:[≥≤<>]|(?:đạt|trên|dưới|từ|khoảng|ít nhất|tối thiểu|không quá)[ ]\d|\d)")
_OPEN_LABEL = regex.compile(r"(?:[ ](?:đạt|là|gồm|bao gồm|tỷ lệ|tỉ lệ|có|sau|như|tại|các|và)|\()$", regex.IGNORECASE)
_LONGEST_OPEN_END = 12
_NO_TITLE = regex.compile(r"\d|(?:Ông|Bà|Đồng chí|Đ/c|đ/c)[ :]")
"""A figure or a person opens an item of a list, not a title."""
_RATE = regex.compile(r"(?:Tỷ|Tỉ)[ ]lệ|Số[ ](?:lượng|hộ|xã|người|vụ)", regex.IGNORECASE)
_NUMBERED_LABEL = regex.compile(r"\p{L}+(?:[ ]số)?[ ]\d{1,2}(?:\.\d{1,2})?$")
_PUNCTUATION = ".;,:!?/"

MOST_WORDS = 36
MOST_WORDS_BEFORE_COLON = 60
MOST_WORDS_OF_LABEL = 16
MANY_WORDS = 25
FEW_WORDS = 5
_COLON = regex.compile(r"[()]|:(?=[ *_]|$)")


class Verdict(NamedTuple):
    """A heading: where its quote and its title end in the words after the number, and the rule that says so."""

    end: int
    title_end: int
    rule: str
    review: str | None = None


def judge(words: str, emphasis_end: int | None, *, formal: bool = False) -> Verdict | None:
    """Decide on the words after a number; `emphasis_end` is where bold or italics that open the title end.

    `formal` says that the number is one that only headings bear (Phần I, I., A.). None where the words are a
    sentence: a numbered item, not a heading.
    """
    if not any(letter.isalpha() for letter in words) or (not formal and _NO_TITLE.match(words)):
        return None
    if emphasis_end is not None and emphasis_end < len(words) and (found := _emphasised(words, emphasis_end)):
        return found
    colon = _colon(words)
    if colon is None:
        return _whole_line(words, formal or emphasis_end == len(words))
    if colon == len(words) - 1:
        return _before_list(words)
    if _NUMBERED_LABEL.search(words[:colon]) and (
        named := _named_label(words, colon, formal or emphasis_end == len(words))
    ):
        return named
    return _run_in(words, colon)


def _colon(words: str) -> int | None:
    depth = 0
    for match in _COLON.finditer(words):
        if match[0] == ":" and depth <= 0:
            return int(match.start())
        depth += {"(": 1, ")": -1}.get(match[0], 0)
    return None


def _emphasised(words: str, end: int) -> Verdict | None:
    """A label in bold or italics with a colon or full stop after it or at its end."""
    label = words[:end].rstrip()
    if _TWO_SENTENCES.search(label) or len(label.split()) > MOST_WORDS or not any(ch.isalpha() for ch in label):
        return None
    if label[-1] in ".:":
        return Verdict(len(label), len(label.rstrip(_PUNCTUATION + " ")), "heading-emphasis")
    after = words[len(label) :].lstrip("*_ ")
    if after[:1] and after[0] in ".:":
        stop = words.index(after[0], len(label)) + 1
        return Verdict(stop, len(label), "heading-emphasis")
    return None


def _named_label(words: str, colon: int, distinct: bool) -> Verdict | None:
    """'Dự án 1: Hỗ trợ đầu tư …' on a line of its own is one title, its name included."""
    name = words[colon + 1 :].strip(" *_")
    if name.endswith(":") or not name[:1].isupper() or len(name.split()) > MANY_WORDS:
        return None
    return _whole_line(words, distinct)


def _run_in(words: str, colon: int) -> Verdict | None:
    label, after = words[:colon].rstrip(" *_"), words[colon + 1 :]
    count = len(label.split())
    if (
        count > MOST_WORDS_OF_LABEL
        or _OPEN_LABEL.search(label[-_LONGEST_OPEN_END:])
        or _is_statement(label)
        or _TWO_SENTENCES.search(label)
    ):
        return None
    if _FIGURE.match(after) and (count > FEW_WORDS - 1 or _RATE.match(label)):
        return None
    if after.startswith("//") or not any(ch.isalpha() for ch in label):
        return None
    return Verdict(colon + 1, colon, RUN_IN.id)


def _before_list(words: str) -> Verdict | None:
    label = words[:-1].rstrip(" *_")
    count = len(label.split())
    if count > MOST_WORDS_BEFORE_COLON or _TWO_SENTENCES.search(label):
        return None
    if _is_statement(label) and count > FEW_WORDS * 2:
        return None
    return Verdict(len(words), len(label), RUN_IN.id)


def _whole_line(words: str, distinct: bool) -> Verdict | None:
    content = words.rstrip(" *_")
    if content.endswith(".") and not content.endswith(("…", "..", "/.")):
        bare = content.rstrip(".")
        short = len(bare.split()) <= FEW_WORDS or bare.isupper() or (distinct and len(bare.split()) <= MOST_WORDS)
        if short and not _TWO_SENTENCES.search(bare) and not _is_statement(bare):
            return Verdict(len(words), len(bare), LINE.id)
        return None
    # The count comes first: the pattern goes back through a line that ends otherwise.
    if len(content.split()) > MOST_WORDS or not LINE.regex.fullmatch(content):
        return None
    if _TWO_SENTENCES.search(content) or _is_statement(content):
        return None
    doubt = None if distinct or len(content.split()) <= MANY_WORDS else "long for a heading: may be a sentence"
    return Verdict(len(words), len(content), LINE.id, doubt)


def _is_statement(words: str) -> bool:
    return not words.isupper() and STATEMENT.regex.match(f"{words} ") is not None

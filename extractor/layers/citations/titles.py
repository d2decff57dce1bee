"""The title (trích yếu) of a cited document: where it starts, and where its clause ends."""

from bisect import bisect_left
from collections.abc import Sequence

import regex

from extractor.layers.citations.attribute_patterns import ABOUT, PREAMBLE_VERB, TITLE_VERB
from extractor.layers.citations.heads import Head
from extractor.lexicon.clause_words import alternatives, load_clause_words
from extractor.lexicon.organ_words import load_organ_words

MAX_LENGTH = 700
MAX_QUOTED = 400
NAMED_WITHIN = 60
_WORDS = load_clause_words()
_HEADS = "|".join(load_organ_words().heads)
_REACH_OF_VERB = 200
"""Characters behind a citation; without it `regex` looks for the verb's letters through the whole document."""
_MARK = regex.compile(
    r"""[.;:,()“\"\n\t]|[ ]và[ ]|[ ](?:đã[ ])?(?:được|bị)[ ](?=sửa[ ]đổi|bổ[ ]sung|thay[ ]thế)
    |[ ](?=(?:thay[ ]thế|hết[ ]hiệu[ ]lực|có[ ]hiệu[ ]lực)[ ])""",
    regex.VERBOSE,
)
_ASIDE = regex.compile(rf"\([ ]?(?:(?i:{alternatives(_WORDS.aside)})|\p{{Lu}}[\p{{L}} ]{{1,20}}[ ]\d)")
_CLOSED = regex.compile(
    r"(?:(?:19|20)\d{2}|trên[ ]địa[ ]bàn[ ](?:tỉnh|huyện|xã|thành phố|thị xã)(?:[ ]\p{Lu}\p{L}*){0,4}|[”\"])$"
)
_GOES_ON = regex.compile(rf",[ ](?:\d|(?i:năm[ ]\d|{alternatives(_WORDS.goes_on)}))")
_NEW_CLAUSE = regex.compile(
    rf"{alternatives(_WORDS.new_clause)}"
    rf"|(?:{_HEADS})(?!\p{{L}})[^,;.\n\t]{{0,90}}?[ ]{alternatives(_WORDS.subject_verbs)}"
)
_OTHERS = regex.compile(alternatives(_WORDS.others))
_NEW_CLAUSE_IN_BODY = regex.compile(alternatives(_WORDS.new_clause_in_body))
# A title that says what is ruled on lists nouns after its commas.
_RULES_ON = regex.compile(r"(?i:quy[ ]định|hướng[ ]dẫn)(?!\p{L})")
_ABBREVIATION = regex.compile(r"(?<!\p{L})(?:TP|Tp|TX|TT|P|Q|Th\.?S|GS|TS|PGS|BS|v\.v)$")
_CLOSING = {"“": "”", '"': '"'}


def title_start(string: str, position: int, *, preamble: bool, verbs: bool = True) -> int | None:
    """Return where the title starts that follows a code, date or issuer ending at a view position."""
    match = ABOUT.regex.match(string, position)
    if match is None and verbs:
        match = TITLE_VERB.regex.match(string, position, position + _REACH_OF_VERB)
    if match is None and verbs and preamble:
        match = PREAMBLE_VERB.regex.match(string, position)
    return None if match is None else int(match.end())


class Titles:
    """Reads the titles of one document's citations."""

    def __init__(self, string: str, heads: Sequence[Head]) -> None:
        """Take the reading view and the heads in order."""
        self._string = string
        self._heads = heads
        self._starts = [head.start for head in heads]

    def end(self, start: int, *, preamble: bool) -> int:
        """Return where the clause of the title that starts at a view position ends."""
        string = self._string
        preamble = preamble or bool(_RULES_ON.match(string, start))
        limit = min(len(string), start + MAX_LENGTH)
        depth, position = 0, start
        while (mark := _MARK.search(string, position, limit)) is not None:
            at, character = int(mark.start()), mark[0]
            position = mark.end()
            if character in _CLOSING:
                position = self._after_quoted(at, limit)
            elif character == "(":
                if _ASIDE.match(string, at) or self._head_at(at + 1):
                    return at
                depth += 1
            elif character == ")":
                depth -= 1
                if depth < 0:
                    return at
            elif character in "\n\t" or (not depth and self._ends_clause(start, at, character, preamble=preamble)):
                return at
        return limit

    def _after_quoted(self, at: int, limit: int) -> int:
        """Return the end of the quoted words that open at a position; of the mark alone where none closes them."""
        close = self._string.find(_CLOSING[self._string[at]], at + 1, min(limit, at + MAX_QUOTED))
        return at + 1 if close < 0 or "\n" in self._string[at:close] else close + 1

    def _ends_clause(self, start: int, at: int, character: str, *, preamble: bool) -> bool:
        string = self._string
        if character == ".":
            follows = string[at + 1 : at + 2]
            return not follows.isalnum() and not (follows == " " and _ABBREVIATION.search(string, max(0, at - 5), at))
        if character == ":":
            return not string.startswith((" từ năm", " từ ngày"), at + 1)
        if character == ",":
            return self._comma_ends(start, at, preamble=preamble)
        if character == " và ":
            after = at + len(character)
            return bool(_OTHERS.match(string, after)) or (self._head_at(after) and not self._in_list(start, at))
        return True

    def _comma_ends(self, start: int, at: int, *, preamble: bool) -> bool:
        after = at + 2
        if self._head_at(after):
            return not self._in_list(start, at)
        if _NEW_CLAUSE.match(self._string, after) or (not preamble and _NEW_CLAUSE_IN_BODY.match(self._string, after)):
            return True
        return bool(_CLOSED.search(self._string, start, at)) and not _GOES_ON.match(self._string, at)

    def _head_at(self, position: int) -> bool:
        i = bisect_left(self._starts, position)
        return i < len(self._starts) and self._starts[i] <= position + 1

    def _in_list(self, start: int, at: int) -> bool:
        """The title itself names a document right before: "sửa đổi Nghị định số A và Nghị định số B"."""
        i = bisect_left(self._starts, at) - 1
        return i >= 0 and self._starts[i] >= start and at - self._heads[i].end <= NAMED_WITHIN

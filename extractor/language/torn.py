"""Syllables that a poor text layer has torn ("ĐIỀ U KHO ẢN", "KẾ HO ẠCH", "ủ y ban"), joined in the reading view.

A blank is taken out where what stands beside it is no syllable, and both together are a frequent one.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

import regex

from extractor.language.repair import in_new_spelling
from extractor.language.view import Edit
from extractor.language.vocabulary import Vocabulary, WordFilter
from extractor.lexicon.alternation import any_of
from extractor.lexicon.frequent_syllables import load_frequent_syllables
from extractor.lexicon.syllables import is_syllable
from extractor.lexicon.vowel_syllables import load_vowel_syllables

_VOWELS = frozenset("aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ")
_ONSET = regex.compile(r"[Nn]gh?|NGH?|[CKPTN]H|[ckptnCKPTN]h|[Tt]r|TR|[Gg]h|GH|QU|[qQ]u|[Gg]i|GI|[bcdđghklmnrstvxĐ]")
_CODA = regex.compile(r"ch|ng|nh|[cmnpt]|CH|NG|NH|[CMNPT]")
_NUCLEUS = regex.compile(
    r"(?:[iyIY][êềếểễệÊỀẾỂỄỆ]|(?<![qQ])[uU][ôồốổỗộÔỒỐỔỖỘ]|[ưƯ][ơờớởỡợƠỜỚỞỠỢ]|[ăằắẳẵặâầấẩẫậĂẰẮẲẴẶÂẦẤẨẪẬ])$"
)
"""No syllable ends in these vowels."""
_UY = re.compile(r"ủ y\b|Ủ [yY]\b")
_BEFORE_UY = re.compile(r"(?:^|[^\w])(?:tỉnh|huyện|đảng|thành|thị|quận|cấp) $", re.IGNORECASE)
_AFTER_UY = re.compile(r" (?:ban|nhiệm|quyền|viên)\b", re.IGNORECASE)
_PIECES = regex.compile(r"\p{L}++(?: \p{L}++)++")
_AROUND = 16
"""Characters on either side of an odd piece: two pieces more."""
_LONGEST = 7
_SHORTEST_TORN = 3
_LETTERS_OF_LISTS = frozenset("bcdđghkl")
_FEW = 8
"""Labels and abbreviations of a sound text, at most; pieces of torn words are many kinds."""


def torn_edits(string: str, vocabulary: Vocabulary) -> list[Edit]:
    """List the blanks to take out, in order."""
    words = vocabulary.words
    blanks = set(_blanks_in_uy(string)) if "y" in words or "Y" in words else set()
    odd = _odd_words(words)
    if len(odd) > _FEW or not all(map(_is_label, odd)):
        # what stands before a piece is a part of the pattern, for a pattern that begins with few signs is found faster
        finder = re.compile(rf"[ \n\t(\"“/-]({any_of(odd)})(?!\w)")
        looked = 0
        for match in finder.finditer(f"\n{string}"):
            start, end = match.start(1) - 1, match.end(1) - 1
            if end + _LONGEST > looked:
                looked = end + _AROUND
                blanks.update(_blanks_around(string, start, end))
    return [Edit(blank, blank + 1, "") for blank in sorted(blanks)]


def _blanks_in_uy(string: str) -> Iterator[int]:
    """Yield the blanks of 'ủ y' that is 'ủy': both are syllables, so that the words beside them must tell."""
    for match in _UY.finditer(string):
        start, end = match.span()
        word = start == 0 or not string[start - 1].isalnum()
        if word and (_BEFORE_UY.search(string[max(0, start - 8) : start]) or _AFTER_UY.match(string, end)):
            yield start + 1


def _is_label(piece: str) -> bool:
    """Tell a letter or two that any sound text may hold: "b)", "KH"."""
    return piece in _LETTERS_OF_LISTS or (len(piece) < _SHORTEST_TORN and piece.isupper())


@lru_cache(maxsize=65_536)
def _is_odd(piece: str) -> bool:
    """Tell a piece that is no syllable by itself, but may be a part of one."""
    return len(piece) < _LONGEST and (_is_beginning(piece) or _is_rest(piece))


_odd_words = WordFilter(_is_odd)


def _blanks_around(string: str, start: int, end: int) -> Iterator[int]:
    """Yield the blanks inside syllables about an odd piece."""
    cut = max(0, start - _AROUND)
    left = cut and string.find(" ", cut, start)
    right = string.rfind(" ", end, end + _AROUND) if end + _AROUND < len(string) else len(string)
    for run in _PIECES.finditer(string, start if left < 0 else left, max(end, right)):
        yield from _blanks(run[0], run.start())


def _blanks(run: str, start: int) -> Iterator[int]:
    """Yield the blanks of a run of words that stand inside a syllable, those of one torn twice too."""
    pieces = run.split(" ")
    first, offset = 0, start
    while first < len(pieces):
        last = _torn_until(pieces, first)
        for piece in pieces[first:last]:
            offset += len(piece)
            yield offset
            offset += 1
        offset += len(pieces[last]) + 1
        first = last + 1


def _torn_until(pieces: list[str], first: int) -> int:
    """Return the last piece of the syllable that begins with a piece: itself, mostly."""
    for last in (first + 2, first + 1):
        parts = pieces[first : last + 1]
        if len(parts) == last - first + 1 and _is_torn(parts):
            return last
    return first


def _is_torn(parts: list[str]) -> bool:
    whole = "".join(parts)
    if len(whole) > _LONGEST or not (whole.isupper() or whole[1:].islower()):
        return False
    if in_new_spelling(whole.lower()) not in load_frequent_syllables().syllables:
        return False
    return _is_beginning(parts[0]) or any(map(_is_rest, parts[1:]))


def _is_rest(piece: str) -> bool:
    """Tell whether a piece begins like no syllable, or is the end of one."""
    if piece[:1].lower() in _VOWELS:
        return is_syllable(piece) and piece.lower() not in load_vowel_syllables()
    return _CODA.fullmatch(piece) is not None


def _is_beginning(piece: str) -> bool:
    """Tell whether a piece ends like no syllable; a capital alone may be a name ("khu B")."""
    if _NUCLEUS.search(piece):
        return True
    return _ONSET.fullmatch(piece) is not None and (len(piece) > 1 or piece.islower())

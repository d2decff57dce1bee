"""Converts text from an old encoding to Unicode."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import regex

from extractor.lexicon.encodings import Encoding
from extractor.lexicon.syllables import is_syllable

_WORD = regex.compile(r"\S+")
_CAPITALS = regex.compile(r"[^\p{Lu}]*+\p{Lu}[^\p{Lu}]*+\p{Lu}")
_CODE = regex.compile(r"[\d/&]|\p{L}-\p{L}")
_ASCII_SMALL = regex.compile(r"[a-z]")
_ENOUGH = 2
"""Syllables in capitals that tell a line in capitals from a name with abbreviations ("Së GD&§T")."""
_SYMBOL_FONT = {0xF000 + code: code for code in range(0x20, 0x100)}
"""Fonts marked as symbol fonts show their characters in the private use area."""


def convert(text: str, encoding: Encoding, *, capitals: bool = False) -> str:
    """Convert text on one line or more; `capitals` where the font shows small letters as capitals."""
    if encoding.toned_capitals and not capitals:
        text = text.translate(_SYMBOL_FONT)
        converted: str = group_finder(encoding).sub(lambda match: encoding.letters[match[0]], text)
        return converted
    return "".join(convert_each(text, encoding, capitals=capitals))


def convert_each(text: str, encoding: Encoding, *, capitals: bool = False) -> list[str]:
    """Convert text character by character: a letter stands where its group begins, the rest of the group is empty."""
    text = text.translate(_SYMBOL_FONT)
    pieces = list(text)
    for match in group_finder(encoding).finditer(text):
        start, end = match.span()
        pieces[start:end] = [encoding.letters[match[0]], *[""] * (end - start - 1)]
    if capitals:
        return [piece.upper() for piece in pieces]
    if not encoding.toned_capitals:
        _raise(text, pieces)
    return pieces


@cache
def group_finder(encoding: Encoding) -> "regex.Pattern[str]":
    """Return the pattern of the groups of characters that stand for letters, the longer ones first."""
    groups = sorted(encoding.letters, key=lambda group: (-len(group), group))
    return regex.compile("|".join(regex.escape(group) for group in groups))


def _raise(text: str, pieces: list[str]) -> None:
    """Make the toned letters of words in capitals capitals, as for a font that shows them so ("KÕ HO¹CH")."""
    start = 0
    for line in text.splitlines(keepends=True):
        for first, last in _words_in_capitals(line, pieces[start : start + len(line)]):
            for i in range(start + first, start + last):
                pieces[i] = pieces[i].upper()
        start += len(line)


def _words_in_capitals(line: str, pieces: Sequence[str]) -> list[tuple[int, int]]:
    """Find the words to raise; a code such as 15/Q§-UBND tells nothing of the words around it."""
    words = [_Word(match.span(), "".join(pieces[slice(*match.span())])) for match in _WORD.finditer(line)]
    if not words:
        return []
    raised = [word.in_capitals and word.text != word.text.upper() for word in words]
    all_capital = sum(word.is_capital_syllable for word in words) >= _ENOUGH
    if not _ASCII_SMALL.search(line) and (any(raised) or words[0].in_capitals or all_capital):
        return [(0, len(line))]
    beside = [before or after for before, after in zip([False, *raised[:-1]], [*raised[1:], False], strict=True)]
    return [
        word.span
        for word, is_raised, is_beside in zip(words, raised, beside, strict=True)
        if is_raised or (is_beside and not _ASCII_SMALL.search(word.text))
    ]


class _Word(NamedTuple):
    span: tuple[int, int]
    text: str

    @property
    def in_capitals(self) -> bool:
        """Tell whether a word holds two capitals, letters beyond ASCII, and no plain small letter."""
        return (
            _CAPITALS.match(self.text) is not None
            and not self.text.isascii()
            and not _ASCII_SMALL.search(self.text)
            and not _CODE.search(self.text)
        )

    @property
    def is_capital_syllable(self) -> bool:
        """Tell whether a word is a Vietnamese syllable of two capitals and more."""
        word = self.text.strip(".,;:()")
        return len(word) > 1 and word.isupper() and is_syllable(word)

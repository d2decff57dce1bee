"""Tells the encoding of a text by its words: which are Vietnamese syllables as they stand, which by an encoding."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Literal

import regex

from extractor.lexicon.encodings import Encoding, load_encodings
from extractor.lexicon.syllables import is_syllable
from extractor.reading.legacy.convert import convert

Vote = Literal["legacy", "sound", "either", "neither"]

MIN_WORDS = 3
"""Different words that an encoding must explain before text that is Unicode by its bytes is converted."""
_MIN_SHARE = 0.7
"""Of the words that are no Vietnamese as they stand: those that the encoding must explain."""
_VIETNAMESE = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
_SAMPLE = 400_000
"""Characters that are looked at to choose an encoding."""
_ONLY_UNICODE = regex.compile(
    r"[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]"
)
"""Letters of Vietnamese that the old encodings never show."""


@dataclass
class Votes:
    """How many words with letters beyond ASCII speak for an encoding, and how many against it."""

    words: set[str] = field(default_factory=set)
    """The different words that are Vietnamese by the encoding only."""
    legacy: int = 0
    sound: int = 0
    either: int = 0
    neither: int = 0

    def add(self, other: "Votes") -> None:
        """Count the words of another text too."""
        self.words |= other.words
        self.legacy += other.legacy
        self.sound += other.sound
        self.either += other.either
        self.neither += other.neither

    @property
    def speak_for_it(self) -> bool:
        """Tell whether nearly all words that are no Vietnamese as they stand are so by the encoding."""
        return self.legacy > 4 * self.sound and self.legacy >= _MIN_SHARE * (self.legacy + self.neither)


def votes(text: str, encoding: Encoding) -> Votes:
    """Count the votes of a text's words."""
    found = Votes()
    for word in _word_finder(encoding).findall(text):
        match _vote(word, encoding):
            case "legacy":
                found.legacy += 1
                found.words.add(word)
            case "sound":
                found.sound += 1
            case "either":
                found.either += 1
            case "neither":
                found.neither += 1
    return found


def find_encoding(lines: Iterable[str]) -> Encoding | None:
    """Return the encoding that most of the legacy words in lines of Unicode speak for; None for sound text.

    Lines are judged one by one, so a few legacy lines are found among sound ones.
    """
    return choose_encoding((line for line in lines if is_suspicious(line) and not only_unicode(line)), MIN_WORDS)


def choose_encoding(lines: Iterable[str], min_words: int) -> Encoding | None:
    """Return the encoding that most of the words in lines that may be legacy speak for."""
    lines = list(_sample(lines))
    best, most = None, 0
    for encoding in load_encodings():
        total = Votes()
        for line in lines:
            of_line = votes(line, encoding)
            if not of_line.sound:
                total.add(of_line)
        if len(total.words) >= min_words and total.legacy > most and total.speak_for_it:
            best, most = encoding, total.legacy
    return best


def is_suspicious(text: str) -> bool:
    """Tell whether a text holds characters that old encodings show and Unicode Vietnamese does not have."""
    return _suspicious().search(text) is not None


def suspicious_places(text: str) -> Iterator[int]:
    """Yield where a text holds characters that old encodings show and Unicode Vietnamese does not have."""
    return (match.start() for match in _suspicious().finditer(text))


def only_unicode(text: str) -> bool:
    """Tell whether a text holds letters that no old encoding shows."""
    return _ONLY_UNICODE.search(text) is not None


def _sample(lines: Iterable[str]) -> Iterable[str]:
    size = 0
    for line in lines:
        if size > _SAMPLE:
            return
        size += len(line)
        yield line


@lru_cache(maxsize=65_536)
def _vote(word: str, encoding: Encoding) -> Vote:
    read = convert(word, encoding)
    if len(read) < 2 or not any("a" <= letter <= "z" for letter in word.lower()):
        return "sound" if _ONLY_UNICODE.search(word) else "either"
    as_it_stands = is_syllable(word)
    if read == word:
        as_in_unicode = all(letter.isascii() or letter in encoding.letters for letter in word)
        return "neither" if not as_it_stands else "either" if as_in_unicode else "sound"
    if not is_syllable(read):
        return "sound" if as_it_stands else "either" if read.isupper() else "neither"
    return "either" if as_it_stands else "legacy"


@cache
def _word_finder(encoding: Encoding) -> "regex.Pattern[str]":
    """Return the pattern of words with a character beyond ASCII that is a letter by the encoding or in Unicode."""
    special = {c for group in encoding.letters for c in group if c > "~"} | set(_VIETNAMESE + _VIETNAMESE.upper())
    beyond = "".join(regex.escape(c) for c in sorted(special | {c for g in encoding.letters for c in g if c < " "}))
    return regex.compile(rf"[A-Za-z]*+[{beyond}][A-Za-z{beyond}]*+")


@cache
def _suspicious() -> "regex.Pattern[str]":
    shown = {c for encoding in load_encodings() for group in encoding.letters for c in group if not c.isascii()}
    shown -= set(_VIETNAMESE + _VIETNAMESE.upper()) | set("‘’“”•–—…«»°")
    shown |= {c for encoding in load_encodings() for group in encoding.letters for c in group if c < " "}
    return regex.compile("[" + "".join(regex.escape(c) for c in sorted(shown)) + "\uf0a1-\uf0fe]")

"""Words as keys: what two plans say of one thing in different words is made alike."""

import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

import regex

from extractor.lexicon.comparison import load_comparison

_TONES = {"hoà": "hòa", "hoá": "hóa", "uỷ": "ủy", "thuỷ": "thủy", "toà": "tòa", "khoẻ": "khỏe"}
_NO_WORD = regex.compile(r"[^\p{L}\d%&]++")
_FIGURE = regex.compile(r"(?<!\p{L})\d++(?:[.,/]\d++)*+(?!\p{L})")
_TONE_PLACES = regex.compile("|".join(_TONES))


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Fold a text: NFC, lower case, tone marks in one place, single blanks, no punctuation."""
    folded = _TONE_PLACES.sub(lambda found: _TONES[found[0]], unicodedata.normalize("NFC", text).casefold())
    return " ".join(_NO_WORD.split(folded)).strip()


def phrases(words: Iterable[str]) -> "regex.Pattern[str]":
    """Compile folded phrases to one pattern of whole words, the longest first."""
    ordered = sorted({fold(word) for word in words}, key=lambda word: (-len(word), word))
    return regex.compile(r"(?<![^ ])(?:" + "|".join(map(regex.escape, ordered)) + r")(?![^ ])")


@cache
def _same() -> "tuple[regex.Pattern[str], dict[str, str]]":
    one = {fold(other): fold(group[0]) for group in load_comparison().same_words for other in group}
    return phrases(one), one


@cache
def _empty() -> "regex.Pattern[str]":
    return phrases(load_comparison().empty_words)


def same_words(folded: str) -> str:
    """Write each way of naming a thing in a folded text as the one that the lexicon gives first, in one piece."""
    pattern, one = _same()
    return str(pattern.sub(lambda found: one[found[0]].replace(" ", "_"), folded))


@lru_cache(maxsize=65536)
def meaning(text: str) -> str:
    """Return the words of an indicator that say what is measured, in their order."""
    return " ".join(_empty().sub(" ", same_words(fold(_FIGURE.sub(" ", text)))).split())

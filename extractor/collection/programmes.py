"""Chương trình, chủ đề: what a plan is about, as its title says it, and how like two of them are."""

from functools import cache, lru_cache

import regex
from rapidfuzz import fuzz

from extractor.collection.members import Member
from extractor.collection.wording import fold, phrases, same_words
from extractor.lexicon.comparison import load_comparison

SAME_PROGRAMME = 0.72
"""Likeness from which two titles name one programme; set on the families in `corpora/families`."""
CARRIED_OUT = 0.5
"""Likeness that is enough where a plan names the other among what it is based on (Căn cứ, Thực hiện)."""
_FIGURES = regex.compile(r"\S*\d\S*")


@cache
def _empty() -> "regex.Pattern[str]":
    return phrases(load_comparison().programmes.empty_words)


@lru_cache(maxsize=65536)
def programme(title: str, place: str) -> str:
    """Return the words of a title that name its programme, without place, time and form."""
    folded = same_words(fold(title))
    if place:
        folded = folded.replace(fold(place), " ")
    return " ".join(_empty().sub(" ", _FIGURES.sub(" ", folded)).split())


def likeness(one: Member, other: Member) -> float:
    """Return how like the programmes of two plans are, 0 to 1; 0 where one has no title."""
    return _likeness(
        programme(one.node.title or "", one.place or ""), programme(other.node.title or "", other.place or "")
    )


@lru_cache(maxsize=65536)
def _likeness(one: str, other: str) -> float:
    if not one or not other:
        return 0.0
    return float(fuzz.token_sort_ratio(one, other) + fuzz.token_set_ratio(one, other)) / 200

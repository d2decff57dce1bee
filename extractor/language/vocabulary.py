"""The words of a text, each once: by them most repairs are ruled out without a look at the text itself."""

import re
from collections.abc import Callable
from typing import NamedTuple

LETTERS = re.compile("[a-zA-ZÀ-ÖØ-öø-ỹ]+")
_MOST_REMEMBERED = 65_536


class Vocabulary(NamedTuple):
    """What a string is made up of."""

    tokens: str
    """What stands between blanks, each once, in no order, set off by blanks: shorter than the string."""
    words: frozenset[str]
    """All runs of letters."""


def vocabulary_of(string: str) -> Vocabulary:
    """Return the vocabulary of a string."""
    tokens = " ".join(set(string.split()))
    return Vocabulary(tokens, frozenset(LETTERS.findall(tokens)))


class WordFilter:
    """Picks the words of a kind, which are few; the others are remembered, for they come again in every text."""

    def __init__(self, is_of_kind: Callable[[str], bool]) -> None:
        self._is_of_kind = is_of_kind
        self._others: set[str] = set()

    def __call__(self, words: frozenset[str]) -> set[str]:
        """Return the words of the kind."""
        found = set(filter(self._is_of_kind, words - self._others))
        if len(self._others) > _MOST_REMEMBERED:
            self._others = set()
        self._others |= words - found
        return found

"""Finds the longest of many phrases at a place in a text, in time that does not grow with their number."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

import re

_TOKEN = re.compile(r" ?([^\W_]+|[,&–\-/.])")
_JOINERS = {"và": "&", "-": "&", "–": "&"}
_END = ""
OPENING = 2


class Phrases:
    """A set of phrases, matched without regard to case; "và", "&" and dashes stand for one another."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._root: dict[str, Any] = {}
        for phrase in phrases:
            _leaf(self._root, phrase)[_END] = phrase
        self._openings = _openings(self._root)

    def match(self, string: str, start: int) -> int:
        """Return the end of the longest phrase that begins at `start`, or -1; it ends at a word's end."""
        return self.longest(string, start)[0]

    def longest(self, string: str, start: int) -> tuple[int, str]:
        """Return the end of the longest phrase that begins at `start`, or -1, and the phrase as given."""
        if string[start : start + OPENING].lower() not in self._openings:
            return -1, ""
        node = self._root
        found, phrase, position = -1, "", start
        while (token := _TOKEN.match(string, position)) is not None:
            child = node.get(_key(token[1]))
            if child is None:
                break
            node, position = child, token.end()
            if _END in node:
                found, phrase = position, node[_END]
        return found, phrase


class KindPhrases:
    """Phrases of several kinds, all looked for at once."""

    def __init__(self, kinds: Mapping[str, Iterable[str]]) -> None:
        self._root: dict[str, Any] = {}
        for kind, phrases in kinds.items():
            for phrase in phrases:
                _leaf(self._root, phrase).setdefault(_END, set()).add(kind)
        self._openings = _openings(self._root)

    def ends(self, string: str, start: int) -> dict[str, int]:
        """Return the end of the longest phrase of each kind that begins at `start`; kinds without one are left out."""
        if string[start : start + OPENING].lower() not in self._openings:
            return {}
        node = self._root
        found: dict[str, int] = {}
        position = start
        while (token := _TOKEN.match(string, position)) is not None:
            child = node.get(_key(token[1]))
            if child is None:
                break
            node, position = child, token.end()
            for kind in node.get(_END, ()):
                found[kind] = position
        return found


def _openings(root: dict[str, Any]) -> frozenset[str]:
    """Return the first letters of the phrases: at most places of a text they show that none begins there."""
    return frozenset(token[:OPENING] for token in root)


def _leaf(root: dict[str, Any], phrase: str) -> dict[str, Any]:
    """Return the node where a phrase ends, with the way to it from the root made where it is missing."""
    node, position = root, 0
    while (token := _TOKEN.match(phrase, position)) is not None:
        node = node.setdefault(_key(token[1]), {})
        position = token.end()
    return node


@lru_cache(maxsize=1 << 16)
def _key(token: str) -> str:
    lowered = token.lower()
    return _JOINERS.get(lowered, lowered)

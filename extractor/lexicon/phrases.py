"""Finds the longest of many phrases at a place in a text, in time that does not grow with their number."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

_FIRST = re.compile(r"[^\W_]+|[,&–\-/.]")
_TOKEN = re.compile(rf" ?({_FIRST.pattern})")
_JOINERS = {"và": "&", "-": "&", "–": "&"}
_END = ""


class KindPhrases:
    """Phrases of several kinds, all looked for at once without regard to case; "và", "&" and dashes are alike."""

    def __init__(self, kinds: Mapping[str, Iterable[str]]) -> None:
        self._root: dict[str, Any] = {}
        for kind, phrases in kinds.items():
            for phrase in phrases:
                self._leaf(phrase).setdefault(_END, set()).add(kind)

    def ends(self, string: str, start: int) -> dict[str, int]:
        """Return the end of the longest phrase of each kind that begins at `start`; kinds without one are left out.

        A phrase ends at a word's end.
        """
        found: dict[str, int] = {}
        token = _FIRST.match(string, start)
        node = None if token is None else self._root.get(_key(token[0]))
        while token is not None and node is not None:
            position = token.end()
            if _END in node:
                for kind in node[_END]:
                    found[kind] = position
                if len(node) == 1:
                    break
            token = _TOKEN.match(string, position)
            node = None if token is None else node.get(_key(token[1]))
        return found

    def _leaf(self, phrase: str) -> dict[str, Any]:
        """Return the node where a phrase ends, with the way to it from the root made where it is missing."""
        node, position = self._root, 0
        while (token := _TOKEN.match(phrase, position)) is not None:
            node = node.setdefault(_key(token[1]), {})
            position = token.end()
        return node


@lru_cache(maxsize=1 << 16)
def _key(token: str) -> str:
    lowered = token.lower()
    return _JOINERS.get(lowered, lowered)

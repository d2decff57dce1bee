"""Source of a pattern that finds any of many words, in time that hardly grows with their number."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

_END = ""


def any_of(words: Iterable[str], *, not_behind: str = "") -> str:
    """Return the source of an alternation of plain words, the longest that fits first; for `re`.

    Words that begin alike share their beginning, so that at each place of a text one letter is looked at for all.
    A word does not stand directly behind a sign of the class `not_behind`, such as `[^\\W_]`.
    """
    return any_with_end(dict.fromkeys(words, ""), not_behind=not_behind)


def any_with_end(ends: Mapping[str, str], *, not_behind: str = "") -> str:
    """Return an alternation as `any_of` does, of words with the source of what must stand behind each."""
    root: dict[str, Any] = {}
    for word, end in ends.items():
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[_END] = end
    # behind the first letter, for patterns that begin with a letter are found faster
    starts = {letter: f"(?<!{not_behind}{re.escape(letter)})" if not_behind else "" for letter in root}
    return f"(?:{'|'.join(re.escape(letter) + start + _source(root[letter]) for letter, start in starts.items())})"


def _source(node: dict[str, Any]) -> str:
    branches = [re.escape(letter) + _source(below) for letter, below in node.items() if letter != _END]
    end = node.get(_END)
    if not branches:
        return str(end)
    if end:
        branches.append(end)
    joined = branches[0] if len(branches) == 1 and end is None else f"(?:{'|'.join(branches)})"
    return f"{joined}?" if end == "" else joined


def lowered(string: str) -> str:
    """Return a string in small letters, each in its place: one whose small form is longer stays as it is."""
    small = string.lower()
    if len(small) == len(string):
        return small
    return "".join(letter if len(letter.lower()) > 1 else letter.lower() for letter in string)

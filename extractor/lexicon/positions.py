"""Positions (chức vụ) of those who sign, as one pattern."""

import tomllib
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict


class _Group(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str
    positions: list[str]


class _Deputy(BaseModel):
    model_config = ConfigDict(extra="forbid")

    positions: list[str]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    group: list[_Group]
    deputy: _Deputy


@cache
def load_positions() -> tuple[str, ...]:
    """Load the positions, longest first; raises ValidationError for a file that is not as it should be."""
    raw = tomllib.loads((files("extractor.lexicon") / "positions.toml").read_text("utf-8"))
    data = _File.model_validate(raw)
    words = {position for group in data.group for position in group.positions} | set(data.deputy.positions)
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def position_pattern() -> str:
    """Return an alternation of all positions, longest first, in no particular case."""
    inner = "|".join(word.replace(" ", "[ ]") for word in load_positions())
    return rf"(?:(?:Q\.[ ]?|Quyền[ ]|Phó[ ])*+(?:{inner}))(?!\p{{L}})"

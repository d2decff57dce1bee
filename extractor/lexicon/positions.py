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
def position_pattern() -> str:
    """Return an alternation of all positions, longest first, in no particular case; raises ValidationError."""
    raw = tomllib.loads((files("extractor.lexicon") / "positions.toml").read_text("utf-8"))
    data = _File.model_validate(raw)
    words = {position for group in data.group for position in group.positions} | set(data.deputy.positions)
    ordered = sorted(words, key=lambda word: (-len(word), word))
    inner = "|".join(word.replace(" ", "[ ]") for word in ordered)
    return rf"(?:(?:Q\.[ ]?|Quyền[ ]|Phó[ ])*+(?:{inner}))(?!\p{{L}})"

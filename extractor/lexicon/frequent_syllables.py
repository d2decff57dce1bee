"""Âm tiết thường gặp: frequent syllables, and the abbreviations that run into them (`frequent_syllables.toml`)."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    syllables: str
    never: list[str]
    abbreviations: list[str]


@dataclass(frozen=True, slots=True)
class FrequentSyllables:
    """What words without their blank are made up of, in small letters; abbreviations in capitals."""

    syllables: frozenset[str]
    never: frozenset[str]
    """Words of one piece that look like two."""
    abbreviations: frozenset[str]


@cache
def load_frequent_syllables() -> FrequentSyllables:
    """Load the lexicon; raises ValidationError for a wrong file."""
    raw = tomllib.loads((files("extractor.lexicon") / "frequent_syllables.toml").read_text("utf-8"))
    data = _File.model_validate(raw)
    return FrequentSyllables(frozenset(data.syllables.split()), frozenset(data.never), frozenset(data.abbreviations))

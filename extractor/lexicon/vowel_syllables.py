"""Âm tiết mở đầu bằng nguyên âm: syllables that begin with a vowel (`vowel_syllables.toml`)."""

import tomllib
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    syllables: str


@cache
def load_vowel_syllables() -> frozenset[str]:
    """Load the syllables, in small letters; raises ValidationError for a wrong file."""
    raw = tomllib.loads((files("extractor.lexicon") / "vowel_syllables.toml").read_text("utf-8"))
    return frozenset(_File.model_validate(raw).syllables.split())

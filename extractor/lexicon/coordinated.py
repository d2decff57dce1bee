"""Nouns in a row: families of nouns between which a comma joins rather than divides."""

import tomllib
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    families: list[list[str]]


@cache
def load_coordinated() -> dict[str, frozenset[int]]:
    """Load the nouns in small letters with the families each belongs to; raises ValidationError for a wrong file."""
    raw = tomllib.loads((files("extractor.lexicon") / "coordinated.toml").read_text("utf-8"))
    found: dict[str, set[int]] = {}
    for number, family in enumerate(_File.model_validate(raw).families):
        for noun in family:
            found.setdefault(noun, set()).add(number)
    return {noun: frozenset(numbers) for noun, numbers in found.items()}

"""Comparators: the words beside a figure that say how it is meant."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from extractor.records import Comparator


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")

    comparator: Comparator
    words: list[str]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    before: list[_Entry]
    after: list[_Entry]


@dataclass(frozen=True, slots=True)
class Comparators:
    """Comparator by its words in small letters, for the words before a figure and for those after it."""

    before: dict[str, Comparator]
    after: dict[str, Comparator]


@cache
def load_comparators() -> Comparators:
    """Load the comparators; raises ValidationError for a wrong file."""
    raw = tomllib.loads((files("extractor.lexicon") / "comparators.toml").read_text("utf-8"))
    file = _File.model_validate(raw)
    return Comparators(_by_words(file.before), _by_words(file.after))


def _by_words(entries: list[_Entry]) -> dict[str, Comparator]:
    return {words: entry.comparator for entry in entries for words in entry.words}

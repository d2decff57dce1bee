"""Bounds of time: the words beside a calendar expression that say how it binds."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from extractor.records import Bound


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")

    bound: Bound
    words: list[str]
    days_only: bool = False


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    before: list[_Entry]
    after: list[_Entry]


@dataclass(frozen=True, slots=True)
class DateBounds:
    """Bound by its words in small letters, for the words before an expression and for those after it."""

    before: dict[str, Bound]
    after: dict[str, Bound]
    days_only: frozenset[str]
    """Words that bind days alone."""


@cache
def load_date_bounds() -> DateBounds:
    """Load the bounds; raises ValidationError for a wrong file."""
    raw = tomllib.loads((files("extractor.lexicon") / "date_bounds.toml").read_text("utf-8"))
    file = _File.model_validate(raw)
    days_only = frozenset(words for entry in file.before if entry.days_only for words in entry.words)
    return DateBounds(_by_words(file.before), _by_words(file.after), days_only)


def _by_words(entries: list[_Entry]) -> dict[str, Bound]:
    return {words: entry.bound for entry in entries for words in entry.words}

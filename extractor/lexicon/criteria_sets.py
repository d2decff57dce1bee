"""Bộ tiêu chí: the criteria sets, their names by number, their time and the units that they are for."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from importlib.resources import files
from typing import Literal

import regex
from pydantic import BaseModel, ConfigDict

Tier = Literal["standard", "advanced", "model", "smart"]
_NO_LETTER = regex.compile(r"[^\p{L}\d]++")
_SAME = 0.75


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")

    id: str
    title: str
    tier: Tier
    level: Literal["village", "commune", "district"]
    decisions: list[str]
    valid_from: date
    valid_until: date
    size: int
    names: dict[int, list[str]] = {}


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    set: list[_Entry]


@dataclass(frozen=True)
class CriteriaSet:
    """One set; `names` gives for each number the official name first, then other names in use."""

    id: str
    title: str
    tier: Tier
    level: str
    decisions: tuple[str, ...]
    valid_from: date
    valid_until: date
    size: int
    names: dict[str, tuple[str, ...]]

    @cached_property
    def _words(self) -> dict[str, list[frozenset[str]]]:
        return {number: [name_words(name) for name in names] for number, names in self.names.items()}

    def has(self, number: str, name: str) -> bool:
        """Tell whether the criterion of this number bears this name."""
        words = name_words(name)
        return any(_alike(words, known) for known in self._words.get(number, ()))

    def number_of(self, name: str) -> str | None:
        """Return the number of the criterion that bears this name, or None."""
        words = name_words(name)
        exact = (number for number, known in self._words.items() if words in known)
        close = (number for number, known in self._words.items() if any(_alike(words, k) for k in known))
        return next(exact, None) or next(close, None)


def name_words(name: str) -> frozenset[str]:
    """Return the words that two writings of one criterion's name share."""
    return frozenset(_NO_LETTER.split(name.casefold())) - {"", "và", "tiêu", "chí"}


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return 2 * len(one & other) > _SAME * (len(one) + len(other))


@cache
def load_criteria_sets() -> tuple[CriteriaSet, ...]:
    """Load the criteria sets; raises ValidationError for a wrong file."""
    raw = tomllib.loads((files("extractor.lexicon") / "criteria_sets.toml").read_text("utf-8"))
    return tuple(
        CriteriaSet(
            entry.id,
            entry.title,
            entry.tier,
            entry.level,
            tuple(entry.decisions),
            entry.valid_from,
            entry.valid_until,
            entry.size,
            {str(number): tuple(names) for number, names in entry.names.items()},
        )
        for entry in _File.model_validate(raw).set
    )

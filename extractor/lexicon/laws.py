"""Names of laws whose end can't be told from their words alone."""

import tomllib
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    names: list[str]
    small: list[str]


@cache
def _load() -> _File:
    raw = tomllib.loads((files("extractor.lexicon") / "laws.toml").read_text("utf-8"))
    return _File.model_validate(raw)


def load_law_names() -> tuple[str, ...]:
    """Load the names, the longest first; raises ValidationError for a wrong file."""
    return tuple(sorted(_load().names, key=lambda name: -len(name)))


def load_small_beginnings() -> tuple[str, ...]:
    """Load the first words of names that are written small too."""
    return tuple(_load().small)

"""Names of laws whose end can't be told from their words alone."""

import tomllib
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    names: list[str]


@cache
def load_law_names() -> tuple[str, ...]:
    """Load the names, the longest first; raises ValidationError for a wrong file."""
    raw = tomllib.loads((files("extractor.lexicon") / "laws.toml").read_text("utf-8"))
    return tuple(sorted(_File.model_validate(raw).names, key=lambda name: -len(name)))

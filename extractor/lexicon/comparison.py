"""So sánh giữa các kế hoạch: words, units and fields of work by which plans are compared."""

import tomllib
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Measure(_Model):
    """Units of one kind, with the factor that turns each into the first."""

    kind: str
    names: dict[str, float]


class Programmes(_Model):
    """What a title says besides its programme."""

    empty_words: list[str]


class Comparison(_Model):
    """The lexicon of comparison, as in `comparison.toml`."""

    empty_words: list[str]
    same_words: list[list[str]]
    less_is_better: list[str]
    more_is_better: list[str]
    units: list[Measure]
    sectors: dict[str, list[str]]
    programmes: Programmes


@cache
def load_comparison() -> Comparison:
    """Load the lexicon; raises ValidationError for a wrong file."""
    raw = tomllib.loads((files("extractor.lexicon") / "comparison.toml").read_text("utf-8"))
    return Comparison.model_validate(raw)

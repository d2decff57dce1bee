"""Đơn vị tính: the nouns and measures that stand behind figures."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict

UnitKind = Literal["measure", "noun", "money", "time"]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    measures: list[str]
    nouns: list[str]
    money: list[str]
    time: list[str]
    multipliers: list[str]


@dataclass(frozen=True)
class Units:
    """The known units in lower case with their kind, and the words that make one unit with the noun behind them."""

    kinds: dict[str, UnitKind]
    multipliers: frozenset[str]
    longest: int
    """Words in the longest unit."""


@cache
def load_units() -> Units:
    """Load the units; raises ValidationError for a wrong file."""
    raw = tomllib.loads((files("extractor.lexicon") / "units.toml").read_text("utf-8"))
    file = _File.model_validate(raw)
    lists: tuple[tuple[UnitKind, list[str]], ...] = (
        ("noun", file.nouns),
        ("measure", file.measures),
        ("money", file.money),
        ("time", file.time),
    )
    kinds = {unit.lower(): kind for kind, units in lists for unit in units}
    return Units(kinds, frozenset(file.multipliers), max(len(unit.split()) for unit in kinds))

"""Recognition confusions: wrong form → right form."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")

    right: str
    wrong: list[str]
    anywhere: bool = False


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    confusion: list[_Entry]


@dataclass(frozen=True, slots=True)
class Confusion:
    """`wrong` stands in texts for `right`; `anywhere` when it can never be right as it stands."""

    wrong: str
    right: str
    anywhere: bool


@cache
def load_confusions() -> tuple[Confusion, ...]:
    """Load the confusions, with and without a capital first letter; raises ValidationError for a wrong file."""
    raw = tomllib.loads((files("extractor.lexicon") / "confusions.toml").read_text("utf-8"))
    found: dict[str, Confusion] = {}
    for entry in _File.model_validate(raw).confusion:
        for wrong in entry.wrong:
            found[wrong] = Confusion(wrong, entry.right, entry.anywhere)
            capital = wrong[0].upper() + wrong[1:]
            found[capital] = Confusion(capital, entry.right[0].upper() + entry.right[1:], entry.anywhere)
    return tuple(found.values())

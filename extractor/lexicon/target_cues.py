"""Cues of targets: the words that say what a plan does with the figure behind them."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

CueKind = Literal[
    "keep", "increase", "decrease", "level", "raise", "complete", "aim", "do", "past", "threshold", "none"
]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    keep: list[str]
    increase: list[str]
    decrease: list[str]
    level: list[str]
    raising: list[str] = Field(alias="raise")
    complete: list[str]
    aim: list[str]
    do: list[str]
    past: list[str]
    threshold: list[str]
    none: list[str]


@cache
def load_target_cues() -> dict[str, CueKind]:
    """Load the cues in lower case with their kind; raises ValidationError for a wrong file."""
    raw = tomllib.loads((files("extractor.lexicon") / "target_cues.toml").read_text("utf-8"))
    file = _File.model_validate(raw)
    lists: tuple[tuple[CueKind, list[str]], ...] = (
        ("do", file.do),
        ("level", file.level),
        ("aim", file.aim),
        ("past", file.past),
        ("threshold", file.threshold),
        ("complete", file.complete),
        ("raise", file.raising),
        ("increase", file.increase),
        ("decrease", file.decrease),
        ("keep", file.keep),
        ("none", file.none),
    )
    return {cue: kind for kind, cues in lists for cue in cues}

"""Words by which the name of an organ (cơ quan, tổ chức) is told from the words after it."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    inside: str
    first: str
    small_pairs: str
    numerals: str
    pairs: str
    before_number: str
    after_and: list[str]
    after_comma: list[str]
    with_task: list[str]
    levels: list[str]
    heads: list[str]


@dataclass(frozen=True)
class OrganWords:
    """See `organ_words.toml` for what each list holds."""

    inside: frozenset[str]
    first: frozenset[str]
    small_pairs: frozenset[str]
    numerals: frozenset[str]
    pairs: frozenset[str]
    before_number: frozenset[str]
    after_and: tuple[str, ...]
    after_comma: tuple[str, ...]
    with_task: tuple[str, ...]
    levels: tuple[str, ...]
    heads: tuple[str, ...]


def _phrases(listed: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.split()) for phrase in listed.split(","))


@cache
def load_organ_words() -> OrganWords:
    """Load the word lists; raises ValidationError for a wrong file."""
    raw = _File.model_validate(tomllib.loads((files("extractor.lexicon") / "organ_words.toml").read_text("utf-8")))
    return OrganWords(
        frozenset(raw.inside.split()),
        frozenset(raw.first.split()),
        _phrases(raw.small_pairs),
        frozenset(raw.numerals.split()),
        _phrases(raw.pairs) | _phrases(raw.small_pairs),
        frozenset(raw.before_number.split()),
        tuple(raw.after_and),
        tuple(raw.after_comma),
        tuple(raw.with_task),
        tuple(raw.levels),
        tuple(raw.heads),
    )

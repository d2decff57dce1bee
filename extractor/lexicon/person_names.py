"""Họ và tên: the syllables of names of people (`person_names.toml`)."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from extractor.lexicon.admin_unit_names import fold_name, without_marks

_LETTERS = {"i": "l", "l": "i"}
"""First letters that recognition takes for one another in capitals."""


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    surnames: str
    given: str


@dataclass(frozen=True, slots=True)
class PersonNames:
    """Syllables by their letters without marks."""

    surnames: Mapping[str, tuple[str, ...]]
    given: Mapping[str, tuple[str, ...]]
    """Middle and given names."""

    @staticmethod
    def reading(word: str, names: Mapping[str, tuple[str, ...]]) -> str | None:
        """Return the syllable of a list that a word is, or that it can only be misread from; None where none is."""
        plain = without_marks(word)
        alike = names.get(plain, ())
        if any(fold_name(name) == fold_name(word) for name in alike):
            return word.lower()
        if not alike and plain[:1] in _LETTERS:
            other = _LETTERS[plain[0]] + word[1:].lower()
            return other if other in names.get(without_marks(other), ()) else None
        return alike[0] if len(alike) == 1 else None


@cache
def load_person_names() -> PersonNames:
    """Load the lexicon; raises ValidationError for a wrong file."""
    raw = tomllib.loads((files("extractor.lexicon") / "person_names.toml").read_text("utf-8"))
    data = _File.model_validate(raw)
    return PersonNames(_by_letters(_items(data.surnames)), _by_letters(_items(data.given)))


def _items(text: str) -> Iterator[str]:
    yield from dict.fromkeys(" ".join(text.split()).split(", "))


def _by_letters(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found = defaultdict[str, list[str]](list)
    for name in names:
        found[without_marks(name)].append(name)
    return {letters: tuple(alike) for letters, alike in found.items()}

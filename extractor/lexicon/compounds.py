"""Từ ghép hai âm tiết: words of two syllables, by which a misread syllable is told from its neighbours."""

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from extractor.lexicon.admin_unit_names import fold_name, without_marks


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    frequent: str
    known: str
    sound: str


@dataclass(frozen=True, slots=True)
class Compounds:
    """Words and set phrases of plans."""

    frequent: frozenset[str]
    """In small letters, as written."""
    alike: dict[str, tuple[str, ...]]
    """All of them by their letters without marks."""
    sound: frozenset[str]
    """Keys of what stands in plans, words or not."""

    def is_sound(self, pair: str) -> bool:
        """Tell whether two neighbours may stand as they do: as a word, or as they stand in plans."""
        key = fold_name(pair)
        return key in self.sound or key in dictionary()


@cache
def load_compounds() -> Compounds:
    """Load the lexicon; raises ValidationError for a wrong file."""
    raw = tomllib.loads((files("extractor.lexicon") / "compounds.toml").read_text("utf-8"))
    lists = {name: _items(text) for name, text in _File.model_validate(raw)}
    alike = defaultdict[str, list[str]](list)
    for pair in (*lists["frequent"], *lists["known"]):
        alike[without_marks(pair)].append(pair)
    return Compounds(
        frozenset(lists["frequent"]),
        {key: tuple(pairs) for key, pairs in alike.items()},
        frozenset(fold_name(pair) for pairs in lists.values() for pair in pairs),
    )


def _items(text: str) -> list[str]:
    return " ".join(text.split()).split(", ")


@cache
def dictionary() -> frozenset[str]:
    """Return the keys of the words of two syllables in the Vietnamese dictionary that comes with underthesea."""
    words = (files("underthesea") / "corpus/data/Viet74K.txt").read_text("utf-8").split("\n")
    return frozenset(fold_name(word) for word in words if word.count(" ") == 1)

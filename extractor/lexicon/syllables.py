"""Âm tiết: tells written Vietnamese syllables from other words."""

import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_STOP_TONES = frozenset("\u0301\u0323")


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    onsets: list[str]
    open_rimes: list[str]
    stopped_rimes: list[str]


@lru_cache(maxsize=65_536)
def is_syllable(word: str) -> bool:
    """Tell whether a word is built as a Vietnamese syllable, its tone mark in whatever place and any case."""
    if not 0 < len(word) < 8:
        return False
    letters = unicodedata.normalize("NFD", word.lower())
    tones = [mark for mark in letters if mark in _TONES]
    plain = unicodedata.normalize("NFC", "".join(letter for letter in letters if letter not in _TONES))
    stopped = _forms().get(plain)
    if stopped is None or len(tones) > 1:
        return False
    return not stopped or (bool(tones) and tones[0] in _STOP_TONES)


@cache
def _forms() -> dict[str, bool]:
    """Return all syllables without tone, and whether they end in a stop; raises ValidationError for unsound data."""
    raw = tomllib.loads((files("extractor.lexicon") / "syllables.toml").read_text("utf-8"))
    data = _File.model_validate(raw)
    forms = {onset + rime: True for onset in data.onsets for rime in data.stopped_rimes}
    forms |= {onset + rime: False for onset in data.onsets for rime in data.open_rimes}
    forms |= dict.fromkeys(("gi", "giêng"), False)
    return forms

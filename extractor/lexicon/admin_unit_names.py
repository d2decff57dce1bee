"""Names of administrative units as keys: what is written in more than one way for one name is made alike."""

import unicodedata
from functools import lru_cache

TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
"""Huyền, sắc, ngã, hỏi, nặng; the other marks (â, ă, ơ …) make a letter of their own."""

_SEPARATORS = str.maketrans({"-": " ", "–": " ", "—": " ", "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'"})
_ENDING_IN_I = tuple(first + "y" for first in ("h", "k", "l", "m", "q", "s", "t", "v", "qu"))


def fold_name(name: str) -> str:
    """Return a name's key: 'Hoà Bình' and 'HÒA BÌNH', 'Kỳ Sơn' and 'Kì Sơn', 'Phường 09' and 'Phường 9' have one."""
    return " ".join(map(_fold_word, name.translate(_SEPARATORS).split()))


def without_marks(name: str) -> str:
    """Return a key without any marks, đ as d: 'tiên´' → 'tien'."""
    decomposed = unicodedata.normalize("NFD", fold_name(name))
    return "".join(ch for ch in decomposed if not unicodedata.combining(ch)).replace("đ", "d")


@lru_cache(maxsize=16384)
def _fold_word(word: str) -> str:
    """Fold one word; its tone goes to the end, so that it does not matter over which vowel it is written."""
    if word.isdecimal():
        return word.lstrip("0") or "0"
    letters: list[str] = []
    tones: list[str] = []
    for ch in unicodedata.normalize("NFD", word.casefold()):
        (tones if ch in TONES else letters).append(ch)
    base = unicodedata.normalize("NFC", "".join(letters))
    if base in _ENDING_IN_I:
        base = base[:-1] + "i"
    return base + "".join(tones)

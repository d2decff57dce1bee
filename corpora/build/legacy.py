"""Texts in the encodings before Unicode, as the typists of their time wrote them."""

from functools import cache

from extractor.lexicon.encodings import load_encodings, shown


def encode(text: str, name: str) -> bytes:
    """Encode Vietnamese text; TCVN3 loses the case of capitals with tones, as its font .VnTimeH stands for it.

    Raises UnicodeEncodeError for characters that Windows had no code for.
    """
    codes = _codes(name)
    return b"".join(codes.get(letter) or codes.get(letter.lower()) or letter.encode("cp1252") for letter in text)


def encode_shown(text: str, name: str) -> str:
    """Encode text as a Word file of that time holds it: each byte as the character that Windows shows for it."""
    return shown(encode(text, name))


def has_code(letter: str, name: str) -> bool:
    """Tell whether a letter has a code of its own, or needs none."""
    return letter in _codes(name) or letter.lower() not in _codes(name)


@cache
def _codes(name: str) -> dict[str, bytes]:
    encoding = next(encoding for encoding in load_encodings() if encoding.name == name)
    found: dict[str, bytes] = {}
    for group, letter in encoding.letters.items():
        codes = _bytes_of(group)
        if letter not in found and shown(codes) == group:
            found[letter] = codes
    return found


def _bytes_of(group: str) -> bytes:
    try:
        return group.encode("cp1252")
    except UnicodeEncodeError:
        return group.encode("latin-1")

"""Texts in the encodings before Unicode, as the typists of their time wrote them."""

from collections.abc import Iterator
from functools import cache

import regex

from extractor.lexicon.encodings import load_encodings, shown

FONTS = {"tcvn3": ".VnTime", "vni": "VNI-Times"}
CAPITAL_FONTS = {"tcvn3": ".VnTimeH"}
"""Fonts that show small letters as capitals, for encodings without codes for capitals with tones."""
UNICODE_FONT = "Times New Roman"
_STRETCH = regex.compile(r"(?P<capitals>\p{Lu}++(?:[ .,;:/-]*+\p{Lu}++)*+)|(?P<beyond>[^\x00-\xff\p{L}]++)|.")


def encode(text: str, name: str) -> bytes:
    """Encode Vietnamese text; TCVN3 loses the case of capitals with tones, as its font .VnTimeH stands for it.

    Raises UnicodeEncodeError for characters that Windows had no code for.
    """
    codes = _codes(name)
    return b"".join(codes.get(letter) or codes.get(letter.lower()) or letter.encode("cp1252") for letter in text)


def encode_shown(text: str, name: str) -> str:
    """Encode text as a Word file of that time holds it: each byte as the character that Windows shows for it."""
    return shown(encode(text, name))


def typed(text: str, name: str | None) -> Iterator[tuple[str, str | None]]:
    """Give text as it was typed in an encoding, in stretches with the font of each; None for that of the document.

    Capitals stand in a font for capitals where one of them has no code of its own, signs such as ≥ in a Unicode font.
    """
    if name is None:
        yield text, None
        return
    stretches: list[tuple[str, str | None]] = []
    for match in _STRETCH.finditer(text):
        written, font = match[0], None
        if match["capitals"] and not all(has_code(letter, name) for letter in written):
            font = CAPITAL_FONTS[name]
        elif match["beyond"] and not _is_in_windows(written):
            font = UNICODE_FONT
        if stretches and stretches[-1][1] == font:
            written = stretches.pop()[0] + written
        stretches.append((written, font))
    for written, font in stretches:
        yield written if font == UNICODE_FONT else encode_shown(written, name), font


def letters_shown(name: str, *, capitals: bool) -> dict[str, str]:
    """Return the letter that a font of an encoding draws for each character; letters of two codes are left out."""
    letters = {encode_shown(letter, name): letter for letter in _codes(name)}
    if capitals:
        letters |= {letter: letter for letter in "abcdefghijklmnopqrstuvwxyz"}
    return {c: letter.upper() if capitals else letter for c, letter in letters.items() if len(c) == 1}


def has_code(letter: str, name: str) -> bool:
    """Tell whether a letter has a code of its own, or needs none."""
    return letter in _codes(name) or letter.lower() not in _codes(name)


def _is_in_windows(text: str) -> bool:
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


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

"""Bảng mã cũ: the encodings of Vietnamese before Unicode, and the fonts that belong to them.

TCVN3 (ABC) by TCVN 5712:1993, VISCII by RFC 1456, VNI by the VNI fonts.
"""

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import regex
from pydantic import BaseModel, ConfigDict

_FOLDER = files("extractor.lexicon.encodings")
_WINDOWS = {
    code: ord(bytes([code]).decode("cp1252"))
    for code in range(0x80, 0xA0)
    if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_SUBSET = regex.compile(r"^[A-Z]{6}\+")
_STYLE_OF_FONT = regex.compile(r"[,\- ]")


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str
    title: str
    fonts: list[str]
    capital_fonts_end: str | None = None
    toned_capitals: bool


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    encoding: list[_Entry]


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid")

    bytes: str
    letter: str


@dataclass(frozen=True, eq=False)
class Encoding:
    """An encoding; texts in it are met as bytes and as the characters that Windows shows for those bytes."""

    name: str
    title: str
    letters: Mapping[str, str]
    """The letter for each group of characters that shows in its place."""
    fonts: tuple[str, ...]
    capital_fonts_end: str | None
    toned_capitals: bool


class LegacyFont(NamedTuple):
    """What the name of a font tells of the text set in it."""

    encoding: Encoding
    capitals: bool
    """Small letters are shown as capitals (.VnTimeH)."""


@cache
def load_encodings() -> tuple[Encoding, ...]:
    """Load the encodings; raises ValidationError for a file that is not as it should be."""
    raw = tomllib.loads((_FOLDER / "encodings.toml").read_text("utf-8"))
    return tuple(
        Encoding(
            entry.name,
            entry.title,
            _letters(entry.name),
            tuple(font.casefold() for font in entry.fonts),
            entry.capital_fonts_end,
            entry.toned_capitals,
        )
        for entry in _File.model_validate(raw).encoding
    )


@cache
def legacy_font(name: str) -> LegacyFont | None:
    """Return what a font's name tells; None for the font of any Unicode text. Takes names as PDF has them too."""
    plain = _SUBSET.sub("", name.strip()).replace("#2E", ".").replace("#20", " ")
    for encoding in load_encodings():
        if plain.casefold().startswith(encoding.fonts):
            end = encoding.capital_fonts_end
            return LegacyFont(encoding, end is not None and _STYLE_OF_FONT.split(plain)[0].endswith(end))
    return None


def shown(codes: bytes) -> str:
    """Return the characters that Windows shows for bytes; the five codes it leaves free stand as they are."""
    return codes.decode("latin-1").translate(_WINDOWS)


def _letters(name: str) -> dict[str, str]:
    """Read a table; a mark may stand in the other case than its letter ("Uû" for "UÛ")."""
    found: dict[str, str] = {}
    lines = (_FOLDER / f"{name}.csv").read_text("utf-8").splitlines()
    rows = [_Row.model_validate(row) for row in csv.DictReader(lines)]
    for row in rows:
        codes = bytes.fromhex(row.bytes)
        for group in (shown(codes), codes.decode("latin-1")):
            found[group] = row.letter
            if len(group) > 1:
                found.setdefault(group[0] + group[1].swapcase(), row.letter)
    return found

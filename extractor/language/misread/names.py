"""Misread names: of units of the gazetteer ('HUYỆN HÁI HẬU'), of people ('Đỉnh Quang Lộc')."""

import unicodedata
from collections.abc import Iterator
from functools import cache

import regex

from extractor.language.misread.words import in_case_of
from extractor.language.view import Edit
from extractor.lexicon.admin_unit_names import TONES, fold_name
from extractor.lexicon.admin_units import AdminUnit, load_admin_units
from extractor.lexicon.person_names import load_person_names
from extractor.lexicon.syllables import is_syllable

_KINDS = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn")
_COMMUNAL = frozenset({"xã", "phường", "thị trấn"})
_KIND = regex.compile(
    rf"(?<!\p{{L}})(?P<kind>{'|'.join(_KINDS)})[ ](?P<name>\p{{Lu}}\p{{L}}*+(?:[ ]\p{{Lu}}\p{{L}}*+){{1,3}})",
    regex.IGNORECASE,
)
_MISREAD_KIND = regex.compile(
    r"(?<!\p{L})(?P<kind>T[ĨÍÌỊI]NH|[Tt][ĩíìịi]nh)[ ](?P<name>\p{Lu}\p{L}*+(?:[ ]\p{Lu}\p{L}*+){1,3})"
)
_NAME_LINE = regex.compile(r"(?m)^(?P<name>\p{Lu}\p{Ll}*+(?:[ ]\p{Lu}\p{Ll}*+){2,3})$")
_SCHOOL = regex.compile(
    r"(?:THCS|THPT|TIỂU HỌC|MẦM NON|MẪU GIÁO|[Tt]iểu học|[Mm]ầm non|[Mm]ẫu giáo)[ ]"
    r"(?P<name>\p{Lu}\p{L}*+(?:[ ]\p{Lu}\p{L}*+){1,3})"
)


def name_edits(string: str) -> Iterator[Edit]:
    """Yield the repairs of names."""
    yield from _unit_edits(string)
    for match in _MISREAD_KIND.finditer(string):
        if any(_bears("tỉnh", name) for name in _beginnings(match["name"])):
            yield Edit(match.start("kind"), match.end("kind"), in_case_of(match["kind"], "tỉnh"))
    for match in _NAME_LINE.finditer(string):
        yield from _person_edits(match["name"], match.start("name"), famous=False)
    for match in _SCHOOL.finditer(string):
        yield from _person_edits(match["name"], match.start("name"), famous=True)


def _unit_edits(string: str) -> Iterator[Edit]:
    folded = None
    for match in _KIND.finditer(string):
        names = list(_beginnings(match["name"]))
        communal = match["kind"].lower() in _COMMUNAL
        if any(_is_known(name, communal=communal) for name in (*names, match["name"].split(" ")[0])):
            continue
        for name in names:
            units = _alike().get((match["kind"].lower(), _toneless(name)), [])
            if len({fold_name(unit.name) for unit in units}) != 1:
                continue
            folded = folded or fold_name(string)
            if any(_is_about(unit, folded) for unit in units):
                yield from _syllable_edits(name, units[0].name, match.start("name"))
                break


def _beginnings(name: str) -> Iterator[str]:
    """Yield the beginnings of a run of capitalised words, of two words at least, longest first."""
    words = name.split(" ")
    for count in range(len(words), 1, -1):
        yield " ".join(words[:count])


def _bears(kind: str, name: str) -> bool:
    return any(fold_name(unit.name) == fold_name(name) for unit in _alike().get((kind, _toneless(name)), ()))


def _is_known(name: str, *, communal: bool) -> bool:
    """Tell whether a commune, or else a district or province, bears or bore a name."""
    units = load_admin_units().called(name)
    return any((unit.level == "commune") == communal for unit in units)


def _is_about(unit: AdminUnit, folded: str) -> bool:
    """Tell whether a text names the unit above a unit; a province has none."""
    parents = load_admin_units().bearers(unit.parent)
    return not unit.parent or any(fold_name(parent.name) in folded for parent in parents)


@cache
def _alike() -> dict[tuple[str, str], list[AdminUnit]]:
    found: dict[tuple[str, str], list[AdminUnit]] = {}
    for unit in load_admin_units():
        found.setdefault((unit.kind, _toneless(unit.name)), []).append(unit)
    return found


def _toneless(name: str) -> str:
    """Return a name without its tones, each letter once where it is doubled ('HẢÁI').

    The other marks stay: 'Mù Cang Chải' is another spelling of 'Mù Căng Chải', no misread one.
    """
    letters = unicodedata.normalize("NFD", fold_name(name))
    plain = unicodedata.normalize("NFC", "".join(letter for letter in letters if letter not in TONES))
    return str(regex.sub(r"(\p{L})\1", r"\1", plain))


def _syllable_edits(printed: str, name: str, start: int) -> Iterator[Edit]:
    words = name.split(" ")
    for word, right in zip(printed.split(" "), words, strict=True):
        if fold_name(word) != fold_name(right):
            yield Edit(start, start + len(word), in_case_of(word, right.lower()))
        start += len(word) + 1


def _person_edits(name: str, start: int, *, famous: bool) -> Iterator[Edit]:
    """Yield the repair of a person's name: of a first syllable that is no surname, or of another that is no syllable.

    Schools are named after the famous, whose names have no rare syllables.
    """
    lexicon = load_person_names()
    words = name.split(" ")
    surname = lexicon.reading(words[0], lexicon.surnames)
    if surname is None:
        return
    rights = [surname]
    for word in words[1:]:
        given = lexicon.reading(word, lexicon.given) if famous or not is_syllable(word) else None
        rights.append(given or word.lower())
    found = []
    for word, right in zip(words, rights, strict=True):
        if fold_name(right) != fold_name(word):
            found.append(Edit(start, start + len(word), in_case_of(word, right)))
        start += len(word) + 1
    if len(found) == 1:
        yield from found

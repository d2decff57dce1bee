"""The issuer where the header does not name it: from the sentence that makes the plan, an annex, or the symbol."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

import regex

from extractor.language.document import Document
from extractor.layers.frame import Frame
from extractor.layers.plan.found import Found
from extractor.layers.plan.issuer import Name, read_name
from extractor.layers.plan.patterns import MAKES_PLAN
from extractor.lexicon.issuers import load_issuers
from extractor.records import Issuer, Level

_ATTACHED = regex.compile(r"\([Kk]èm theo Kế hoạch[^()\n]{0,80}? của (?P<issuer>[^()\n]{3,80})\)")
_UNITS = "tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu"
_BARE_UNIT = regex.compile(rf" (?P<unit>{_UNITS})$", regex.IGNORECASE)
_BARE_PARTY = regex.compile(r"(?:Tỉnh|Thành|Huyện|Quận|Thị) ủy$")
_PLACE_UNIT = regex.compile(rf"(?P<unit>{_UNITS}|TP\.?|Tp\.?)[ ]?(?=[\p{{Lu}}\d])(?P<name>.+)", regex.IGNORECASE)
_OF_ANOTHER = ("của ", "Của ", "đề nghị ", "giao ", "Giao ", "do ")
_NOT_ISSUER = frozenset({"về", "của", "để", "theo", "do", "cho", "việc", "trong", "tại"})
_BODY_LINES = 60
_REVIEW = "inferred: the header does not name the issuer"

_UNITS_OF_LEVEL: dict[Level | None, tuple[str, ...]] = {
    "province": ("tỉnh", "thành phố"),
    "district": ("huyện", "thị xã", "quận", "thành phố"),
    "commune": ("xã", "phường", "thị trấn", "đặc khu"),
    None: tuple(_UNITS.split("|")),
}


class _Clue(NamedTuple):
    """Words that name the issuer, in part or in full, with their place in the view."""

    words: str
    start: int
    end: int
    rule: str


def infer_issuer(
    document: Document, frame: Frame, found: dict[str, Found | None], year: int | None, header: Found | None
) -> tuple[Issuer, Found | None]:
    """Infer the issuer; all null where nothing in the document shows it.

    `header` is the body that the header names without its unit.
    """
    place, title = found["place"], found["title"]
    named = [_Clue(header.value, header.start, header.end, header.rule)] if header else []
    for clue in (*_sentences(document, frame), *_annexes(document, frame), *named, *_symbols(found)):
        name = _named(document, clue.words, place, title, year)
        if name is not None and (name.place or name.level in ("central", "other")):
            issuer = Issuer(name=name.text, level=name.level, place=name.place, inferred=True)
            return issuer, Found(name.text, clue.start, clue.end, clue.rule, _REVIEW)
    return Issuer(), None


def _sentences(document: Document, frame: Frame) -> list[_Clue]:
    """The sentences in which a body makes a plan, those that end in 'như sau:' first."""
    string = document.string
    clues = []
    for line in document.lines[frame.body : frame.body + _BODY_LINES]:
        if string.find("ế hoạch", line.start, line.end) < 0:
            continue
        for match in MAKES_PLAN.regex.finditer(string, line.start, line.end):
            words = match["issuer"]
            of_another = string.endswith(_OF_ANOTHER, line.start, match.start())
            if not of_another and words.split()[-1] not in _NOT_ISSUER:
                clue = _Clue(words, match.start("issuer"), match.end("issuer"), MAKES_PLAN.id)
                clues.append((string[line.end - 1] != ":", clue))
    return [clue for _, clue in sorted(clues, key=lambda item: item[0])]


def _annexes(document: Document, frame: Frame) -> Iterator[_Clue]:
    first = document.lines[frame.body].start if frame.body < len(document.lines) else 0
    for match in _ATTACHED.finditer(document.string, first):
        yield _Clue(match["issuer"], match.start("issuer"), match.end("issuer"), "issuer-annex")


def _symbols(found: dict[str, Found | None]) -> Iterator[_Clue]:
    """The body that a symbol stands for ('KH-UBND', 'KH-SYT', 'KH/HU'); its unit must come from elsewhere."""
    symbol = found["symbol"]
    if symbol is None:
        return
    tail = regex.split(r"[-/]", symbol.value, maxsplit=1)[-1]
    name = load_issuers().symbols.get(tail)
    if name is not None:
        yield _Clue(name, symbol.start, symbol.end, "issuer-symbol")


def _named(document: Document, words: str, place: Found | None, title: Found | None, year: int | None) -> Name | None:
    """Read the body; where its unit or place is not named with it, the place line or the text gives them."""
    bare = _BARE_UNIT.search(words)
    if bare is not None:
        name = _place_of(document, (bare["unit"].lower(),), place, title)
        return read_name(f"{words} {name[1]}", year) if name else None
    if _BARE_PARTY.search(words):
        return read_name(f"{words} {_plain(place.value)[1]}", year) if place else None
    read = read_name(words, year)
    if read is None or read.place or read.level in ("central", "other"):
        return read
    unit = _place_of(document, _UNITS_OF_LEVEL[read.level], place, title)
    return read_name(f"{words} {unit[0]} {unit[1]}", year) if unit else None


def _plain(place: str) -> tuple[str | None, str]:
    """Part the unit's word from a place: 'TP. Vinh' → ('thành phố', 'Vinh')."""
    match = _PLACE_UNIT.fullmatch(place)
    if match is None:
        return None, place
    unit = match["unit"].lower()
    return "thành phố" if unit.startswith("tp") else unit, match["name"]


def _place_of(
    document: Document, units: tuple[str, ...], place: Found | None, title: Found | None
) -> tuple[str, str] | None:
    """The unit and its name: the place line's where it fits, else what the title or the text names most."""
    if place is not None:
        unit, name = _plain(place.value)
        if unit in units:
            return str(unit), name
        if unit is None:
            if len(units) == 1:
                return units[0], name
            counted = _named_units(document.string, units, regex.escape(name))
            counted = counted or _named_units(title.value if title else "", units, regex.escape(name), regex.IGNORECASE)
            return (counted.most_common(1)[0][0][0].lower(), name) if counted else None
    any_name = r"\p{Lu}[\p{Ll}']*(?: \p{Lu}[\p{Ll}']*){0,3}"
    for text in (title.value if title else "", document.string):
        counted = _named_units(text, units, any_name)
        if counted:
            return counted.most_common(1)[0][0]
    return None


def _named_units(text: str, units: tuple[str, ...], name: str, flags: int = 0) -> Counter[tuple[str, str]]:
    source = rf"(?<!\p{{L}})(?<!thị )(?P<unit>{'|'.join(units)}) (?P<name>{name})(?!\p{{L}})"
    pattern: Any = regex.compile(source, flags)
    return Counter((match["unit"], match["name"]) for match in pattern.finditer(text))

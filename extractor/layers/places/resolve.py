"""Which administrative unit a written place is, at the document's date."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

import regex

from extractor.language.document import Document
from extractor.layers import edtf
from extractor.lexicon.admin_units import AdminUnit, Gazetteer, UnitLevel, load_admin_units
from extractor.lexicon.alternation import any_of, lowered

_KINDS = {
    "tp": "thành phố",
    "tp.": "thành phố",
    "tx.": "thị xã",
    "tt.": "thị trấn",
}
_LEVELS = ("tỉnh", "thành phố", "thị xã", "thị trấn", "đặc khu", "huyện", "quận", "phường", "xã")
_UNIT = re.compile(any_of((*_LEVELS, *_KINDS), not_behind=r"[^\W_]") + r" (?=[^\W\d_]|\d)")
_NAME = regex.compile(r"(?:\p{Lu}[\p{L}'’]*+|\d{1,2})(?:[ -](?:\p{Lu}[\p{L}'’]*+|\d{1,2}(?![\d/.,]))){0,4}")
_BOTH_SIDES = ("2025-06-30", "2025-07-01")
"""Days by which units are looked up where the document has no date: what holds before and after the reform."""


class Mention(NamedTuple):
    """A kind word with a name behind it, as view spans; `name` may go on too far ("Hòa Bình Năm")."""

    start: int
    name_start: int
    end: int
    kind: str
    name: str


class Places:
    """Resolves the places of one document; homonyms are settled by the provinces and districts it names."""

    def __init__(self, document: Document) -> None:
        self.days = _days(document.plan.date)
        self._gazetteer = load_admin_units()
        self._document = document
        self._candidates: dict[tuple[str, str], list[AdminUnit]] = {}

    @cached_property
    def mentions(self) -> list[Mention]:
        """The places that the document names, in order."""
        return list(_mentions(self._document.string, self._document.lowered))

    @property
    def day(self) -> str:
        """The first day that the document's date may mean."""
        return self.days[0]

    @cached_property
    def province(self) -> str | None:
        """Code of the document's own province, by its issuer and the units it names; None where it can't be told."""
        own = self._own_units
        if len(own) == 1:
            return self._gazetteer.province_of(own[0], self.day)
        homes = {self._gazetteer.province_of(unit, self.day) for unit in own}
        known = [code for code, _ in Counter(self._named_units("province")).most_common() if not homes or code in homes]
        known += [p for d in self._districts if (p := self._province_of_code(d)) and (not homes or p in homes)]
        return known[0] if known else None

    @property
    def gazetteer(self) -> Gazetteer:
        """All units."""
        return self._gazetteer

    def resolve(self, written: str) -> AdminUnit | None:
        """Return the unit that a written place names ("xã Hồng Lạc, huyện Thanh Hà"), or None where it is open."""
        mentions = list(_mentions(written, lowered(written)))
        if not mentions:
            return None
        above = [unit.code for mention in mentions[1:] for unit in self.candidates(mention)]
        found = self.candidates(mentions[0])
        if mentions[1:]:
            found = [unit for unit in found if self._lies_in(unit, above)]
            return found[0] if len(found) == 1 else None
        return self._choose(found)

    def candidates(self, mention: Mention) -> list[AdminUnit]:
        """List the units of the longest name at a mention that the gazetteer knows, of the mention's kind."""
        key = mention.kind, mention.name
        if key not in self._candidates:
            self._candidates[key] = self._look_up(mention)
        return self._candidates[key]

    def _look_up(self, mention: Mention) -> list[AdminUnit]:
        words = mention.name.split(" ")
        for count in range(len(words), 0, -1):
            name = " ".join(words[:count])
            units = [unit for unit in self._named(name) if unit.kind == mention.kind]
            if units:
                return units
        return []

    def _named(self, name: str) -> list[AdminUnit]:
        """List the units of a name; where the document's date leaves the day open, only those of all its days."""
        first, *others = [self._gazetteer.named(name, day) for day in self.days]
        return [unit for unit in first if all(unit in units for units in others)]

    def _named_units(self, level: UnitLevel) -> list[str]:
        """List the codes of the units of a level that the document names beyond doubt, once for each mention."""
        units = [found[0] for found in self._mentioned if len(found) == 1]
        return [unit.code for unit in units if unit.level == level]

    @cached_property
    def _mentioned(self) -> list[list[AdminUnit]]:
        return [self.candidates(mention) for mention in self.mentions]

    @cached_property
    def _districts(self) -> dict[str, None]:
        """Codes of the districts that the document names, in their order."""
        return dict.fromkeys(self._named_units("district"))

    @cached_property
    def _own_units(self) -> list[AdminUnit]:
        issuer = self._document.plan.issuer
        if not issuer.place or issuer.level not in ("province", "district", "commune"):
            return []
        units = self._named(issuer.place)
        name = (issuer.name or "").lower()
        fitting = [unit for unit in units if unit.level == issuer.level]
        return [unit for unit in fitting if f"{unit.kind} " in name] or fitting

    def own(self) -> AdminUnit | None:
        """Return the issuer's unit, or None where it can't be told."""
        return self._choose(self._own_units)

    def _choose(self, units: list[AdminUnit]) -> AdminUnit | None:
        if units and self.province:
            units = [u for u in units if self._gazetteer.province_of(u, self.day) == self.province]
        if len(units) > 1:
            units = [unit for unit in units if unit.parent in self._districts] or units
        return units[0] if len(units) == 1 else None

    def _lies_in(self, unit: AdminUnit, codes: list[str]) -> bool:
        above = self._gazetteer.coded(unit.parent, self.day)
        return unit.parent in codes or (above is not None and above.parent in codes)

    def _province_of_code(self, code: str) -> str | None:
        unit = self._gazetteer.coded(code, self.day)
        return self._gazetteer.province_of(unit, self.day) if unit else None


def places_of(document: Document) -> Places:
    """Return the places of a document, which are settled once."""
    if "places" not in document.kept:
        document.kept["places"] = Places(document)
    places: Places = document.kept["places"]
    return places


def _mentions(string: str, small: str) -> Iterator[Mention]:
    for match in _UNIT.finditer(small):
        name = _NAME.match(string, match.end())
        if name:
            kind = match[0][:-1]
            yield Mention(match.start(), match.end(), name.end(), _KINDS.get(kind, kind), name[0])


def _days(date: str | None) -> tuple[str, ...]:
    """The first and the last day that a date may mean; of no date the days on both sides of 1 July 2025."""
    if date is None or not edtf.known(date):
        return _BOTH_SIDES
    return tuple(day.isoformat() for day in dict.fromkeys(edtf.bounds(date)))

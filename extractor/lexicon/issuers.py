"""Bodies that issue plans: names, levels, units, abbreviations (`issuers.toml`)."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

import regex
from pydantic import BaseModel, ConfigDict

from extractor.records import Level

After = Literal["unit", "body", "none"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Unit(_Strict):
    """Đơn vị hành chính: a kind of administrative unit."""

    word: str
    forms: list[str]
    level: Level


class _City(_Strict):
    name: str
    since: int


class Body(_Strict):
    """How the names of one kind of body begin, and what follows from it."""

    name: str
    forms: list[str] = []
    level: Level | None = None
    after: After = "unit"
    place: bool = False
    party: bool = False


class _Fields(_Strict):
    names: list[str]


class _File(_Strict):
    unit: list[Unit]
    city: list[_City]
    body: list[Body]
    fields: _Fields
    schools: _Fields
    shorts: dict[str, str]
    symbols: dict[str, str]


@dataclass(frozen=True)
class Issuers:
    """The lexicon in the forms that names are read with."""

    units: dict[str, Unit]
    """By word and short form, in small letters."""
    cities: dict[str, int]
    """Cities run by the centre, in small letters, with the year since when."""
    bodies: dict[str, Body]
    """By name and short form, in small letters."""
    starts: "regex.Pattern[str]"
    """A body's words at the beginning of a name."""
    unit_name: "regex.Pattern[str]"
    """A unit's word and its proper name: groups `unit` and `name`."""
    fields: "regex.Pattern[str]"
    field_names: dict[str, str]
    shorts: "regex.Pattern[str]"
    short_names: dict[str, str]
    symbols: dict[str, str]
    """Bodies by the tail of a symbol: 'SYT' → 'Sở Y tế'."""
    school_kinds: "regex.Pattern[str]"
    """Kinds of schools in capitals, at the beginning of what follows 'Trường'."""


def _alternation(words: "list[str] | dict[str, object]") -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(regex.escape(word, special_only=True) for word in ordered)


@cache
def load_issuers() -> Issuers:
    """Load the lexicon; raises ValidationError for a wrong file."""
    raw = tomllib.loads((files("extractor.lexicon") / "issuers.toml").read_text("utf-8"))
    data = _File.model_validate(raw)
    units = {form.lower(): unit for unit in data.unit for form in (unit.word, *unit.forms)}
    bodies = {form.lower(): body for body in data.body for form in (body.name, *body.forms)}
    field_names = {name.lower(): name for name in data.fields.names}
    short_names = {short.lower(): name for short, name in data.shorts.items()}
    return Issuers(
        units=units,
        cities={city.name.lower(): city.since for city in data.city},
        bodies=bodies,
        starts=regex.compile(rf"(?P<body>{_alternation(list(bodies))})(?![\p{{L}}\d])", regex.IGNORECASE),
        unit_name=regex.compile(
            rf"(?<![\p{{L}}\d])(?<!thị )(?P<unit>{_alternation(list(units))})(?<=[.\p{{L}}])(?:[ ]|(?<=\.))"
            r"(?!ủy\b|đoàn\b|hội\b|đội\b|ngoại\b|nội\b)(?P<name>[^,;(\n]{1,40})",
            regex.IGNORECASE,
        ),
        fields=regex.compile(
            rf"(?<![\p{{L}}\d])(?:{_alternation(list(field_names))})(?![\p{{L}}\d])", regex.IGNORECASE
        ),
        field_names=field_names,
        shorts=regex.compile(
            rf"(?<![\p{{L}}\d&])(?:{_alternation(list(short_names))})(?![\p{{L}}\d&])", regex.IGNORECASE
        ),
        short_names=short_names,
        symbols=data.symbols,
        school_kinds=regex.compile(rf"(?:(?:{_alternation(data.schools.names)})(?![\p{{L}}\d&]) ?)++"),
    )

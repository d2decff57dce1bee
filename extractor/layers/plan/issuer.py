"""Cơ quan ban hành: the body that issues the plan, with its full name, level and place."""

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from extractor.lexicon.issuers import Body, load_issuers
from extractor.lexicon.syllables import is_syllable
from extractor.records import Level

_JOINT = frozenset({"sở", "phòng", "ban", "hội", "đoàn", "ủy", "công", "ubnd"})
_LETTERS = regex.compile(r"\p{L}++(?:[&]\p{L}++)*+")
_JOINT_WITH = regex.compile(r"[ ][-–][ ](?=\p{Lu})")
_NAME_PART = regex.compile(r"\p{L}++(?:'\p{L}++)?")
_CITY = regex.compile(r"^(?:TP\.?|thành phố)[ ]?", regex.IGNORECASE)
_END_OF_PLACE = regex.compile(r"[ ]?(?:[-–—_*]{2,}|\d{4,}|số[ ]?[:.\d/]).*$", regex.IGNORECASE)


@dataclass(frozen=True)
class Name:
    """The name of a body, read: its words, the unit and place in it."""

    text: str
    """Canonical, without what its superior body adds."""
    body: Body
    unit: str | None
    """The word of its unit: 'huyện'."""
    place: str | None
    level: Level | None


def proper(words: str) -> str:
    """Give a proper name in capitals its usual letters: 'THANH HÀ' → 'Thanh Hà'; mixed letters stay."""
    if not words.isupper():
        return words
    return str(_NAME_PART.sub(lambda m: m[0][0] + m[0][1:].lower(), words))


def read_name(words: str, year: int | None) -> Name | None:
    """Read the name of a body as written in a header or sentence; None where it begins like no known body."""
    lexicon = load_issuers()
    words = _END_OF_PLACE.sub("", " ".join(words.split())).strip(" -–—_*:;.,")
    start = lexicon.starts.match(words)
    if start is None or words.startswith(",", start.end()):
        return None
    body = lexicon.bodies[start["body"].lower()]
    rest = words[start.end() :].strip(" -–")
    if body.place and rest:
        place = proper(_expand_city(rest))
        return Name(f"{body.name} {place}", body, None, place, _city_level(body.level, body.name, place, year))
    return _with_another(body, words[start.end() :], year) or _with_unit(body, rest, year)


def _with_another(body: Body, words: str, year: int | None) -> Name | None:
    """A body named with its superior body ('Ban Thường trực Ủy ban …'), or with one that issues the plan with it."""
    rest = words.strip(" -–")
    if body.after == "body":
        superior = read_name(rest, year)
        if superior is not None and (superior.place or superior.level == "central"):
            level = body.level or superior.level
            return Name(f"{body.name} {superior.text}", body, superior.unit, superior.place, level)
    if body.after == "none" and _JOINT_WITH.match(words) and (other := read_name(rest, year)) is not None:
        return Name(f"{body.name} - {other.text}", body, other.unit, other.place, body.level or other.level)
    return None


def _with_unit(body: Body, rest: str, year: int | None) -> Name | None:
    lexicon = load_issuers()
    unit = lexicon.unit_name.search(rest)
    if unit is None:
        text = f"{body.name} {_named_after(rest) if body.level == 'other' else _sector(rest)}".strip()
        return Name(text, body, None, None, body.level)
    kind = lexicon.units[unit["unit"].lower()]
    if unit["name"][:1].islower():
        return None
    inner = lexicon.unit_name.search(unit["name"])
    place = proper(unit["name"][: inner.start() if inner else None].strip(" .-–"))
    sector = _sector(rest[: unit.start()].strip(" ,-–"))
    level = body.level or _city_level(kind.level, kind.word, place, year)
    return Name(f"{body.name} {sector} ".rstrip() + f" {kind.word} {place}", body, kind.word, place, level)


def _expand_city(words: str) -> str:
    return str(_CITY.sub("", words))


def _city_level(level: Level | None, word: str, place: str, year: int | None) -> Level | None:
    """A city run by the centre stands at the level of a province."""
    if word.lower() not in ("thành phố", "thành ủy", "thành đoàn"):
        return level
    since = load_issuers().cities.get(place.lower())
    return "province" if since is not None and (year is None or year >= since) else level


def _sector(words: str) -> str:
    """Write out abbreviations and give a sector's name its capitals; of a joint plan, those of each body."""
    lexicon = load_issuers()
    first, dash, further = words.partition(" - ")
    if dash and (start := lexicon.starts.match(further)) and further.split()[0].lower() in _JOINT:
        return (
            f"{_sector(first)} - {lexicon.bodies[start['body'].lower()].name} {_sector(further[start.end() :].strip())}"
        )
    capitals = words.upper() == words
    words = _in_small_letters(words) if capitals else words
    words = lexicon.shorts.sub(lambda m: lexicon.short_names[m[0].lower()], words)
    if capitals and not words.startswith("về "):
        words = words[:1].upper() + words[1:]
    return str(lexicon.fields.sub(lambda m: lexicon.field_names[m[0].lower()], words))


def _in_small_letters(words: str) -> str:
    """Words in capitals in small letters; what is no syllable (TDĐKXDĐSVH, COVID-19) is an abbreviation and stays."""
    return str(_LETTERS.sub(lambda m: m[0].lower() if is_syllable(m[0]) or _is_short(m[0]) else m[0], words))


def _is_short(word: str) -> bool:
    return word.lower() in load_issuers().short_names


def _named_after(words: str) -> str:
    """A school, hospital or company: its kind, then a name of its own ('Mầm non Hoa Sen', 'THCS Hoa Lư')."""
    if not words.isupper():
        return _sector(words)
    if short := load_issuers().school_kinds.match(words):
        return f"{short[0].strip()} {proper(words[short.end() :])}".strip()
    sector = _sector(words)
    kind = load_issuers().fields.match(sector)
    return f"{kind[0]} {proper(sector[kind.end() :].strip().upper())}".strip() if kind else sector


def full_name(bodies: Sequence[Name]) -> Name:
    """Complete the last body's name from the bodies above it: 'Sở Y tế' under 'UBND tỉnh X' → 'Sở Y tế tỉnh X'."""
    last = bodies[-1]
    if len(bodies) == 1:
        return last
    above = full_name(bodies[:-1])
    named_itself = (
        last.unit or last.body.after == "none" or (last.place and (last.body.place or last.body.after == "body"))
    )
    return _association(above, last) or (last if named_itself else _under(above, last))


def _under(above: Name, last: Name) -> Name:
    """Complete a body's name from that of the body above it."""
    level = last.level or above.level
    if last.body.place and above.place:
        return Name(f"{last.text} {above.place}", last.body, None, above.place, level)
    if last.body.after == "body" or above.body.party:
        if above.body.level == "central":
            return Name(last.text, last.body, None, None, level)
        return Name(f"{last.text} {above.text}", last.body, above.unit, above.place, level)
    if above.unit and above.place:
        return Name(f"{last.text} {above.unit} {above.place}", last.body, above.unit, above.place, level)
    return Name(last.text, last.body, None, above.place, level)


def _association(above: Name, last: Name) -> Name | None:
    """An association's committee for a unit: HỘI NÔNG DÂN VIỆT NAM, BAN CHẤP HÀNH HUYỆN X is Hội Nông dân huyện X."""
    if last.body.after != "body" or not last.unit or last.text != f"{last.body.name} {last.unit} {last.place}":
        return None
    if above.unit or above.place or above.body.party or above.body.after != "unit":
        return None
    return Name(
        f"{above.text.removesuffix(' Việt Nam')} {last.unit} {last.place}",
        above.body,
        last.unit,
        last.place,
        last.level,
    )

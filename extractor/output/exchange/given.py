"""What a file of another program gives, before its places are found in the documents."""

import json
from dataclasses import dataclass, field
from typing import Any

from extractor.output.exchange.annotated import Annotated, Link, Note, Region
from extractor.output.exchange.offsets import Places, Unit


class FormatError(Exception):
    """A file that is not of its format."""

    def __init__(self, message: str, message_vi: str) -> None:
        super().__init__(message)
        self.message, self.message_vi = message, message_vi


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch as the file gives it; offsets are in its own unit and text."""

    id: str
    layer: str
    start: int
    end: int
    quote: str | None
    values: dict[str, Any] | None
    around: tuple[str, str] = ("", "")
    """The words before and behind it, where the format tells them."""


@dataclass(slots=True)
class Given:
    """One document of a file."""

    name: str | None
    text: str | None
    unit: Unit
    stretches: list[Stretch] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    about: dict[str, Any] = field(default_factory=dict)
    told: list[tuple[str, str]] = field(default_factory=list)

    def tell(self, message: str, message_vi: str) -> None:
        """Note what could not be taken over."""
        self.told.append((message, message_vi))


def placed(given: Given, name: str, text: str) -> tuple[Annotated | None, list[Note]]:
    """Find the places in the document; None where the file's text is another one."""
    notes = [Note(name, *told) for told in given.told]
    places = Places(text if given.text is None else given.text, text)
    if not places.fits:
        notes.append(
            Note(
                name,
                "the text in the file is not that of the document; it is left out",
                "văn bản trong tệp khác với tài liệu; bỏ qua tài liệu này",
            )
        )
        return None, notes
    regions: list[Region] = []
    for one in given.stretches:
        found = places.find(one.start, one.end, given.unit, one.quote) or _by_words(one, text)
        if found is None:
            notes.append(_lost(one, name))
        else:
            regions.append(Region(one.id, one.layer, *found, one.values))
    return Annotated(name, text, regions, given.links, given.about), notes


def values_of(told: object, where: str, given: Given) -> dict[str, Any] | None:
    """Read the values of a region, which are JSON; None where there are none."""
    if told is None:
        return None
    try:
        values = json.loads(told) if isinstance(told, str) else told
    except (ValueError, RecursionError):
        values = None
    if not isinstance(values, dict):
        given.tell(f"{where}: its values are no JSON object", f"{where}: giá trị không phải đối tượng JSON")
        return None
    return values


def _lost(one: Stretch, name: str) -> Note:
    if one.quote is None:
        english, vietnamese = "the place is within a letter", "vị trí nằm giữa một ký tự"
    else:
        english, vietnamese = f"{one.quote[:40]!r} does not stand there", f"ở đó không có {one.quote[:40]!r}"
    where = f"{one.start}–{one.end}"
    return Note(name, f"{one.layer} at {where}: {english}", f"{one.layer} ở {where}: {vietnamese}")


def _by_words(one: Stretch, text: str) -> tuple[int, int] | None:
    """Find a stretch by its words and those around it, where they stand once."""
    before, behind = one.around
    if not one.quote or not (before or behind):
        return None
    whole = before + one.quote + behind
    at = text.find(whole)
    if at < 0 or text.find(whole, at + 1) >= 0:
        return None
    start = at + len(before)
    return start, start + len(one.quote)

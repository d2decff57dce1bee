"""doccano: one JSON object a line, with spans as `label` (sequence labelling) or as `entities` with `relations`.

doccano counts UTF-16 units, as browsers do (unless a project counts grapheme clusters, which must be off). It keeps
no values of a span; they travel in a column of their own, which doccano takes for metadata and gives back.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from extractor.output.exchange.annotated import LINKS, Annotated, Link
from extractor.output.exchange.given import FormatError, Given, Stretch
from extractor.output.exchange.offsets import Utf16

_OURS = "kehoach"
"""The column of metadata."""
Place = tuple[str, int, int]


def write(documents: Sequence[Annotated], *, relations: bool) -> str:
    """Return a line for each document."""
    return "".join(json.dumps(_line(one, relations=relations), ensure_ascii=False) + "\n" for one in documents)


def read(content: str) -> list[Given]:
    """Read lines; raises FormatError where one is none of doccano's."""
    found: list[Given] = []
    for number, line in enumerate(content.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            values = json.loads(line)
        except (ValueError, RecursionError):
            raise FormatError(f"line {number} is no JSON", f"dòng {number} không phải JSON") from None
        if not isinstance(values, dict):
            raise FormatError(f"line {number} is no object", f"dòng {number} không phải đối tượng")
        found.append(_document(values))
    return found


def _line(one: Annotated, *, relations: bool) -> dict[str, Any]:
    utf16 = Utf16(one.text)
    spans = [(utf16.units(region.start), utf16.units(region.end), region.layer) for region in one.regions]
    number = {region.id: index for index, region in enumerate(one.regions)}
    links = [(number[link.source], number[link.target], link.kind) for link in one.links]
    ours = {
        **one.about,
        "name": one.name,
        "regions": [
            {"label": layer, "start": start, "end": end, "values": region.values}
            for region, (start, end, layer) in zip(one.regions, spans, strict=True)
        ],
    }
    if not relations:
        ours["links"] = [{"from": source, "to": target, "type": kind} for source, target, kind in links]
        return {"text": one.text, "label": spans, _OURS: ours}
    return {
        "text": one.text,
        "entities": [
            {"id": index, "label": layer, "start_offset": start, "end_offset": end}
            for index, (start, end, layer) in enumerate(spans)
        ],
        "relations": [
            {"id": index, "from_id": source, "to_id": target, "type": kind}
            for index, (source, target, kind) in enumerate(links)
        ],
        _OURS: ours,
    }


def _document(line: Mapping[str, Any]) -> Given:
    ours = line.get(_OURS)
    ours = ours if isinstance(ours, dict) else {}
    text = line.get("text", line.get("data"))
    name = ours.get("name")
    given = Given(name if isinstance(name, str) else None, text if isinstance(text, str) else None, "utf-16")
    given.about = {key: value for key, value in ours.items() if key not in ("name", "regions", "links")}
    known = _Known(ours)
    ids: dict[object, str] = {}
    for key, place in _spans(line, given):
        index, values = known.take(place)
        label, start, end = place
        region = f"{label}-{index}" if index is not None else f"new-{len(given.stretches)}"
        ids[key] = region
        given.stretches.append(Stretch(region, label, start, end, None, values))
    if isinstance(line.get("entities"), list):
        given.links = list(_relations(line, ids))
    else:
        given.links = known.links()
    return given


class _Known:
    """The values that were sent along, by the places of their spans: doccano gives spans new numbers."""

    def __init__(self, ours: Mapping[str, Any]) -> None:
        self._links = ours.get("links")
        self._names: dict[int, str] = {}
        self._free: dict[Place, list[tuple[int, dict[str, Any] | None]]] = {}
        regions = ours.get("regions")
        for index, region in enumerate(regions if isinstance(regions, list) else []):
            place = _place(region.get("start"), region.get("end"), region.get("label")) if _is(region) else None
            if place is not None:
                values = region.get("values")
                self._names[index] = f"{place[0]}-{index}"
                self._free.setdefault(place, []).append((index, values if isinstance(values, dict) else None))

    def take(self, place: Place) -> tuple[int | None, dict[str, Any] | None]:
        """Return the number and the values of the next span at a place."""
        here = self._free.get(place)
        return here.pop(0) if here else (None, None)

    def links(self) -> list[Link]:
        """Return the links that were sent along."""
        return [
            Link(self._names[link["from"]], self._names[link["to"]], link["type"])
            for link in (self._links if isinstance(self._links, list) else [])
            if _is(link) and link.get("from") in self._names and link.get("to") in self._names
            if link.get("type") in LINKS
        ]


def _spans(line: Mapping[str, Any], given: Given) -> Iterator[tuple[object, Place]]:
    """Yield each span with what the line's relations call it."""
    entities = line.get("entities")
    labels = line.get("label", line.get("labels"))
    for one in entities if isinstance(entities, list) else labels if isinstance(labels, list) else []:
        key, place = None, None
        if _is(one):
            key = one.get("id")
            place = _place(one.get("start_offset"), one.get("end_offset"), one.get("label"))
        elif isinstance(one, list) and len(one) == 3:
            place = _place(*one)
        if place is None:
            given.tell("a span has no label, start or end", "một đoạn không có nhãn, đầu hoặc cuối")
        else:
            yield key if isinstance(key, int | str) else None, place


def _relations(line: Mapping[str, Any], ids: Mapping[object, str]) -> Iterator[Link]:
    relations = line.get("relations")
    for one in relations if isinstance(relations, list) else []:
        if _is(one) and one.get("type") in LINKS:
            source, target = ids.get(one.get("from_id")), ids.get(one.get("to_id"))
            if source is not None and target is not None:
                yield Link(source, target, one["type"])


def _place(start: object, end: object, label: object) -> Place | None:
    return (label, start, end) if isinstance(start, int) and isinstance(end, int) and isinstance(label, str) else None


def _is(value: object) -> bool:
    return isinstance(value, dict)

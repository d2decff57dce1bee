"""W3C Web Annotation (JSON-LD): an annotation for each record, with its layer as a tag and its values as JSON.

Places are code points, as the data model asks (section 4.2.5, Text Position Selector); the quote beside them decides
where a program has counted UTF-16 units, and finds the place again where the text has moved.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from extractor.output.exchange.annotated import LINKS, Annotated, Link, Region
from extractor.output.exchange.given import FormatError, Given, Stretch, values_of

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_PREFIX = "urn:kehoach:"
_AROUND = 32
"""Letters before and behind a quote."""


def write(documents: Sequence[Annotated]) -> str:
    """Return a collection with the annotations of all documents on one page."""
    items = [item for one in documents for item in _annotations(one)]
    page = {"id": "urn:kehoach:gold:page-1", "type": "AnnotationPage", "startIndex": 0, "items": items}
    collection = {
        "@context": CONTEXT,
        "id": "urn:kehoach:gold",
        "type": "AnnotationCollection",
        "label": "kehoach gold",
        "total": len(items),
        "first": page,
    }
    return json.dumps(collection, ensure_ascii=False, indent=1) + "\n"


def read(content: str) -> list[Given]:
    """Read a collection, a page, a list of annotations or a single one; raises FormatError where it is none."""
    try:
        given = json.loads(content)
    except (ValueError, RecursionError):
        raise FormatError("no JSON", "không phải JSON") from None
    found: dict[str, Given] = {}
    for item in _items(given):
        target = _first(item.get("target"))
        source = _source(target)
        if source is None:
            continue
        name = _name(source)
        document = found.setdefault(name, Given(name, None, "code points"))
        _take(item, document)
    return list(found.values())


def _annotations(one: Annotated) -> Iterator[dict[str, Any]]:
    source = _PREFIX + quote(one.name, safe="")
    yield {
        "id": f"{source}:about",
        "type": "Annotation",
        "motivation": "describing",
        "body": _values_body(one.about),
        "target": source,
    }
    links = {link.source: link for link in one.links}
    further: dict[str, list[Region]] = {}
    for region in one.regions:
        link = links.get(region.id)
        if link is not None and link.kind == "quote":
            further.setdefault(link.target, []).append(region)
    others = {region.id for regions in further.values() for region in regions}
    for region in one.regions:
        if region.id in others:
            continue
        body: list[dict[str, Any]] = [{"type": "TextualBody", "purpose": "tagging", "value": region.layer}]
        if region.values is not None:
            body.append(_values_body(region.values))
        link = links.get(region.id)
        if link is not None:
            body.append({"type": "SpecificResource", "purpose": "linking", "source": f"{source}:{link.target}"})
        places = [_target(place, one.text, source) for place in (region, *further.get(region.id, ()))]
        yield {
            "id": f"{source}:{region.id}",
            "type": "Annotation",
            "motivation": "tagging",
            "body": body,
            "target": places if len(places) > 1 else places[0],
        }


def _name(source: str) -> str:
    """Return the name of a document: ours, or the last part of whatever address another program has given it."""
    if source.startswith(_PREFIX):
        return unquote(source.removeprefix(_PREFIX).partition(":")[0])
    return unquote(urlsplit(source).path.rstrip("/").rpartition("/")[2])


def _values_body(values: Mapping[str, Any]) -> dict[str, Any]:
    told = json.dumps(values, ensure_ascii=False)
    return {"type": "TextualBody", "purpose": "describing", "format": "application/json", "value": told}


def _target(region: Region, text: str, source: str) -> dict[str, Any]:
    return {
        "type": "SpecificResource",
        "source": source,
        "selector": [
            {"type": "TextPositionSelector", "start": region.start, "end": region.end},
            {
                "type": "TextQuoteSelector",
                "exact": text[region.start : region.end],
                "prefix": text[max(0, region.start - _AROUND) : region.start],
                "suffix": text[region.end : region.end + _AROUND],
            },
        ],
    }


def _items(given: object) -> list[Mapping[str, Any]]:
    """Return the annotations of whatever holds them."""
    if isinstance(given, dict) and "first" in given:
        given = given["first"]
    if isinstance(given, dict) and "items" in given:
        given = given["items"]
    if isinstance(given, dict):
        given = [given]
    if not isinstance(given, list) or not all(isinstance(item, dict) and "target" in item for item in given):
        raise FormatError("annotations with targets are expected", "cần các annotation có target")
    return given


def _take(item: Mapping[str, Any], document: Given) -> None:
    bodies = [body for body in _list(item.get("body")) if isinstance(body, dict)]
    told = next((body.get("value") for body in bodies if body.get("purpose") == "describing"), None)
    key = str(item.get("id")).rpartition(":")[2]
    targets = [target for target in _list(item.get("target")) if isinstance(target, dict) and "selector" in target]
    if not targets:
        document.about = values_of(told, "about", document) or {}
        return
    layer = next((body.get("value") for body in bodies if body.get("purpose") == "tagging"), None)
    if not isinstance(layer, str):
        document.tell(f"{key}: the tag with its layer is missing", f"{key}: thiếu thẻ nêu lớp")
        return
    values = values_of(told, key, document)
    for number, target in enumerate(targets, start=1):
        here = key if number == 1 else f"{key}.{number}"
        stretch = _stretch(target, here, layer, values if number == 1 else None)
        if stretch is None:
            document.tell(f"{key}: a target has no text position", f"{key}: một target không có vị trí trong văn bản")
            continue
        document.stretches.append(stretch)
        if number > 1:
            document.links.append(Link(here, key, "quote"))
    for body in bodies:
        if body.get("purpose") == "linking":
            document.links.append(Link(key, str(body.get("source")).rpartition(":")[2], _REFERS_TO))


def _stretch(target: Mapping[str, Any], key: str, layer: str, values: dict[str, Any] | None) -> Stretch | None:
    selectors = {one.get("type"): one for one in _list(target["selector"]) if isinstance(one, dict)}
    place, words = selectors.get("TextPositionSelector", {}), selectors.get("TextQuoteSelector", {})
    start, end, exact = place.get("start"), place.get("end"), words.get("exact")
    quoted = exact if isinstance(exact, str) else None
    if not isinstance(start, int) or not isinstance(end, int):
        if quoted is None:
            return None
        start, end = -1, -1
    around = tuple(value if isinstance(value := words.get(name), str) else "" for name in ("prefix", "suffix"))
    return Stretch(key, layer, start, end, quoted, values, (around[0], around[1]))


def _source(target: object) -> str | None:
    found = target.get("source") if isinstance(target, dict) else target
    return found if isinstance(found, str) else None


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _first(value: object) -> object:
    return next(iter(_list(value)), None)


_REFERS_TO = next(iter(LINKS))

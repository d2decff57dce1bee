"""Regions to a gold file again, each checked by the models of the contract; what is unsound is told and left out."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from extractor.evaluation.golditems import MODELS, OF_GOLD_FILES, read_item, read_plan
from extractor.output.exchange.annotated import Annotated, Link, Note, Region

_RULE = "gold"
"""Stands for the rule of a record that a person has made, which gold does not name."""
_SHOWN = 40
"""Letters of a quote in a note."""


def to_gold(annotated: Annotated) -> tuple[dict[str, Any], list[Note]]:
    """Return the gold of a document, and what of it could not be taken over."""
    notes: list[Note] = []
    sound = [region for region in annotated.regions if _is_sound(region, annotated, notes)]
    regions = sorted(sound, key=lambda region: (region.start, region.end))
    further, refers_to = _linked(annotated.links)
    parts: dict[str, list[Region]] = {}
    for region in regions:
        if region.id in further:
            parts.setdefault(further[region.id], []).append(region)
    kept: dict[str, list[tuple[str, dict[str, Any]]]] = {layer: [] for layer in _layers(annotated, regions)}
    for region in regions:
        if region.id in further:
            continue
        record = _record(region, parts.get(region.id, ()), annotated, notes)
        if record is not None:
            kept[region.layer].append((region.id, record))
    places = {key: index for index, (key, _) in enumerate(kept.get("citations", []))}
    for layer, items in kept.items():
        for key, record in items:
            if layer in ("citations", "back_references") and key in refers_to:
                record["refers_to"] = places.get(refers_to[key])
    head = {"plan": _plan(annotated, notes)}
    head |= {key: annotated.about[key] for key in OF_GOLD_FILES if key in annotated.about}
    return {**head, **{layer: [record for _, record in items] for layer, items in kept.items()}}, notes


def _layers(annotated: Annotated, regions: Sequence[Region]) -> list[str]:
    """Return the layers that were looked at, also where nothing was found."""
    told = annotated.about.get("layers")
    named = {layer for layer in told if isinstance(layer, str)} if isinstance(told, list) else set[str]()
    found = named | {region.layer for region in regions}
    return [layer for layer in MODELS if layer in found]


def _linked(links: Sequence[Link]) -> tuple[dict[str, str], dict[str, str]]:
    further = {link.source: link.target for link in links if link.kind == "quote"}
    refers_to = {link.source: link.target for link in links if link.kind == "refers_to"}
    return further, refers_to


def _is_sound(region: Region, annotated: Annotated, notes: list[Note]) -> bool:
    if region.layer not in MODELS:
        known = ", ".join(MODELS)
        notes.append(
            Note(
                annotated.name,
                f"the label {region.layer!r} is none of the layers ({known})",
                f"nhãn {region.layer!r} không thuộc các lớp ({known})",
            )
        )
        return False
    if not 0 <= region.start < region.end <= len(annotated.text):
        where = f"{region.start}–{region.end}"
        notes.append(
            Note(
                annotated.name,
                f"{region.layer} at {where}: outside the text of {len(annotated.text)} letters",
                f"{region.layer} ở {where}: nằm ngoài văn bản dài {len(annotated.text)} ký tự",
            )
        )
        return False
    return True


def _record(region: Region, more: Sequence[Region], annotated: Annotated, notes: list[Note]) -> dict[str, Any] | None:
    place = _evidence(region, annotated.text)
    if region.layer == "findings":
        place = {"quotes": [place, *(_evidence(other, annotated.text) for other in more)]}
    values = dict(region.values or {})
    checked = read_item(region.layer, {**values, **place}, region.layer, annotated.text, _RULE)
    if isinstance(checked, list):
        quote = annotated.text[region.start : region.end][:_SHOWN]
        faults = list(dict.fromkeys(_shortened(checked)))
        english = "; ".join(f"{path}: {english}" for path, english, _ in faults)
        vietnamese = "; ".join(f"{path}: {vietnamese}" for path, _, vietnamese in faults)
        notes.append(
            Note(
                annotated.name,
                f"{region.layer} at {region.start}–{region.end} {quote!r}: {english}",
                f"{region.layer} ở {region.start}–{region.end} {quote!r}: {vietnamese}",
            )
        )
        return None
    return {**values, **place}


def _shortened(faults: Sequence[Any]) -> Iterator[tuple[str, str, str]]:
    """Yield faults with the path inside the record."""
    for fault in faults:
        yield fault.path.partition(".")[2], fault.message_en, fault.message_vi


def _evidence(region: Region, text: str) -> dict[str, Any]:
    return {"quote": text[region.start : region.end], "start": region.start, "end": region.end}


def _plan(annotated: Annotated, notes: list[Note]) -> Mapping[str, Any]:
    given = annotated.about.get("plan", {})
    checked = read_plan(given, annotated.text)
    if not isinstance(checked, list):
        return dict(given)
    first = checked[0]
    notes.append(
        Note(
            annotated.name,
            f"{first.path}: {first.message_en}; the plan's own values are left out",
            f"{first.path}: {first.message_vi}; bỏ qua các giá trị thể thức",
        )
    )
    return {}

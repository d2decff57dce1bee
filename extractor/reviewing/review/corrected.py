"""A record as people have corrected it so far: read from the page or from a gold file, shown, and written as gold."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import regex

from extractor.evaluation.faults import Fault, FaultyError
from extractor.evaluation.golditems import EDITED, OF_GOLD, OF_GOLD_FILES, read_item, read_plan
from extractor.records import Citation, Extracted, Plan, PlanRecord

ADDED_RULE = "review.added"
"""Stands as `rule` in what a person has added."""
_KEY = regex.compile(r"[\w.:-]{1,64}")


@dataclass(frozen=True, slots=True)
class Item:
    """A record of a layer, with the key by which page and state know it."""

    key: str
    record: Extracted
    refers_to: str | None = None
    """Of a citation: key of the first mention of the same document."""
    of_gold: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Corrected:
    """A corrected record."""

    plan: Plan
    layers: Mapping[str, tuple[Item, ...]]
    of_gold: Mapping[str, Any] = field(default_factory=dict)

    @property
    def items(self) -> Iterator[tuple[str, Item]]:
        """All items with the names of their layers."""
        for layer, items in self.layers.items():
            for item in items:
                yield layer, item

    @property
    def keys(self) -> dict[str, list[str]]:
        """The keys of the items of each layer, in their order."""
        return {layer: [item.key for item in items] for layer, items in self.layers.items()}


def of_record(record: PlanRecord) -> Corrected:
    """Return a record as it is before anybody has corrected it."""
    layers: dict[str, tuple[Item, ...]] = {}
    for layer in EDITED:
        found: Sequence[Extracted] = getattr(record, layer)
        layers[layer] = tuple(
            Item(f"{layer}-{i}", _alone(one), _key_of(layer, getattr(one, "refers_to", None)))
            for i, one in enumerate(found)
        )
    return Corrected(record.plan, layers)


def parse(given: object, text: str) -> Corrected:
    """Read what a page has sent; raises FaultyError with all that is wrong with it."""
    if not isinstance(given, dict):
        raise FaultyError([Fault("gold", "must be an object with the layers", "phải là nhóm các lớp")])
    faults: list[Fault] = []
    if given.get("text", text) != text:
        faults.append(Fault("text", "is not the text of this plan", "không phải văn bản của kế hoạch này"))
    plan = read_plan(given.get("plan"), text)
    if isinstance(plan, list):
        faults += plan
        plan = Plan()
    layers = {layer: tuple(_items(layer, given.get(layer, []), text, faults)) for layer in EDITED}
    for key, count in Counter(item.key for items in layers.values() for item in items).items():
        if count > 1:
            faults.append(Fault("gold", f"the key {key} stands {count} times", f"khóa {key} xuất hiện {count} lần"))
    if faults:
        raise FaultyError(faults)
    of_gold = {name: given[name] for name in OF_GOLD_FILES if name in given}
    return Corrected(plan, layers, of_gold)


def read_gold(content: bytes, record: PlanRecord, keys: Mapping[str, Sequence[str]] | None) -> Corrected:
    """Read a gold file; raises FaultyError. Without the keys of its items those of the record's are found again."""
    try:
        given = json.loads(content)
    except (ValueError, RecursionError):
        raise FaultyError([Fault("gold", "is no JSON", "không phải JSON")]) from None
    if not isinstance(given, dict):
        raise FaultyError([Fault("gold", "must be an object with the layers", "phải là nhóm các lớp")])
    for layer in EDITED:
        items = given.get(layer, [])
        if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
            raise FaultyError([Fault(layer, "must be a list of records", "phải là danh sách bản ghi")])
        known = (keys or {}).get(layer, ())
        if len(known) != len(items):
            known = _keys_again(layer, items, getattr(record, layer))
        for item, key in zip(items, known, strict=True):
            item["_key"] = key
        for item in items:
            index = item.pop("refers_to", None)
            if isinstance(index, int) and 0 <= index < len(items):
                item["_refers_to"] = items[index]["_key"]
    return parse({"plan": {}, **given}, record.text)


def shown(corrected: Corrected) -> dict[str, Any]:
    """Return a corrected record as the page gets it."""
    layers = {
        layer: [
            {"_key": item.key, **({"_refers_to": item.refers_to} if item.refers_to else {}), **_values(item)}
            for item in items
        ]
        for layer, items in corrected.layers.items()
    }
    return {"plan": corrected.plan.model_dump(mode="json"), **layers, **corrected.of_gold}


def in_order(corrected: Corrected) -> Corrected:
    """Return it with the items of each layer in the order of the text."""
    layers = {
        layer: tuple(sorted(items, key=lambda item: (item.record.start, item.record.end)))
        for layer, items in corrected.layers.items()
    }
    return replace(corrected, layers=layers)


def gold_json(corrected: Corrected, record: PlanRecord) -> str:
    """Return the gold file: a record by the contract, of the layers that people have corrected alone.

    Outline and findings are left out: nobody has looked at them, and they would count as right.
    """
    layers: dict[str, Any] = {}
    for layer, items in corrected.layers.items():
        place = {item.key: index for index, item in enumerate(items)}
        layers[layer] = []
        for item in items:
            values = _values(item)
            if layer == "citations":
                values["refers_to"] = place.get(item.refers_to or "")
            layers[layer].append(values)
    head = record.model_dump(mode="json", include={"schema_version", "ruleset", "source", "text"})
    content = {**head, "plan": corrected.plan.model_dump(mode="json"), **layers, **corrected.of_gold}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _values(item: Item) -> dict[str, Any]:
    values = item.record.model_dump(mode="json")
    values.pop("refers_to", None)
    return {**values, **item.of_gold}


def _alone(record: Extracted) -> Extracted:
    """Return a citation without the index of another, which would not last."""
    return record.model_copy(update={"refers_to": None}) if isinstance(record, Citation) else record


def _key_of(layer: str, index: int | None) -> str | None:
    return None if index is None else f"{layer}-{index}"


def _items(layer: str, given: object, text: str, faults: list[Fault]) -> Iterator[Item]:
    if not isinstance(given, list):
        faults.append(Fault(layer, "must be a list of records", "phải là danh sách bản ghi"))
        return
    for index, values in enumerate(given):
        path = f"{layer}.{index}"
        if not isinstance(values, dict):
            faults.append(Fault(path, "must be a record", "phải là bản ghi"))
            continue
        key, refers_to = values.get("_key"), values.get("_refers_to")
        if not isinstance(key, str) or not _KEY.fullmatch(key):
            faults.append(Fault(f"{path}._key", "a key is missing", "thiếu khóa"))
            continue
        of_gold = {name: values[name] for name in OF_GOLD if name in values}
        inner = {name: value for name, value in values.items() if name != "refers_to" and not name.startswith("_")}
        record = read_item(layer, inner, path, text, ADDED_RULE)
        if isinstance(record, list):
            faults += record
        elif isinstance(record, Extracted):
            yield Item(key, record, refers_to if isinstance(refers_to, str) else None, of_gold)


def _keys_again(layer: str, items: Sequence[dict[str, Any]], found: Iterable[Extracted]) -> list[str]:
    """Find the record that each item of a gold file stands for, by its place; the others get keys of their own."""
    free: dict[tuple[object, object], list[str]] = {}
    for index, record in enumerate(found):
        free.setdefault((record.start, record.end), []).append(f"{layer}-{index}")
    keys: list[str] = []
    for index, item in enumerate(items):
        start, end = item.get("start"), item.get("end")
        here = free.get((start, end)) if isinstance(start, int) and isinstance(end, int) else None
        keys.append(here.pop(0) if here else f"{layer}-gold-{index}")
    return keys

"""What all formats carry: a text, stretches of it with a layer and values, and links between them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from extractor.evaluation.golditems import MODELS, OF_GOLD_FILES

LinkKind = Literal["refers_to", "quote"]
LINKS: dict[LinkKind, str] = {
    "refers_to": "names the same document as",
    "quote": "is a further place of the same finding",
}
_PLACES = ("quote", "start", "end")
_OF_OTHERS = "refers_to"


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the text that belongs to a layer; offsets are code points."""

    id: str
    layer: str
    start: int
    end: int
    values: Mapping[str, Any] | None
    """The record less its place; null where the format tells none, and for further places of a finding."""


@dataclass(frozen=True, slots=True)
class Link:
    """One region refers to another."""

    source: str
    target: str
    kind: LinkKind


@dataclass(frozen=True, slots=True)
class Annotated:
    """One document with its regions."""

    name: str
    text: str
    regions: Sequence[Region]
    links: Sequence[Link] = ()
    about: Mapping[str, Any] = field(default_factory=dict)
    """What belongs to no stretch: `plan`, the names of the `layers` that were looked at."""


@dataclass(frozen=True, slots=True)
class Note:
    """What could not be taken over, in one line."""

    document: str
    message: str
    message_vi: str


def of_gold(name: str, gold: Mapping[str, Any], text: str) -> Annotated:
    """Return the regions of a gold file; its places must be those of the text."""
    layers = [layer for layer in MODELS if layer in gold]
    regions: list[Region] = []
    links: list[Link] = []
    for layer in layers:
        for index, item in enumerate(gold[layer]):
            here = f"{layer}-{index}"
            values = {key: value for key, value in item.items() if key not in (*_PLACES, "quotes", _OF_OTHERS)}
            first, *more = item["quotes"] if layer == "findings" else [item]
            regions.append(Region(here, layer, first["start"], first["end"], values))
            for number, quote in enumerate(more, start=2):
                regions.append(Region(f"{here}.{number}", layer, quote["start"], quote["end"], None))
                links.append(Link(f"{here}.{number}", here, "quote"))
            if item.get(_OF_OTHERS) is not None:
                links.append(Link(here, f"citations-{item[_OF_OTHERS]}", "refers_to"))
    about = {"plan": gold.get("plan", {}), "layers": layers}
    about |= {key: gold[key] for key in OF_GOLD_FILES if key in gold}
    return Annotated(name, text, regions, links, about)

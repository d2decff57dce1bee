"""Inline marks: expected records written into a sentence or a whole document.

    đạt <percentage value=60 comparator=gt>trên 60%</percentage> (năm <date value=2019>năm 2019</date> …

A mark is `<layer attribute=value …>quote</layer>`, the layer in the singular. Values are bare words, "quoted" or
'quoted' strings; `null`, whole numbers, decimals and JSON (`[…]`, `{…}`) are read as such, except in fields that
are texts by the contract (numbers of documents and criteria, dates, titles, names). Marks may nest and overlap;
`</x>` closes the latest open `<x …>`. Any other `<` is plain text.
"""

import json
from dataclasses import dataclass
from typing import Any

import regex

LAYER_OF_TAG = {
    "citation": "citations",
    "backref": "back_references",
    "date": "dates",
    "percentage": "percentages",
    "criterion": "criteria",
    "target": "targets",
    "responsibility": "responsibilities",
    "funding": "funding",
    "heading": "outline",
    "finding": "findings",
}
TEXT_FIELDS = frozenset(
    "type number symbol code date issuer title relation criterion indicator unit deadline place name set kind "
    "agency agency_name task recurrence layout source bound comparator change severity message id".split()
)
_TAG = regex.compile(
    r"<(?P<close>/)?(?P<tag>" + "|".join(LAYER_OF_TAG) + r")"
    r"(?P<attributes>(?:\s+\w+=(?:\"[^\"]*\"|'[^']*'|[^\s>\"']+))*)\s*>"
)
_ATTRIBUTE = regex.compile(r"(\w+)=(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+))")


class MarkupError(ValueError):
    """A mark that is not closed, not opened, or not well formed."""


@dataclass(frozen=True)
class Marked:
    """A text without its marks, and the records that the marks stand for, by layer, in order of their start."""

    text: str
    records: dict[str, list[dict[str, Any]]]


def parse_markup(marked: str) -> Marked:
    """Take the marks out of a text; raises MarkupError with the line number where a mark is wrong."""
    pieces: list[str] = []
    length = done = 0
    open_marks: dict[str, list[dict[str, Any]]] = {}
    records: dict[str, list[dict[str, Any]]] = {}
    for match in _TAG.finditer(marked):
        piece = marked[done : match.start()]
        pieces.append(piece)
        length += len(piece)
        done = match.end()
        tag = match["tag"]
        line = marked.count("\n", 0, match.start()) + 1
        if not match["close"]:
            record = _attributes(tag, match["attributes"], line)
            record["start"] = length
            open_marks.setdefault(tag, []).append(record)
            records.setdefault(LAYER_OF_TAG[tag], []).append(record)
            continue
        if not open_marks.get(tag):
            raise MarkupError(f"line {line}: </{tag}> closes nothing")
        open_marks[tag].pop()["end"] = length
    pieces.append(marked[done:])
    text = "".join(pieces)
    for tag, unclosed in open_marks.items():
        if unclosed:
            raise MarkupError(f"<{tag}> is not closed: {text[unclosed[0]['start'] :][:60]!r}")
    for found in records.values():
        for record in found:
            record["quote"] = text[record["start"] : record["end"]]
    return Marked(text, records)


def _attributes(tag: str, source: str, line: int) -> dict[str, Any]:
    record: dict[str, Any] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(source):
        if name in record:
            raise MarkupError(f"line {line}: {name} is given twice")
        record[name] = _value(tag, name, double or single or bare)
    return record


def _value(tag: str, name: str, written: str) -> Any:
    if written == "null":
        return None
    if written[:1] in "[{":
        try:
            return json.loads(written)
        except json.JSONDecodeError as error:
            raise MarkupError(f"{name}={written}: {error.msg}") from error
    if written in ("true", "false"):
        return written == "true"
    is_text = name in TEXT_FIELDS or (tag == "date" and name == "value")
    if not is_text and regex.fullmatch(r"-?\d+(\.\d+)?", written):
        return float(written) if "." in written else int(written)
    return written

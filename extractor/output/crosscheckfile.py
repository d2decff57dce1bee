"""A cross-check as a file and as lines for the screen."""

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import pydantic
import pydantic_core

from extractor.output.jsonfile import write_aside, write_whole
from extractor.output.words import load_words, number_word
from extractor.records.crosscheck import CrossCheck, VerdictKind


def write_crosscheck(path: Path, found: CrossCheck) -> None:
    """Write a cross-check, whole or not at all, in the format that the file's name ends with."""
    WRITERS[path.suffix.lower()](path, found)


def _write_json(path: Path, found: CrossCheck) -> None:
    """Write JSON; its schema is `schemas/crosscheck.schema.json`."""
    with write_aside(path) as aside, aside.open("wb") as file:
        file.writelines(_json_parts(found))


def _json_parts(found: CrossCheck) -> Iterator[bytes]:
    """Yield the indented JSON of a cross-check item by item: a country's is some hundred megabytes."""
    before = b"{\n"
    for field in dataclasses.fields(found):
        yield before + b'  "%b": ' % field.name.encode()
        value = getattr(found, field.name)
        if isinstance(value, tuple) and value:
            yield from _json_list(value)
        else:
            yield pydantic_core.to_json(value)
        before = b",\n"
    yield b"\n}\n"


def _json_list(items: tuple[object, ...]) -> Iterator[bytes]:
    dump = pydantic.TypeAdapter(type(items[0])).dump_json
    before = b"[\n    "
    for item in items:
        yield before + dump(item, indent=2).replace(b"\n", b"\n    ")
        before = b",\n    "
    yield b"\n  ]"


def _write_page(path: Path, found: CrossCheck) -> None:
    from extractor.output.pages.crosscheck_page import crosscheck_page

    write_whole(path, crosscheck_page(found))


def _write_book(path: Path, found: CrossCheck) -> None:
    from extractor.output.crosscheckbook import write_crosscheck_book

    write_crosscheck_book(path, found)


WRITERS: Mapping[str, Callable[[Path, CrossCheck], None]] = MappingProxyType(
    {".json": _write_json, ".html": _write_page, ".xlsx": _write_book}
)
"""What the formats' names end with, and how they are written."""


def summary(found: CrossCheck, *, vietnamese: bool) -> Iterator[str]:
    """Yield a line for each plan that stands below another, with the number of its verdicts by kind, then the sums."""
    words = load_words().verdicts
    names = {plan.id: plan.name for plan in found.plans}
    counts: dict[tuple[str, str], Counter[VerdictKind]] = {}
    for verdict in found.verdicts:
        counts.setdefault((verdict.upper.plan, verdict.plan), Counter())[verdict.kind] += 1
    for (upper, lower), kinds in counts.items():
        told = ", ".join(f"{words[kind].vi if vietnamese else kind} {n}" for kind, n in sorted(kinds.items()))
        yield f"{names[lower]} ← {names[upper]}: {told}"
    for item in found.sums:
        if item.parts:
            unit = f" {item.unit}" if item.unit else ""
            indicator = item.upper.indicator or item.upper.quote
            total, expected = number_word(item.total), number_word(item.expected)
            told = f"tổng {total.vi} cần {expected.vi}" if vietnamese else f"sum {total.en} of {expected.en}"
            yield f"{names[item.upper.plan]}: {indicator}: {told}{unit}"

"""Runs the inline-marked examples of rules: the layer must find the marked records, no others."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from extractor.evaluation.markup import parse_markup
from extractor.language.document import Document, document_of_text
from extractor.layers.rule import Rule
from extractor.records import Extracted, Plan


def split_context(example: str) -> tuple[dict[str, str], str]:
    """Take the context off an example: "period=2020 :: sentence" gives {"period": "2020"} and the sentence."""
    head, separator, sentence = example.partition(" :: ")
    if not separator:
        return {}, example
    return dict(pair.split("=", 1) for pair in head.split()), sentence


def document_for(text: str, context: dict[str, str]) -> Document:
    """Open a document on a text; the context gives values of its plan ("period", "date", "place")."""
    document = document_of_text(text)
    document.plan = Plan.model_validate(context)
    return document


def check_example(example: str, layer: str, find: Callable[[Document], Iterable[Extracted]]) -> None:
    """Assert that `find` gives exactly the marked records of `layer`.

    Of each record the quote, its place, and every attribute that the mark names are compared.
    """
    context, sentence = split_context(example)
    marked = parse_markup(sentence)
    found = sorted(find(document_for(marked.text, context)), key=lambda r: (r.start, -r.end))
    expected = sorted(marked.records.get(layer, []), key=lambda r: (r["start"], -r["end"]))
    seen: list[dict[str, Any]] = [record.model_dump() for record in found]
    assert all(marked.text[r["start"] : r["end"]] == r["quote"] for r in seen)
    assert [r["quote"] for r in seen] == [r["quote"] for r in expected]
    assert [{k: _named(r[k], e[k]) for k in sorted(e)} for r, e in zip(seen, expected, strict=True)] == expected


def _named(found: Any, expected: Any) -> Any:
    """Keep of the records inside a record (provisions) only the attributes that the mark names."""
    if isinstance(found, list) and isinstance(expected, list) and len(found) == len(expected):
        return [{k: f[k] for k in e} if isinstance(e, dict) else f for f, e in zip(found, expected, strict=True)]
    return found


def blocks(folder: str) -> list[str]:
    """List the marked blocks of `tests/data/FOLDER/*.txt`, set off by blank lines, after the title of each file."""
    files = sorted((Path(__file__).parents[1] / "data" / folder).glob("*.txt"))
    return [block for file in files for block in file.read_text("utf-8").strip().split("\n\n")[1:]]


def cases(rules: Iterable[Rule]) -> list[tuple[str, str]]:
    """List (rule id, example) for parametrised tests."""
    return [(rule.id, example) for rule in rules for example in rule.examples]

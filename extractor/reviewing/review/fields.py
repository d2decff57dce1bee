"""Which fields the records of each layer have, for the forms of the page: made from the models."""

from collections.abc import Iterator
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from extractor.evaluation.golditems import EDITED
from extractor.output.record_words import load_record_words
from extractor.output.words import Word
from extractor.records import Model, Plan

_NOT_EDITED = frozenset(
    {"quote", "start", "end", "rule", "review", "refers_to", "provisions", "place_unit"}
    | {"evidence", "rules", "issuer.unit", "issuer.inferred"}
)
"""What is selected in the text, looked up or told by the program, and not written by a person."""
Kind = Literal["string", "number", "boolean", "choice", "list"]
_KINDS: dict[type, Kind] = {bool: "boolean", int: "number", float: "number", str: "string"}


class Field(BaseModel):
    """A field of a form; that of a nested record has a dotted name."""

    name: str
    type: Kind
    required: bool
    """It may not be null, whether it has a default or not."""
    choices: list[str] | None
    words: dict[str, dict[str, str]] | None
    """What the choices are called."""
    vi: str
    en: str


class Layer(BaseModel):
    """A layer and the fields of its records."""

    name: str
    vi: str
    en: str
    fields: list[Field]


@cache
def layers() -> list[Layer]:
    """List the layers that people correct; the plan's own fields come first."""
    words = load_record_words()
    models: dict[str, type[Model]] = {"plan": Plan, **EDITED}
    return [
        Layer(name=name, **_both(words.layers[name]), fields=list(_fields(model, "", required=True)))
        for name, model in models.items()
    ]


def _fields(model: type[Model], prefix: str, *, required: bool) -> Iterator[Field]:
    words = load_record_words()
    for name, field in model.model_fields.items():
        path = f"{prefix}{name}"
        if path in _NOT_EDITED:
            continue
        kinds = list(_alternatives(field.annotation))
        needed = required and not _may_be_null(field.annotation)
        nested = next((kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Model)), None)
        if nested is not None:
            yield from _fields(nested, f"{path}.", required=needed)
            continue
        kind, choices = _kind(kinds)
        known = words.codes.get(name, {})
        yield Field(
            name=path,
            type=kind,
            required=needed,
            choices=choices,
            words={code: _both(known[code]) for code in choices if code in known} if choices else None,
            **_label(path),
        )


def _alternatives(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) in {Union, UnionType}:
        for choice in get_args(annotation):
            yield from _alternatives(choice)
    elif annotation is not type(None):
        yield annotation


def _may_be_null(annotation: Any) -> bool:
    return get_origin(annotation) in {Union, UnionType} and type(None) in get_args(annotation)


def _kind(kinds: list[Any]) -> tuple[Kind, list[str] | None]:
    first = kinds[0]
    if get_origin(first) is Literal:
        return "choice", list(get_args(first))
    if get_origin(first) is list:
        (inner,) = get_args(first)
        return "list", list(get_args(inner)) if get_origin(inner) is Literal else None
    return _KINDS[first], None


def _label(path: str) -> dict[str, str]:
    """Return what a field is called; a nested one also by the field that it is in."""
    words = load_record_words().fields
    parts = [_both(words[part]) for part in path.split(".")]
    return {language: ", ".join(part[language] for part in parts) for language in ("vi", "en")}


def _both(word: Word) -> dict[str, str]:
    return {"vi": word.vi, "en": word.en}

"""Records as rows: one table for each layer, nested values as columns of their own (`deadline_value`)."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from extractor.records import Model, PlanRecord

Kind = Literal["text", "integer", "number", "boolean"]
Row = tuple[Any, ...]
_KINDS: dict[type, Kind] = {bool: "boolean", int: "integer", float: "number", str: "text"}
_NO_LAYER = "warnings"


@dataclass(frozen=True)
class Column:
    """A column; `path` leads to its value in a record of the layer."""

    name: str
    kind: Kind
    path: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """A table's name and columns, of which the first `frozen` stay in view in a workbook."""

    name: str
    columns: tuple[Column, ...]
    frozen: int = 0

    def row(self, values: dict[str, Any]) -> Row:
        """Return a row of values given by the names of columns."""
        return tuple(values.get(column.name) for column in self.columns)


def _layers() -> Iterator[Table]:
    for name, field in PlanRecord.model_fields.items():
        if get_origin(field.annotation) is list and name != _NO_LAYER:
            (model,) = get_args(field.annotation)
            yield Table(name, (Column("plan", "text"), *_columns(model, ())))


def _columns(model: type[Model], path: tuple[str, ...]) -> Iterator[Column]:
    """Yield the columns of a model; a list is one column of text."""
    for name, field in model.model_fields.items():
        here = (*path, name)
        kinds = set(_alternatives(field.annotation))
        nested = next((kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Model)), None)
        if nested:
            yield from _columns(nested, here)
        else:
            yield Column("_".join(here), _kind(kinds), here)


def _alternatives(annotation: Any) -> Iterator[Any]:
    origin = get_origin(annotation)
    if origin in {Union, UnionType}:
        for choice in get_args(annotation):
            yield from _alternatives(choice)
    elif annotation is not type(None):
        yield str if origin in {list, Literal} else annotation


def _kind(kinds: set[Any]) -> Kind:
    return "number" if float in kinds else _KINDS[kinds.pop()]


LAYER_TABLES = tuple(_layers())
"""The tables of all layers; `plan` is the value of `record` in the table of plans."""


def layer_rows(table: Table, plan: str, record: dict[str, Any]) -> list[Row]:
    """Return the rows of one record's layer; `record` is the record as JSON gives it."""
    return [(plan, *(_value(column, item) for column in table.columns[1:])) for item in record.get(table.name, ())]


def _value(column: Column, item: dict[str, Any]) -> Any:
    value: Any = item
    for name in column.path:
        value = None if value is None else value.get(name)
    if isinstance(value, list):
        return "; ".join(part if isinstance(part, str) else part["quote"] for part in value) or None
    return float(value) if column.kind == "number" and value is not None else value

"""Writes docs/record.md, the page on every field of a record, from the models: `python -m tools.record_reference`."""

import types
from collections.abc import Iterator
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from extractor.records import Model, PlanRecord
from extractor.records.common import Extracted

HEAD = """# The record

What `kehoach extract` writes for one plan (*Bản ghi của một kế hoạch*), field by field. This page is made from the
models in `extractor/records/` by `make schema`; [`schemas/plan.schema.json`](../schemas/plan.schema.json) says the same
to programs, and `kehoach schema` prints it.

- **Offsets** count code points of `text`, from 0; `text[start:end] == quote`, always.
- **EDTF** (ISO 8601-2): day `2024-01-30`, month `2024-10`, quarter `2024-33` to `2024-36`, half-year `2024-40` and
    `2024-41`, year `2024`, span `2021/2025`; what is left blank is X: `2024-03-XX`.
- **Numbers** are numbers: "3.250" is 3250, "60,5" is 60.5. Their unit is told by the field beside them or the last
    column.
- **null** stands where the document does not say it, or it cannot be told; a list is empty where there is nothing.
"""


def page() -> str:
    """Return the page."""
    return "\n".join([HEAD, *(part for model in _models(PlanRecord) for part in _section(model))])


def _models(root: type[BaseModel]) -> list[type[BaseModel]]:
    """List a model and those that its fields hold, each once, in the order in which they are met."""
    found = [root]
    for model in found:  # grows meanwhile
        for field in model.model_fields.values():
            found += [one for one in _parts(field.annotation) if _is_model(one) and one not in found]
    return found


def _section(model: type[BaseModel]) -> Iterator[str]:
    yield f"## {model.__name__}\n"
    yield f"{model.__doc__}\n"
    fields = dict(model.model_fields)
    if issubclass(model, Extracted):
        yield "Has `quote`, `start`, `end`, `rule` and `review` (see [Common](#common)), and\n"
        fields = {name: field for name, field in fields.items() if name not in Extracted.model_fields}
    yield from _table(fields)
    if model is PlanRecord:
        yield "## Common\n"
        yield "What every record has that was found in the text.\n"
        yield from _table(Extracted.model_fields)


def _table(fields: dict[str, FieldInfo]) -> Iterator[str]:
    yield "| field | type | meaning |\n| --- | --- | --- |"
    for name, field in fields.items():
        yield f"| `{name}` | {_type(field.annotation)} | {(field.description or '').replace('|', '&#124;')} |"
    yield ""


def _type(annotation: Any) -> str:
    """Return a type as the page shows it: its JSON kind, the choices, or a link to the part's own section."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType):
        names = dict.fromkeys(_type(one) for one in arguments)
        return "number" if set(names) == {"integer", "number"} else " or ".join(_without_integer(names))
    if origin is Literal:
        return ", ".join(f"`{value}`" for value in arguments)
    if origin is list:
        return f"list of {_type(arguments[0])}"
    if origin is dict:
        return f"object of {_type(arguments[1])}"
    if _is_model(annotation):
        return f"[{annotation.__name__}](#{annotation.__name__.lower()})"
    return {str: "string", int: "integer", float: "number", bool: "true, false", type(None): "null"}[annotation]


def _without_integer(names: dict[str, None]) -> list[str]:
    return [name for name in names if name != "integer" or "number" not in names]


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    for argument in get_args(annotation):
        yield from _parts(argument)


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Model)


if __name__ == "__main__":
    print(page(), end="")

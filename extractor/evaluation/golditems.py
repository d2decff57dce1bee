"""The records of gold: checked by the models of the contract, and against the text in which they have their places."""

from collections.abc import Iterator, Mapping
from math import isfinite
from typing import Any

from pydantic import ValidationError

from extractor.evaluation.faults import Fault, faults_of
from extractor.records import (
    BackReference,
    Citation,
    Criterion,
    Date,
    Evidence,
    Extracted,
    Finding,
    Funding,
    Heading,
    Model,
    Percentage,
    Plan,
    Responsibility,
    Target,
)

EDITED: dict[str, type[Extracted]] = {
    "citations": Citation,
    "dates": Date,
    "percentages": Percentage,
    "criteria": Criterion,
    "targets": Target,
    "responsibilities": Responsibility,
    "funding": Funding,
}
"""The layers that people correct, in the order in which they are shown."""
MODELS: dict[str, type[Model]] = {**EDITED, "back_references": BackReference, "outline": Heading, "findings": Finding}
"""All layers."""
OF_GOLD = ("optional", "accept", "skip")
OF_GOLD_FILES = ("plan_accept", "plan_optional")
"""What only gold has (contract section 12), in its records and beside its layers."""

_LEFT_OUT = {"findings": {"severity": "warning", "message": "", "message_vi": ""}}
"""What gold leaves out of its records, for it is not compared."""


def read_item(layer: str, values: Mapping[str, Any], path: str, text: str, rule: str) -> Model | list[Fault]:
    """Check one record of gold: return it, or what is wrong with it. `rule` stands in it where it names none."""
    inner = {name: value for name, value in values.items() if name not in OF_GOLD}
    if not _is_finite(inner):
        return [Fault(path, "holds a number that is none (NaN or infinite)", "có số không hợp lệ (NaN hoặc vô hạn)")]
    try:
        record = MODELS[layer].model_validate({"rule": rule, **_LEFT_OUT.get(layer, {}), **inner}, strict=True)
    except ValidationError as error:
        return list(faults_of(error, path))
    return list(_misplaced_parts(path, record, text)) or record


def read_plan(given: object, text: str) -> Plan | list[Fault]:
    """Check the plan's own values: return them, or what is wrong with them."""
    try:
        plan = Plan.model_validate(given, strict=True)
    except ValidationError as error:
        return list(faults_of(error, "plan"))
    places = (_misplaced(f"plan.evidence.{name}", evidence, text) for name, evidence in plan.evidence.items())
    return [fault for found in places for fault in found] or plan


def _is_finite(value: object) -> bool:
    """Tell whether all numbers can be written as JSON."""
    if isinstance(value, float):
        return isfinite(value)
    if isinstance(value, Mapping):
        return all(map(_is_finite, value.values()))
    return not isinstance(value, list) or all(map(_is_finite, value))


def _misplaced_parts(path: str, record: Model, text: str) -> Iterator[Fault]:
    if isinstance(record, Evidence):
        yield from _misplaced(path, record, text)
    if isinstance(record, Citation | BackReference):
        for number, provision in enumerate(record.provisions):
            yield from _misplaced(f"{path}.provisions.{number}", provision, text)
    if isinstance(record, Finding):
        for number, quote in enumerate(record.quotes):
            yield from _misplaced(f"{path}.quotes.{number}", quote, text)


def _misplaced(path: str, evidence: Evidence, text: str) -> Iterator[Fault]:
    if evidence.start >= evidence.end or text[evidence.start : evidence.end] != evidence.quote:
        yield Fault(
            f"{path}.quote",
            f"these words do not stand at {evidence.start}–{evidence.end} of the text",
            f"các chữ này không nằm ở vị trí {evidence.start}–{evidence.end} của văn bản",
        )

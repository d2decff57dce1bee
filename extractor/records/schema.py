"""The JSON Schemas of the plan record and of the cross-check, generated from the models."""

import json

from pydantic import TypeAdapter

from extractor.records.crosscheck import CrossCheck
from extractor.records.record import PlanRecord

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def plan_schema() -> str:
    """Return the JSON Schema of a record as text: what `schemas/plan.schema.json` holds."""
    schema = {"$schema": DIALECT, **PlanRecord.model_json_schema(mode="serialization")}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def crosscheck_schema() -> str:
    """Return the JSON Schema of a cross-check as text: what `schemas/crosscheck.schema.json` holds."""
    schema = {"$schema": DIALECT, **TypeAdapter(CrossCheck).json_schema(mode="serialization")}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"

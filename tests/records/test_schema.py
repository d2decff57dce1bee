"""The published JSON Schema is the models' own, and records keep to it."""

import json
from pathlib import Path

from jsonschema import Draft202012Validator

from extractor.pipeline import extract_text
from extractor.records import LAYERS
from extractor.records.schema import plan_schema

PUBLISHED = Path(__file__).parents[2] / "schemas/plan.schema.json"


def test_the_published_schema_is_fresh() -> None:
    assert PUBLISHED.read_text("utf-8") == plan_schema(), "run `make schema`"


def test_it_is_a_schema_with_all_layers() -> None:
    schema = json.loads(plan_schema())
    Draft202012Validator.check_schema(schema)
    assert {*LAYERS, "plan", "text", "source", "ruleset", "conformance", "warnings"} <= set(schema["properties"])


def test_a_record_keeps_to_it() -> None:
    head = "Số: 05/KH-UBND\n\nKẾ HOẠCH\nTiêm chủng mở rộng năm 2025\n\nCăn cứ Luật Dược năm 2016;\n\n"
    record = extract_text(head + "I. MỤC TIÊU\nTrên 95% trẻ em.")
    data = json.loads(record.model_dump_json())
    Draft202012Validator(json.loads(plan_schema())).validate(data)
    assert data["plan"]["code"] == "05/KH-UBND"
    assert [c["date"] for c in data["citations"]] == ["2016"]


def test_the_schema_refuses_what_is_not_named() -> None:
    data = json.loads(extract_text("Kế hoạch").model_dump_json())
    errors = Draft202012Validator(json.loads(plan_schema())).iter_errors({**data, "nonsense": 1})
    assert ["nonsense" in error.message for error in errors] == [True]

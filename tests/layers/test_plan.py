import json
from typing import Any

import pytest

from extractor.language.document import document_of_text
from extractor.layers.plan.find import find_plan
from extractor.layers.plan.patterns import RULES
from tests.layers.examples import cases
from tests.layers.plans.ends import ENDS
from tests.layers.plans.heads import HEADS

BODY = "KẾ HOẠCH\nTrồng rừng năm 2024\nI. MỤC TIÊU\nTrồng 500 ha rừng sản xuất trên đất trống.\n"


def read(text: str) -> dict[str, Any]:
    """The plan of a text; every value's evidence is checked against the text."""
    plan = find_plan(document_of_text(text)).model_dump()
    for place in plan["evidence"].values():
        assert text[place["start"] : place["end"]] == place["quote"]
    assert set(plan["rules"]) == set(plan["evidence"])
    return plan


def fields(plan: dict[str, Any], names: dict[str, Any]) -> dict[str, Any]:
    """Take fields out of a plan by their dotted names."""
    taken = {}
    for name in names:
        value: Any = plan
        for part in name.split("."):
            value = value[part]
        taken[name] = value
    return taken


@pytest.mark.parametrize(("rule", "example"), cases(RULES))
def test_examples(rule: str, example: str) -> None:
    head, _, text = example.partition(" :: ")
    expected = json.loads(head)
    assert fields(read(text), expected) == expected


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in HEADS], ids=[case[0] for case in HEADS])
def test_head(text: str, expected: dict[str, Any]) -> None:
    assert fields(read(text), expected) == expected


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in ENDS], ids=[case[0] for case in ENDS])
def test_end(text: str, expected: dict[str, Any]) -> None:
    assert fields(read(BODY + text), expected) == expected

import json
from typing import Any

import pytest

from extractor.language.document import document_of_text
from extractor.layers.plan.find import find_plan
from extractor.layers.plan.patterns import RULES
from tests.layers.examples import cases


def read(text: str) -> dict[str, Any]:
    """The plan of a text; every value's evidence is checked against the text."""
    plan = find_plan(document_of_text(text)).model_dump()
    for place in plan["evidence"].values():
        assert text[place["start"] : place["end"]] == place["quote"]
    return plan


@pytest.mark.parametrize(("rule", "example"), cases(RULES))
def test_examples(rule: str, example: str) -> None:
    head, _, text = example.partition(" :: ")
    expected = json.loads(head)
    plan = read(text)
    assert {field: plan[field] for field in expected} == expected

import pytest

from extractor.layers.outline.find import find_outline
from extractor.layers.outline.patterns import RULES
from tests.layers.examples import cases, check_example
from tests.layers.plans.outlines import OUTLINES


@pytest.mark.parametrize(("rule", "example"), cases(RULES))
def test_examples(rule: str, example: str) -> None:
    check_example(example, "outline", find_outline)


@pytest.mark.parametrize("marked", [case[1] for case in OUTLINES], ids=[case[0] for case in OUTLINES])
def test_outline(marked: str) -> None:
    check_example(marked, "outline", find_outline)

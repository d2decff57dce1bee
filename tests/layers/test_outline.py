import pytest

from extractor.layers.outline.find import find_outline
from extractor.layers.outline.patterns import RULES
from tests.layers.examples import cases, check_example
from tests.layers.plans import Case, load_cases


@pytest.mark.parametrize(("rule", "example"), cases(RULES))
def test_examples(rule: str, example: str) -> None:
    check_example(example, "outline", find_outline)


@pytest.mark.parametrize("case", load_cases("outlines.txt"), ids=lambda case: case.name)
def test_outline(case: Case) -> None:
    check_example(case.text, "outline", find_outline)

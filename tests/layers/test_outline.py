import pytest

from extractor.layers.outline.find import find_outline
from extractor.layers.outline.patterns import RULES
from tests.layers.examples import cases, check_example


@pytest.mark.parametrize(("rule", "example"), cases(RULES))
def test_examples(rule: str, example: str) -> None:
    check_example(example, "outline", find_outline)

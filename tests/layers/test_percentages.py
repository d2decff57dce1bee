import pytest

from extractor.layers.percentages.find import find_percentages
from extractor.layers.percentages.patterns import RULES
from tests.layers.examples import cases, check_example


@pytest.mark.parametrize(("rule", "example"), cases(RULES))
def test_examples(rule: str, example: str) -> None:
    check_example(example, "percentages", find_percentages)

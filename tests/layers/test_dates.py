import pytest

from extractor.layers.dates.bare import BARE_RULES
from extractor.layers.dates.find import find_dates
from extractor.layers.dates.patterns import UNIT_RULES
from tests.layers.examples import cases, check_example


@pytest.mark.parametrize(("rule", "example"), cases((*UNIT_RULES, *BARE_RULES)))
def test_examples(rule: str, example: str) -> None:
    check_example(example, "dates", find_dates)

"""Layer `citations`: every rule's examples through the whole layer."""

import pytest

from extractor.layers.citations.find import find_citations
from extractor.layers.citations.patterns import RULES
from tests.layers.examples import cases, check_example


@pytest.mark.parametrize(("rule", "example"), cases(RULES))
def test_example(rule: str, example: str) -> None:
    check_example(example, "citations", find_citations)

"""The layer `targets`: the examples of its rules, with the layers that it leans on run before it."""

import pytest

from extractor.language.document import Document
from extractor.layers.citations.find import find_citations
from extractor.layers.criteria.find import find_criteria
from extractor.layers.dates.find import find_dates
from extractor.layers.funding.find import find_funding
from extractor.layers.outline.find import find_outline
from extractor.layers.percentages.find import find_percentages
from extractor.layers.targets.find import find_targets
from extractor.layers.targets.patterns import CHANGES, NOT_BEFORE, NOT_BEHIND
from extractor.records import Target
from tests.layers.examples import blocks, cases, check_example


def find_with_layers_before(document: Document) -> list[Target]:
    document.records["outline"] = list(find_outline(document))
    document.records["citations"] = list(find_citations(document))
    document.records["dates"] = list(find_dates(document))
    document.records["percentages"] = list(find_percentages(document))
    document.records["criteria"] = list(find_criteria(document))
    document.records["funding"] = list(find_funding(document))
    return find_targets(document)


@pytest.mark.parametrize(("rule", "example"), cases((*NOT_BEFORE, *NOT_BEHIND, *CHANGES)))
def test_examples(rule: str, example: str) -> None:
    check_example(example, "targets", find_with_layers_before)


def test_every_rule_shows_an_example() -> None:
    assert [rule.id for rule in (*NOT_BEFORE, *NOT_BEHIND, *CHANGES) if not rule.examples] == []


@pytest.mark.parametrize("example", blocks("targets"))
def test_plans_of_other_subjects(example: str) -> None:
    check_example(example, "targets", find_with_layers_before)

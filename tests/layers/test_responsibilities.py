"""Responsibilities: every example of every rule, and whole blocks, through the layers that this one builds on."""

from pathlib import Path

import pytest

from extractor.language.document import Document
from extractor.layers.citations.find import find_citations
from extractor.layers.criteria.find import find_criteria
from extractor.layers.dates.find import find_dates
from extractor.layers.outline.find import find_outline
from extractor.layers.responsibilities.find import find_responsibilities
from extractor.layers.responsibilities.patterns import RULES
from extractor.records import Responsibility
from tests.layers.examples import cases, check_example


def find(document: Document) -> list[Responsibility]:
    """Run the layers before, then this one."""
    document.records["outline"] = list(find_outline(document))
    document.records["citations"] = list(find_citations(document))
    document.records["dates"] = list(find_dates(document))
    document.records["criteria"] = list(find_criteria(document))
    return find_responsibilities(document)


def blocks() -> list[tuple[str, str]]:
    """Read the titles and texts of the blocks in all forms of the genre."""
    content = (Path(__file__).parent / "responsibilities/blocks.txt").read_text("utf-8")
    sections = (section.partition("\n") for section in content.removeprefix("=== ").split("\n=== "))
    return [(title, text.rstrip("\n")) for title, _, text in sections]


@pytest.mark.parametrize(("rule", "example"), cases(RULES))
def test_examples(rule: str, example: str) -> None:
    check_example(example, "responsibilities", find)


@pytest.mark.parametrize(("title", "text"), blocks(), ids=[title for title, _ in blocks()])
def test_blocks(title: str, text: str) -> None:
    check_example(text, "responsibilities", find)

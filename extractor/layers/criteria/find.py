"""Finds the criteria and indicators of a document."""

from extractor.language.document import Document
from extractor.records import Criterion


def find_criteria(document: Document) -> list[Criterion]:
    """Find the criteria and indicators of a document, in the order of their start."""
    return []

"""Finds the percentages of a document."""

from extractor.language.document import Document
from extractor.records import Percentage


def find_percentages(document: Document) -> list[Percentage]:
    """Find the percentages of a document, in the order of their start."""
    return []

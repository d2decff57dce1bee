"""Finds the funding sources of a document."""

from extractor.language.document import Document
from extractor.records import Funding


def find_funding(document: Document) -> list[Funding]:
    """Find the funding sources of a document, in the order of their start."""
    return []

"""Finds the cited documents of a document."""

from extractor.language.document import Document
from extractor.records import Citation


def find_citations(document: Document) -> list[Citation]:
    """Find the cited documents of a document, in the order of their start."""
    return []

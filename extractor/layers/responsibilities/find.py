"""Finds the responsibilities of a document."""

from extractor.language.document import Document
from extractor.records import Responsibility


def find_responsibilities(document: Document) -> list[Responsibility]:
    """Find the responsibilities of a document, in the order of their start."""
    return []

"""Finds the targets of a document."""

from extractor.language.document import Document
from extractor.records import Target


def find_targets(document: Document) -> list[Target]:
    """Find the targets of a document, in the order of their start."""
    return []

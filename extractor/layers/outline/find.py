"""Finds the headings of a document."""

from extractor.language.document import Document
from extractor.records import Heading


def find_outline(document: Document) -> list[Heading]:
    """Find the headings of a document, in the order of their start."""
    return []

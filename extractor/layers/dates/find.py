"""Finds the calendar expressions of a document."""

from extractor.language.document import Document
from extractor.records import Date


def find_dates(document: Document) -> list[Date]:
    """Find the calendar expressions of a document, in the order of their start."""
    return []

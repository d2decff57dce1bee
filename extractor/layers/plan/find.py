"""Reads the document's own header, title, signature and recipients."""

from extractor.language.document import Document
from extractor.records import Plan


def find_plan(document: Document) -> Plan:
    """Read the plan's own values; what the document does not give is null."""
    return Plan()

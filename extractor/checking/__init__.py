"""What does not add up in a document (contract section 11), and how far it keeps to the rules of form."""

from extractor.checking.checks import find_findings
from extractor.checking.conformance import find_conformance

__all__ = ["find_conformance", "find_findings"]

"""Texts in the encodings of Vietnamese before Unicode: told by content and by font, converted run by run.

Sound Unicode text is never touched: a line counts as legacy only where its words are no Vietnamese as they stand and
become Vietnamese syllables by one encoding.
"""

from extractor.reading.legacy.convert import convert
from extractor.reading.legacy.detect import find_encoding, is_suspicious, suspicious_places
from extractor.reading.legacy.lines import convert_bytes, convert_text
from extractor.reading.legacy.runs import LegacyRuns
from extractor.reading.legacy.warning import legacy_warning

__all__ = [
    "LegacyRuns",
    "convert",
    "convert_bytes",
    "convert_text",
    "find_encoding",
    "is_suspicious",
    "legacy_warning",
    "suspicious_places",
]

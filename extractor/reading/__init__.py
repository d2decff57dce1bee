"""Files to `Source`: one module for each format, chosen by the bytes and never by the name."""

from extractor.reading.errors import ReadingError
from extractor.reading.files import read_bytes, read_file
from extractor.reading.plain import plain_layout

__all__ = ["ReadingError", "plain_layout", "read_bytes", "read_file"]

"""Files to `Source`: one module for each format."""

from extractor.reading.plain import plain_layout

__all__ = ["plain_layout"]

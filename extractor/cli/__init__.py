"""The command `kehoach`."""

from extractor.cli.main import main

__all__ = ["main"]

"""The language in which the command speaks: Vietnamese where the locale is Vietnamese, else English."""

import os
import sys

_LOCALES = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
VIETNAMESE = next(filter(None, _LOCALES), "").startswith("vi")


def speak(english: str, vietnamese: str) -> str:
    """Choose the text in the user's language."""
    return vietnamese if VIETNAMESE else english


def complain(line: str) -> None:
    """Print one line to standard error."""
    print(f"kehoach: {line}", file=sys.stderr)

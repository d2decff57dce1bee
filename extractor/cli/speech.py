"""The language in which the command speaks: Vietnamese where the locale is Vietnamese, else English."""

import os
import sys

_LOCALES = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
_CONTROLS = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)], "\ufffd")
"""Control letters, and those that turn the direction of writing: the name of a file could write over lines."""
VIETNAMESE = next(filter(None, _LOCALES), "").startswith("vi")


def speak(english: str, vietnamese: str) -> str:
    """Choose the text in the user's language."""
    return vietnamese if VIETNAMESE else english


def complain(line: str) -> None:
    """Print one line to standard error."""
    print(f"kehoach: {line.translate(_CONTROLS)}", file=sys.stderr)

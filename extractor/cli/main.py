"""Entry point of the command."""

import sys
import unicodedata
from pathlib import Path

from extractor.pipeline import extract_text


def main() -> None:
    """Print the record of a text file."""
    text = Path(sys.argv[2]).read_text("utf-8-sig")
    print(extract_text(unicodedata.normalize("NFC", text)).model_dump_json())

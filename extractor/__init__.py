"""kehoach: Vietnamese plan documents (Kế hoạch) to checked JSON records.

import extractor

record = extractor.extract("ke-hoach.docx")
record = extractor.extract_text(text)
nlp = extractor.load()
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

    from extractor.reading.recognition import OcrMode
    from extractor.records import PlanRecord

__all__ = ["extract", "extract_text", "load"]


def extract(path: "str | Path", ocr: "OcrMode" = "auto") -> "PlanRecord":
    """Extract the record of a plan file: text, Markdown, DOCX, PDF, or a picture (PNG, JPEG, TIFF).

    `ocr` says whether pages that are pictures are recognised: where there is no sound text ("auto"), always, or never.
    Raises `extractor.reading.ReadingError` where the file cannot be read.
    """
    from extractor.pipeline import extract as extract_file

    return extract_file(path, ocr=ocr)


def extract_text(text: str) -> "PlanRecord":
    """Extract the record of a plan given as text.

    Offsets point into the record's `text`: the text composed (NFC) and with LF line ends.
    """
    from extractor.pipeline import extract_text as extract_plain

    return extract_plain(text)


def load(words: bool = True) -> "Language":
    """Return the spaCy pipeline of all layers.

    With `words` the tokens are Vietnamese words by underthesea, without it syllables, which is faster by far;
    the layers find the same either way.
    """
    from extractor.nlp import load as load_pipeline

    return load_pipeline(words)

"""Tesseract as a command: a picture in, words with boxes and confidences out."""

import os
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from extractor.reading.errors import RecogniserError
from extractor.reading.pdf.lines import clean
from extractor.reading.scan.cleaning import DPI, Picture

PAGE, COLUMN, LINE = 3, 6, 7
"""Ways to look at a picture (--psm): a page with all that stands on it; one column of lines; one line."""
_MODELS = ("vie", "Vietnamese", "script/Vietnamese")
_SECONDS = 120
"""For one page; a crowded one takes 10."""
_WORD = "5"
_MIN_SIGN_CONFIDENCE = 60
"""Below it, signs without a letter or digit are specks and bits of stamps."""
_FIGURE_SIGNS, _MIN_FIGURE_SIGN_CONFIDENCE = "%<>", 25
"""They alone in a table's cell are less sure, and specks are seldom taken for them."""


class OcrWord(NamedTuple):
    """A recognised word; the box in pixels, y downwards; `line` numbers tesseract's own lines."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    confidence: float
    line: int


class SlowPageError(Exception):
    """A page was not recognised in time."""


@cache
def model() -> str:
    """Return the Vietnamese model that is installed; raises RecogniserError where there is none."""
    command = shutil.which("tesseract")
    if command is None:
        raise RecogniserError("tesseract-ocr tesseract-ocr-vie")
    listed = subprocess.run([command, "--list-langs"], capture_output=True, text=True, check=False, timeout=_SECONDS)
    installed = set(listed.stdout.split())
    found = next((name for name in _MODELS if name in installed), None)
    if found is None:
        raise RecogniserError("tesseract-ocr-vie")
    return found


def recognise(picture: Picture, way: int, signs: str | None = None) -> list[OcrWord]:
    """Recognise the words of a picture in grey; `signs` are those that can stand in it, where they are known."""
    height, width = picture.shape
    command = ["tesseract", "stdin", "stdout", "-l", model(), "--psm", str(way), "--dpi", str(DPI)]
    command += ["-c", "tessedit_create_tsv=1"]
    command += ["-c", f"tessedit_char_whitelist={signs}"] if signs else []
    # more threads for one page cost more than they give
    surroundings = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    content = b"P5 %d %d 255\n" % (width, height) + picture.tobytes()
    try:
        done = subprocess.run(
            command, input=content, capture_output=True, env=surroundings, timeout=_SECONDS, check=True
        )
    except subprocess.TimeoutExpired:
        raise SlowPageError from None
    return list(_words(done.stdout.decode("utf-8", "replace")))


def _least(text: str) -> float:
    return _MIN_FIGURE_SIGN_CONFIDENCE if text in _FIGURE_SIGNS else _MIN_SIGN_CONFIDENCE


def _words(table: str) -> Iterator[OcrWord]:
    lines: dict[tuple[str, ...], int] = {}
    for row in table.split("\n"):
        fields = row.split("\t")
        if fields[0] != _WORD or len(fields) < 12:
            continue
        text = unicodedata.normalize("NFC", clean(fields[11]))
        confidence = float(fields[10])
        if not text or (confidence < _least(text) and not any(c.isalnum() for c in text)):
            continue
        left, top, width, height = map(int, fields[6:10])
        line = lines.setdefault(tuple(fields[2:5]), len(lines))
        yield OcrWord(text, left, top, left + width, top + height, confidence, line)

"""Converts texts without fonts: bytes that are no Unicode, and lines of Unicode text that was pasted unconverted."""

import unicodedata
from collections.abc import Iterator, Sequence

import regex

from extractor.lexicon.encodings import Encoding, shown
from extractor.lexicon.syllables import is_syllable
from extractor.reading.legacy.convert import convert
from extractor.reading.legacy.detect import choose_encoding, find_encoding, only_unicode, votes

_SAMPLE = 200_000
_WORD = regex.compile(r"[\p{L}\p{M}\ufffd]+")


def is_legacy(line: str, encoding: Encoding) -> bool | None:
    """Tell whether a line is in the encoding; None where its words tell nothing."""
    if line.isascii():
        return None
    if only_unicode(line):
        return False
    found = votes(line, encoding)
    if found.sound:
        return found.speak_for_it
    return True if found.legacy and found.speak_for_it else None


def convert_text(text: str) -> tuple[str, Encoding | None]:
    """Convert the legacy lines of a Unicode text; sound lines stay as they are."""
    lines = text.split("\n")
    encoding = find_encoding(lines)
    if encoding is None:
        return text, None
    chosen = _chosen([is_legacy(line, encoding) for line in lines])
    converted = (
        convert(line, encoding) if chosen_one else line for line, chosen_one in zip(lines, chosen, strict=True)
    )
    return "\n".join(converted), encoding


def convert_bytes(data: bytes) -> tuple[str, Encoding] | None:
    """Decode bytes that are no UTF-8; None where Windows-1258 explains them better than the old encodings."""
    text = shown(data)
    encoding = choose_encoding(text.split("\n"), min_words=1)
    if encoding is None:
        return None
    sample = data[:_SAMPLE]
    windows = unicodedata.normalize("NFC", sample.decode("cp1258", "replace"))
    if _syllables(windows) > _syllables(convert(shown(sample), encoding)):
        return None
    return convert(text, encoding), encoding


def _chosen(verdicts: Sequence[bool | None]) -> Iterator[bool]:
    """Choose the lines to convert; one that tells nothing goes with the lines around it where they agree."""
    after: list[bool | None] = []
    following: bool | None = None
    for verdict in reversed(verdicts):
        after.append(following)
        following = following if verdict is None else verdict
    before: bool | None = None
    for verdict, following in zip(verdicts, reversed(after), strict=True):
        if verdict is None:
            yield before is not False and following is not False
        else:
            yield verdict
            before = verdict


def _syllables(text: str) -> int:
    """Count the words that are Vietnamese syllables with marks."""
    return sum(is_syllable(word) for word in _WORD.findall(text) if not word.isascii())

"""Vietnamese word segmentation (underthesea), run only on the stretches whose words decide something."""

from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

WINDOW = 60
"""Characters on either side of a stretch that are segmented with it."""


@cache
def _word_tokenize() -> "Callable[..., list[str]]":
    from underthesea import word_tokenize  # loads its models: only when a text needs it

    return word_tokenize  # type: ignore[no-any-return]


def word_spans(text: str) -> list[tuple[int, int]]:
    """Return the spans of the words of one line, in order; together they cover all that is not blank.

    underthesea gives words without offsets and may change blanks inside them, so that each word is found again
    syllable by syllable.
    """
    spans: list[tuple[int, int]] = []
    done = 0
    for word in _word_tokenize()(text, use_token_normalize=False):
        syllables = word.split()
        start = text.find(syllables[0], done) if syllables else -1
        if start < 0:
            continue
        for syllable in syllables:
            done = text.find(syllable, done) + len(syllable)
        spans.append((start, done))
    return spans


def stand_as_words(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch begins and ends at word boundaries in its surroundings."""
    left = max(text.rfind("\n", 0, start) + 1, start - WINDOW)
    stop = text.find("\n", end)
    right = min(len(text) if stop < 0 else stop, end + WINDOW)
    return _cut_at_words(text[left:right], start - left, end - left)


@lru_cache(maxsize=4096)
def _cut_at_words(window: str, start: int, end: int) -> bool:
    return not any((first < start < last) or (first < end < last) for first, last in word_spans(window))

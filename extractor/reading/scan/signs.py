"""Signs that the Vietnamese model does not know: ≥ and ≤, which it reads as > and <, told by the bar below."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from extractor.reading.scan.cleaning import Picture
from extractor.reading.scan.tesseract import OcrWord

_WITH_BAR = {">": "≥", "<": "≤"}
_INK = 160
_WIDE = 0.75
"""Share of the sign's width that its bar covers at least; a stroke of > covers less than half."""
_BELOW = 0.5
"""Share of the sign's height below which the bar stands."""
_REACH = 0.4
"""Share of the word's height below it in which its bar may stand."""
_GAP = 2
"""Pixels between the sign and what follows at least."""


def with_bars(picture: Picture, words: Sequence[OcrWord]) -> list[OcrWord]:
    """Give the words that begin with > or < their bar where the picture shows one."""
    return [
        word._replace(text=_WITH_BAR[word.text[0]] + word.text[1:])
        if word.text[0] in _WITH_BAR and _has_bar(picture, word)
        else word
        for word in words
    ]


def _has_bar(picture: Picture, word: OcrWord) -> bool:
    height = word.bottom - word.top
    bottom = word.bottom + round(_REACH * height)
    ink = np.asarray(picture[max(0, word.top - _GAP) : bottom, max(0, word.left - _GAP) : word.right + _GAP] < _INK)
    sign = _first_run(ink, _GAP)
    if sign is None:
        return False
    start, end = sign
    rows = ink[:, start:end]
    inked = np.nonzero(rows.any(axis=1))[0]
    covered = np.nonzero(rows.mean(axis=1) >= _WIDE)[0]
    lower = inked[0] + _BELOW * (inked[-1] - inked[0])
    return bool(len(covered)) and bool(covered[0] > lower)


def _first_run(ink: NDArray[Any], gap: int) -> tuple[int, int] | None:
    """Return the first run of inked columns; fewer blank ones than `gap` do not end it."""
    inked = np.nonzero(ink.any(axis=0))[0]
    if not len(inked):
        return None
    breaks = np.nonzero(np.diff(inked) > gap)[0]
    last = inked[breaks[0]] if len(breaks) else inked[-1]
    return int(inked[0]), int(last) + 1

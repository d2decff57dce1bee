"""Pictures of pages made ready for recognition: in grey, without stamps and noise, straight, ink dark on white."""

from typing import Any, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[Any]
"""Rows of pixels of 8 bits: grey, or red, green, blue."""

DPI = 300
"""What recognition works at; tesseract was trained on letters of this size."""
_MAX_SKEW = 3.0
_FIRST_STEP, _LAST_STEP = 0.5, 0.05
_STRAIGHT = 0.1
"""Degrees that lines may run askew: a quarter of a letter's height over a line."""
_NOISY = 3.0
"""Median difference of neighbouring pixels, of 255, from which on noise is filtered out."""
_RED = 45
"""Excess of red over blue, of 255, from which on a pixel is stamp."""
_MIN_STAMP = 200
_MIN_CONTRAST = 40
_UNDER = 15
"""Levels by which ink below a stamp is darker than the stamp at least."""
_INK, _MIN_INK = 160, 200
_SIDEWAYS = 1.5
"""By how much the comb of a page on its side is sharper across than along; upright pages have less than a half."""

cv2.setNumThreads(1)  # pages run side by side instead


class Cleaned(NamedTuple):
    """A page ready for recognition, at `DPI`."""

    picture: Picture
    to_original: NDArray[Any]
    """Affine map of its points to points of the page as it was, both in pixels at `DPI`."""
    on_its_side: bool = False
    """True when the page lay on its side."""


def clean(picture: Picture, dpi: float) -> Cleaned:
    """Clean a picture of a page that has so many pixels an inch."""
    grey = _without_stamps(picture)
    noise, paper, ink = _levels(grey)
    if noise >= _NOISY:
        grey = cv2.medianBlur(grey, 3)
        noise, paper, ink = _levels(grey)
    grey = _stretched(grey, ink, paper - 4 * noise)
    level, across = _level(grey), _level(np.rot90(grey))
    if across.sharpness > _SIDEWAYS * level.sharpness:
        upright = _straightened(np.ascontiguousarray(np.rot90(grey)), across.angle, DPI / dpi)
        side = _quarter_turn(grey.shape[1] * DPI / dpi)
        return Cleaned(upright.picture, _composed(side, upright.to_original), on_its_side=True)
    return _straightened(grey, level.angle, DPI / dpi)


def upside_down(page: Cleaned) -> Cleaned:
    """Turn a page by 180 degrees."""
    height, width = page.picture.shape
    half = np.array([[-1.0, 0.0, width], [0.0, -1.0, height]])
    picture = np.ascontiguousarray(np.rot90(page.picture, 2))
    return page._replace(picture=picture, to_original=_composed(page.to_original, half))


def _quarter_turn(width: float) -> NDArray[Any]:
    """Return the map back from a page that was turned by 90 degrees, counter-clockwise, to the page so wide."""
    return np.array([[0.0, -1.0, width], [1.0, 0.0, 0.0]])


def _composed(outer: NDArray[Any], inner: NDArray[Any]) -> NDArray[Any]:
    return np.column_stack([outer[:, :2] @ inner[:, :2], outer[:, :2] @ inner[:, 2] + outer[:, 2]])


def _without_stamps(picture: Picture) -> Picture:
    """Return a picture in grey; red seals and stamps go, the black and blue ink below them stays."""
    if picture.ndim == 2:
        return picture
    red, blue = np.ascontiguousarray(picture[..., 0]), np.ascontiguousarray(picture[..., 2])
    coloured = cv2.subtract(red, blue) > _RED
    if np.count_nonzero(coloured) < _MIN_STAMP:
        return red
    level = float(np.percentile(red[coloured], 30)) - _UNDER
    _, paper, ink = _levels(red)
    ink = min(ink, level - _MIN_CONTRAST)
    # JPEG keeps colour at half the resolution, so the stamp's edges are less red than it is
    zone = cv2.dilate(coloured.astype(np.uint8), np.ones((7, 7), np.uint8)) > 0
    levels = ink + (np.arange(256) - ink) * ((paper - ink) / (level - ink))
    red[zone] = levels.clip(0, paper).astype(np.uint8)[red[zone]]
    return red


def _levels(grey: Picture) -> tuple[float, float, float]:
    """Return the noise of a page, and the levels of its paper and ink."""
    rows = grey[::7].astype(np.int16)
    ink, paper = np.percentile(rows, (0.1, 60))
    return float(np.median(np.abs(np.diff(rows, axis=1)))), float(paper), float(ink)


def _stretched(grey: Picture, ink: float, paper: float) -> Picture:
    """Make the ink black and the paper white."""
    if paper - ink < _MIN_CONTRAST or (paper > 250 and ink < 40):
        return grey
    levels = (np.arange(256) - ink) * (255 / (paper - ink))
    return cv2.LUT(grey, levels.clip(0, 255).astype(np.uint8))


def _straightened(grey: Picture, angle: float, scale: float) -> Cleaned:
    """Turn a picture about its middle, counter-clockwise, where it is askew, and scale it, in one resampling."""
    angle = angle if abs(angle) > _STRAIGHT else 0.0
    height, width = grey.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, scale)
    size = round(width * scale), round(height * scale)
    matrix[:, 2] += (size[0] / 2 - width / 2, size[1] / 2 - height / 2)
    back = cv2.invertAffineTransform(matrix) * scale
    if angle or abs(scale - 1) > 0.01:
        grey = cv2.warpAffine(grey, matrix, size, flags=cv2.INTER_CUBIC, borderValue=255)
    return Cleaned(grey, back)


class _Level(NamedTuple):
    angle: float
    sharpness: float


def skew(grey: Picture) -> float:
    """Return by how many degrees a page must be turned, counter-clockwise, for its lines to be level."""
    return _level(grey).angle


def _level(grey: Picture) -> _Level:
    """Find the lines of a page.

    Seen along its lines, a page of text is a comb of ink and gaps; the angle at which the comb is sharpest is theirs.
    """
    factor = max(1, round(min(grey.shape) / 800))
    small = cv2.resize(grey, None, fx=1 / factor, fy=1 / factor, interpolation=cv2.INTER_AREA)
    rows, columns = np.nonzero(small < _INK)
    if len(rows) < _MIN_INK:
        return _Level(0.0, 0.0)
    best, span, step = _Level(0.0, 0.0), _MAX_SKEW, _FIRST_STEP
    while step >= _LAST_STEP:
        angles = np.arange(best.angle - span, best.angle + span + step / 2, step)
        best = max(
            (_sharpness(rows, columns - small.shape[1] / 2, float(angle)) for angle in angles), key=_by_sharpness
        )
        span, step = step, step / 5
    return best


def _by_sharpness(level: _Level) -> float:
    return level.sharpness


def _sharpness(rows: NDArray[Any], columns: NDArray[Any], angle: float) -> _Level:
    shifted = rows - columns * np.tan(np.radians(angle))
    profile = np.bincount((shifted - shifted.min()).astype(np.int32)).astype(np.float64)
    return _Level(angle, float((np.diff(profile) ** 2).sum()))

"""Pages of a PDF as pictures, through pdfium."""

from typing import Any, NamedTuple

from extractor.reading.scan.cleaning import DPI
from extractor.reading.scan.run import Shot, check_pixels

_MIN_DPI = 150
_COVERS = 0.5
"""Of the page, for a picture that is a scan of it."""
_MAX_PIXELS = 40_000_000
"""Of a rendered page: more than A2 at 300 dpi; larger sheets are rendered more coarsely."""
_MAX_OBJECTS = 2_000


class _Scan(NamedTuple):
    pixels: int
    points: float
    share: float


def is_scan(page: Any) -> bool:
    """Tell whether a picture covers most of a page."""
    scan = _largest_picture(page)
    return scan is not None and scan.share > _COVERS


def shot_of(page: Any) -> Shot:
    """Render a page at the resolution of its scan, or else at that which recognition works at."""
    width, height = page.get_size()
    scan = _largest_picture(page)
    dpi = float(DPI)
    if scan is not None and scan.share > _COVERS:
        dpi = min(dpi, max(_MIN_DPI, scan.pixels * 72 / scan.points))
    dpi = min(dpi, 72 * (_MAX_PIXELS / max(1.0, width * height)) ** 0.5)
    picture = page.render(scale=dpi / 72, rev_byteorder=True, prefer_bgrx=False).to_numpy()
    if picture.ndim == 3 and picture.shape[2] == 1:
        picture = picture[..., 0]
    return Shot(picture, dpi, (round(width), round(height)))


def _largest_picture(page: Any) -> _Scan | None:
    """Return the largest picture on a page; raises TooLargeError for one that is larger than any scan."""
    import pypdfium2.raw as pdfium

    width, height = page.get_size()
    best: _Scan | None = None
    for count, picture in enumerate(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)):
        if count > _MAX_OBJECTS:
            break
        across, down = picture.get_px_size()
        check_pixels(across, down)
        left, bottom, right, top = picture.get_bounds()
        share = (right - left) * (top - bottom) / max(1.0, width * height)
        if best is None or share > best.share:
            best = _Scan(across, max(1.0, right - left), share)
    return best

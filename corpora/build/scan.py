"""Scans of a plan: its PDF pages as pictures, clean at 300 dpi or as an old office scanner gives them at 200 dpi."""

import io
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL.Image import Image

_RED = (205, 30, 45)


@dataclass(frozen=True)
class Quality:
    """How a scanner spoils a page; the default spoils nothing."""

    dpi: int = 300
    jpeg: int = 60
    skew: float = 0.0
    """Degrees at most, to either side."""
    blur: float = 0.0
    noise: float = 0.0
    """Standard deviation, of 255."""
    specks: int = 0
    contrast: tuple[int, int] = (0, 255)
    """What black and white become."""
    stamp: bool = False


KEPT = ("giam-ngheo-xa-2022", "phong-chay-truong-hoc-2022", "vu-xuan-2025", "cai-cach-hanh-chinh-tinh-2025")
"""The plans whose scans are kept in the repository; `python -m benchmarks.scans` makes those of all."""
TIFF, PNG, MIXED = "giam-ngheo-xa-2022", "vu-xuan-2025", "tiem-phong-xa-2014"
CLEAN = Quality()
DEGRADED = Quality(200, 42, skew=1.2, blur=0.5, noise=9.0, specks=250, contrast=(38, 232), stamp=True)


def scan_files(name: str, document: bytes) -> Iterator[tuple[str, bytes]]:
    """Give path and bytes of the scans that are kept of a plan, made from its PDF."""
    if name not in {*KEPT, TIFF, PNG, MIXED}:
        return
    clean = page_pictures(document, CLEAN)
    if name in KEPT:
        yield f"corpora/scan/{name}.pdf", scan_pdf(clean, CLEAN)
        yield f"corpora/scan-degraded/{name}.pdf", scan_pdf(page_pictures(document, DEGRADED), DEGRADED)
    if name == TIFF:
        first, *others = (page.convert("1") for page in clean)
        settings = {"save_all": True, "append_images": others, "compression": "group4", "dpi": (CLEAN.dpi, CLEAN.dpi)}
        yield f"corpora/scan-other/{name}.tiff", _saved(first, "TIFF", **settings)
    if name == PNG:
        yield f"corpora/scan-other/{name}.png", _saved(clean[0].convert("1"), "PNG", dpi=(CLEAN.dpi, CLEAN.dpi))
    if name == MIXED:
        yield f"corpora/scan-other/{name}.pdf", mixed_pdf(document, clean, 1, CLEAN)


def _saved(picture: "Image", picture_format: str, **settings: Any) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, picture_format, **settings)
    return buffer.getvalue()


def page_pictures(document: bytes, quality: Quality) -> "list[Image]":
    """Return the pages of a PDF as a scanner gives them: in grey, those with a stamp in colour."""
    import pypdfium2

    opened = pypdfium2.PdfDocument(document)
    seed = zlib.crc32(document)
    stamped = {0, len(opened) - 1} if quality.stamp else set[int]()
    return [_scanned(opened[i], quality, seed + i, stamped=i in stamped) for i in range(len(opened))]


def scan_pdf(pictures: "Sequence[Image]", quality: Quality) -> bytes:
    """Put pages together to a PDF of JPEG pictures, without text layer; the same pages give the same bytes."""
    buffer = io.BytesIO()
    first, *others = pictures
    first.save(
        buffer, "PDF", save_all=True, append_images=others, resolution=quality.dpi, quality=quality.jpeg,
        creationDate=None, modDate=None, producer="kehoach",
    )  # fmt: skip
    return buffer.getvalue()


def mixed_pdf(document: bytes, pictures: "Sequence[Image]", scanned: int, quality: Quality) -> bytes:
    """Replace one page of a PDF, counted from 0, by its scan."""
    import pypdfium2

    opened = pypdfium2.PdfDocument(document)
    picture = pypdfium2.PdfDocument(scan_pdf([pictures[scanned]], quality))
    opened.import_pages(picture, index=scanned)
    opened.del_page(scanned + 1)
    buffer = io.BytesIO()
    opened.save(buffer)
    return buffer.getvalue()


def _scanned(page: Any, quality: Quality, seed: int, *, stamped: bool) -> "Image":
    import numpy as np
    from PIL import Image, ImageFilter

    chance = np.random.default_rng(seed)
    picture: Image.Image = page.render(scale=quality.dpi / 72).to_pil().convert("RGB" if stamped else "L")
    if stamped:
        _stamp(picture, quality.dpi, chance)
    if quality.skew:
        angle = float(chance.uniform(-quality.skew, quality.skew))
        white = (255, 255, 255) if stamped else 255
        picture = picture.rotate(angle, Image.Resampling.BICUBIC, fillcolor=white)
    if quality.blur:
        picture = picture.filter(ImageFilter.GaussianBlur(quality.blur))
    if not (quality.noise or quality.specks):
        return picture
    dark, light = quality.contrast
    pixels = dark + np.asarray(picture, np.float32) * ((light - dark) / 255)
    noise = chance.normal(0, quality.noise, pixels.shape[:2]).astype(np.float32)
    pixels += noise[..., None] if stamped else noise
    for y, x in chance.integers((pixels.shape[0] - 3, pixels.shape[1] - 3), size=(quality.specks, 2)):
        pixels[y : y + int(chance.integers(1, 3)), x : x + int(chance.integers(1, 3))] = dark
    return Image.fromarray(pixels.clip(0, 255).astype(np.uint8))


def _stamp(picture: "Image", dpi: int, chance: Any) -> None:
    """Print a round red stamp over the text: across the agency's name on the first page, the signature on the last."""
    from PIL import Image, ImageChops, ImageDraw

    size = round(dpi * 1.4)
    layer = Image.new("RGB", picture.size, (255, 255, 255))
    x = round(picture.width * chance.uniform(0.5, 0.6))
    y = round(picture.height * chance.uniform(0.2, 0.6))
    draw = ImageDraw.Draw(layer)
    for inset, width in ((0.0, 0.022), (0.06, 0.008), (0.3, 0.008)):
        edge = size * inset
        draw.ellipse((x + edge, y + edge, x + size - edge, y + size - edge), outline=_RED, width=round(size * width))
    points = [(0.5, 0.36), (0.62, 0.66), (0.34, 0.47), (0.66, 0.47), (0.38, 0.66)]
    draw.polygon([(x + size * a, y + size * b) for a, b in points], outline=_RED, width=round(size * 0.015))
    picture.paste(ImageChops.multiply(picture, layer))

"""Picture files, of one page or many, to `Source`."""

import hashlib
from collections.abc import Iterator
from io import BytesIO
from warnings import catch_warnings

import numpy as np
from PIL import Image, ImageOps, ImageSequence

from extractor.reading.errors import BrokenFileError, IllegibleError, ReadingError, TooLargeError
from extractor.reading.limits import MAX_SCANNED_PAGES, MAX_TEXT_BYTES, check_size
from extractor.reading.pdf.flow import compose
from extractor.reading.recognition import Recognition
from extractor.reading.scan.run import Shot, check_pixels, recognise_pages, recognised, unrecognised
from extractor.reading.source import Source

_MEDIA_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "TIFF": "image/tiff"}
_PAGE_INCHES = 11.7
"""Long side of A4, by which the resolution is told where the file does not say it."""
_MIN_DPI, _MAX_DPI = 100, 1200


def read_pictures(data: bytes, picture_format: str, name: str | None, recognition: Recognition) -> Source:
    """Read the bytes of a picture file of a format in Pillow's name: each of its pictures is a page."""
    try:
        # sizes are checked here, by the header, before anything is decoded
        Image.MAX_IMAGE_PIXELS = None
        # Pillow warns on standard error of damage that does no harm, and fails where it does
        with catch_warnings(action="ignore"), Image.open(BytesIO(data), formats=[picture_format]) as opened:
            pages = list(recognise_pages(shots(opened), recognition.threads))
    except ReadingError:
        raise
    except Exception as error:  # damaged pictures make Pillow fail in many ways
        raise BrokenFileError(picture_format) from error
    empty = [i for i, page in enumerate(pages, 1) if not page.has_text]
    if len(empty) == len(pages):
        raise IllegibleError
    composer = compose(pages)
    check_size(len(composer.text), MAX_TEXT_BYTES)
    warnings = [recognised(range(1, len(pages) + 1), len(pages))] + ([unrecognised(empty)] if empty else [])
    digest = hashlib.sha256(data).hexdigest()
    return Source(
        composer.text, composer.layout(wrapped=True), digest, _MEDIA_TYPES[picture_format], name, tuple(warnings)
    )


def shots(opened: Image.Image) -> Iterator[Shot]:
    """Yield the pages of an opened picture file; raises TooLargeError where there are too many or too large ones."""
    for number, frame in enumerate(ImageSequence.Iterator(opened), 1):
        if number > MAX_SCANNED_PAGES:
            raise TooLargeError(f"more than {MAX_SCANNED_PAGES} pages")
        check_pixels(*frame.size)
        stated = frame.info.get("dpi", (0, 0))[0]
        upright = ImageOps.exif_transpose(frame)
        picture = _on_white(upright)
        dpi = float(stated) if _MIN_DPI <= stated <= _MAX_DPI else max(upright.size) / _PAGE_INCHES
        size = round(upright.width * 72 / dpi), round(upright.height * 72 / dpi)
        yield Shot(np.asarray(picture), dpi, size)


def _on_white(picture: Image.Image) -> Image.Image:
    """Return a picture in grey or colour of 8 bits; what is transparent is paper."""
    if picture.has_transparency_data:
        picture = picture.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture).convert("RGB")
    if picture.mode.startswith("I"):
        return Image.fromarray((np.asarray(picture).astype(np.uint32) >> 8).clip(0, 255).astype(np.uint8))
    return picture.convert("L" if picture.mode in ("1", "L", "LA") else "RGB")

"""Where the pages and recognised words of a document stand; kept beside its record, which does not hold them."""

import json
from dataclasses import asdict, dataclass
from io import BytesIO
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from extractor.output.jsonfile import write_whole
from extractor.reading.source import Source

PDF = "application/pdf"
PICTURES = {"image/png": "PNG", "image/jpeg": "JPEG", "image/tiff": "TIFF"}
"""Media types of pictures with Pillow's names of their formats."""


@dataclass(frozen=True, slots=True)
class PageSpan:
    """A page: its part of the text, and its size in points."""

    start: int
    end: int
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class WordBox:
    """A word and its place on its page, in points from the upper left corner."""

    start: int
    end: int
    x0: float
    y0: float
    x1: float
    y1: float
    confidence: float | None = None
    """Of its recognition, 0 to 100; null where the document has text."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The pages of a document."""

    document: str
    """SHA-256 of the file."""
    media_type: str
    pages: tuple[PageSpan, ...] = ()
    words: tuple[tuple[WordBox, ...], ...] = ()
    """Of each page the recognised words; none of pages with text."""


_ADAPTER = TypeAdapter(Layout)


def layout_of(source: Source, data: bytes) -> Layout:
    """Return the layout of a document that was read from these bytes."""
    sizes = _sizes(data, source.media_type)
    spans = source.layout.pages if len(sizes) == len(source.layout.pages) else ()
    pages = tuple(PageSpan(span.start, span.end, *size) for span, size in zip(spans, sizes, strict=False))
    words: list[list[WordBox]] = [[] for _ in pages]
    for word in source.layout.words if pages else ():
        left, bottom, right, top = word.box
        height = pages[word.page - 1].height
        box = (left, round(height - top, 1), right, round(height - bottom, 1))
        words[word.page - 1].append(WordBox(word.start, word.end, *box, round(word.confidence, 1)))
    return Layout(source.sha256, source.media_type, pages, tuple(map(tuple, words)))


def write_layout(path: Path, layout: Layout) -> None:
    """Write a layout."""
    write_whole(path, json.dumps(asdict(layout), separators=(",", ":")) + "\n")


def read_layout(path: Path) -> Layout | None:
    """Read a layout; None where there is none."""
    try:
        return _ADAPTER.validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None


def _sizes(data: bytes, media_type: str) -> list[tuple[float, float]]:
    if media_type == PDF:
        import pypdfium2

        with pypdfium2.PdfDocument(data) as document:
            return [_rounded(*document.get_page_size(i)) for i in range(len(document))]
    if media_type in PICTURES:
        from PIL import Image

        from extractor.reading.scan.pictures import shots

        with Image.open(BytesIO(data), formats=[PICTURES[media_type]]) as opened:
            return [_rounded(*shot.size) for shot in shots(opened)]
    return []


def _rounded(width: float, height: float) -> tuple[float, float]:
    return round(width, 1), round(height, 1)

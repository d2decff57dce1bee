"""The pages of documents as pictures, and where their words stand."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from extractor.reading.errors import ReadingError
from extractor.reading.legacy import LegacyRuns
from extractor.reading.pdf.legacy import may_be_legacy, survey
from extractor.reading.pdf.lines import PageText
from extractor.reviewing.api.problems import ProblemError
from extractor.reviewing.review.boxes import word_boxes
from extractor.reviewing.review.layout import PDF, PICTURES, Layout, PageSpan, WordBox
from extractor.reviewing.review.opened import Opened

_DPI = 110
"""Of the pictures: A4 is 910 × 1287 pixels, which shows small print and loads at once."""
_MAX_PIXELS = 12_000_000
"""Of one picture: A1 at that resolution; larger sheets are shown more coarsely."""
_KEPT = 64
"""Pictures and lists of boxes that are kept: those of some long plans."""

T = TypeVar("T")


class Pages:
    """Shows pages; pdfium works in one thread at a time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[object, ...], Any] = OrderedDict()

    def picture(self, opened: Opened, number: int) -> bytes:
        """Return a page, counted from 1, as PNG; raises ProblemError where there is none."""
        layout, span = _page(opened, number)
        return self._once(
            ("picture", layout.document, number), lambda: _picture(opened.entry.path, layout, span, number)
        )

    def boxes(self, opened: Opened, number: int) -> list[WordBox]:
        """Return where the words of a page stand; of a page that was recognised, the words of its picture."""
        layout, span = _page(opened, number)
        if layout.words[number - 1] or layout.media_type != PDF:
            return list(layout.words[number - 1])
        text = opened.record.text
        return self._once(("boxes", layout.document, number), lambda: _boxes(opened.entry.path, span, number, text))

    def _once(self, key: tuple[object, ...], make: Callable[[], T]) -> T:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                known: T = self._kept[key]
                return known
            try:
                made = make()
            except (OSError, RuntimeError, ValueError, SyntaxError, ReadingError) as error:
                raise ProblemError(
                    "not_found", f"the page cannot be shown ({type(error).__name__})", "không hiển thị được trang này"
                ) from error
            self._kept[key] = made
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
            return made


def _page(opened: Opened, number: int) -> tuple[Layout, PageSpan]:
    layout = opened.layout
    if layout is None or not 1 <= number <= len(layout.pages):
        raise ProblemError("not_found", "there is no such page", "không có trang này")
    return layout, layout.pages[number - 1]


def _picture(path: Path, layout: Layout, span: PageSpan, number: int) -> bytes:
    dpi = min(_DPI, 72 * (_MAX_PIXELS / max(1.0, span.width * span.height)) ** 0.5)
    if layout.media_type in PICTURES:
        picture = _scanned(path, PICTURES[layout.media_type], number)
        picture = picture.resize((max(1, round(span.width * dpi / 72)), max(1, round(span.height * dpi / 72))))
    else:
        with _opened(path) as document:
            picture = document[number - 1].render(scale=dpi / 72, may_draw_forms=False).to_pil()
    out = BytesIO()
    picture.convert("L" if picture.mode in ("1", "L") else "RGB").save(out, "PNG", compress_level=4)
    return out.getvalue()


def _scanned(path: Path, picture_format: str, number: int) -> Any:
    from PIL import Image

    from extractor.reading.scan.pictures import shots

    with Image.open(path, formats=[picture_format]) as opened:
        shot = next(islice(shots(opened), number - 1, None))
        return Image.fromarray(shot.picture)


def _boxes(path: Path, span: PageSpan, number: int, text: str) -> list[WordBox]:
    with _opened(path) as document:
        page = document[number - 1]
        return word_boxes(page, span, text, _legacy(document, page))


def _legacy(document: Any, page: Any) -> LegacyRuns | None:
    text = PageText(page)
    try:
        return survey(document) if may_be_legacy(text) else None
    finally:
        text.close()


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    try:
        yield document
    finally:
        document.close()

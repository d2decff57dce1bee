"""Many pictures of pages, recognised side by side and given back in order."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import NamedTuple

from extractor.reading.errors import TooLargeError
from extractor.reading.limits import MAX_PICTURE_PIXELS
from extractor.reading.pdf.flow import Page
from extractor.reading.scan.cleaning import Picture, clean
from extractor.reading.scan.page import Prepared, prepare, read_page
from extractor.reading.scan.tesseract import SlowPageError, model
from extractor.reading.source import ReadingWarning


class Shot(NamedTuple):
    """A picture of a page."""

    picture: Picture
    dpi: float
    size: tuple[int, int]
    """In points."""


def recognise_pages(shots: Iterable[Shot], threads: int) -> Iterator[Page]:
    """Recognise pages; one that takes too long is given as an empty one.

    Tesseract runs in processes of its own, which the threads wait for; the next pictures are made ready meanwhile.
    """
    model()
    pending: deque[Future[Page]] = deque()
    with ThreadPoolExecutor(threads) as pool:
        for shot in shots:
            pending.append(pool.submit(_read, prepare(clean(shot.picture, shot.dpi), shot.size)))
            if len(pending) > threads:
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()


def _read(prepared: Prepared) -> Page:
    try:
        return read_page(prepared)
    except SlowPageError:
        return Page([], [], prepared.upright_size)


def check_pixels(width: int, height: int) -> None:
    """Raise TooLargeError for a picture that is larger than any page, before it is decoded."""
    if width * height > MAX_PICTURE_PIXELS:
        raise TooLargeError(f"{width} × {height} pixels, at most {MAX_PICTURE_PIXELS // 1_000_000} million")


def unrecognised(pages: Sequence[int]) -> ReadingWarning:
    """Warn of pages, counted from 1, on which nothing was recognised."""
    numbers = ", ".join(map(str, pages))
    return ReadingWarning(
        "pages_unrecognised",
        f"Nothing was recognised on page {numbers}: blank, or too poor a picture; look at it.",
        f"Không nhận dạng được chữ ở trang {numbers}: trang trống hoặc ảnh quá xấu; cần xem lại.",
    )


def recognised(pages: Sequence[int], total: int) -> ReadingWarning:
    """Say which pages, counted from 1, were recognised."""
    all_ = len(pages) == total
    numbers = ", ".join(map(str, pages))
    return ReadingWarning(
        "recognised",
        f"The text of {'all pages' if all_ else f'page {numbers}'} was recognised from pictures (OCR); values may hold "
        "errors of recognition, those that rest on doubtful words are marked for review.",
        f"Chữ của {'tất cả các trang' if all_ else f'trang {numbers}'} được nhận dạng từ ảnh (OCR); giá trị có thể "
        "sai do nhận dạng, giá trị dựa trên từ không chắc chắn được đánh dấu cần xem lại.",
    )

"""Limits that keep time and memory in bounds, each with its reason."""

from extractor.reading.errors import TooLargeError

MAX_FILE_BYTES = 200_000_000
"""Of any file: a scanned plan of 300 pages has about 100 MB, and a file is held in memory whole."""
MAX_TEXT_BYTES = 20_000_000
"""Of text: a plan with all its annexes has less than 1 MB; twenty times that still runs in half a minute."""
MAX_UNPACKED_BYTES = 400_000_000
"""Of all members of a DOCX together: pictures of twice the largest file; a ZIP bomb unpacks to thousands of times."""
MAX_XML_BYTES = 100_000_000
"""Of one XML part of a DOCX: 20 MB of text have about five times that in markup."""
MAX_MEMBERS = 20_000
"""Of members of a DOCX: one has some dozens, and one for each picture."""
MAX_PAGES = 3_000
"""Of a PDF: ten times the longest annexed master plan."""
MAX_PAGE_CONTENT_BYTES = 30_000_000
"""Of a PDF page's text and drawing operators: a map of an annex has a tenth; pdfium takes seven seconds for 10 MB."""
MAX_CONTENT_BYTES = 150_000_000
"""Of the operators of all pages of a PDF: a page of text has some ten kilobytes."""
CONVERSION_SECONDS = 120
"""Of converting an old Word file: twenty times what a plan with all its annexes takes."""
MAX_SCANNED_PAGES = 1_000
"""Of pages to recognise: at a second and a half each they take half an hour on one processor."""
MAX_PICTURE_PIXELS = 100_000_000
"""Of one picture: A3 at 600 dpi has 70 million."""


def check_size(size: int, limit: int) -> None:
    """Raise TooLargeError when a number of bytes is above its limit."""
    if size > limit:
        raise TooLargeError(f"{size / 1e6:.0f} MB, at most {limit // 1_000_000} MB")

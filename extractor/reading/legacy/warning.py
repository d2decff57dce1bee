"""What the user is told of a converted text."""

from extractor.lexicon.encodings import Encoding
from extractor.reading.source import ReadingWarning


def legacy_warning(encoding: Encoding) -> ReadingWarning:
    """Name the old encoding that text was converted from."""
    return ReadingWarning(
        "legacy_encoding",
        f"Text in the old encoding {encoding.title} was converted to Unicode; check names and capitals.",
        f"Phần chữ theo bảng mã cũ {encoding.title} đã được chuyển sang Unicode; hãy kiểm tra tên riêng và chữ hoa.",
    )

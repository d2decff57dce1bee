"""Opens files: tells the format by the bytes and hands them to its reader."""

import os
import stat
import unicodedata
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

from extractor.reading.errors import (
    AccessError,
    BrokenFileError,
    EmptyFileError,
    MissingFileError,
    NotADocumentError,
    NotAFileError,
    PictureError,
    UnsupportedFormatError,
)
from extractor.reading.limits import MAX_FILE_BYTES, check_size
from extractor.reading.recognition import Recognition
from extractor.reading.source import Source
from extractor.reading.text import read_text

_PICTURES = (
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"\x00\x00\x00\x0cjP  ", "JPEG 2000"),
)
_RECOGNISED = frozenset({"PNG", "JPEG", "TIFF"})
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF = b"{\\rtf"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OPENDOCUMENT_TEXT = b"application/vnd.oasis.opendocument.text"
_PDF_HEADER_WITHIN = 1024
"""Readers of PDF accept junk of this length before the header."""
_OFFICE_FOLDERS = (("xl/", "XLSX"), ("ppt/", "PPTX"))


def read_file(path: str | os.PathLike[str], recognition: Recognition = Recognition()) -> Source:  # noqa: B008
    """Read a file: text, Markdown, DOCX, DOC, RTF, ODT, PDF or a picture, told apart by its bytes.

    Raises ReadingError (and nothing else) for a file that cannot be read.
    """
    path = Path(path)
    try:
        info = path.stat()
        if not stat.S_ISREG(info.st_mode):
            raise NotAFileError
        check_size(info.st_size, MAX_FILE_BYTES)
        data = path.read_bytes()
    except FileNotFoundError:
        raise MissingFileError from None
    except NotADirectoryError:
        raise MissingFileError from None
    except (OSError, ValueError) as error:
        raise AccessError(getattr(error, "strerror", None) or str(error)) from None
    return read_bytes(data, unicodedata.normalize("NFC", path.name), recognition)


def read_bytes(data: bytes, name: str | None = None, recognition: Recognition = Recognition()) -> Source:  # noqa: B008
    """Read a document given as bytes; `name` is only recorded. Raises ReadingError for one that cannot be read."""
    if not data:
        raise EmptyFileError
    for magic, picture in _PICTURES:
        if data.startswith(magic):
            return _read_picture(data, picture, name, recognition)
    _refuse_other_formats(data)
    if data.startswith(_ZIP):
        return _read_zip(data, name)
    if data.startswith(_OLE2):
        from extractor.reading.office import read_compound

        return read_compound(data, name)
    if data.startswith(_RTF):
        from extractor.reading.office import read_rtf

        return read_rtf(data, name)
    if b"%PDF-" in data[:_PDF_HEADER_WITHIN]:
        from extractor.reading.pdf import read_pdf

        return read_pdf(data, name, recognition)
    return read_text(data, name)


def _read_picture(data: bytes, picture: str, name: str | None, recognition: Recognition) -> Source:
    if picture not in _RECOGNISED or recognition.mode == "never":
        raise PictureError(picture)
    from extractor.reading.scan.pictures import read_pictures

    return read_pictures(data, picture, name, recognition)


def _refuse_other_formats(data: bytes) -> None:
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        raise PictureError("WebP")
    if data.startswith(b"BM") and data[2:6] == len(data).to_bytes(4, "little"):
        raise PictureError("BMP")
    if data[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif"):
        raise PictureError("HEIC")


def _read_zip(data: bytes, name: str | None) -> Source:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = archive.namelist()
            mimetype = archive.read("mimetype")[:100] if members[:1] == ["mimetype"] else b""
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, RuntimeError, zlib.error):
        raise BrokenFileError("DOCX/ZIP") from None
    if mimetype.startswith(_OPENDOCUMENT_TEXT):
        from extractor.reading.office import read_opendocument

        return read_opendocument(data, name)
    if b"opendocument" in mimetype:
        raise UnsupportedFormatError("OpenDocument (ODS, ODP)")
    for folder, office_format in _OFFICE_FOLDERS:
        if "[Content_Types].xml" in members and any(member.startswith(folder) for member in members):
            raise UnsupportedFormatError(office_format)
    if "[Content_Types].xml" not in members or "_rels/.rels" not in members:
        raise NotADocumentError
    from extractor.reading.docx import read_docx

    return read_docx(data, name)

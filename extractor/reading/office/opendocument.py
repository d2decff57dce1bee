"""Checks of OpenDocument texts before they are handed to LibreOffice."""

import zipfile
import zlib
from io import BytesIO

from extractor.reading.docx.package import check_members
from extractor.reading.errors import BrokenFileError, EncryptedError

_BROKEN = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError)


def check_opendocument(data: bytes) -> None:
    """Refuse ZIP bombs and documents that open with a password only."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            check_members(archive)
            archive.read("content.xml")
            if b"encryption-data" in archive.read("META-INF/manifest.xml"):
                raise EncryptedError
    except (*_BROKEN, KeyError):
        raise BrokenFileError("ODT") from None


def has_scripts(data: bytes) -> bool:
    """Tell whether a document holds macros."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return any(name.startswith(("Basic/", "Scripts/")) for name in archive.namelist())

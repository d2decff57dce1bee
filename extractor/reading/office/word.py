"""Tells Word documents from other OLE2 files, and what stands in the way of reading one ([MS-DOC] 2.5.1)."""

import struct

from extractor.reading.errors import BrokenFileError, EncryptedError, UnsupportedFormatError
from extractor.reading.office.compound import Compound

_OTHERS = (
    ("Workbook", "XLS (Excel)"),
    ("Book", "XLS (Excel)"),
    ("PowerPoint Document", "PPT (PowerPoint)"),
    ("VisioDocument", "VSD (Visio)"),
    ("__properties_version1.0", "MSG (Outlook)"),
)
"""What streams of other programs' files are named."""
_INSTALLER = bytes.fromhex("84100c0000000000c000000000000046")
_MACROS = frozenset({"Macros", "_VBA_PROJECT", "_VBA_PROJECT_CUR"})
_LOCKED = 0x0100
_SECOND_TABLE = 0x0200
_WORD_97, _WORD_95 = 193, 104
"""The first versions of the file format that these programs wrote."""


def check_word(document: Compound) -> None:
    """Raise ReadingError where an OLE2 file is no Word document, is locked, or is cut off."""
    names = document.names()
    if "WordDocument" not in names:
        if "EncryptedPackage" in names:
            raise EncryptedError
        if document.class_id == _INSTALLER:
            raise UnsupportedFormatError("MSI (installer)")
        raise UnsupportedFormatError(next((title for name, title in _OTHERS if name in names), "OLE2"))
    version, flags = _head(document)
    if flags & _LOCKED:
        raise EncryptedError
    if version >= _WORD_97 and document.stream("1Table" if flags & _SECOND_TABLE else "0Table") is None:
        raise BrokenFileError("DOC")


def has_macros(document: Compound) -> bool:
    """Tell whether a Word document holds macros."""
    return bool(document.names() & _MACROS)


def input_filter(document: Compound) -> str:
    """Return LibreOffice's name for the version of Word that wrote the document."""
    version, _ = _head(document)
    return "MS Word 97" if version >= _WORD_97 else "MS Word 95" if version >= _WORD_95 else "MS WinWord 6.0"


def _head(document: Compound) -> tuple[int, int]:
    """Return version and flags from the first bytes of the text stream."""
    stream = document.stream("WordDocument") or b""
    try:
        version, flags = struct.unpack_from("<2xH6xH", stream)
    except struct.error:
        raise BrokenFileError("DOC") from None
    return version, flags

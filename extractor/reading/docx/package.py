"""Opens a DOCX package after checking that it is one and that it is safe to unpack."""

import zipfile
import zlib
from io import BytesIO
from typing import Any

import regex

from extractor.reading.errors import (
    BrokenFileError,
    EncryptedError,
    NotADocumentError,
    TooLargeError,
    UnsafeFileError,
    UnsupportedFormatError,
)
from extractor.reading.limits import MAX_MEMBERS, MAX_UNPACKED_BYTES, MAX_XML_BYTES, check_size

_DECLARATION = regex.compile(rb"<\x00?!\x00?(?:D\x00?O\x00?C\x00?T\x00?Y\x00?P\x00?E|E\x00?N\x00?T\x00?I\x00?T\x00?Y)")
_ENCRYPTED = 0x1
_MARKUP = (".xml", ".rels")


def open_package(data: bytes) -> Any:
    """Open the Word document in a ZIP archive as python-docx has it; raises ReadingError where it is none."""
    check_package(data)
    import docx

    try:
        return docx.Document(BytesIO(data))
    except ValueError as error:
        # python-docx says so of a package whose main part is no Word document
        raise (NotADocumentError() if "not a Word file" in str(error) else BrokenFileError("DOCX")) from error
    except Exception as error:  # damaged parts make python-docx and lxml fail in many ways
        raise BrokenFileError("DOCX") from error


def check_package(data: bytes) -> None:
    """Refuse ZIP bombs, locked members, entity declarations and the relatives of DOCX that are not read."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            check_members(archive)
            for member in archive.infolist():
                if member.filename.endswith(_MARKUP):
                    _check_part(member.filename, archive.read(member))
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError) as error:
        raise BrokenFileError("DOCX") from error


def check_members(archive: zipfile.ZipFile) -> None:
    """Refuse an archive that unpacks to too much or that is locked."""
    members = archive.infolist()
    if len(members) > MAX_MEMBERS:
        raise TooLargeError(f"{len(members)} parts, at most {MAX_MEMBERS}")
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise EncryptedError
    check_size(sum(member.file_size for member in members), MAX_UNPACKED_BYTES)
    for member in members:
        if member.filename.endswith(_MARKUP):
            check_size(member.file_size, MAX_XML_BYTES)


def _check_part(name: str, content: bytes) -> None:
    if _DECLARATION.search(content):
        raise UnsafeFileError("XML entity declarations")
    if name == "_rels/.rels" and b"purl.oclc.org/ooxml" in content:
        raise UnsupportedFormatError("Strict Open XML")
    if name == "[Content_Types].xml" and (b"macroEnabled.main" in content or b"template.main" in content):
        raise UnsupportedFormatError("DOCM/DOTX")

"""Old Word (.doc), RTF and OpenDocument text to `Source`: converted to DOCX by LibreOffice and read as such.

Where LibreOffice is not installed, antiword or catdoc gives the bare text of a .doc, and a warning says what is lost.
"""

from dataclasses import replace
from hashlib import sha256
from typing import NamedTuple

from extractor.reading.docx import read_docx
from extractor.reading.errors import BrokenFileError, MissingProgramError
from extractor.reading.office.compound import Compound
from extractor.reading.office.fields import without_live_fields
from extractor.reading.office.libreoffice import convert, find_libreoffice
from extractor.reading.office.opendocument import check_opendocument, has_scripts
from extractor.reading.office.plain import read_plainly
from extractor.reading.office.word import check_word, has_macros, input_filter
from extractor.reading.source import ReadingWarning, Source

__all__ = ["read_compound", "read_opendocument", "read_rtf"]

_MACROS = ReadingWarning(
    "macros_not_run",
    "The file holds macros; they were not run. Text that they would write is missing.",
    "Tệp có macro; macro không được chạy, phần chữ do macro tạo ra (nếu có) bị thiếu.",
)
_LIVE_FIELDS = ReadingWarning(
    "live_fields_left_out",
    "Fields whose content is made anew at each printing (the day, the time, the file's name) are left out of the text.",
    "Các trường tự cập nhật mỗi lần in (ngày, giờ, tên tệp) không được đưa vào văn bản.",
)


class _Format(NamedTuple):
    """A format that LibreOffice converts."""

    title: str
    suffix: str
    media_type: str


_WORD = _Format("DOC", "doc", "application/msword")
_RTF = _Format("RTF", "rtf", "application/rtf")
_OPENDOCUMENT = _Format("ODT", "odt", "application/vnd.oasis.opendocument.text")


def read_compound(data: bytes, name: str | None = None) -> Source:
    """Read the bytes of an OLE2 file where it is a Word document; raises ReadingError for any other one."""
    document = Compound(data)
    check_word(document)
    warnings = (_MACROS,) if has_macros(document) else ()
    if find_libreoffice() is None:
        source = replace(read_plainly(data), name=name, media_type=_WORD.media_type)
        return replace(source, warnings=(*warnings, *source.warnings))
    return _read_converted(data, name, _WORD, input_filter(document), warnings)


def read_rtf(data: bytes, name: str | None = None) -> Source:
    """Read the bytes of an RTF file."""
    return _read_converted(data, name, _RTF, "Rich Text Format")


def read_opendocument(data: bytes, name: str | None = None) -> Source:
    """Read the bytes of an OpenDocument text."""
    check_opendocument(data)
    return _read_converted(data, name, _OPENDOCUMENT, "writer8", (_MACROS,) if has_scripts(data) else ())


def _read_converted(
    data: bytes, name: str | None, kind: _Format, filter_name: str, warnings: tuple[ReadingWarning, ...] = ()
) -> Source:
    program = find_libreoffice()
    if program is None:
        raise MissingProgramError("libreoffice-writer")
    converted, has_live_fields = without_live_fields(convert(program, data, kind.suffix, filter_name))
    if has_live_fields:
        warnings = (*warnings, _LIVE_FIELDS)
    try:
        source = read_docx(converted, name)
    except BrokenFileError:
        raise BrokenFileError(kind.title) from None
    digest = sha256(data).hexdigest()
    return replace(source, sha256=digest, media_type=kind.media_type, warnings=(*warnings, *source.warnings))

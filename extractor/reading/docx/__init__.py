"""DOCX to `Source`: the text as it is printed, with automatic numbering; headers and footers are left out.

Footnotes are left out of the text (a warning tells how many): they would break sentences and follow the signature.
"""

import hashlib
from typing import Any

from extractor.reading.compose import Composer
from extractor.reading.docx.body import Body
from extractor.reading.docx.numbering import Numbering
from extractor.reading.docx.package import open_package
from extractor.reading.docx.styles import Styles
from extractor.reading.errors import BrokenFileError, EmptyFileError, ReadingError
from extractor.reading.legacy import legacy_warning
from extractor.reading.limits import MAX_TEXT_BYTES, check_size
from extractor.reading.source import ReadingWarning, Source

__all__ = ["read_docx"]

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read_docx(data: bytes, name: str | None = None) -> Source:
    """Read the bytes of a DOCX file."""
    document = open_package(data)
    composer = Composer()
    try:
        body = Body(Styles(_related(document, "/styles")), Numbering(_related(document, "/numbering")))
        body.survey(document.element.body)
        body.read(document.element.body, composer)
    except ReadingError:
        raise
    except Exception as error:  # parts that are well-formed XML but no sound Word markup
        raise BrokenFileError("DOCX") from error
    text = composer.text
    check_size(len(text), MAX_TEXT_BYTES)
    if not text.strip():
        raise EmptyFileError
    warnings = [legacy_warning(encoding) for encoding in body.legacy.used]
    if body.footnotes:
        message = f"{body.footnotes} footnotes are not part of the text."
        message_vi = f"{body.footnotes} chú thích cuối trang không đưa vào văn bản."
        warnings.append(ReadingWarning("footnotes_left_out", message, message_vi))
    layout = composer.layout(wrapped=False)
    return Source(text, layout, hashlib.sha256(data).hexdigest(), MEDIA_TYPE, name, tuple(warnings))


def _related(document: Any, kind: str) -> Any | None:
    """Return the root of the part that the document names by this kind of relationship."""
    from docx.oxml import parse_xml

    for relationship in document.part.rels.values():
        if relationship.reltype.endswith(kind) and not relationship.is_external:
            return parse_xml(relationship.target_part.blob)
    return None

"""Takes out of a converted DOCX what LibreOffice has put there itself: today's date for a date field, and the like.

A date that the machine's clock has written would be taken for the document's own.
"""

import zipfile
from io import BytesIO
from typing import Any

import regex

_DOCUMENT = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LIVE = regex.compile(r"\s*(?:DATE|TIME|FILENAME)\b")
_NO_TARGET = "Error: Reference source not found"
"""What LibreOffice shows for a reference whose target is gone."""
_MAY_BE_FOUND = regex.compile(rb"(?:DATE|TIME|FILENAME)\b|" + _NO_TARGET.encode())


def without_live_fields(data: bytes) -> tuple[bytes, bool]:
    """Empty the fields of a DOCX that show the day, the time, the file's name or an error; tell whether it has any."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            content = archive.read(_DOCUMENT)
            if not _MAY_BE_FOUND.search(content):
                return data, False
            emptied = _emptied(content)
            return (_replaced(archive, emptied), True) if emptied else (data, False)
    except (zipfile.BadZipFile, KeyError, ValueError):
        return data, False


def _emptied(content: bytes) -> bytes | None:
    from lxml import etree

    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    found = False
    fields: list[_Field] = []
    for node in root.iter(f"{_W}fldChar", f"{_W}instrText", f"{_W}t"):
        if node.tag == f"{_W}fldChar":
            _turn(fields, node.get(f"{_W}fldCharType"))
        elif node.tag == f"{_W}instrText":
            if fields:
                fields[-1].instruction += node.text or ""
        elif any(field.is_live for field in fields) or (fields and node.text == _NO_TARGET):
            node.text = ""
            found = True
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True) if found else None


class _Field:
    """A field that is open: what it shows, and whether what it has shown last stands here."""

    def __init__(self) -> None:
        self.instruction = ""
        self.shows = False

    @property
    def is_live(self) -> bool:
        return self.shows and _LIVE.match(self.instruction) is not None


def _turn(fields: list[_Field], kind: Any) -> None:
    if kind == "begin":
        fields.append(_Field())
    elif kind == "separate" and fields:
        fields[-1].shows = True
    elif kind == "end" and fields:
        fields.pop()


def _replaced(archive: zipfile.ZipFile, document: bytes) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as changed:
        for name in archive.namelist():
            changed.writestr(name, document if name == _DOCUMENT else archive.read(name))
    return buffer.getvalue()

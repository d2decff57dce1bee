"""The Word file of a source: two-column header, automatic numbering, real tables, page numbers in the header."""

import io
import zipfile
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

import docx
import regex
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from corpora.build.legacy import FONTS, encode_shown, typed
from corpora.build.marks import Line
from corpora.build.source import Block, PageBreak, Paragraph, PlanSource, Table, Title, TwoColumns

BUILT_AT = datetime(2000, 1, 1, tzinfo=UTC)
_ZIP_TIME = (2000, 1, 1, 0, 0, 0)
_ROMAN = {"I": 1, "V": 5, "X": 10}


def word_of(source: PlanSource, encoding: str | None = None, *, own_starts: bool = False) -> bytes:
    """Build the Word file, in an encoding before Unicode if one is named; the same source gives the same bytes.

    With `own_starts` each list tells its first number itself: LibreOffice mixes lists up that share a definition when
    it writes .doc.
    """
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONTS[encoding] if encoding else "Times New Roman", Pt(13)
    properties = document.core_properties
    properties.author, properties.title = "kehoach", source.name
    properties.created = properties.modified = properties.last_printed = BUILT_AT
    _number_pages(document.sections[0].header.paragraphs[0])
    writer = _Writer(document, encoding, own_starts)
    for block in source.blocks:
        writer.add(block)
    buffer = io.BytesIO()
    document.save(buffer)
    return _with_fixed_times(buffer.getvalue())


def _with_fixed_times(packed: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return buffer.getvalue()


def _number_pages(paragraph: Any) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    element = OxmlElement("w:fldSimple")
    element.set(qn("w:instr"), "PAGE")
    paragraph._p.append(element)


class _Writer:
    """Adds blocks to a Word document."""

    def __init__(self, document: Any, encoding: str | None, own_starts: bool) -> None:
        self.document = document
        self.encoding = encoding
        self.numbering = _Numbering(document.part.numbering_part.element, encoding, own_starts)
        self.new_page = False

    def add(self, block: Block) -> None:
        match block:
            case PageBreak():
                self.document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
            case Paragraph():
                self._paragraph(block)
            case Title():
                for line in block.lines:
                    paragraph = self.document.add_paragraph()
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
                    self._runs(paragraph, line, bold=True)
            case TwoColumns():
                cells = self.document.add_table(1, 2).rows[0].cells
                for cell, lines in zip(cells, (block.left, block.right), strict=True):
                    self._fill(cell, lines, centred=block.kind == "header" or lines is block.right)
            case Table():
                self._table(block)

    def _paragraph(self, block: Paragraph) -> None:
        paragraph = self.document.add_paragraph()
        if block.centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        skip = 0
        if block.label:
            skip = len(block.label) + 1
            self.numbering.number(paragraph, block.label)
        headings = block.line.records.get("outline", [])
        is_heading = bool(headings) and headings[0]["end"] - headings[0]["start"] == len(block.line.text)
        self._runs(paragraph, block.line, skip, bold=is_heading)

    def _table(self, block: Table) -> None:
        table = self.document.add_table(len(block.rows), len(block.rows[0]), style="Table Grid")
        for (row, column), (height, width) in block.spans.items():
            table.cell(row, column).merge(table.cell(row + height - 1, column + width - 1))
        for i, cells in enumerate(block.rows):
            for j, line in enumerate(cells):
                if line is not None:
                    self._runs(table.cell(i, j).paragraphs[0], line, bold=i == 0)

    def _fill(self, cell: Any, lines: list[Line], centred: bool) -> None:
        for i, line in enumerate(lines):
            paragraph = cell.paragraphs[0] if i == 0 else cell.add_paragraph()
            if centred:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            self._runs(paragraph, line)

    def _runs(self, paragraph: Any, line: Line, skip: int = 0, bold: bool = False) -> None:
        edges = {skip, len(line.text), *(p for start, end, _ in line.emphasis for p in (start, end) if p > skip)}
        for start, end in pairwise(sorted(edges)):
            kinds = {kind for first, last, kind in line.emphasis if first <= start and end <= last}
            for text, font in typed(line.text[start:end], self.encoding):
                run = paragraph.add_run(text)
                run.bold = (bold or "bold" in kinds) or None
                run.italic = ("italic" in kinds) or None
                if font:
                    run.font.name = font


class _Numbering:
    """Word numbering: a label that goes on from the one before continues its list, any other starts a new one."""

    def __init__(self, part: Any, encoding: str | None, own_starts: bool) -> None:
        self.part = part
        self.encoding = encoding
        self.own_starts = own_starts
        self.abstract: dict[str, int] = {}
        self.lists: dict[str, tuple[int, int]] = {}
        """Number of the list and the ordinal of its last label, by the label's number format and form."""

    def number(self, paragraph: Any, label: str) -> None:
        """Give a paragraph the numbering that prints `label`."""
        form, kind, ordinal = _form_of(label)
        list_id, last = self.lists.get(kind + form, (0, -1))
        if not list_id or (kind != "bullet" and ordinal != last + 1):
            list_id = self._new_list(form, kind, ordinal)
        self.lists[kind + form] = (list_id, ordinal)
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = list_id

    def _new_list(self, form: str, kind: str, start: int) -> int:
        if self.own_starts:
            return int(self.part.add_num(self._new_abstract(form, kind, start)).numId)
        if kind + form not in self.abstract:
            self.abstract[kind + form] = self._new_abstract(form, kind)
        number = self.part.add_num(self.abstract[kind + form])
        override = number.add_lvlOverride(0)
        override.add_startOverride(start)
        return int(number.numId)

    def _new_abstract(self, form: str, kind: str, start: int = 1) -> int:
        taken = [int(e.get(qn("w:abstractNumId"))) for e in self.part.findall(qn("w:abstractNum"))]
        abstract = _element("w:abstractNum", {"abstractNumId": max(taken, default=0) + 1})
        level = _element("w:lvl", {"ilvl": 0})
        abstract.append(level)
        values = {"start": start, "numFmt": kind, "suff": "space", "lvlText": self._written(form)}
        for name, value in values.items():
            level.append(_element(f"w:{name}", {"val": value}))
        self.part.insert(0, abstract)
        return int(abstract.get(qn("w:abstractNumId")))

    def _written(self, form: str) -> str:
        return encode_shown(form, self.encoding) if self.encoding else form


def _element(name: str, values: dict[str, Any]) -> Any:
    element = OxmlElement(name)
    for key, value in values.items():
        element.set(qn(f"w:{key}"), str(value))
    return element


def _form_of(label: str) -> tuple[str, str, int]:
    """Return level text, number format and ordinal: "a)" gives ("%1)", "lowerLetter", 1)."""
    if label == "-":
        return "-", "bullet", 1
    lead, word, tail = regex.fullmatch(r"(Điều )?(\w+)([.)])", label).groups()
    form = f"{lead or ''}%1{tail}"
    if word.isdigit():
        return form, "decimal", int(word)
    if set(word) <= set(_ROMAN):
        values = [_ROMAN[letter] for letter in word]
        return form, "upperRoman", sum(v if v >= max(values[i:]) else -v for i, v in enumerate(values))
    if "a" <= word <= "d":
        return form, "lowerLetter", ord(word) - ord("a") + 1
    raise ValueError(f"no automatic numbering gives {label!r}")

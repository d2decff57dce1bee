"""Walks the body of a Word document: paragraphs and tables in their order, as they are printed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

import regex

from extractor.reading.compose import GridCell, Run
from extractor.reading.docx.numbering import Numbering, W
from extractor.reading.docx.styles import Styles, font_name, has_borders, outline_level, toggle, value
from extractor.reading.legacy import LegacyRuns, is_suspicious

MAX_COLUMNS = 63
"""Word allows no more."""

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_TRANSPARENT = frozenset(
    W + name for name in "ins moveTo hyperlink smartTag fldSimple customXml sdtContent dir bdo ruby rubyBase".split()
)
_TEXT_OF = {
    W + "tab": " ",
    W + "ptab": " ",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
}
_SOFT_HYPHEN = "\u00ad"
_LAYOUT_TEXT = regex.compile(
    r"CỘNG HO?ÒA? XÃ HỘI|CỘNG HOÀ XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập\s*[-–]\s*Tự do|(?i:Nơi nhận)"
    r"|(?m:^(?:TM|T/M|KT|K/T|TL|TUQ)\.\s?\p{Lu})"
)
_MAX_LAYOUT_ROWS = 6
_MAX_LAYOUT_COLUMNS = 3


class Sink(Protocol):
    """What takes paragraphs and tables in."""

    def paragraph(self, runs: Sequence[Run], heading_level: int | None = None) -> None:
        """Take a paragraph in."""

    def table(self, grid: Sequence[GridCell]) -> None:
        """Take a table in."""


@dataclass
class CellText:
    """Takes the content of one cell in, as text on one line."""

    parts: list[str] = field(default_factory=list)

    def paragraph(self, runs: Sequence[Run], heading_level: int | None = None) -> None:
        """Take a paragraph in."""
        self.parts.append("".join(run.text for run in runs))

    def table(self, grid: Sequence[GridCell]) -> None:
        """Take a table within the cell in: its cells one after the other."""
        self.parts += [cell.text for cell in grid]

    @property
    def text(self) -> str:
        """The text, blanks evened out."""
        return " ".join(" ".join(self.parts).split())


class _PlacedCell(NamedTuple):
    node: Any
    row: int
    column: int
    row_span: int
    column_span: int


class _Look(NamedTuple):
    """What a paragraph's style says of its runs."""

    emphasised: bool
    hidden: bool
    font: str | None


class Body:
    """Reads block content into a sink. Left out: deleted and hidden text, footnotes, comments, tables of contents."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._carried: list[Run] = []
        """Runs of a paragraph whose end was deleted: they go on in the next one."""
        self.footnotes = 0
        """How many references to footnotes and endnotes were met."""
        self.legacy = LegacyRuns()
        self._keep_soft_hyphens = False
        """TCVN3 has ư in its place."""

    def survey(self, root: Any) -> None:
        """Find out which text of a document is in an old encoding, before it is read."""
        if is_suspicious(_plain_text(root)):
            self._keep_soft_hyphens = True
            self.legacy = LegacyRuns([self._all_runs(node) for node in root.iter(W + "p")])
            self._keep_soft_hyphens = self.legacy.active
            self.footnotes = 0

    def read(self, container: Any, sink: Sink) -> None:
        """Read the blocks of an element."""
        for node in container:
            if node.tag == W + "p":
                self._paragraph(node, sink)
            elif node.tag == W + "tbl":
                self._table(node, sink)
            elif node.tag == W + "sdt":
                content = node.find(W + "sdtContent")
                if content is not None:
                    self.read(content, sink)
            elif node.tag in _TRANSPARENT:
                self.read(node, sink)
            elif node.tag == _COMPATIBILITY + "AlternateContent":
                self.read(_chosen(node), sink)

    def _paragraph(self, node: Any, sink: Sink) -> None:
        properties = node.find(W + "pPr")
        style_id = value(properties.find(W + "pStyle")) if properties is not None else None
        style_id = style_id or self._styles.default_paragraph
        style = self._styles.get(style_id)
        boxes: list[Any] = []
        look = _Look(style.emphasised, style.hidden, self._styles.font_of(style_id))
        runs = [*self._carried, *self._runs(node, look, boxes)]
        self._carried = []
        mark = properties.find(W + "rPr") if properties is not None else None
        if mark is not None and mark.find(W + "del") is not None:
            self._carried = runs
            runs = []
        if not style.contents and not (mark is not None and mark.find(W + "del") is not None):
            label = self._label(properties, style_id)
            level = value(properties.find(W + "outlineLvl")) if properties is not None else None
            if any(run.text.strip() for run in runs):
                if label:
                    font = font_name(mark)
                    runs.insert(0, Run(label, bool(runs) and runs[0].emphasised, look.font if font is None else font))
                heading_level = outline_level(level) if level else style.outline_level
                sink.paragraph(_trimmed(self.legacy.convert(runs)), heading_level)
        for box in boxes:
            self.read(box, sink)

    def _label(self, properties: Any | None, style_id: str | None) -> str | None:
        """Count the paragraph where it is numbered, by its own properties or its style, and return its label."""
        style = self._styles.get(style_id)
        own = properties.find(W + "numPr") if properties is not None else None
        list_id = value(own.find(W + "numId")) if own is not None else None
        level = value(own.find(W + "ilvl")) if own is not None else None
        if list_id is None:
            list_id = style.list_id
            level = level or style.list_level
        if list_id is None or list_id == "0":
            return None
        if level is None or not level.isascii() or not level.isdigit() or len(level) > 1:
            return self._numbering.label(list_id, self._numbering.level_of_style(list_id, style_id))
        return self._numbering.label(list_id, int(level))

    def _all_runs(self, node: Any) -> list[Run]:
        """Return the visible runs of a paragraph, whatever stands around it."""
        style_id = value(node.find(f"{W}pPr/{W}pStyle")) or self._styles.default_paragraph
        style = self._styles.get(style_id)
        return list(self._runs(node, _Look(style.emphasised, style.hidden, self._styles.font_of(style_id)), []))

    def _runs(self, node: Any, look: _Look, boxes: list[Any]) -> Iterator[Run]:
        """Yield the visible runs of a paragraph; text boxes anchored in it are collected."""
        for child in node:
            if child.tag == W + "r":
                yield from self._run(child, look, boxes)
            elif child.tag in _TRANSPARENT:
                yield from self._runs(child, look, boxes)
            elif child.tag == W + "sdt":
                content = child.find(W + "sdtContent")
                if content is not None:
                    yield from self._runs(content, look, boxes)
            elif child.tag == _COMPATIBILITY + "AlternateContent":
                yield from self._runs(_chosen(child), look, boxes)
            elif isinstance(child.tag, str) and child.tag.startswith(_MATH):
                yield Run("".join(text.text or "" for text in child.iter(_MATH + "t")))

    def _run(self, node: Any, look: _Look, boxes: list[Any]) -> Iterator[Run]:
        emphasised, hidden, font = look
        properties = node.find(W + "rPr")
        if properties is not None:
            style = self._styles.get(value(properties.find(W + "rStyle")))
            own_hidden = toggle(properties, "vanish")
            hidden = (style.hidden or hidden) if own_hidden is None else own_hidden
            own = (toggle(properties, "b"), toggle(properties, "i"))
            emphasised = True in own or (False not in own and (emphasised or style.emphasised))
            font = next((name for name in (font_name(properties), style.font) if name is not None), font)
        text = "".join(self._run_texts(node, boxes))
        if text and not hidden:
            yield Run(text, emphasised, font)

    def _run_texts(self, node: Any, boxes: list[Any]) -> Iterator[str]:
        for child in node:
            if child.tag == W + "t":
                yield (child.text or "").replace("\n", " ").replace("\t", " ")
            elif child.tag in _TEXT_OF:
                yield _TEXT_OF[child.tag]
            elif child.tag == W + "softHyphen":
                yield _SOFT_HYPHEN if self._keep_soft_hyphens else ""
            elif child.tag == W + "br":
                yield "\n" if child.get(W + "type") in (None, "textWrapping") else ""
            elif child.tag == W + "sym":
                yield _symbol(child.get(W + "char"))
            elif child.tag in (W + "footnoteReference", W + "endnoteReference"):
                self.footnotes += 1
            elif child.tag == _COMPATIBILITY + "AlternateContent":
                yield from self._run_texts(_chosen(child), boxes)
            elif child.tag in (W + "drawing", W + "pict", W + "object"):
                boxes += _text_boxes(child)

    def _table(self, node: Any, sink: Sink) -> None:
        cells = _placed_cells(node)
        if not cells:
            return
        if self._is_layout(node, cells):
            for cell in sorted(cells, key=lambda c: (c.column, c.row)):
                self.read(cell.node, sink)
            return
        grid = []
        for cell in cells:
            text = CellText()
            self.read(cell.node, text)
            grid.append(GridCell(text.text, cell.row, cell.column, cell.row_span, cell.column_span))
        if any(cell.text for cell in grid):
            sink.table(grid)

    def _is_layout(self, node: Any, cells: Sequence[_PlacedCell]) -> bool:
        """Tell a table that only sets text side by side from one of data.

        Side by side stand the agency and the quốc hiệu at the head, Nơi nhận and the signature at the foot
        (NĐ 30/2020/NĐ-CP, Phụ lục I); a single cell is a frame.
        """
        height = max(cell.row + cell.row_span for cell in cells)
        width = max(cell.column + cell.column_span for cell in cells)
        if len(cells) == 1:
            return True
        if height > _MAX_LAYOUT_ROWS or width > _MAX_LAYOUT_COLUMNS:
            return False
        if height == 1 and not self._bordered(node):
            return True
        texts = ("\n".join(self._converted_text(p) for p in cell.node.iter(W + "p")) for cell in cells)
        return any(_LAYOUT_TEXT.search(text) for text in texts)

    def _converted_text(self, node: Any) -> str:
        if not self.legacy.active:
            return _plain_text(node)
        footnotes = self.footnotes
        text = "".join(run.text for run in self.legacy.convert(self._all_runs(node)))
        self.footnotes = footnotes
        return text

    def _bordered(self, node: Any) -> bool:
        properties = node.find(W + "tblPr")
        if properties is not None:
            if (borders := properties.find(W + "tblBorders")) is not None:
                return has_borders(borders)
            if self._styles.get(value(properties.find(W + "tblStyle"))).bordered:
                return True
        return any(has_borders(borders) for borders in node.iter(W + "tcBorders"))


def _placed_cells(table: Any) -> list[_PlacedCell]:
    """Return the cells of a table with their places; merged cells stand once."""
    placed: list[_PlacedCell] = []
    above: dict[int, int] = {}
    for row, row_node in enumerate(_rows(table)):
        column = min(MAX_COLUMNS, _whole(row_node.find(f"{W}trPr/{W}gridBefore"), 0))
        reached: dict[int, int] = {}
        for cell in _cells(row_node):
            properties = cell.find(W + "tcPr")
            span = max(1, min(MAX_COLUMNS, _whole(properties.find(W + "gridSpan"), 1))) if properties is not None else 1
            merge = properties.find(W + "vMerge") if properties is not None else None
            if merge is not None and value(merge) != "restart" and column in above:
                origin = above[column]
                placed[origin] = placed[origin]._replace(row_span=row + 1 - placed[origin].row)
                reached[column] = origin
            elif column < MAX_COLUMNS:
                placed.append(_PlacedCell(cell, row, column, 1, span))
                reached[column] = len(placed) - 1
            column += span
        above = reached
    return placed


def _rows(node: Any) -> Iterator[Any]:
    for child in node:
        if child.tag == W + "tr":
            if child.find(f"{W}trPr/{W}del") is None:
                yield child
        elif child.tag == W + "sdt":
            content = child.find(W + "sdtContent")
            yield from _rows(content) if content is not None else ()
        elif child.tag in _TRANSPARENT:
            yield from _rows(child)


def _cells(row: Any) -> Iterator[Any]:
    for child in row:
        if child.tag == W + "tc":
            yield child
        elif child.tag == W + "sdt":
            content = child.find(W + "sdtContent")
            yield from _cells(content) if content is not None else ()
        elif child.tag in _TRANSPARENT:
            yield from _cells(child)


def _chosen(node: Any) -> Any:
    """Return the branch of an AlternateContent that is shown: the first choice, else the fallback."""
    choice = node.find(_COMPATIBILITY + "Choice")
    if choice is not None:
        return choice
    fallback = node.find(_COMPATIBILITY + "Fallback")
    return fallback if fallback is not None else ()


def _text_boxes(node: Any) -> Iterator[Any]:
    """Yield the contents of the text boxes in a drawing, each once."""
    for child in node:
        if child.tag == W + "txbxContent":
            yield child
        elif child.tag == _COMPATIBILITY + "AlternateContent":
            yield from _text_boxes(_chosen(child))
        else:
            yield from _text_boxes(child)


def _trimmed(runs: list[Run]) -> list[Run]:
    """Take the blanks off both ends of a paragraph."""
    runs = [run for run in runs if run.text]
    while runs and not runs[0].text.strip():
        runs = runs[1:]
    while runs and not runs[-1].text.strip():
        runs = runs[:-1]
    if runs:
        runs[0] = runs[0]._replace(text=runs[0].text.lstrip())
        runs[-1] = runs[-1]._replace(text=runs[-1].text.rstrip())
    return runs


def _plain_text(node: Any) -> str:
    return "".join(text.text or "" for text in node.iter(W + "t"))


def _symbol(code: str | None) -> str:
    """Return the character of a symbol font: its own where it is a real one, else a bullet's stand-in."""
    try:
        character = chr(int(code or "", 16))
    except (ValueError, OverflowError):
        return ""
    if "\ue000" <= character <= "\uf8ff" or "\ud800" <= character <= "\udfff":
        return {"\uf0b3": "≥", "\uf0a3": "≤", "\uf02d": "-", "\uf0b0": "°", "\uf0b4": "×"}.get(character, "•")
    return character if character.isprintable() else ""


def _whole(node: Any | None, default: int) -> int:
    text = value(node)
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 6 else default

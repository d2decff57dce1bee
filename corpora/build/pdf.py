"""The PDF of a source: two-column header, ruled tables that run over pages, page numbers from page 2."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from corpora.build.legacy import CAPITAL_FONTS, FONTS, UNICODE_FONT, letters_shown, typed
from corpora.build.marks import Line
from corpora.build.source import Block, PageBreak, Paragraph, PlanSource, Table, Title, TwoColumns

FONT_FOLDER = Path("/usr/share/fonts/truetype/dejavu")
FONT = "DejaVuSerifCondensed"
FONTS_OF = {name: [font, *([CAPITAL_FONTS[name]] if name in CAPITAL_FONTS else [])] for name, font in FONTS.items()}
_FACES = {"": "", "-Bold": "bold", "-Italic": "italic", "-BoldItalic": "boldItalic"}
_HYPHEN, _STAND_IN = "\u00ad", "\ue0ad"
"""reportlab takes soft hyphens out of paragraphs, so another character stands for them while it sets the lines."""
_TAGS = {"bold": "b", "italic": "i"}
_MARGIN = 56
_NARROW = frozenset("TT STT".split())


def pdf_of(source: PlanSource, encoding: str | None = None) -> bytes:
    """Build the PDF, in an encoding before Unicode if one is named; the same source gives the same bytes.

    Needs reportlab and the fonts of fonts-dejavu.
    """
    from reportlab.lib.pagesizes import A4
    from reportlab.platypus import SimpleDocTemplate

    _register_fonts(encoding)
    builder = _Builder(encoding)
    buffer = io.BytesIO()
    document = SimpleDocTemplate(
        buffer, pagesize=A4, invariant=1, title=source.name, author="kehoach",
        leftMargin=_MARGIN, rightMargin=_MARGIN, topMargin=_MARGIN, bottomMargin=_MARGIN,
    )  # fmt: skip
    flow = [part for block in source.blocks for part in builder.flow(block, document.width)]
    with _hyphens_told():
        document.build(flow, onLaterPages=_number_page)
    return buffer.getvalue()


@contextmanager
def _hyphens_told() -> Iterator[None]:
    """Let files tell the soft hyphen, which is ư in TCVN3, where its stand-in is drawn."""
    from reportlab.pdfbase import ttfonts

    made = ttfonts.makeToUnicodeCMap
    ttfonts.makeToUnicodeCMap = lambda name, codes: made(
        name, [ord(_HYPHEN) if c == ord(_STAND_IN) else c for c in codes]
    )
    try:
        yield
    finally:
        ttfonts.makeToUnicodeCMap = made


def _register_fonts(encoding: str | None) -> None:
    """Register the font, and under the names of an old encoding's fonts the same letters at that encoding's codes."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    if not (FONT_FOLDER / f"{FONT}.ttf").exists():
        raise FileNotFoundError(f"{FONT_FOLDER}/{FONT}.ttf is missing: install the Debian package fonts-dejavu")
    for name in [FONT, *(FONTS_OF[encoding] if encoding else ())]:
        for face in _FACES:
            font = TTFont(name + face, str(FONT_FOLDER / f"{FONT}{face}.ttf"))
            if name != FONT:
                font.face.name = (name + face).encode()
                glyphs = font.face.charToGlyph
                codes = letters_shown(encoding or "", capitals=name in CAPITAL_FONTS.values())
                font.face.charToGlyph = glyphs | {
                    ord(_STAND_IN if c == _HYPHEN else c): glyphs[ord(letter)] for c, letter in codes.items()
                }
            pdfmetrics.registerFont(font)
        kinds = {kind: name + face for face, kind in _FACES.items() if kind}
        pdfmetrics.registerFontFamily(name, normal=name, **kinds)


def _number_page(canvas: Any, document: Any) -> None:
    canvas.setFont(FONT, 10)
    canvas.drawCentredString(document.pagesize[0] / 2, document.pagesize[1] - 34, str(document.page))


class _Builder:
    """Sets blocks in the fonts of Unicode or of an encoding before it."""

    def __init__(self, encoding: str | None) -> None:
        self.encoding = encoding
        self.font = FONTS[encoding] if encoding else FONT

    def style(self, size: float = 11, **settings: Any) -> Any:
        from reportlab.lib.styles import ParagraphStyle

        return ParagraphStyle("x", fontName=self.font, fontSize=size, leading=size * 1.3, **settings)

    def flow(self, block: Block, width: float) -> list[Any]:
        from reportlab.platypus import PageBreak as NewPage
        from reportlab.platypus import Paragraph as Text
        from reportlab.platypus import Spacer

        match block:
            case PageBreak():
                return [NewPage()]
            case Paragraph():
                text = block.line.text
                headings = block.line.records.get("outline", [])
                bold = bool(headings) and headings[0]["end"] - headings[0]["start"] == len(text)
                settings = {"alignment": 1} if block.centred else {"alignment": 4, "firstLineIndent": 20}
                return [Text(self.marked(block.line, bold), self.style(spaceAfter=5, **settings))]
            case Title():
                centred = self.style(12, alignment=1)
                return [*(Text(self.marked(line, bold=True), centred) for line in block.lines), Spacer(1, 10)]
            case TwoColumns():
                return [self.columns(block, width), Spacer(1, 10)]
            case Table():
                return [self.ruled(block, width), Spacer(1, 10)]

    def marked(self, line: Line, bold: bool = False) -> str:
        edges = sorted({0, len(line.text), *(p for start, end, _ in line.emphasis for p in (start, end))})
        pieces = []
        for start, end in pairwise(edges):
            kinds = {kind for first, last, kind in line.emphasis if first <= start and end <= last}
            tags = [_TAGS[kind] for kind in sorted(kinds | ({"bold"} if bold else set()))]
            opened, closed = "".join(f"<{t}>" for t in tags), "".join(f"</{t}>" for t in reversed(tags))
            pieces.append(opened + self._typed(line.text[start:end]) + closed)
        return "".join(pieces)

    def _typed(self, text: str) -> str:
        pieces = []
        for piece, font in typed(text, self.encoding):
            written = escape(piece).replace(_HYPHEN, _STAND_IN) if self.encoding else escape(piece)
            name = FONT if font == UNICODE_FONT else font
            pieces.append(f'<font name="{name}">{written}</font>' if name else written)
        return "".join(pieces)

    def columns(self, block: TwoColumns, width: float) -> Any:
        from reportlab.platypus import Paragraph as Text
        from reportlab.platypus import Table as Grid

        def cell(lines: list[Line], centred: bool) -> list[Any]:
            style = self.style(10, alignment=1 if centred else 0)
            return [Text(self.marked(line, bold=block.kind == "header" and line.text.isupper()) or "&nbsp;", style)
                    for line in lines]  # fmt: skip

        row = [cell(block.left, block.kind == "header"), cell(block.right, centred=True)]
        return Grid([row], colWidths=[width * 0.45, width * 0.55], style=[("VALIGN", (0, 0), (-1, -1), "TOP")])

    def ruled(self, block: Table, width: float) -> Any:
        from reportlab.lib.colors import black
        from reportlab.platypus import LongTable
        from reportlab.platypus import Paragraph as Text

        style = self.style(9)
        rows = [
            [Text(self.marked(cell, bold=i == 0), style) if cell else "" for cell in row]
            for i, row in enumerate(block.rows)
        ]
        settings: list[Any] = [("GRID", (0, 0), (-1, -1), 0.5, black), ("VALIGN", (0, 0), (-1, -1), "TOP")]
        for (row, column), (height, across) in block.spans.items():
            settings.append(("SPAN", (column, row), (column + across - 1, row + height - 1)))
        return LongTable(rows, colWidths=_widths(block, width), style=settings, repeatRows=1)


def _widths(block: Table, width: float) -> list[float]:
    """Give each column a share by its longest cells; a running number gets little."""
    longest = [max(len(cell.text) if cell else 0 for cell in column) for column in zip(*block.rows, strict=True)]
    shares = [min(60.0, max(9.0, length * 0.6)) for length in longest]
    for column, head in enumerate(block.rows[0]):
        if head and head.text in _NARROW:
            shares[column] = 6.0
    return [width * share / sum(shares) for share in shares]

"""Writes small PDF files for the tests: text at given places and rules, in a font of even width."""

import re
from dataclasses import dataclass, field

WIDTH, HEIGHT = 595, 842
SIZE = 12.0
ADVANCE = 0.5
"""Of every character, in heights of the letters."""


@dataclass
class Page:
    """One page; `y` counts from the bottom."""

    operators: list[str] = field(default_factory=list)
    fonts: list[str] = field(default_factory=lambda: ["Times-Roman"])

    def text(self, x: float, y: float, content: str, size: float = SIZE, font: str = "Times-Roman") -> "Page":
        """Write a line."""
        codes = content.encode("utf-16-be").hex()
        if font not in self.fonts:
            self.fonts.append(font)
        number = self.fonts.index(font) + 1
        self.operators.append(f"BT /F{number} {size} Tf 1 0 0 1 {x} {y} Tm <{codes}> Tj ET")
        return self

    def lines(self, x: float, y: float, content: str, pitch: float = 18) -> "Page":
        """Write lines one below the other."""
        for i, line in enumerate(content.split("\n")):
            if line:
                self.text(x, y - i * pitch, line)
        return self

    def centred(self, x: float, y: float, content: str) -> "Page":
        """Write a line around a middle."""
        return self.text(x - len(content) * SIZE * ADVANCE / 2, y, content)

    def spread(self, x: float, y: float, content: str) -> "Page":
        """Write a line as one string of shown letters; blanks are mere distance."""
        shown = "".join(f" {-ADVANCE * 1000} " if c == " " else f"<{c.encode('utf-16-be').hex()}>" for c in content)
        self.operators.append(f"BT /F1 {SIZE} Tf 1 0 0 1 {x} {y} Tm [{shown}] TJ ET")
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> "Page":
        """Draw a line."""
        self.operators.append(f"0.5 w {x0} {y0} m {x1} {y1} l S")
        return self

    def table(self, top: float, columns: list[float], rows: list[list[str]], pitch: float = 40) -> "Page":
        """Draw a ruled table; a cell's lines are parted by newlines."""
        bottom = top - pitch * len(rows)
        for x in columns:
            self.rule(x, top, x, bottom)
        for i in range(len(rows) + 1):
            self.rule(columns[0], top - i * pitch, columns[-1], top - i * pitch)
        for i, row in enumerate(rows):
            for x, content in zip(columns, row, strict=False):
                self.lines(x + 3, top - i * pitch - 15, content, pitch=14)
        return self


def pdf(*pages: Page) -> bytes:
    """Put pages together to a file."""
    characters = sorted({c for page in pages for c in _characters(page)})
    objects: dict[int, bytes] = {1: b"<< /Type /Catalog /Pages 2 0 R >>", 3: _stream(_to_unicode(characters))}
    fonts: dict[str, int] = {}
    for name in (name for page in pages for name in page.fonts):
        if name not in fonts:
            fonts[name] = 4 + 3 * len(fonts)
            objects |= _font(name.replace(" ", "#20"), fonts[name])
    kids: list[str] = []
    first = 4 + 3 * len(fonts)
    for page in pages:
        number = first + len(kids) * 2
        kids.append(f"{number} 0 R")
        named = " ".join(f"/F{i} {fonts[name]} 0 R" for i, name in enumerate(page.fonts, 1))
        objects[number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {number + 1} 0 R"
            f" /Resources << /Font << {named} >> >> >>"
        ).encode()
        objects[number + 1] = _stream("\n".join(page.operators).encode())
    objects[2] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return _file(objects)


def _font(name: str, number: int) -> dict[int, bytes]:
    """Write a font of even width, whose codes are Unicode (object 3), as three objects."""
    base = name.encode()
    return {
        number: b"<< /Type /Font /Subtype /Type0 /BaseFont /%b /Encoding /Identity-H"
        b" /DescendantFonts [%d 0 R] /ToUnicode 3 0 R >>" % (base, number + 1),
        number + 1: b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /%b /DW %d /FontDescriptor %d 0 R"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
        % (base, ADVANCE * 1000, number + 2),
        number + 2: b"<< /Type /FontDescriptor /FontName /%b /Flags 4 /FontBBox [0 -200 1000 900]"
        b" /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>" % base,
    }


def _characters(page: Page) -> str:
    codes = "".join(re.findall(r"<([0-9a-f]+)>", "".join(page.operators)))
    return bytes.fromhex(codes).decode("utf-16-be")


def _to_unicode(characters: list[str]) -> bytes:
    head = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def"
    head += " 1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
    body = ""
    for i in range(0, len(characters), 100):
        part = characters[i : i + 100]
        body += f"{len(part)} beginbfchar\n" + "\n".join(f"<{ord(c):04X}> <{ord(c):04X}>" for c in part)
        body += "\nendbfchar\n"
    return (head + body + "endcmap end end").encode()


def _stream(content: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)


def _file(objects: dict[int, bytes]) -> bytes:
    content = b"%PDF-1.7\n"
    offsets = {}
    for number, body in sorted(objects.items()):
        offsets[number] = len(content)
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % offset for _, offset in sorted(offsets.items()))
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(content))
    return content + table + trailer

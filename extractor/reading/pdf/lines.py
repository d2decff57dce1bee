"""Lines of a PDF page with their places, read through pdfium."""

import ctypes
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import regex

from extractor.reading.compose import Recognised

_LINE = regex.compile(r"[^\r\n]++")
_BLANK = " \t\u00a0"
SOFT_HYPHEN = "\ufffe"
"""pdfium's sign for a hyphen at the end of a line, whose line break it drops."""
_LONE_LETTER = regex.compile(r"(?<!\S)\p{L}(?!\S)")
_MAX_LONE_LETTERS = 0.2
"""Of the words of a page; sound Vietnamese has a few in a hundred (ở, ý, y)."""
_WORD_GAP = 0.14
"""Heights of the letters that stand empty between words at least."""
_UNUSABLE = regex.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\u00ad]")
_MAX_NAME = 256
_name = ctypes.create_string_buffer(_MAX_NAME)


class Box(NamedTuple):
    """A rectangle in points, y upwards."""

    left: float
    right: float
    bottom: float
    top: float

    @property
    def centre(self) -> float:
        """Middle from left to right."""
        return (self.left + self.right) / 2

    @property
    def middle(self) -> float:
        """Middle from bottom to top."""
        return (self.bottom + self.top) / 2

    @property
    def height(self) -> float:
        """Height in points."""
        return self.top - self.bottom


class Line(NamedTuple):
    """A line of text, or a part of one that stands apart from the rest of it."""

    text: str
    box: Box
    words: tuple[Recognised, ...] = ()


class Glyph(NamedTuple):
    """A character, or a recognised word, and its place; `line` numbers the lines of the page in reading order."""

    text: str
    box: Box
    line: int
    word: Recognised | None = None


class PageText:
    """The text of one page. Boxes are asked for only where they are needed, for each costs a call."""

    def __init__(self, page: Any) -> None:
        import pypdfium2.raw as pdfium

        self._pdfium = pdfium
        width, height = page.get_size()
        self.size = round(width), round(height)
        self._page = page.get_textpage()
        self.string: str = self._page.get_text_range()
        self.pieces: Sequence[str] = self.string
        """What stands for each character: itself, or what it was converted to."""
        self._astral = len(self.string) != len(self.string.encode("utf-16-le", "surrogatepass")) // 2

    def close(self) -> None:
        """Give pdfium's memory back."""
        self._page.close()

    @property
    def text(self) -> str:
        """The text of the page, converted."""
        return self._text(0, len(self.string))

    @property
    def has_text(self) -> bool:
        """Tell whether the page holds any visible character."""
        return not self.string.isspace() and bool(self.string)

    @property
    def is_torn(self) -> bool:
        """Tell whether accented letters are drawn apart from their words, as where a font lacked them."""
        text = self.text
        words = len(text.split())
        return words > 10 and len(_LONE_LETTER.findall(text)) > words * _MAX_LONE_LETTERS

    def lines(self) -> list[Line]:
        """List the lines in the order of the page's content."""
        found: list[Line] = []
        for match in _LINE.finditer(self.string):
            start, end = match.span()
            for first, last in self._unhyphenated(start, end):
                line = self._line(first, last)
                if line is not None:
                    found.append(line)
        return found

    def _unhyphenated(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Part a line at the hyphens that pdfium has joined two lines at."""
        while (at := self.string.find(SOFT_HYPHEN, start, end)) >= 0:
            yield start, at + 1
            start = at + 1
        yield start, end

    def _line(self, start: int, end: int) -> Line | None:
        content = self.string[start:end]
        stripped = content.strip(_BLANK)
        if not stripped:
            return None
        first = start + len(content) - len(content.lstrip(_BLANK))
        left, right = self.box(first), self.box(first + len(stripped) - 1)
        box = Box(left.left, right.right, min(left.bottom, right.bottom), max(left.top, right.top))
        text = clean(self._text(first, first + len(stripped)))
        return Line(text, box) if text else None

    def _text(self, start: int, end: int) -> str:
        pieces = self.pieces[start:end]
        return pieces if isinstance(pieces, str) else "".join(pieces)

    def glyphs(self) -> list[Glyph]:
        """List the visible characters with their places; blanks stand as characters where pdfium has them."""
        found: list[Glyph] = []
        line = 0
        for i, (character, piece) in enumerate(zip(self.string, self.pieces, strict=True)):
            if character in "\r\n":
                line += character == "\n"
                continue
            if piece:
                found.append(Glyph(piece, self.box(i), line))
            line += character == SOFT_HYPHEN
        return found

    def box(self, index: int) -> Box:
        """Return the box of a character."""
        at = self._place(index)
        rectangle = self._pdfium.FS_RECTF()
        self._pdfium.FPDFText_GetLooseCharBox(self._page, at, ctypes.byref(rectangle))
        return Box(rectangle.left, rectangle.right, rectangle.bottom, rectangle.top)

    def font(self, index: int) -> str | None:
        """Return the name of the font that a character is set in; None for blanks that pdfium has put in."""
        length = self._pdfium.FPDFText_GetFontInfo(self._page, self._place(index), _name, _MAX_NAME, None)
        return _name.value.decode("utf-8", "replace") if 1 < length <= _MAX_NAME else None

    def _place(self, index: int) -> int:
        """Return pdfium's number of a character."""
        if self._astral:
            index = len(self.string[:index].encode("utf-16-le", "surrogatepass")) // 2
        at: int = self._pdfium.FPDFText_GetCharIndexFromTextIndex(self._page, index)
        return at


def in_place(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Put characters into the order of their places: rows from above, each from left to right, blanks by the gaps."""
    rows: list[list[Glyph]] = []
    visible = (glyph for glyph in glyphs if not glyph.text.isspace())
    for glyph in sorted(visible, key=lambda g: -g.box.middle):
        if not rows or rows[-1][0].box.middle - glyph.box.middle > glyph.box.height / 2:
            rows.append([])
        rows[-1].append(glyph)
    ordered: list[Glyph] = []
    for number, row in enumerate(rows):
        last: Glyph | None = None
        for glyph in sorted(row, key=lambda g: g.box.left):
            if last is not None and glyph.box.left - last.box.right > _WORD_GAP * glyph.box.height:
                ordered.append(Glyph(" ", last.box, number))
            ordered.append(glyph._replace(line=number))
            last = glyph
    return ordered


def clean(text: str) -> str:
    """Turn hyphens at line ends back into hyphens, drop characters that are no text, even out blanks."""
    text = text.replace(SOFT_HYPHEN, "-")
    return " ".join(_UNUSABLE.sub("", text).split())


def lines_of(glyphs: Sequence[Glyph], gap: float | None = None) -> list[Line]:
    """Put characters together to lines; `gap` parts a line where that many heights of its letters stand empty."""
    found: list[Line] = []
    run: list[Glyph] = []
    last: Glyph | None = None
    for glyph in glyphs:
        if last is not None and (glyph.line != last.line or _stands_apart(last, glyph, gap)):
            found += _line_of(run)
            run, last = [], None
        run.append(glyph)
        if not glyph.text.isspace():
            last = glyph
    return found + _line_of(run)


def _stands_apart(last: Glyph, glyph: Glyph, gap: float | None) -> bool:
    if gap is None or glyph.text.isspace():
        return False
    distance = max(glyph.box.left - last.box.right, last.box.left - glyph.box.right)
    return distance > gap * last.box.height or abs(glyph.box.middle - last.box.middle) > last.box.height


def _line_of(run: Sequence[Glyph]) -> list[Line]:
    visible = [glyph for glyph in run if not glyph.text.isspace()]
    text = clean("".join(glyph.text for glyph in run))
    if not visible or not text:
        return []
    boxes = [glyph.box for glyph in visible]
    return [
        Line(
            text,
            Box(
                min(b.left for b in boxes),
                max(b.right for b in boxes),
                min(b.bottom for b in boxes),
                max(b.top for b in boxes),
            ),
            tuple(glyph.word for glyph in run if glyph.word is not None),
        )
    ]

"""The lines of a document with their numbering: which line stands under which."""

from typing import NamedTuple

import regex

from extractor.language.document import Document

BULLET = 7
PLAIN = 9
_FORMS = (
    (0, r"(?:PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục|PHỤ LỤC|Phụ lục|BIỂU|Biểu)(?: (?:thứ )?[\p{L}\d]{1,6})?\b[.:]?"),
    (1, r"[IVXL]{1,6} ?[.)/–-]"),
    (2, r"[A-HĐ] ?[.)]"),
    (5, r"\d{1,2}\.\d{1,2}\.\d{1,2}(?:\.\d{1,2})?[.)]?(?= ?\D)"),
    (4, r"\d{1,2}\.\d{1,2}[.)]?(?= ?[^\d%])"),
    (3, r"(?:Điều )?\d{1,2} ?[.)/](?= ?\D)|\d{1,2} ?[-–](?= ?\p{Lu})"),
    (6, r"[a-zđ]\d?[.)]{1,2}|[a-zđ],(?= ?\p{Lu})"),
    (8, r"[-–] ?\+|[+•●▪◦*]"),
    (7, r"[-–—]"),
)


def _forms(ranks: tuple[int, ...]) -> "regex.Pattern[str]":
    return regex.compile("|".join(f"(?P<f{rank}>{pattern})" for rank, pattern in _FORMS if rank in ranks))


_FORMS_IN_CAPITALS = _forms((0, 1, 2, 3))
_FORMS_IN_SMALL = _forms((6,))
_FORMS_WITH_DIGITS = _forms((5, 4, 3))
_BULLETS = _forms((8, 7))
_END_OF_BODY = regex.compile(r"(?i:nơi nhận) ?:")
_ANNEX = regex.compile(r"(?i:phụ lục|biểu|danh mục|danh sách|bảng)(?!\p{L})")
_BODY_OPENS = regex.compile(r"(?i:như sau|sau đây|nội dung sau|cụ thể) ?:?\.?$")


class Line(NamedTuple):
    """A line of the view; `body` is where its words begin after the number or bullet; a small `rank` stands high."""

    start: int
    end: int
    body: int
    rank: int
    mark: str = ""
    """The bullet before it."""

    @property
    def numbered(self) -> bool:
        """True with a number or letter before it, false for a bullet or none."""
        return self.rank < BULLET


def _form(string: str, start: int, end: int) -> "regex.Match[str] | None":
    """Match the numbering of a line by what its first character allows."""
    first = string[start]
    if first.isdigit():
        return _FORMS_WITH_DIGITS.match(string, start, end)
    if not first.isalpha():
        return _BULLETS.match(string, start, end)
    return (_FORMS_IN_CAPITALS if first.isupper() else _FORMS_IN_SMALL).match(string, start, end)


def read_line(string: str, start: int, end: int) -> Line:
    """Read the numbering of a line."""
    form = _form(string, start, end)
    if form is None or form.lastgroup is None:
        upper = end - start < 120 and string[start:end].isupper()
        return Line(start, end, start, 0 if upper else PLAIN)
    body = form.end()
    while body < end and string[body] in " .":
        body += 1
    rank = int(form.lastgroup[1:])
    return Line(start, end, body, rank, form[0] if rank >= BULLET else "")


def body_lines(document: Document) -> list[Line]:
    """List the lines of the plan's body and annexes outside tables: no header, no preamble, no recipients."""
    lines = [
        read_line(document.string, span.start, span.end) for span in document.lines if not document.in_table(span.start)
    ]
    first = _first_of_body(document, lines)
    kept: list[Line] = [line for line in lines[:first] if document.string.startswith("Điều ", line.start)]
    closed = False
    for line in lines[first:]:
        if document.string[line.start] in "Nn" and _END_OF_BODY.match(document.string, line.start, line.end):
            closed = True
        elif closed and _ANNEX.match(document.string, line.start, line.end):
            closed = False
        if not closed:
            kept.append(line)
    return kept


def _first_of_body(document: Document, lines: list[Line]) -> int:
    """The first heading, or the line after the one that ends in "như sau:"; 0 where neither is found."""
    headings = document.records.get("outline", [])
    opening = document.view.to_view(headings[0].start, headings[0].end)[0] if headings else None
    for i, line in enumerate(lines):
        if opening is not None and line.end > opening:
            return i
        if opening is None and line.rank == PLAIN and _BODY_OPENS.search(document.string, line.start, line.end):
            return i + 1
        if i > 60:
            break
    return 0

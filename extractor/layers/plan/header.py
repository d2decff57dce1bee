"""Phần đầu: number, place, date and issuer as the lines above KẾ HOẠCH give them."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import regex

from extractor.language.document import Document
from extractor.layers.frame import Frame, Piece, pieces
from extractor.layers.plan.found import Found
from extractor.layers.plan.issuer import Name, read_name
from extractor.layers.plan.patterns import DATE, NUMBER

_MOTTO = regex.compile(
    r"C[ỘO]NG H[ÒO]A (?:XÃ HỘI|XHCN) ?(?:CHỦ NGHĨA )?VIỆT NAM|Độc lập ?[-–—] ?Tự do ?[-–—] ?Hạnh phúc|"
    r"ĐẢNG CỘNG SẢN VIỆT NAM|\(?(?:DỰ THẢO|Dự thảo)[^\n]{0,20}|[-–—_=*]{3,}+|HỎA TỐC|KHẨN|MẬT",
    regex.IGNORECASE,
)
_NUMBER_WORD = regex.compile(r"(?:[Ss]ố|SỐ)[ ]?[:.]?[ ]?[\d….\-_ ]{0,20}/?[ ]?[\p{Lu}\d\-/&]{0,20}")


class Number(NamedTuple):
    """Số, ký hiệu; the code is null where the document has no number line."""

    number: Found | None
    symbol: Found
    code: Found


def header_pieces(document: Document, frame: Frame, first: int) -> list[Piece]:
    """List the columns of the header lines from `first` to the line KẾ HOẠCH."""
    last = frame.type_line if frame.type_line is not None else min(12, len(document.lines))
    return [piece for index in range(first, last) for piece in pieces(document, index)]


def read_number(document: Document, start: int, end: int) -> Number | None:
    """Read the number line in a stretch of the view."""
    match = NUMBER.regex.search(document.string, start, end)
    if match is None:
        return None
    symbol = match["symbol"].replace(" ", "").replace("–", "-")
    number = match["number"]
    code = f"{number or ''}{match['year'] or ''}{_separator(match)}{symbol}"
    first, last = match.start(), match.end()
    return Number(
        _at(number, match, "number", NUMBER.id) if number else None,
        _at(symbol, match, "symbol", NUMBER.id),
        Found(code, first, last, NUMBER.id),
    )


def _at(value: str, match: Any, group: str, rule: str) -> Found:
    return Found(value, match.start(group), match.end(group), rule)


def _separator(match: Any) -> str:
    """'/' of the state's documents, '-' of the Party's (12-KH/TU), also where the blank for the number ran into it."""
    if match["slash"]:
        return str(match["slash"]).replace("–", "-").strip()
    return "-" if "/" in match["symbol"] else "/"


def read_date(document: Document, start: int, end: int) -> tuple[Found | None, Found | None]:
    """Read place and date of issue in a stretch of the view: the last date line in it."""
    for match in DATE.regex.finditer(document.string, start, end):
        place = match["place"]
        year = match["year"]
        if year is None:
            continue
        value = f"{_padded(year, 4)}-{_padded(match['month'], 2)}-{_padded(match['day'], 2)}"
        date = Found(value, match.start() if place is None else match.end("place") + 1, match.end(), DATE.id)
        date = date._replace(start=_after_blank(document.string, date.start))
        return (_at(place.strip(), match, "place", DATE.id) if place else None), date
    return None, None


def _after_blank(string: str, position: int) -> int:
    while string[position] in " ,.;":
        position += 1
    return position


def _padded(digits: str | None, width: int) -> str:
    if digits is None:
        return "X" * width
    return digits.zfill(2) if width == 2 else digits.ljust(4, "X")


def read_bodies(parts: Sequence[Piece], year: int | None) -> list[tuple[Name, int, int]]:
    """Read the bodies that the header names, the superior one first, each with its view span."""
    bodies: list[tuple[str, int, int]] = []
    for piece in parts:
        for words, start in _kept(piece):
            if read_name(words, year) is not None and not (bodies and _open(bodies[-1][0])):
                bodies.append((words, start, start + len(words)))
            elif bodies and words.upper() == words:
                before, first, _ = bodies[-1]
                bodies[-1] = (f"{before} {words}", first, start + len(words))
    named = [(read_name(words, year), first, last) for words, first, last in bodies]
    return [(name, first, last) for name, first, last in named if name is not None]


def _open(words: str) -> bool:
    return words.endswith((" VÀ", "-", ",", " VIỆT"))


def _kept(piece: Piece) -> list[tuple[str, int]]:
    """What is left of a header line without quốc hiệu, number, date and rules."""
    cuts = sorted(
        m.span()
        for pattern in (_MOTTO, NUMBER.regex, DATE.regex, _NUMBER_WORD)
        for m in pattern.finditer(piece.text)
        if m.end() > m.start()
    )
    kept, start = [], 0
    for left, right in [*cuts, (len(piece.text), len(piece.text))]:
        words = piece.text[start : max(start, left)]
        content = words.strip(" *_|-–—:;")
        if sum(ch.isalpha() for ch in content) > 1:
            kept.append((content, piece.start + start + words.index(content)))
        start = max(start, right)
    return kept

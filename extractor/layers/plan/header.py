"""Phần đầu: number, place, date and issuer as the lines above KẾ HOẠCH give them."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import regex

from extractor.language.document import Document
from extractor.layers.frame import pieces
from extractor.layers.plan.found import Found
from extractor.layers.plan.issuer import Name, read_name
from extractor.layers.plan.patterns import DATE, NUMBER, OTHER_SYMBOL

_MOTTO = regex.compile(
    r"C[ỘO]NG H[ÒO]A (?:XÃ HỘI|XHCN) ?(?:CHỦ NGHĨA )?VIỆT NAM|Độc lập ?[-–—] ?Tự do ?[-–—] ?Hạnh phúc|"
    r"ĐẢNG CỘNG SẢN VIỆT NAM|\(?(?:DỰ THẢO|Dự thảo)[^\n]{0,20}|[-–—_=*]{3,}+|HỎA TỐC|KHẨN|MẬT",
    regex.IGNORECASE,
)
_NUMBER_WORD = regex.compile(r"(?:[Ss]ố|SỐ) ?(?::|[\d….\-_/])[\d….\-_ ]{0,20}/?[ ]?[\p{Lu}\d\-/&]{0,20}")

_OTHER_NUMBER = regex.compile(r"(?m)^[| ]*(?:Số|SỐ) ?:[ \d.…]{1,20}/[\p{L}\d&/-]+")
"""The number line of a document of another type."""

_UNION = regex.compile(r"ĐOÀN (?:TNCS|THANH NIÊN CỘNG SẢN) (?:HỒ CHÍ MINH|HCM)")
"""Stands in the place of quốc hiệu in the documents of the Youth Union."""
_NEXT_BODY = regex.compile(
    r"(?<=\b(?:TỈNH|THÀNH PHỐ|TP\.|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU|ỦY) ?[\p{Lu}\d' ]{2,30}) "
    r"(?=(?:TRƯỜNG|SỞ|PHÒNG|BAN|TRUNG TÂM|CÔNG AN|VĂN PHÒNG|CHI CỤC|HUYỆN ỦY|ĐẢNG ỦY|UBND|ỦY BAN|HỘI|TRẠM|BCĐ|"
    r"THANH TRA) )"
)
_WEEKDAY = regex.compile(r"(?:Thứ|Chủ nhật|Hôm nay|Cập nhật|Hà Nội lúc)\b(?! ?\p{Lu})")
"""What stands before today's date on a web page."""
_OTHER_TYPE = regex.compile(
    r"(?:QUYẾT ĐỊNH|CHƯƠNG TRÌNH|BÁO CÁO|THÔNG BÁO|HƯỚNG DẪN|ĐỀ ÁN|PHƯƠNG ÁN|CÔNG VĂN)|[IVX]+\."
)
_SENTENCE = regex.compile(r"[.:;]$|[ ](?:đã|đang|sẽ|ban hành)[ ]")
_HEAD_OF_BODY = regex.compile(r"(?:CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|HIỆU TRƯỞNG|CỤC TRƯỞNG) (?=\p{Lu})")
"""Who decides, below the title of a decision: what follows is the body's name."""
_BULLET = regex.compile(r"[-+•–][ ]?\p{Lu}\p{Ll}")
_CITED = regex.compile(r"\d/(?:\d{4}/)?\p{Lu}{2}|\d-\p{Lu}{2,4}/\p{Lu}")
"""The code of another document: the date after it is that document's."""


class Number(NamedTuple):
    """Số, ký hiệu; the code is null where the document has no number line."""

    number: Found | None
    symbol: Found
    code: Found


def read_number(document: Document, start: int, end: int, *, kind: str = "KH") -> Number | None:
    """Read the number line in a stretch of the view: a plan's (KH), or a decision's (QĐ)."""
    rule, match = NUMBER, NUMBER.regex.search(document.string, start, end)
    if match is None and kind == "QĐ":
        rule, match = OTHER_SYMBOL, OTHER_SYMBOL.regex.search(document.string, start, end)
    elif match is not None and not match["symbol"].startswith(kind):
        return None
    if match is None:
        return None
    symbol = match["symbol"].replace(" ", "").replace("–", "-")
    number = match["number"]
    code = f"{number or ''}{match['year'] or ''}{_separator(match)}{symbol}"
    first, last = match.start(), match.end()
    return Number(
        _at(number, match, "number", rule.id) if number else None,
        _at(symbol, match, "symbol", rule.id),
        Found(code, first, last, rule.id, None if rule is NUMBER else "symbol of another type on a decision"),
    )


def _at(value: str, match: Any, group: str, rule: str) -> Found:
    return Found(value, match.start(group), match.end(group), rule)


def _separator(match: Any) -> str:
    """'/' of the state's documents, '-' of the Party's (12-KH/TU), also where the blank for the number ran into it."""
    if match["slash"]:
        return str(match["slash"]).replace("–", "-").strip()
    return "-" if "/" in match["symbol"] else "/"


def read_date(document: Document, start: int, end: int) -> tuple[Found | None, Found | None]:
    """Read place and date of issue in a stretch of the view: the last date line with a place, or else the last."""
    header = document.string[:end]
    for pattern in (_MOTTO, NUMBER.regex, _OTHER_NUMBER):
        header = pattern.sub(lambda m: "\t" * len(m[0]), header, pos=start)
    found: tuple[Found | None, Found | None] = None, None
    for match in DATE.regex.finditer(header, start):
        place = match["place"] if match["place"] and not _WEEKDAY.match(match["place"]) else None
        year = match["year"]
        if (
            year is None
            or (place is None and found[0])
            or _CITED.search(header, header.rfind("\n", 0, match.start()) + 1, match.start())
        ):
            continue
        value = f"{_padded(year, 4)}-{_padded(match['month'], 2)}-{_padded(match['day'], 2)}"
        date = Found(value, match.start() if place is None else match.end("place") + 1, match.end(), DATE.id)
        date = date._replace(start=_after_blank(document.string, date.start))
        found = (_at(place.strip(), match, "place", DATE.id) if place else None), date
    return found


def _after_blank(string: str, position: int) -> int:
    while string[position] in " ,.;":
        position += 1
    return position


def _padded(digits: str | None, width: int) -> str:
    if digits is None:
        return "X" * width
    return digits.zfill(2) if width == 2 else digits.ljust(4, "X")


def read_bodies(document: Document, first: int, last: int, year: int | None) -> list[tuple[Name, int, int]]:
    """Read the bodies that the header lines `first` to `last` name, the superior one first, each with its view span."""
    bodies: list[tuple[str, int, int]] = []
    for written, begin, end in _kept(document, first, last):
        head = _HEAD_OF_BODY.match(written)
        words, start = (written[head.end() :], begin + head.end()) if head else (written, begin)
        if bodies and _UNION.fullmatch(words):
            if bodies[-1][0].upper().endswith("TRUNG ƯƠNG"):
                bodies[-1] = (f"{bodies[-1][0]} {words}", bodies[-1][1], end)
            continue
        if read_name(words, year) is not None and not (bodies and _is_open(bodies[-1][0])):
            bodies.append((words, start, end))
        elif bodies and words.upper() == words and not _OTHER_TYPE.match(words):
            bodies[-1] = (f"{bodies[-1][0]} {words}", bodies[-1][1], end)
    named = [(read_name(words, year), start, end) for words, start, end in bodies]
    return [(name, start, end) for name, start, end in named if name is not None]


def _bodies_within(words: str) -> Iterator[tuple[int, int]]:
    """Part superior and issuer that stand on one line: 'UBND TỈNH X SỞ Y TẾ'."""
    start = 0
    for match in _NEXT_BODY.finditer(words):
        yield start, match.start()
        start = match.end()
    if sum(letter.isalpha() or letter.isdigit() for letter in words[start:]) > 1:
        yield start, len(words)


def _is_open(words: str) -> bool:
    return words.endswith((" VÀ", "-", ",", " VIỆT"))


def _kept(document: Document, first: int, last: int) -> Iterator[tuple[str, int, int]]:
    """Yield what is left of header lines, column by column, without quốc hiệu, number, date and rules."""
    if first >= last:
        return
    start, stop = document.lines[first].start, document.lines[last - 1].end
    cuts = sorted(
        match.span()
        for pattern in (_MOTTO, NUMBER.regex, DATE.regex, _NUMBER_WORD)
        for match in pattern.finditer(document.string, start, stop)
    )
    columns = [piece for index in range(first, last) for piece in pieces(document, index)]
    columns = [
        piece
        for piece in columns
        if not _BULLET.match(piece.text) and (piece.text.isupper() or not _SENTENCE.search(piece.text))
    ]
    for piece in columns:
        done = piece.start
        for left, right in [
            *(cut for cut in cuts if cut[1] > piece.start and cut[0] < piece.end),
            (piece.end, piece.end),
        ]:
            words = document.string[done : max(done, left)]
            content = words.strip(" *_|-–—:;")
            at = done + words.index(content) if content else done
            for first_letter, last_letter in _bodies_within(content):
                yield content[first_letter:last_letter], at + first_letter, at + last_letter
            done = max(done, right)

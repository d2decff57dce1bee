"""Phần ký và Nơi nhận: the signature block and the recipients (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.7 and II.9)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from extractor.language.document import Document
from extractor.layers.frame import AUTHORITY, POSITION_LINE, RECIPIENTS, Piece, pieces
from extractor.layers.plan.found import Found
from extractor.lexicon.positions import position_pattern

_POSITION = regex.compile(position_pattern(), regex.IGNORECASE)
_MIXED_NAME = r"\p{Lu}\p{Ll}{0,6}(?: \p{Lu}[\p{Ll}']{0,7}){1,5}"
_NAME = rf"(?:{_MIXED_NAME}|\p{{Lu}}{{1,7}}(?: [\p{{Lu}}']{{1,7}}){{1,5}})"
_RANK = (
    r"(?:(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy)|(?:PGS|GS|TS|ThS|Ths|BS|BSCK\w*|CK\w*|KS|DS|CN|TTND|TTƯT|NGƯT)\.?|"
    r"Tiến sĩ|Thạc sĩ|Bác sĩ|Ông|Bà|Đ/c)"
)
PERSON = regex.compile(rf"(?:{_RANK}[ .,:-]{{1,3}})*+(?P<name>{_NAME})")
_IN_ONE_LINE = regex.compile(
    rf"(?P<position>\p{{Lu}}++(?: \p{{Lu}}{{2,}}+){{1,8}}+) (?:{_RANK}[ .])*+(?P<name>{_MIXED_NAME})"
)
_RESIDUE = regex.compile(
    r"[\[(]?(?:đã ký|da ?ky|ký tên|ký bởi|ký,|người ký|đóng dấu|thời gian ký|ngày ký|email|cơ quan:|digitally|"
    r"signature|chữ ký|dấu)",
    regex.IGNORECASE,
)
_ITEM = regex.compile(r"(?:[-–—−•+*·▪]|\d{1,2}[.)])[ ]?(?=\S)")
_NEXT_ITEM = regex.compile(r"[;.,][ ](?=[-–—−•+][ ]?\p{L})")
_RIGHT_COLUMN = regex.compile(
    rf"(?<=[:;.,\w)])[ ](?=(?:TM|T/M|KT|K/T|TL|TUQ)\.[ ]?\p{{Lu}}{{2}})"
    rf"|(?<=[;.])(?<!\b(?:TM|KT|TL|TUQ|Q)\.)[ ](?=(?:{_NAME})$)"
)
_FURTHER_AUTHORITY = regex.compile(r"[ ](?=(?:KT|K/T|TL|TUQ)\.)")
_OFFICES = regex.compile(r"[\p{Lu}\d]{1,8}(?:[, ]+[\p{Lu}\d()]{1,8}){0,5}[.;]?")
"""Short names of offices after 'Lưu: VT,'."""
_ANNEX = regex.compile(r"\((?:Ban hành )?[Kk]èm theo ")
_ANNEX_WORDS = ("PHỤ LỤC", "Phụ lục", "BIỂU", "Biểu")
FINAL = ";.,: /"
_FARTHEST_NAME = 14


@dataclass
class Signature:
    """The parts of a signature block, as far as they are given."""

    authority: Found | None = None
    position: Found | None = None
    name: Found | None = None


def closing_pieces(document: Document, first: int, last: int) -> list[Piece]:
    """List the columns of the lines first` to `last`; a signature that runs into a recipient is cut off it."""
    found: list[Piece] = []
    for index in range(first, last):
        if found and document.string.startswith(_ANNEX_WORDS, document.lines[index].start):
            break
        for piece in pieces(document, index):
            found += _cut(piece)
    return found


def _cut(piece: Piece) -> Iterator[Piece]:
    start = 0
    header = RECIPIENTS.match(piece.text) if piece.text[0] == "N" else None
    cuts = [(header.end(), header.end())] if header and header.end() < len(piece.text) else []
    if header or (not piece.text[0].isalpha() and _ITEM.match(piece.text)):
        cuts += [m.span() for m in _RIGHT_COLUMN.finditer(piece.text)]
    if not cuts and piece.text == piece.text.strip():
        yield piece
        return
    for left, right in [*sorted(cuts), (len(piece.text), len(piece.text))]:
        content = piece.text[start:left].strip()
        if content:
            offset = piece.start + start + len(piece.text[start:left]) - len(piece.text[start:left].lstrip())
            yield piece._replace(start=offset, end=offset + len(content), text=content)
        start = right


def read_signature(parts: Sequence[Piece]) -> Signature:
    """Read the first signature block: authority lines, position, name."""
    for index, piece in enumerate(parts):
        if AUTHORITY.match(piece.text):
            return _with_authority(parts, index)
        if piece.text.isupper() and POSITION_LINE.fullmatch(piece.text):
            return _with_position(parts, index, Signature())
        if (whole := _IN_ONE_LINE.fullmatch(piece.text)) and _POSITION.match(piece.text):
            return Signature(
                None,
                Found(whole["position"], piece.start, piece.start + whole.end("position"), "signature-position"),
                Found(whole["name"], piece.start + whole.start("name"), piece.end, "signature-name"),
            )
    return Signature()


def _with_authority(parts: Sequence[Piece], first: int) -> Signature:
    lines: list[Piece] = []
    index = first
    while index < len(parts) and index < first + 8:
        piece = parts[index]
        if AUTHORITY.match(piece.text):
            authority, rest = _split_authority(piece)
            lines.append(authority)
            while rest is not None and AUTHORITY.match(rest.text):
                authority, rest = _split_authority(rest)
                lines.append(authority)
            if rest is not None:
                parts = [*parts[: index + 1], rest, *parts[index + 1 :]]
        elif _POSITION.match(piece.text):
            break
        elif lines and lines[-1].line == piece.line - 1 and piece.text.isupper() and not _ITEM.match(piece.text):
            lines[-1] = lines[-1]._replace(end=piece.end, text=f"{lines[-1].text} {piece.text}")
        index += 1
    text = " ".join(piece.text for piece in lines)
    signature = Signature(authority=Found(text, lines[0].start, lines[-1].end, "signature-authority"))
    if index < len(parts) and _POSITION.match(parts[index].text):
        return _with_position(parts, index, signature)
    return signature


def _split_authority(piece: Piece) -> tuple[Piece, Piece | None]:
    """Cut an authority off what follows it on its line: a further authority, or the position."""
    mark = AUTHORITY.match(piece.text)
    after = mark.end() if mark else 0
    further = _FURTHER_AUTHORITY.search(piece.text, after)
    represented = _POSITION.match(piece.text, after)
    position = _POSITION.search(piece.text, represented.end() if represented else after)
    cut = min((m.start() for m in (further, position) if m), default=len(piece.text))
    left, right = piece.text[:cut].rstrip(), piece.text[cut:].lstrip()
    authority = piece._replace(end=piece.start + len(left), text=left)
    return authority, piece._replace(start=piece.end - len(right), text=right) if right else None


def _with_position(parts: Sequence[Piece], index: int, signature: Signature) -> Signature:
    piece = parts[index]
    line = POSITION_LINE.fullmatch(piece.text)
    position = _POSITION.match(piece.text)
    end = (
        len(piece.text)
        if line and (piece.text.isupper() or not PERSON.search(piece.text[position.end() :]))
        else position.end()
    )
    signature.position = Found(piece.text[:end], piece.start, piece.start + end, "signature-position")
    rest = piece.text[end:].strip()
    if rest:
        signature.name = _person(piece._replace(start=piece.end - len(rest), text=rest))
    for following in parts[index + 1 : index + 1 + _FARTHEST_NAME]:
        if signature.name is not None:
            break
        signature.name = _person(following)
    return signature


def _person(piece: Piece) -> Found | None:
    match = PERSON.fullmatch(piece.text.strip(" .*"))
    if match is None or _RESIDUE.match(piece.text) or _POSITION.match(match["name"]) or _ITEM.match(piece.text):
        return None
    start = piece.start + piece.text.index(match["name"])
    return Found(match["name"], start, start + len(match["name"]), "signature-name")


def read_recipients(parts: Sequence[Piece]) -> list[Found]:
    """Read the lines under Nơi nhận; the line Lưu is the last."""
    first = next((i for i, piece in enumerate(parts) if RECIPIENTS.match(piece.text)), None)
    items: list[Found] = []
    if first is None:
        return items
    dashed = any(_ITEM.match(piece.text) for piece in parts[first + 1 : first + 4])
    for piece in parts[first + 1 :]:
        if _ANNEX.match(piece.text):
            break
        if items and items[-1].value.startswith("Lưu") and not _belongs_to_last(items[-1].value, piece.text):
            break
        is_item = _ITEM.match(piece.text) or (
            not dashed and piece.text.endswith((";", ".")) and not _is_signature(piece)
        )
        if is_item:
            items += _items(piece)
            continue
        if _is_signature(piece):
            continue
        if items and not items[-1].value.endswith((";", ".")) and len(piece.text) < 80:
            last = items[-1]
            items[-1] = last._replace(value=f"{last.value} {piece.text}", end=piece.end)
            continue
        if items:
            break
    return items


def _belongs_to_last(last: str, text: str) -> bool:
    """A second line Lưu, or the rest of one that wraps."""
    goes_on = text[0].islower() and not last.endswith((".", ";"))
    return text.startswith("Lưu", 2) or goes_on or (last.endswith(",") and _OFFICES.fullmatch(text) is not None)


def _is_signature(piece: Piece) -> bool:
    return bool(
        AUTHORITY.match(piece.text)
        or POSITION_LINE.fullmatch(piece.text)
        or _RESIDUE.match(piece.text)
        or PERSON.fullmatch(piece.text)
        or not any(letter.isalpha() for letter in piece.text)
    )


def _items(piece: Piece) -> Iterator[Found]:
    start = 0
    for end in [*(m.start() + 1 for m in _NEXT_ITEM.finditer(piece.text)), len(piece.text)]:
        content = piece.text[start:end].strip()
        mark = _ITEM.match(content)
        value = content[mark.end() :] if mark else content
        left = piece.start + piece.text.index(content, start) + len(content) - len(value)
        yield Found(value, left, left + len(value), "recipient-line")
        start = end

"""Finds where a cited document is named: its type word with its number and symbol, the name of a law, a congress."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.layers.citations.patterns import ADMINISTRATIVE, ALONE, BLANK, CONGRESS, LAW, LISTED, NAMED_APART, PARTY
from extractor.layers.rule import Rule
from extractor.lexicon.alternation import any_of
from extractor.lexicon.document_types import DocumentType, load_document_types

# Plain substrings and one literal character are looked for first: the costly patterns run only around them.
_SLASH = re.compile(r"/[ ]?(?:\d{4}[ ]?/[ ]?)?[A-ZĐÐ]")
_LAW_WORD = re.compile(any_of(("Luật", "luật", "LUẬT", "Pháp lệnh", "pháp lệnh", "Hiến pháp")) + r" ?(?=[\w(])")
_CONGRESS_WORD = re.compile("q(?<=[Nn]ghị q)uyết (?:của |CỦA )?(?=[Đđ])|Q(?<=NGHỊ Q)UYẾT (?:của |CỦA )?(?=[Đđ])")
"""Found at its rarest letter, the first of its second word."""
_TO_SECOND_WORD = len("Nghị ")
_SO = re.compile(r"ố(?<=[Ss].):? ?(?=[\d.…_]|ngày )")
"""Found at its second letter."""
_BEFORE_NUMBER = ("ị quyết ", "uyết định ", "hị định ", "hông tư ", "hỉ thị ", "ết luận ", "NQ ", "NĐ ", "QĐ ")
_SO_AT_END = re.compile(r"(?:số|Số|SỐ)[ ]?[:.]?[ ]?$")
_NO_DOCUMENT = re.compile(
    r"(?:mẫu|biểu|biểu mẫu|phụ lục|phụ biểu|bảng|hình|tiêu chuẩn|quy chuẩn|tài khoản|hóa đơn|tờ|thửa đất|bản đồ)[ ]?$",
    re.I,
)
_BEFORE_LAW = re.compile(r"(?:pháp|dự án|dự thảo)[ ]$", re.I)
_BEFORE_SMALL_LAW = re.compile(r"(?:pháp|kỷ|quy|âm|định|giới|dự án|dự thảo|điều|trái|đúng|hệ thống)[ ]$", re.I)
LOOK_BACK = 120


@dataclass(slots=True)
class Head:
    """The naming part of a citation, in view offsets: what stands before its date, issuer and title."""

    rule: str
    start: int
    end: int
    type: str
    number: str | None = None
    symbol: str | None = None
    code: str | None = None
    name: str | None = None
    """Of a law, or a congress: what tells it from others."""
    issuer: str | None = None
    """Where the issuer stands before the number ("Nghị quyết của HĐND tỉnh số …")."""
    review: str | None = None


def find_heads(string: str) -> list[Head]:
    """Find the heads of all citations in a reading view, in order, none overlapping another."""
    heads = sorted([*_laws(string), *_congresses(string)], key=lambda head: head.start)
    heads = _merge(heads, list(_codes(string)))
    return _merge(heads, sorted(_alone(string), key=lambda head: head.start))


def _merge(first: list[Head], second: list[Head]) -> list[Head]:
    """Join two ordered lists; of two that overlap, the one of the first list stands."""
    starts = [head.start for head in first]
    kept = list(first)
    for head in second:
        i = bisect_right(starts, head.start)
        if (i and first[i - 1].end > head.start) or (i < len(first) and first[i].start < head.end):
            continue
        kept.append(head)
    return sorted(kept, key=lambda head: head.start)


def _codes(string: str) -> Iterator[Head]:
    previous: Head | None = None
    for slash in _SLASH.finditer(string):
        position = slash.start()
        if previous is not None and position < previous.end:
            continue
        head = _code_at(string, position, previous)
        if head is not None:
            previous = head
            yield head


def _code_at(string: str, slash: int, previous: Head | None) -> Head | None:
    """Read the code around a slash, and the type word before it."""
    floor = max(0, slash - LOOK_BACK)
    floor = max(floor, string.rfind("\n", floor, slash) + 1, string.rfind("\t", floor, slash) + 1)
    if previous is not None:
        floor = max(floor, previous.end)
    before = string[max(0, slash - 2) : slash].rstrip(" ")
    for rule in (PARTY, ADMINISTRATIVE) if before[-1:].isalpha() else (ADMINISTRATIVE,):
        window_start = max(floor, slash - 24)
        match = next(
            (m for m in rule.regex.finditer(string, window_start, slash + 64) if m.start("slash") == slash), None
        )
        if match is not None:
            return _named(string, floor, rule, match, previous)
    return None


def _named(string: str, floor: int, rule: Rule, match: "re.Match[str]", previous: Head | None) -> Head | None:
    number = match["number"]
    code = "".join(match["code"].split()).replace("Ð", "Đ").lstrip(".…_")
    symbol = "".join(match["symbol"].split()).replace("Ð", "Đ")
    shown = load_document_types().symbols & {symbol.replace("/", "-").replace("–", "-").split("-")[0]}
    of_symbol = next(iter(shown), None)
    start, has_so = before_so(string, match.start("code"), floor)
    kind, type_start = type_before(string, start, floor)
    head = Head(rule.id, type_start, match.end("code"), "", number, symbol, code)
    if kind is not None:
        head.type = of_symbol if kind.symbol_decides and of_symbol else kind.abbreviation
        head.review = _disagreement(head, of_symbol)
        return head
    if _NO_DOCUMENT.search(string, max(floor, start - 20), start):
        return None
    head.start = start
    if previous is not None and LISTED.regex.fullmatch(string, previous.end, start):
        head.rule, head.type = LISTED.id, of_symbol or previous.type
        return head
    return _without_type_word(string, head, of_symbol, floor, has_so)


def _disagreement(head: Head, of_symbol: str | None) -> str | None:
    """Say what a person should look at: a blank number, or a symbol of another type than the type word."""
    if head.number is None:
        return "number left blank"
    if of_symbol is None or of_symbol.startswith(head.type) or head.type.startswith(of_symbol):
        return None
    return f"type word {head.type}, symbol {of_symbol}"


def _without_type_word(string: str, head: Head, of_symbol: str | None, floor: int, has_so: bool) -> Head | None:
    """A code with the words of an issuer or a name before it, or with none: its symbol must show the type."""
    for match in NAMED_APART.regex.finditer(string, floor, head.start):
        if match.end() != head.start or not has_so:
            continue
        kind, start = type_before(string, match.end("type"), floor)
        if kind is not None and (kind.abbreviation == of_symbol or (kind.abbreviation == "CV" and of_symbol is None)):
            return Head(
                NAMED_APART.id,
                start,
                head.end,
                kind.abbreviation,
                head.number,
                head.symbol,
                head.code,
                issuer=match["issuer"],
            )
    opens = head.start == 0 or string[head.start - 1] in "\n\t"
    listed = string.endswith((": ", "; "), 0, head.start) and string[head.start : head.start + 3] == "Số "
    own_number = has_so and (opens or (string[head.start] == "S" and not listed))
    if of_symbol is None or own_number or head.number is None or not _is_whole(head.symbol):
        return None
    head.type = of_symbol
    return head


def _is_whole(symbol: str | None) -> bool:
    return symbol is not None and any(mark in symbol for mark in "-–/")


def before_so(string: str, position: int, floor: int) -> tuple[int, bool]:
    """Step back over the word 'số' before a position; tells whether it was there."""
    match = _SO_AT_END.search(string, max(floor, position - 6), position)
    return (match.start(), True) if match else (position, False)


def type_before(string: str, position: int, floor: int) -> tuple[DocumentType | None, int]:
    """Return the type whose name ends right before a position, and where the name starts."""
    end = position
    while end > floor and string[end - 1] in " :(":
        end -= 1
    last_word = string[floor:end].rsplit(" ", 1)[-1].lstrip('(“"-–+*[/')
    table = load_document_types().by_last_word
    for name, kind in table.get(last_word, ()) or table.get(last_word.lower(), ()):
        start = end - len(name)
        if start < floor or string[start - 1 : start].isalnum():
            continue
        written = string[start:end]
        if written == name or (written.lower() == name and name.islower()):
            return kind, start
    return None, position


def _laws(string: str) -> Iterator[Head]:
    done = 0
    for word in _LAW_WORD.finditer(string):
        if word.start() < done:
            continue
        start = word.start()
        if string[start - 3 : start].lower() == "bộ ":
            start -= 3
        elif start and _is_no_law(string, start):
            continue
        match = LAW.regex.match(string, start)
        if match is None:
            continue
        done = match.end()
        yield _law(match)


def _is_no_law(string: str, start: int) -> bool:
    """'pháp luật', 'kỷ luật', a bill: the word names no law there."""
    unwanted = _BEFORE_LAW if string[start].isupper() else _BEFORE_SMALL_LAW
    return string[start - 1].isalnum() or bool(unwanted.search(string, max(0, start - 9), start))


def _law(match: "re.Match[str]") -> Head:
    kind = {"luật": "Luật", "bộ luật": "Bộ luật", "pháp lệnh": "PL", "hiến pháp": "Hiến pháp"}[match["type"].lower()]
    head = Head(LAW.id, match.start(), match.end(), kind, name=(match["name"] or "").lower())
    if match["code"]:
        head.code = "".join(match["code"].split())
        head.number, head.symbol = head.code.split("/")[0], head.code.split("/")[-1]
    return head


def _congresses(string: str) -> Iterator[Head]:
    for word in _CONGRESS_WORD.finditer(string):
        match = CONGRESS.regex.match(string, word.start() - _TO_SECOND_WORD)
        if match is not None:
            yield Head(CONGRESS.id, match.start(), match.end(), "NQ", name=match["congress"].lower())


def _alone(string: str) -> Iterator[Head]:
    """Yield type words with a bare or a blank number."""
    for so in _SO.finditer(string):
        so_start = so.start() - 1
        kind, start = type_before(string, so_start, max(0, so_start - LOOK_BACK))
        if kind is None or kind.alone == "never":
            continue
        match = ALONE.regex.match(string, so.end())
        if match is not None:
            yield _alone_head(ALONE.id, start, match, kind)
            continue
        blank = BLANK.regex.match(string, so.end())
        if blank is not None:
            yield Head(BLANK.id, start, so.end() + len(blank["blank"].rstrip()), kind.abbreviation)
    for words in _BEFORE_NUMBER:
        position = string.find(words)
        while position >= 0:
            end = position + len(words)
            position = string.find(words, end)
            if not string[end : end + 1].isdigit():
                continue
            kind, start = type_before(string, end, max(0, end - LOOK_BACK))
            match = ALONE.regex.match(string, end)
            if kind is None or kind.alone != "always" or match is None:
                continue
            if match["follows"] is not None:
                yield _alone_head(ALONE.id, start, match, kind)


def _alone_head(rule: str, start: int, match: "re.Match[str]", kind: DocumentType) -> Head:
    code = "".join(match["code"].split())
    symbol = match["symbol"]
    return Head(rule, start, match.end("code"), kind.abbreviation, match["number"], symbol, code)

"""Sentence boundaries of the reading view: underthesea proposes them line by line, rules of the genre refuse some."""

import re
from collections.abc import Iterator

import regex

from extractor.language.sent_tokenizer import sent_tokenizer

_MAY_HOLD_TWO = regex.compile(r"[.!?…][”\"’)\]]?(?:\s+\S|(?<=\p{Ll}.)\p{Lu}\p{Ll})")
_STOP_INSIDE = re.compile(r"[.!?…](?=.)")
_LOOK_BACK = 60
MAX_SENTENCE = 3000
"""Characters after which a sentence is parted; the longest of real plans have half as many."""
_CLOSING = regex.compile(r"[”\"’)\]»*]*+")
_BLANKS = regex.compile(r"\s*+")
_ABBREVIATION = regex.compile(
    r"(?<![\p{L}/])(?:VP|TP|Tp|tp|TX|Tx|TT|Th[SsạẠ]|TS|GS|PGS|BS|BSCK\w*|KS|CN|Mr|Mrs|Dr|St|NXB|Nxb|[đĐ]/c|"
    r"TM|KT|TL|TUQ|v\.v|vv)\.+$"
)
_SHORT_UNIT = regex.compile(
    r"(?<![\p{L}/\d][ ]?)(?:P|Q|H|X|T|Đ|F)\.$|(?:\b(?:UBND|HĐND|TTHC|Công an|và|thuộc|tại)[ ])[PQHXTĐ]\.$"
)
_NUMBERING = r"""\W*+
    (?:(?:Điều|Khoản|Điểm|Mục|Chương|Phần|Phụ[ ]lục|Biểu|Bảng|Tiêu[ ]chí|Chỉ[ ]tiêu|Nội[ ]dung|Nhiệm[ ]vụ|Bước|Mẫu)[ ]
       (?:số[ ])?)?+
    (?:\d{1,3}(?:\.\d{1,3}){0,4}+[a-zđ]?|[IVXL]{1,6}|\p{L})[.)]*\."""
_LABEL = regex.compile(rf"(?:^|[:;(][ ]?)(?:{_NUMBERING}[ ]){{0,2}}{_NUMBERING}$", regex.VERBOSE | regex.IGNORECASE)
_LABELS_IN_ROW = regex.compile(r"\b(?:Điều|Khoản|Điểm|khoản|điểm) \w{1,3}\.$")
_NEXT_LABEL = regex.compile(r"(?:Điều|Khoản|Điểm|Chương|Mục) [\dIVX]")
_ROMAN = frozenset("IVXLivxl")
_LAST_WORD = regex.compile(r"\p{Ll}{3,}[.!?]++[”\"’)\]]*$")


def sentence_spans(string: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences of a reading view, in order; blanks between them belong to none.

    A line end always ends a sentence, and so does a tab (cells of a table row).
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for line in string.split("\n"):
        cell_start = start
        for cell in line.split("\t"):
            if cell and not cell.isspace():
                for first, last in _in_line(cell):
                    spans += _parted(string, cell_start + first, cell_start + last)
            cell_start += len(cell) + 1
        start += len(line) + 1
    return spans


def _parted(string: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Part what is too long for a sentence at a semicolon, a comma or a blank.

    Layers look from each figure of a sentence to all others; so that a text without full stops costs no more than
    others, a sentence may not grow without end.
    """
    while end - start > MAX_SENTENCE:
        limit = start + MAX_SENTENCE
        cut = (
            next((at for sign in ("; ", ", ", " ") if (at := string.rfind(sign, start + 1, limit)) > 0), limit - 1) + 1
        )
        yield start, cut
        start = _BLANKS.match(string, cut).end()
    if start < end:
        yield start, end


def _in_line(line: str) -> Iterator[tuple[int, int]]:
    if not _STOP_INSIDE.search(line) or not _MAY_HOLD_TWO.search(line):
        yield 0, len(line)
        return
    first = 0
    for proposed in _proposed_ends(line):
        end, following = _closed(line, proposed)
        if first < end and following < len(line) and _ends(line, first, end, following):
            yield first, end
            first = following
    yield first, len(line)


def _closed(line: str, proposed: int) -> tuple[int, int]:
    """Return the end of a sentence with its closing quotes and brackets, and where the next one begins."""
    closing = _CLOSING.match(line, proposed)
    end = closing.end() if closing else proposed
    blanks = _BLANKS.match(line, end)
    return end, blanks.end() if blanks else end


def _proposed_ends(line: str) -> Iterator[int]:
    """Yield the offsets behind the last sign of each sentence that underthesea sees, the line's last one left out."""
    done = 0
    for sentence in sent_tokenizer()(line)[:-1]:
        found = line.find(sentence, done)
        if found >= 0:
            done = found + len(sentence)
            yield done


def _may_be_label(said: str) -> bool:
    """The cheap test that goes before the pattern for labels: most sentences end with a word of several letters."""
    last = said.rstrip(".)")[-2:]
    return said.endswith(".") and (not last.isalpha() or len(last) == 1 or _ROMAN.issuperset(last))


def _ends(line: str, first: int, end: int, following: int) -> bool:
    """Tell whether the sentence that began at `first` ends at `end`, where the next would begin at `following`."""
    said = line[first:end] if end - first <= _LOOK_BACK else "…" + line[end - _LOOK_BACK : end]
    opening = line[following]
    if not (opening.isalnum() or opening in '“"‘(-–+[*•'):
        return False
    if opening.islower() and not _LAST_WORD.search(said):
        return False
    if following == end and not (line[end - 2 : end - 1].islower() and opening.isupper()):
        return False
    if _ABBREVIATION.search(said) or _SHORT_UNIT.search(said) or (_may_be_label(said) and _LABEL.search(said)):
        return False
    return not (_LABELS_IN_ROW.search(said) and _NEXT_LABEL.match(line, following))

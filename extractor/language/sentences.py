"""Sentence boundaries of the reading view, by underthesea, line by line."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Callable

_MAY_HOLD_TWO = regex.compile(r"[.!?…][”\")]?\s+\S")
_NEVER_ENDS = regex.compile(
    r"(?:^|[\s(])(?:\p{L}|\d{1,2}(?:\.\d{1,2}){0,4}|[IVXL]+|VP|TP|Tp|TX|TT|Th[SsạS]|TS|GS|PGS|BS|KS|CN|Mr|Mrs|Ông|Bà|đ/c|"
    r"TM|KT|TL|TUQ|Q|St|P|Đ|NXB|v\.v|Điều \d+|Khoản \d+|Mục \d+|Chương [IVXL\d]+)\.$"
)


@cache
def _sent_tokenize() -> "Callable[[str], list[str]]":
    from underthesea import sent_tokenize  # loads its models: only when a text needs it

    return sent_tokenize  # type: ignore[no-any-return]


def sentence_spans(string: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences of a reading view, in order; blanks between them belong to none.

    A line end always ends a sentence, and so does a tab (cells of a table row).
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for line in string.split("\n"):
        cell_start = start
        for cell in line.split("\t"):
            if cell.strip():
                spans += [(cell_start + a, cell_start + b) for a, b in _in_line(cell)]
            cell_start += len(cell) + 1
        start += len(line) + 1
    return spans


def _in_line(line: str) -> Iterator[tuple[int, int]]:
    if not _MAY_HOLD_TWO.search(line):
        yield 0, len(line)
        return
    first = done = 0
    for sentence in _sent_tokenize()(line):
        found = line.find(sentence.strip(), done)
        if found < 0:
            continue
        if found > first and not _NEVER_ENDS.search(line[first:done].rstrip()[-24:]):
            yield first, first + len(line[first:found].rstrip())
            first = found
        done = found + len(sentence.strip())
    yield first, len(line)

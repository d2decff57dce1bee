"""Which line ends are mere wraps: decides where a paragraph goes on in the next line (or over a page break)."""

from collections.abc import Sequence
from typing import NamedTuple

import regex

MIN_WRAPPED_LINES = 6
MIN_WIDTH, MAX_WIDTH = 45, 200

_NEW_PARAGRAPH = regex.compile(
    r"""[-–—+•●▪◦*·✓➢]+[ ]*+[^\s\d]          # a bullet
      | [-–—+•●▪◦·]\s
      | \d{1,2}(?:\.\d{1,2}){0,4}[.)]*+[.)][ ]*+(?!\d)   # 1.  2.1.  3)
      | \d{1,2}(?:\.\d{1,2}){1,4}[ ]+\p{Lu}    # 2.1 Tiêu đề
      | [IVXL]{1,6}[.)\-–/][ ]*+\p{L}
      | [A-HĐ][.)][ ]*+\p{Lu}
      | [a-zđ]\d?[.)]{1,2}[ ]
      | (?:Điều|ĐIỀU)[ ]\d+[.:]
      | (?:CHƯƠNG|Chương|PHẦN|Phần|MỤC|Mục|PHỤ[ ]LỤC|Phụ[ ]lục|BIỂU|Biểu)[ ](?:[IVX\d]+\b|[Ss]ố)
      | (?:Căn[ ]cứ|Nơi[ ]nhận|Kính[ ]gửi|NƠI[ ]NHẬN)\b
      | (?:TM|T/M|KT|K/T|TL|TUQ|Q)\.[ ]?\p{Lu}
    """,
    regex.VERBOSE,
)
_EXPECTS_NUMBER = regex.compile(
    r"(?:số|ngày|tháng|năm|quý|khoản|điểm|điều|tiêu chí|chỉ tiêu|khóa|và|từ|đến|đạt|trên|của|tại|theo|là)$", regex.I
)
_SENTENCE_END = (".", "!", "?", "./.", ".”", '."', ".)")


class Line(NamedTuple):
    """A line of the text, less the blanks around it; `gap` counts the empty lines before it."""

    start: int
    end: int
    content: str
    gap: int
    indented: bool


def wrap_width(lines: Sequence[Line]) -> int | None:
    """Return the width in characters at which the text was wrapped, or None when it was not wrapped.

    A wrapped text has many lines of nearly the same greatest length, and none that is far longer.
    """
    lengths = sorted(len(line.content) for line in lines)
    if len(lengths) < MIN_WRAPPED_LINES:
        return None
    width = lengths[int(len(lengths) * 0.97)]
    if not MIN_WIDTH <= width <= MAX_WIDTH or lengths[-1] > width * 1.5:
        return None
    nearly_full = sum(length > width * 0.8 for length in lengths)
    return width if nearly_full >= max(MIN_WRAPPED_LINES, len(lengths) // 5) else None


def goes_on(line: Line, following: Line, width: int | None) -> bool:
    """Tell whether the paragraph of `line` goes on in `following`."""
    before, after = line.content, following.content
    if _NEW_PARAGRAPH.match(after):
        return False
    if after[0].isdigit() and not before.endswith(_SENTENCE_END) and _EXPECTS_NUMBER.search(before[-12:]):
        return True
    if after[0].islower() and not before.endswith((*_SENTENCE_END, ":", ";")):
        return True
    if following.gap or width is None or following.indented > line.indented:
        return False
    return _is_full(before, after, width) and _may_go_on(before, after)


def _is_full(before: str, after: str, width: int) -> bool:
    """The first word of the next line would not have fitted into this one (widths vary in print: 10 % of play)."""
    first_word = after.split(" ", 1)[0]
    return len(before) + 1 + len(first_word) > width * 0.9


def _may_go_on(before: str, after: str) -> bool:
    if before.endswith((":", ";")) and not after[0].islower():
        return False
    return before.isupper() <= after.isupper()

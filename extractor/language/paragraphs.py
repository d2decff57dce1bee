"""Which line ends are mere wraps: decides where a paragraph goes on in the next line (or over a page break)."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import regex

MIN_CERTAIN_WRAPS = 3
MIN_WIDTH, MAX_WIDTH = 40, 250
MAX_HEADING = 100
MIN_RAGGED_WRAPS, MAX_RAGGED, MIN_RAGGED = 8, 140, 40
MIN_PHRASE = 25
"""A line shorter than this is no full line of any print: a cell, a label, a header line."""

_NEW_PARAGRAPH = regex.compile(
    r"""[*_]{0,3}+(?:
        [-–—+•●▪◦*·✓➢]+[ ]*+[^\s\d]                          # a bullet
      | [-–—+•●▪◦·]\s
      | \d{1,2}(?:\.\d{1,2}){0,4}+[.)]++[ ]*+(?!\d)           # 1.  2.1.  3)
      | \d{1,2}(?:\.\d{1,2}){1,4}+[ ]+\p{Lu}                  # 2.1 Tiêu đề
      | [IVXL]{1,6}+[.)\-–/][ ]*+\p{L}
      | [A-HĐ][.)][ ]*+\p{Lu}
      | [a-zđ]\d?[.)]{1,2}+(?:[ ]|\p{Lu})
      | (?:Điều|ĐIỀU)[ ]\d++[.:]
      | (?:CHƯƠNG|PHẦN|MỤC|PHỤ[ ]LỤC|BIỂU)[ ](?:[IVXLC\d]++\b|SỐ\b|[Ss]ố\b)
      | (?:Chương|Phần|Mục|Phụ[ ]lục|Biểu|Bảng)[ ](?:số[ ])?+[IVXLC\d]++[ ]*+(?:[.:–-]|$)
      | (?:Căn[ ]cứ|Nơi[ ]nhận|Kính[ ]gửi|NƠI[ ]NHẬN|KÍNH[ ]GỬI)\b
      | (?:TM|T/M|KT|K/T|TL|T/L|TUQ|Q)\.[ ]?\p{Lu}{2}
    )""",
    regex.VERBOSE,
)
_OPENING_WORDS = ("Đi", "Ch", "Ph", "Mụ", "Bi", "Bả", "Că", "Nơ", "Kí")
"""How the words of `_NEW_PARAGRAPH` in small letters begin."""
_CLOSES_LETTER = frozenset(".)0123456789")
"""What follows a small letter that numbers an item: "a)", "b.", "đ1)"."""
_DASH = regex.compile(r"[-–—+•●]")
_LABELLED = regex.compile(r"[-–—+•●]\s*+\p{Lu}[\p{L} ]{3,30}+: ")
"""The label of a bullet, with words behind it ("- Cơ quan phối hợp: Sở Y tế;"); a next item would bear a bullet."""
_NUMBERED_WORDS = regex.compile(
    r"(?:\d{1,2}(?:\.\d{1,2}){0,3}+[.)]?|[IVXL]{1,5}[.)]|[a-zđ][.)]|Điều \d{1,3}[.:])[ ]*+\p{Lu}\p{Ll}*+(?:[ ]\p{L}|$)"
)
"""A numbered title or item, or its first word."""
_RANGE_GOES_ON = regex.compile(r"[-–][ ]*+\d{4}\b")
_HALVES = (
    (r"\b[Ss]ố:?$", r"\d{1,5}[ ]?[/-]"),
    (r"(?<!(?:^| )\d{1,3} )\bngày(?: \d{1,2})?$", r"\d{1,2} tháng\b|\d{1,2}/\d|tháng \d"),
    (r"\b(?:trong|vào|trước|từ|đến|sau|đầu|giữa|cuối|hết) tháng$", r"\d{1,2}\b"),
    (r"\b(?:trong|vào|trước|từ|đến|sau|đầu|giữa|cuối|hết) năm$", r"(?:19|20)\d\d\b"),
    (r"\bNĂM$", r"(?:19|20)\d\d\b"),
    (r"\b(?:khoản|Khoản|điều|Điều)$", r"\d{1,3}\b(?!\.\d| ?[.)]? *\p{Lu})"),
    (r"\d%? ?[-–]$", r"\d"),
    (r"\d, \d{1,2} và$", r"\d{1,2}\.$"),
    (r"(?:^|\. )(?:Giao|Đề nghị)$", r"\p{Lu}\p{L}*+ "),
    (r"\b(?:từ|đạt|còn|khoảng|giảm|tăng|lên|xuống) \d{1,2}(?:,\d{1,2})?$", r"[-–] ?\d{1,3}(?:,\d{1,2})? ?%"),
    (r"\bngày \d{1,2} tháng$", r"\d{1,2}\b"),
    (r"\bngày \d{1,2} tháng$|\btháng \d{1,2}$", r"năm \d{4}"),
    (r"\btháng \d{1,2} năm$", r"\d{4}\b"),
    (r"\b[Qq]uý$", r"(?:I{1,3}|IV|[1-4])(?:/| năm )\d{4}\b"),
    (r"^\p{Lu}[\p{L} -]{1,22},$", r"ngày (?:\d|[.…_]|tháng)"),
    (r"^CỘNG$|CỘNG H(?:ÒA|OÀ)(?: XÃ(?: HỘI)?)?$", r"(?:H(?:ÒA|OÀ) )?(?:XÃ )?HỘI\b|CHỦ NGHĨA"),
    (r"CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ$", r"NGHĨA VIỆT NAM"),
    (r"[ỦU][YỶ] BAN NHÂN$", r"DÂN\b"),
    (r"^HỘI$", r"ĐỒNG NHÂN DÂN\b"),
    (r"^(?:TM\. ?)?[ỦU][YỶ]$", r"BAN NHÂN DÂN"),
    (r"^(?:TM\. ?)?[ỦU][YỶ] BAN$", r"NHÂN DÂN\b"),
    (r"^(?:TM|T/M|KT|TL|TUQ)\.$", r"\p{Lu}{2}"),
    (r"^\p{Lu}\p{Ll}+$", r"(?:\p{Lu}\p{Ll}+ ?){1,3}, ngày (?:\d|[.…_]|tháng)"),
)
_CUT_IN_TWO = tuple((regex.compile(first), regex.compile(second)) for first, second in _HALVES)
_ANY_FIRST_HALF = regex.compile("|".join(first for first, _ in _HALVES), regex.REVERSE)
_ANY_SECOND_HALF = regex.compile("|".join(second for _, second in _HALVES))
_FIRST_HALF_ENDS = frozenset(
    "số số: Số Số: ngày tháng năm NĂM khoản Khoản điều Điều và Giao nghị quý Quý CỘNG HÒA HOÀ XÃ HỘI CHỦ NHÂN "
    "ỦY UỶ UY ỦỶ BAN TM. T/M. KT. TL. TUQ.".split()
)
"""The last words of what `_HALVES` begins with; others are figures, signs, or a word alone on its line."""
_SIGNS_BEFORE_WORDS = "([“\"'*_/,;:.–-"
_NAME_AT_DASH = regex.compile(
    r"""(?<=\p{L}[,;]?+[ ])(?:
        Lao[ ]động [ ]?+ BREAK Thương[ ]binh
      | (?:Văn[ ]h(?:óa|oá)|Kinh[ ]tế) [ ]?+ BREAK Xã[ ]hội
      | Văn[ ]h(?:óa|oá) [ ]?+ BREAK (?:Thông[ ]tin|Thể[ ](?:thao|dục))
      | Kinh[ ]tế [ ]?+ BREAK (?:Hạ[ ]tầng|Kỹ[ ]thuật)
      | Tài[ ]chính [ ]?+ BREAK Kế[ ]hoạch
      | Dân[ ]số [ ]?+ BREAK Kế[ ]hoạch[ ]h(?:óa|oá)
      | Chăn[ ]nuôi [ ]?+ BREAK Thú[ ]y
      | Nông[ ]nghiệp [ ]?+ BREAK Xây[ ]dựng
      | Địa[ ]chính [ ]?+ BREAK (?:Xây[ ]dựng|Nông[ ]nghiệp)
      | Tư[ ]pháp [ ]?+ BREAK Hộ[ ]tịch
      | Văn[ ]phòng [ ]?+ BREAK Thống[ ]kê
      | Giáo[ ]dục[ ]nghề[ ]nghiệp [ ]?+ BREAK (?:Giáo[ ]dục[ ]thường|Việc[ ]làm)
    )\b""".replace("BREAK", r"(?:\n[-–]|[-–]\n)[ ]?+"),
    regex.VERBOSE,
)
"""Names of two parts, cut at their dash: the second part is no item of a list."""
LONGEST_NAME_PART = 30
_SECOND_HALVES = ("ngày ", "tháng ", "năm ", "CHỦ NGHĨA", "NGHĨA VIỆT", "DÂN", "I", "- ", "– ")
LONGEST_FIRST_HALF = 24
"""A longer line is cut before these words only."""
_JOINING_SIGNS = ("-", "/", "\u2010", "\u2011")
_DASH_INSIDE = regex.compile(r"[-–][ ]*+(?:\p{Ll}|\d{4}\b|\d{1,2}/)")
_NUMBER_FOLLOWS = regex.compile(
    r"\b(?:số|ngày|tháng|năm|quý|khoản|điểm|điều|tiêu[ ]chí|chỉ[ ]tiêu|khóa|và|từ|đến|đạt|trên|dưới|khoảng|còn|của|tại"
    r"|theo|là|ít[ ]nhất|tối[ ]thiểu|tối[ ]đa|không[ ]quá)$",
    regex.I,
)
_PHRASE_FOLLOWS = regex.compile(
    r"\b(?:của|và|tại|theo|về|cho|với|do|các|những|trên|từ|đến(?: hết)?|là|gồm|hoặc|thuộc|bởi|giữa|trong|ngày|số|tỉnh)$"
)
_ENDS_HEADING = regex.compile(r"\b(?:số|tỉnh)$")
"""Of those, words that may also end a heading ("Chuyển đổi số", "Bệnh viện tỉnh")."""
_DOCUMENT_NAME = regex.compile(
    r"[*_]{0,3}+(?:K\w HO\wCH|QUY\wT Đ\wNH|THÔNG BÁO|PHƯƠNG ÁN|CHƯƠNG TRÌNH|ĐỀ ÁN)[*_]{0,3}+"
)
LONGEST_DOCUMENT_NAME = 18
_PREAMBLE = regex.compile(
    r"[*_]{0,3}+(?:Căn cứ|Thực hiện|Theo|Nhằm|Để|Trên cơ sở|Thi hành|Xét|Sau khi|Ngày|Năm|Ủy ban|UBND|Uỷ ban|\()\b?"
)
ISSUER_LINE = regex.compile(
    r"(?:(?:CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|TRƯỞNG BAN|HIỆU TRƯỞNG|THỦ TRƯỞNG) )?"
    r"(?:[ỦU][YỶ] BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|SỞ|BỘ|BAN(?! HÀNH)|TỔNG CỤC|CỤC)(?: [\p{Lu}&,-]+){1,9}+"
    r"|THỦ TƯỚNG CHÍNH PHỦ"
)
"""The line that says who decides, below the title of a decision."""
ISSUER_DUE = regex.compile(r"(?:[,-]|\b(?:CỦA|DO|VÀ|VỚI|CHO|TẠI|THUỘC|BỞI|CÁC|VỀ|GIỮA))$")
"""The end of a title that goes on in the name of a body."""
_YEAR_AT_END = regex.compile(r"\d{4}[*_]{0,3}$")
_SECOND_NAME = regex.compile(r"[-–] \p{Ll}[^.;:]{1,30}")
"""The end of a title that breaks at its dash ("Khoa học", "- công nghệ")."""
_SENTENCE_END = (".", "!", "?", ".”", '."', ".)")
_PART_END = (*_SENTENCE_END, ":", ";", ":*", ";*", ".*", ":**", ".**")


class Line(NamedTuple):
    """A line of the text, less the blanks around it; `gap` counts the empty lines before it."""

    start: int
    end: int
    content: str
    gap: int
    indented: bool
    heading: bool
    """Marked as a heading by `#`."""


class Wrap(NamedTuple):
    """How a text was wrapped: the least length that forced a line end, and the empty lines between wrapped lines."""

    width: int
    gap: int
    ragged: bool = False
    """True where lines end at any length, as law websites leave them."""
    short_first: bool = False
    """True where the first line of a paragraph breaks after a word or two, as those websites do too."""


def joins(lines: Sequence[Line], wrap: Wrap | None) -> Iterator[bool]:
    """Yield for each line whether it goes on with the paragraph of the line before."""
    in_title = False
    yield from [False] * min(1, len(lines))
    for line, following in pairwise(lines):
        if len(line.content) <= LONGEST_DOCUMENT_NAME and _DOCUMENT_NAME.fullmatch(line.content):
            in_title = True
            yield False
            continue
        in_title = in_title and _title_goes_on(line, following)
        yield in_title or goes_on(line, following, wrap)


def find_wrap(lines: Sequence[Line]) -> Wrap | None:
    """Return how the text was wrapped, or None when it was not.

    Line ends inside a phrase (the next line begins with a small letter) are certain wraps. Where the text was
    wrapped, each of them lacks the room for the next word at about the same length, and few lines are longer.
    """
    wraps = sorted(
        (_forced_length(line, following), following.gap)
        for line, following in pairwise(lines)
        if _inside_phrase(line.content, following.content)
    )
    if len(wraps) < MIN_CERTAIN_WRAPS:
        return None
    full = [wrap for wrap in wraps if wrap[0] >= MIN_WIDTH]
    short_first = len(full) < len(wraps)
    wraps = full if len(full) >= max(MIN_CERTAIN_WRAPS, len(wraps) // 2) else wraps
    width, longest = wraps[len(wraps) // (3 if short_first else 10)][0], wraps[-1 - len(wraps) // 10][0]
    too_long = sum(len(line.content) > longest * 1.1 for line in lines)
    gap = sorted(gap for _, gap in wraps)[len(wraps) // 2]
    if not MIN_WIDTH <= width <= MAX_WIDTH or longest > width * 1.4 or too_long > len(wraps):
        ragged = len(wraps) >= max(MIN_RAGGED_WRAPS, len(lines) // 8) and longest <= MAX_RAGGED
        return Wrap(longest, gap, ragged=True, short_first=True) if ragged and too_long <= len(wraps) // 8 else None
    return Wrap(width, gap, short_first=short_first)


def goes_on(line: Line, following: Line, wrap: Wrap | None) -> bool:
    """Tell whether the paragraph of `line` goes on in `following`."""
    before, after = line.content, following.content
    close = wrap is not None and following.gap <= wrap.gap
    short_first = close and wrap is not None and wrap.short_first
    if _is_cut(before, after, following.gap) or (short_first and _first_line_goes_on(before, after)):
        return True
    if _opens_paragraph(after):
        dash_inside = close and (before[-1].isalnum() or before[-1] == ",") and _DASH_INSIDE.match(after)
        return bool(dash_inside) and wrap is not None and _is_full(line, following, wrap)
    if _inside_phrase(before, after) or (close and _label_goes_on(before, after)):
        return True
    full = close and wrap is not None and _is_full(line, following, wrap)
    if after[0].isdigit():
        return full or _number_is_due(before, after)
    if following.heading:
        return False
    return _phrase_is_due(line, following) or (
        full and following.indented <= line.indented and not line.heading and _may_go_on(before, after)
    )


def _opens_paragraph(after: str) -> bool:
    """Tell whether a line opens a paragraph by its form; most lines begin with a word that opens none."""
    if after[1:2].islower():
        if after[0].isalpha() and not after.startswith(_OPENING_WORDS):
            return False
    elif after[0].islower() and after[1:2] not in _CLOSES_LETTER:
        return False
    return _NEW_PARAGRAPH.match(after) is not None


def _is_cut(before: str, after: str, gap: int) -> bool:
    """What belongs together whatever the layout is cut: a time, a number, a name, a word at its hyphen."""
    if _cut_in_two(before, after) or _range_goes_on(before, after):
        return True
    return gap <= 1 and (cuts_word(before, after) or _cuts_name(before, after))


def _first_line_goes_on(before: str, after: str) -> bool:
    if len(before) >= MIN_RAGGED or before.endswith(_PART_END) or not _NUMBERED_WORDS.match(before):
        return False
    if after[0].isdigit():
        return len(after) >= MIN_RAGGED and not _NEW_PARAGRAPH.match(after)
    return after[0].islower() if after[0].isalpha() else _SECOND_NAME.fullmatch(after) is not None


def _is_full(line: Line, following: Line, wrap: Wrap) -> bool:
    """Tell whether the next word did not fit; where lines end at any length, whether the line is no end of anything."""
    if not wrap.ragged:
        return _forced_length(line, following) >= wrap.width * 0.95
    content = line.content
    if content.endswith(_PART_END) or content.isupper():
        return False
    return _DASH.match(content) is not None or (len(content) >= MIN_RAGGED and not _NEW_PARAGRAPH.match(content))


def _cut_in_two(before: str, after: str) -> bool:
    """A number, a date or the name of the state is cut in two, however short the line is."""
    if len(before) > LONGEST_FIRST_HALF and not (after[0].isdigit() or after.startswith(_SECOND_HALVES)):
        return False
    if not (after[0].isalnum() or after[1:3].strip()[:1].isdigit()):
        return False
    end = before[-LONGEST_FIRST_HALF:]
    if not (_may_be_first_half(end) and _ANY_SECOND_HALF.match(after) and _ANY_FIRST_HALF.match(end)):
        return False
    return any(first.search(end) and second.match(after) for first, second in _CUT_IN_TWO)


def _may_be_first_half(end: str) -> bool:
    """The cheap test that goes before the patterns: most lines of several words end in another word or sign."""
    if " " not in end:
        return True
    last = end.rpartition(" ")[2]
    if last[-1].isalpha():
        return last.lstrip(_SIGNS_BEFORE_WORDS) in _FIRST_HALF_ENDS
    return last[-1] not in ".:;)" or last.lstrip(_SIGNS_BEFORE_WORDS) in _FIRST_HALF_ENDS


def _range_goes_on(before: str, after: str) -> bool:
    return after[0] in "-–" and _RANGE_GOES_ON.match(after) is not None and _YEAR_AT_END.search(before[-8:]) is not None


def _cuts_name(before: str, after: str) -> bool:
    """Tell whether a name is cut at its dash ("Sở Lao động", "- Thương binh và Xã hội")."""
    at_end = before[-1] in "-–"
    if not at_end and (after[0] not in "-–" or not before[-1].isalpha()):
        return False
    return _NAME_AT_DASH.search(f"{before[-LONGEST_NAME_PART:]}\n{after[:LONGEST_NAME_PART]}") is not None


def _phrase_is_due(line: Line, following: Line) -> bool:
    """The line ends in a word that can end no paragraph ("của", "theo", "các")."""
    before = line.content
    if following.gap > 1 or len(before) < MIN_PHRASE:
        return False
    if _ENDS_HEADING.search(before[-6:]) and _NEW_PARAGRAPH.match(before) and len(before) < MAX_HEADING:
        return False
    return _PHRASE_FOLLOWS.search(before[-12:]) is not None


def cuts_word(before: str, after: str) -> bool:
    """Tell whether a line end cuts a compound or a code at its hyphen or slash ("NQ-", "HĐND")."""
    if not (before.endswith(_JOINING_SIGNS) and after[0].isalnum()):
        return False
    joined = before[-2:-1]
    return joined.isalpha() or joined.isdecimal()


def _inside_phrase(before: str, after: str) -> bool:
    """The line end stands inside a phrase: nothing ends before it and a small letter follows.

    Short lines are cells, labels and units of measure ("triệu đồng/người"), not parts of a paragraph.
    """
    if not after[0].islower() or before.endswith(_PART_END) or _opens_paragraph(after):
        return False
    if _NUMBERED_WORDS.match(before) and not _is_label(after):
        return True
    return len(before) >= MIN_PHRASE and (len(before) >= 2 * MIN_PHRASE or not _is_label(after))


def _label_goes_on(before: str, after: str) -> bool:
    """In wrapped text the words after the label of a bullet stand on the next line ("- Đến năm 2030:", "tỷ lệ …")."""
    return before.endswith(":") and after[0].islower() and _DASH.match(before) is not None and not _is_label(after)


def _is_label(content: str) -> bool:
    return content.count(" ") <= 1 and content[-1].isalpha()


def _number_is_due(before: str, after: str) -> bool:
    """A number follows a word that needs one ("ngày", "số", "đạt"); a bare number is a cell of its own."""
    return (
        len(before) >= MIN_PHRASE
        and (" " in after or "%" in after)
        and _NUMBER_FOLLOWS.search(before[-12:]) is not None
    )


def _forced_length(line: Line, following: Line) -> int:
    """The length that the line would have had with the next word, which did not fit."""
    return len(line.content) + 1 + len(following.content.split(" ", 1)[0])


def _may_go_on(before: str, after: str) -> bool:
    if before.endswith(";") and _LABELLED.match(before):
        return True
    if before.endswith((":", ";")):
        return after[0].islower()
    return before.isupper() <= after.isupper()


def _title_goes_on(line: Line, following: Line) -> bool:
    """The trích yếu below KẾ HOẠCH may stand on several lines; it ends before the preamble and the first heading."""
    before, after = line.content, following.content
    if following.gap or line.heading or following.heading or before.endswith(_PART_END) or _YEAR_AT_END.search(before):
        return False
    if _NEW_PARAGRAPH.match(after) or _PREAMBLE.match(after) or after.endswith((":", ";")):
        return False
    if ISSUER_LINE.fullmatch(after) and not ISSUER_DUE.search(before):
        return False
    if after.endswith((".", ",")) and not after.isupper():
        return False
    return len(after) <= 120 and before.isupper() == after.isupper()

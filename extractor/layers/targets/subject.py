"""The words before a figure that say what it measures."""

from typing import NamedTuple

import regex

from extractor.layers.targets.figures import Figure
from extractor.layers.targets.scope import Cue, Scope
from extractor.layers.targets.times import BEFORE_TIME, Times

_BULLET = regex.compile(r"[\s\p{P}+]*+(?:(?:\d{1,2}(?:\.\d{1,2})*+|[a-zđ]\d?|[IVX]+)(?:[.)]+|[-–/])[ ]+)?+[\s\p{P}+]*+")
_LEADS = regex.compile(
    r"(?:(?:nâng cao chất lượng|nâng cao hiệu quả|nâng cao|củng cố|tiếp tục|tập trung|tăng cường|đẩy mạnh|đầu tư"
    r"|thực hiện|triển khai|chỉ đạo|phấn đấu|đảm bảo|bảo đảm|mục tiêu|chỉ tiêu|cụ thể|trong đó|và|là|toàn (?:tỉnh"
    r"|huyện|xã|thành phố|ngành|quốc)|"
    r"vận động|bao gồm cho|bao gồm"
    r"|gồm|trong|đến|hết|vào|(?:cuối|đầu)(?= (?:năm|quý|tháng))|từ|mỗi năm|hằng năm|hàng năm"
    r"|bình quân(?= (?:giảm|tăng))|giai đoạn|có|để"
    r"|nhằm|qua đó|từng bước|phải|cần|nâng dần|nâng(?! cấp)|duy trì|giữ vững|ổn định|đưa|giảm|tăng|kéo giảm|riêng|"
    r"khống chế|hạ|thêm|hoàn thành|đạt|tổng hợp)(?![\p{L}])[\s,:]*+)++",
    regex.IGNORECASE,
)
_TRAILS = regex.compile(
    r"(?:[\s,:(]|/[ ]?năm|(?<!\p{L})(?:đạt|là|lên|lên đến|xuống|còn|xuống còn|từ|tăng|giảm|(?<!hiện )có|ở mức|bằng"
    r"|chiếm|đến|tới|mức"
    r"|tỷ lệ đạt|đạt tỷ lệ|tăng thêm|giảm thêm|được|bình quân|phấn đấu|phải đạt|đạt được|tối thiểu|ít nhất|khoảng"
    r"|trung bình|(?<!cây )hằng năm|(?<!cây )hàng năm|mỗi năm"
    r"|duy trì|giữ vững|và|vượt|thêm|không vượt|so với|khống chế)(?!\p{L}))++$",
    regex.IGNORECASE | regex.REVERSE,
)
COUNTS_ITSELF = regex.compile(
    r"(?i)(?:tổng )?(?:số(?! (?:hóa|liệu|học|phận))"
    r"|tỷ lệ|tỉ lệ|tỷ suất|tỷ số|mức|diện tích|sản lượng|tốc độ|chỉ số|giá trị|bình quân"
    r"|quy mô|tỷ trọng|kim ngạch|năng suất|doanh thu|tổng đàn|công suất|độ che phủ|điểm trung bình)(?!\p{L})"
)
"""A subject that says itself that it is counted or measured."""
_LINK = regex.compile(r"(?:đạt|là|lên|xuống|còn|mức|bằng|tới|đến|chiếm|[:]|quá)\s*$")
_ONLY_HAS = regex.compile(r"[\s\p{P}]*+có[ ]*+$", regex.IGNORECASE)
_HEAD_CUES = frozenset({"keep", "raise", "aim", "increase", "decrease", "complete"})
_PART_OF_NOUN = regex.compile(r"(?:tỷ lệ|tỉ lệ|tốc độ|mức độ|số|chỉ số|tỷ suất) $", regex.IGNORECASE)
_SAYS_NUMBER = regex.compile(r" (?:cao )?(?:tổng số|số|tỷ lệ|tỉ lệ)$")
HEAD = regex.compile(
    r"(?i)(?:tổng )?(?P<head>số|tỷ lệ|diện tích|sản lượng|năng suất|giá trị|kim ngạch(?: xuất khẩu| nhập khẩu)?"
    r"|doanh thu|tỷ trọng)(?!\p{L})"
)
MOST_SEGMENTS = 6
"""Segments that a subject may take up, at most."""


SHORT_PART = 3
"""Words of a part's name that takes the head of its whole, at most."""


class Subject(NamedTuple):
    """What stands before a figure; `linked` when a word such as "đạt" or a colon leads from it to the figure."""

    words: str
    linked: bool


class _Piece(NamedTuple):
    words: str
    linked: bool
    blank: bool
    """Nothing but the link stands in the segment."""
    led: bool
    """The segment opens with a verb of the plan, which is no part of the subject."""
    works: bool
    """The segment opens with a word of work."""


def subject_of(figure: Figure, scope: Scope, times: Times, floor: int) -> Subject:
    """Return the subject of a figure; nothing before `floor` belongs to it."""
    starts = _starts(figure, scope, floor)
    end, linked, words = figure.start, False, ""
    colon = scope.string[figure.start - 2 : figure.start - 1] == ":"
    for n, start in enumerate(starts[:MOST_SEGMENTS]):
        if n and not words and scope.segment_at(start).start < start:
            break
        piece = _piece(scope, start, end, times)
        linked = linked or piece.linked
        if words and not (COUNTS_ITSELF.match(piece.words) or (not (piece.led or piece.works) and (linked or colon))):
            break
        words = f"{piece.words}, {words}" if words and piece.words else piece.words or words
        if COUNTS_ITSELF.match(words) or not (words or piece.blank) or (words and piece.led):
            break
        if n == 0 and piece.blank and (not linked or _ONLY_HAS.match(scope.string, start, end)):
            break
        end = max(start - 1, starts[-1])
    return Subject(_with_head(words, scope, floor, figure), linked)


def _starts(figure: Figure, scope: Scope, floor: int) -> list[int]:
    """Where the figure's segment and those before it in its clause start, nearest first."""
    bracket = scope.bracket_at(figure.digits)
    clause = bracket or scope.clause_at(figure.digits)
    first = max(clause.start + (bracket is not None), floor if floor <= figure.start else 0)
    segments = [] if bracket else [s for s in scope.segments if first < s.end and s.start <= figure.start]
    return [max(first, segment.start) for segment in reversed(segments)] or [first]


def _piece(scope: Scope, start: int, end: int, times: Times) -> _Piece:
    """Read the subject in a segment: without bullet, verbs and times before it, and without link behind it."""
    string = scope.string
    trail = _TRAILS.match(string, start, end)
    last = trail.start() if trail else end
    if string.startswith(" đạt lên", last):
        last += len(" đạt")
    blank = not string[start:last].strip()
    linked = _LINK.search(string, max(start, end - 12), end) is not None or string[end : end + 1] == ":"
    linked = linked or (blank and string[start - 1 : start] == ":")
    heads = [_head_end(cue) for cue in scope.cues_between(start, last) if _leads(string, start, cue, last)]
    first = heads[-1] if heads else start
    if bullet := _BULLET.match(string, first, last):
        first = bullet.end()
    opened = first
    moved = True
    while moved and first < last:
        lead = _LEADS.match(string, first, last)
        time = next((t for t in times.between(first, last) if t.start == first), None)
        moved = bool(lead) or time is not None
        first = lead.end() if lead else time.end if time else first
        while first < last and string[first] in " ,:":
            first += 1
    last = _before_closing_time(string, times, first, last)
    works = any(cue.kind == "do" and cue.start <= opened for cue in scope.cues_between(start, last))
    return _Piece(string[first:last].strip(" ,:"), linked, blank, bool(heads) or first > opened, works)


def _before_closing_time(string: str, times: Times, first: int, last: int) -> int:
    """Leave out a time that closes the subject, and the words that bind it: "thu nhập bình quân đến năm 2025"."""
    time = next((t for t in reversed(times.between(first, last)) if t.end == last and not t.names), None)
    if time is None:
        return last
    bound = BEFORE_TIME.match(string, first, time.start)
    start = bound.start() if bound else time.start
    return start if string[first:start].strip(" ,:(") else last


def _leads(string: str, start: int, cue: Cue, last: int) -> bool:
    before = string[max(start, cue.start - 12) : cue.start]
    if cue.text.startswith("tốc độ") or (cue.kind == "complete" and string[start : cue.start].strip(" -+•–.,;:")):
        return False
    return cue.kind in _HEAD_CUES and cue.end + 2 < last and not _PART_OF_NOUN.search(before)


def _head_end(cue: Cue) -> int:
    """Where a cue at the head of a subject ends: "nâng" in "nâng tổng số"."""
    said = _SAYS_NUMBER.search(cue.text)
    return cue.start + said.start() if said else cue.end


def _with_head(words: str, scope: Scope, floor: int, figure: Figure) -> str:
    """Give a part the head of the whole that it is of: "Tổng diện tích … ha, trong đó: lúa" is diện tích lúa."""
    if not words or len(words.split()) > SHORT_PART or COUNTS_ITSELF.match(words):
        return words
    part = scope.string.rfind("trong đó", scope.start, figure.start)
    clause = scope.clause_at(figure.digits)
    head = HEAD.search(scope.string, clause.start, part) if part > clause.start else None
    return f"{head['head'].lower()} {words}" if head else words

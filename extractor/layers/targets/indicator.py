"""The measured thing, in the plan's words: what stands before the figure, or the noun behind it."""

from typing import NamedTuple

import regex

from extractor.layers.targets.figures import Figure
from extractor.layers.targets.scope import Cue, Scope
from extractor.layers.targets.times import Times

LONGEST = 200
"""Characters of an indicator, at most."""

_BULLET = regex.compile(r"[\s\p{P}+]*+(?:(?:\d{1,2}(?:\.\d{1,2})*+|[a-zđ]\d?|[IVX]+)[.)]+[ ]+)?+[\s\p{P}+]*+")
GENERAL_WORK = frozenset(
    (
        "tổ chức", "xây dựng", "thành lập", "thành lập mới", "mở", "thực hiện", "triển khai", "triển khai thực "
        "hiện", "đầu tư", "hình thành", "tiến hành", "chọn", "lựa chọn",
        "phát triển", "phát triển mới", "đưa", "họp", "lập",
    )
)  # fmt: skip
"""Work that says no more than that there is to be such a thing."""
_LEADS = regex.compile(
    r"(?:(?:nâng cao chất lượng|nâng cao hiệu quả|nâng cao|củng cố|tốt|tiếp tục|tập trung|tăng cường|đẩy mạnh|đầu tư"
    r"|thực hiện|triển khai|chỉ đạo|phấn đấu|đảm bảo|bảo đảm|mục tiêu|chỉ tiêu|cụ thể|trong đó|và|là|toàn (?:tỉnh"
    r"|huyện|xã|thành phố|ngành|quốc)|"
    r"vận động|trong|đến|hết|vào|cuối|đầu|từ|mỗi năm|hằng năm|hàng năm|bình quân(?= (?:giảm|tăng))|giai đoạn|có|để"
    r"|nhằm|qua đó|từng bước|phải|cần|nâng|nâng dần|duy trì|giữ vững|ổn định|đưa|giảm|tăng|kéo giảm|"
    r"khống chế|hạ|thêm|hoàn thành|đạt|tổng hợp)(?![\p{L}])[\s,:]*+)++",
    regex.IGNORECASE,
)
_TRAILS = regex.compile(
    r"(?:[\s,:(]|(?<!\p{L})(?:đạt|là|lên|lên đến|xuống|còn|xuống còn|từ|tăng|giảm|có|ở mức|bằng|chiếm|đến|tới|mức"
    r"|tỷ lệ đạt|đạt tỷ lệ|tăng thêm|giảm thêm|được|bình quân|phấn đấu|phải đạt|đạt được|tối thiểu|ít nhất|khoảng"
    r"|trung bình|hằng năm|hàng năm|mỗi năm|vượt|thêm|không vượt|so với|khống chế)(?!\p{L}))++$",
    regex.IGNORECASE | regex.REVERSE,
)
_TAIL_STOPS = regex.compile(
    r"[ ](?=(?:nhằm|để|theo (?:Quyết|quy định|kế hoạch|Kế hoạch|Bộ|hướng dẫn|phương châm|Nghị|Đề án|Chương trình)"
    r"|góp phần|gắn với|nâng số|nâng tổng số|đưa số|thông qua|từ nguồn|bằng nguồn|vào"
    r"|trong (?:năm|quý|tháng|giai đoạn|6 tháng)|trước (?:ngày|tháng)|từ năm|đến năm|đến hết|đến cuối|trên địa bàn"
    r"|tại (?:các|xã|phường|huyện|thôn|bản|tỉnh"
    r"|thành phố|thị trấn|trung tâm|trụ sở|nhà|trường|khu|địa bàn)|hoàn thành trước|so với|với kinh phí"
    r"|với tổng)(?!\p{L}))"
)
_SEGMENT_ENDS = regex.compile(
    r"[,:][ ](?=(?:và[ ])?(?:nâng|duy trì|giữ vững|phấn đấu|trong đó|tăng|giảm|góp phần|nhằm|để|đảm bảo|bảo đảm"
    r"|hoàn thành|tiếp tục|từng bước|qua đó|từ đó|gắn với|đưa|có thêm|tỷ lệ|tổ chức|xây dựng|năm|đến (?:năm|hết|cuối"
    r"|tháng|ngày)|không|chiếm"
    r"|đạt)(?!\p{L}))",
)
_COUNTS_ITSELF = regex.compile(
    r"(?i)(?:tổng )?(?:số|tỷ lệ|tỉ lệ|tỷ suất|tỷ số|mức|diện tích|sản lượng|tốc độ|chỉ số|giá trị|bình quân"
    r"|quy mô)(?!\p{L})"
)
_LINK = regex.compile(r"(?:đạt|là|lên|xuống|còn|mức|bằng|tới|đến|[:]|quá)\s*$")
_JOINS_TAIL = regex.compile(r"(?:cho|tại|ở|của|với|tới|đến|có|được)$")
_LOCATES = regex.compile(r"[ ](?:tại|ở|trên)(?: ít nhất| khoảng)?$")
_NOUN_BEHIND = regex.compile(
    r"[ ](?!(?:và|vào|trong|đến|trở|so|năm|trên|theo|nhằm|để|là|đạt|hoặc|tại|hằng|hàng|mỗi|trước)(?!\p{L}))\p{L}"
)


_HEAD_CUES = frozenset({"keep", "raise", "aim", "increase", "decrease", "complete"})
_PART_OF_NOUN = regex.compile(r"(?:tỷ lệ|tỉ lệ|tốc độ|mức độ|số|chỉ số|tỷ suất) $", regex.IGNORECASE)
_IS_PLACE = regex.compile(
    r"(?i)(?:riêng |ở |tại )?(?:địa bàn|khu vực|vùng) (?:đô thị|thành thị|nông thôn|miền núi"
    r"|đồng bằng|ven biển)"
)
_BRACKET = regex.compile(r"\s*\([^()\n]*+\)")
_QUALIFIES = regex.compile(r"[)]?[, ]*+(?P<words>(?:có|được|đạt|đã|tham gia|thực hiện|sử dụng) [^,;.()\n\t]{3,120})")
_REFERS_BACK = frozenset(
    {
        "",
        "tỷ lệ này",
        "tỉ lệ này",
        "con số này",
        "số này",
        "tổng số",
        "số",
        "tỷ lệ",
        "tỉ lệ",
        "mức",
        "còn",
        "các tỷ lệ này",
    }
)
_SAYS_NUMBER = regex.compile(r" (?:cao )?(?:tổng số|số|tỷ lệ|tỉ lệ)$")


class Neighbours(NamedTuple):
    """Where the target before in the sentence ends and the next one starts, and what the one before measures."""

    end_before: int
    start_behind: int
    indicator: str | None = None
    unit: str | None = None


def indicator_of(figure: Figure, scope: Scope, work: Cue | None, times: Times, around: Neighbours) -> str | None:
    """Return what a figure measures; `work` is the cue of work that governs it."""
    subject, linked = _subject(figure, scope, times, around.end_before)
    refers_back = subject.lower() in _REFERS_BACK or _IS_PLACE.fullmatch(subject) is not None
    if around.indicator and linked and figure.unit == around.unit and refers_back:
        total = subject if subject.startswith("tổng") and not around.indicator.startswith("tổng") else ""
        return f"{total} {around.indicator}".strip()
    if subject.lower() in _REFERS_BACK:
        subject = ""
    if figure.kind in ("noun", None) and figure.of is None:
        found = _of_count(figure, scope, subject, work, around.start_behind, linked=linked)
    else:
        found = _of_level(figure, scope, subject, work, around.start_behind, linked=linked)
    return found[:LONGEST].strip(" ,;:.-–") or None


def _of_level(figure: Figure, scope: Scope, subject: str, work: Cue | None, following: int, *, linked: bool) -> str:
    behind = figure.noun_end if figure.kind == "percent" or figure.of is not None else figure.end
    noun_behind = _NOUN_BEHIND.match(scope.string, behind) is not None
    if subject and work is None:
        if linked or _COUNTS_ITSELF.match(subject):
            return subject
        if not noun_behind and figure.kind != "noun":
            return subject
    unit = figure.unit if figure.kind == "noun" and figure.unit else ""
    tail = _tail(figure, scope, following, figure.noun_end - len(unit))
    joined = subject and (_JOINS_TAIL.search(subject) or work is not None)
    return f"{subject} {tail}" if joined else tail or subject


def _of_count(figure: Figure, scope: Scope, subject: str, work: Cue | None, following: int, *, linked: bool) -> str:
    unit = figure.unit or ""
    if subject and _COUNTS_ITSELF.match(subject):
        return _with_unit(subject, figure)
    tail = _tail(figure, scope, following, figure.noun_end - len(unit))
    if work is not None and not (linked and tail == unit):
        verb = scope.string[work.start : figure.start].strip(" ,:")
        located = _LOCATES.search(verb)
        return verb[: located.start()] if located and tail == unit else f"{verb} {tail}"
    if tail == unit and subject and (work is None or linked):
        return _with_unit(subject, figure) if linked else subject
    return tail or subject


def _with_unit(subject: str, figure: Figure) -> str:
    unit = figure.unit or ""
    return subject if not unit or figure.per or unit.lower() in subject.lower() else f"{subject} {unit}"


def _subject(figure: Figure, scope: Scope, times: Times, previous: int) -> tuple[str, bool]:
    """The words before a figure that say what it measures, and whether a word such as "đạt" links them to it."""
    bracket = scope.bracket_at(figure.digits)
    clause = bracket or scope.clause_at(figure.digits)
    first = max(clause.start + (bracket is not None), previous if previous <= figure.start else 0)
    segments = [s for s in scope.segments if first < s.end and s.start <= figure.start] if not bracket else []
    starts = [max(first, segment.start) for segment in reversed(segments)] or [first]
    end, linked, words = figure.start, False, ""
    for n, start in enumerate(starts[:3]):
        piece, is_linked, blank = _bare_subject(scope, start, end, times)
        linked = linked or is_linked
        if words and not _COUNTS_ITSELF.match(piece) and scope.string[figure.start - 2 : figure.start - 1] != ":":
            break
        words = f"{piece}, {words}" if words and piece else piece or words
        if _COUNTS_ITSELF.match(words) or not (words or blank):
            break
        if n == 0 and blank and not linked:
            break
        end = max(start - 1, first)
    return words, linked


def _bare_subject(scope: Scope, start: int, end: int, times: Times) -> tuple[str, bool, bool]:
    """The subject of a segment, whether a link stands behind it, and whether there is nothing else in the segment."""
    string = scope.string
    trail = _TRAILS.match(string, start, end)
    last = trail.start() if trail else end
    if string.startswith(" đạt lên", last):
        last += len(" đạt")
    linked = _LINK.search(string, max(start, end - 12), end) is not None or string[end : end + 1] == ":"
    heads = [
        _head_end(cue)
        for cue in scope.cues_between(start, last)
        if cue.kind in _HEAD_CUES
        and cue.end + 2 < last
        and not _PART_OF_NOUN.search(string[max(start, cue.start - 12) : cue.start])
    ]
    blank = not string[start:last].strip()
    linked = linked or (blank and string[start - 1 : start] == ":")
    first = heads[-1] if heads else start
    if bullet := _BULLET.match(string, first, last):
        first = bullet.end()
    moved = True
    while moved and first < last:
        lead = _LEADS.match(string, first, last)
        time = next((t for t in times.between(first, last) if t.start == first), None)
        moved = bool(lead) or time is not None
        first = lead.end() if lead else time.end if time else first
        while first < last and string[first] in " ,:":
            first += 1
    return string[first:last].strip(" ,:"), linked, blank


def _head_end(cue: Cue) -> int:
    """Where a cue at the head of a subject ends: "nâng" in "nâng tổng số"."""
    said = _SAYS_NUMBER.search(cue.text)
    return cue.start + said.start() if said else cue.end


def _tail(figure: Figure, scope: Scope, following: int, start: int) -> str:
    """The words from `start` on that say what is counted, up to the end of their segment."""
    bracket = scope.bracket_at(figure.digits)
    stop = (bracket or scope.clause_at(figure.digits)).end - (bracket is not None)
    string = scope.string
    if figure.share:
        stop = min(stop, figure.share)
    if following < stop:
        cuts = (string.rfind(mark, start, following) for mark in (",", ":", " và "))
        cut = next((cut for cut in cuts if cut > start), 0)
        stop = cut if cut > start else following
    unit_end = max(figure.noun_end, figure.end if not figure.share else 0) if start < figure.noun_end else start
    for pattern in (_TAIL_STOPS, _SEGMENT_ENDS):
        match = pattern.search(string, unit_end + 1, stop)
        stop = match.start() if match else stop
    words: str = _BRACKET.sub("", string[start:stop]).split("(")[0].strip()
    if figure.share and words == figure.unit:
        return f"{words} {_behind_share(string, figure.end, following)}".strip()
    if figure.kind == "percent" or figure.share:
        return words
    return _without_comparator(words, string[figure.noun_end : figure.end].strip())


def _behind_share(string: str, start: int, following: int) -> str:
    """What qualifies the counted noun behind its share: "12/15 ấp, đạt 80%, có điểm bán hàng"."""
    match = _QUALIFIES.match(string, start, following)
    return str(match["words"]) if match else ""


def _without_comparator(words: str, comparator: str) -> str:
    """Take out "trở lên", which stands between the noun and what qualifies it."""
    if not comparator or len(comparator) >= 12:
        return words
    return " ".join(words.replace(comparator, " ", 1).split())

"""The measured thing, in the plan's words: what stands before the figure, or the noun behind it."""

from typing import NamedTuple

import regex

from extractor.language.document import ViewSpan
from extractor.layers.targets.figures import Figure
from extractor.layers.targets.scope import Cue, Scope
from extractor.layers.targets.subject import COUNTS_ITSELF, HEAD, SHORT_PART, Subject, subject_of
from extractor.layers.targets.tail import tail_of
from extractor.layers.targets.times import Times
from extractor.layers.targets.wording import GENERAL_WORK, with_comparison, with_each
from extractor.records.layers import Change

LONGEST = 200
"""Characters of an indicator, at most."""
SHORT_TAIL = 4
"""Words of a counted noun that is too short to say what is done with it."""

_JOINS_TAIL = regex.compile(r"(?:cho|tại|ở|của|với|tới|đến|có|được)$")
_FOR_WHOM = regex.compile(r"(?:\S+ ){2,}(?:cho|về|tại|đối với)$")
_LOCATES = regex.compile(r"[ ](?:tại|ở|trên)(?: ít nhất| khoảng)?$")
_NOUN_BEHIND = regex.compile(
    r"[ ](?!(?:và|vào|trong|đến|trở|so|năm|trên|theo|nhằm|để|là|đạt|hoặc|tại|hằng|hàng|mỗi|trước)(?!\p{L}))\p{L}"
)
_FIRST_COUNT = regex.compile(r"[ ](?:(?:ít nhất|tối thiểu|khoảng|trên|hơn|gần|từ) )?\d")
_FOR_THEM = regex.compile(r"\d[\d.,]*+[ ]\p{L}+(?P<work>(?:[ ]\p{L}+){1,8}[ ]cho)[ ](?:khoảng |trên |ít nhất )?$")
"""What a counted thing is, and for whom: "mở 10 lớp dạy bơi cho" 300 trẻ."""
_NEXT_YEAR = regex.compile(r"(?:năm|đến) 20\d\d(?: và|,| và đạt) $", regex.REVERSE)
"""Nothing but the year of the part before: "90% hộ … vào năm 2025 và 95% vào năm 2030"."""
_LONGEST_LEAD = 40
"""Characters between a label's colon and a figure that only lead to it: "tiếp tục duy trì"."""
_ONLY_JOINS = frozenset(("với", "tại", "ở", "cho", "trên", "của"))
_EACH_BEFORE = regex.compile(
    r"(?<!\p{L})[Mm]ỗi (?P<each>(?!năm|quý|tháng|tuần|ngày|đợt|kỳ|học kỳ)\p{L}+(?: \p{L}+){0,3}?)"
    r"(?:,? (?:phải|có|gồm|bố trí|chọn|cử|bầu|không quá))* $",
    regex.REVERSE,
)
_GROWTH = frozenset(("tốc độ", "tốc độ tăng", "tốc độ tăng trưởng"))
_REFERS_BACK = frozenset(
    "|tỷ lệ này|tỉ lệ này|con số này|số này|tổng số|số|tỷ lệ|tỉ lệ|mức|còn|các tỷ lệ này".split("|")
)
_PERCENT = frozenset(("%", "điểm phần trăm", "điểm %"))
_IS_PLACE = regex.compile(
    r"(?i)(?:riêng |ở |tại )?(?:địa bàn|khu vực|vùng) (?:đô thị|thành thị|nông thôn|miền núi|đồng bằng|ven biển)"
)


class Neighbours(NamedTuple):
    """Where the target before in the sentence ends and the next one starts, and what the one before measures."""

    end_before: int
    start_behind: int
    indicator: str | None = None
    unit: str | None = None
    change: Change = "reach"
    """What the plan does with the figure."""
    origin: int | None = None
    """Where the baseline starts that leads to the target; what is measured stands before it."""


def indicator_of(figure: Figure, scope: Scope, work: Cue | None, times: Times, around: Neighbours) -> str | None:
    """Return what a figure measures; `work` is the cue of work that governs it."""
    if (each := _each_before(figure, scope)) and not figure.per:
        unit = figure.unit or ""
        tail = tail_of(figure, scope, times, around.start_behind, figure.noun_end - len(unit))
        return _for_each(tail, each, scope)
    words = _measured(figure, scope, work, times, around).removesuffix(" trở lên")
    if words == figure.unit and around.change in ("increase", "decrease") and alike(figure.unit, around.unit):
        words = ""
    if words.lower() in _GROWTH and around.indicator:
        words = f"tốc độ tăng {around.indicator[0].lower()}{around.indicator[1:]}"
    if not words or words.startswith("/"):
        words = around.indicator or _told_before(figure, scope)
    words = _with_head_before(words, figure, scope, around)
    words = with_comparison(words, figure, scope, around.change) if words else ""
    words = with_each(words, figure, scope) if figure.comparator in ("eq", "ge", "gt") else words
    return words[:LONGEST].strip(" ,;:.-–") or None


def _each_before(figure: Figure, scope: Scope) -> ViewSpan | None:
    """The one that has so many, right before a count: "mỗi lớp từ 20 đến 25 học viên"."""
    if figure.kind not in ("noun", None) or figure.of is not None or "mỗi" not in scope.small:
        return None
    match = _EACH_BEFORE.search(scope.string, scope.segment_at(figure.digits).start, figure.start)
    return ViewSpan(*match.span("each")) if match else None


def _for_each(tail: str, each: ViewSpan, scope: Scope) -> str | None:
    """What each one has; what each one does is left to the counted noun, where that says enough."""
    work = next((cue for cue in scope.cues_between(each.start, each.end) if cue.kind == "do"), None)
    if work is not None and len(tail.split()) >= SHORT_TAIL - 1:
        return tail
    return f"{tail} mỗi {scope.string[each.start : each.end]}".strip()


def _is_next_noun(figure: Figure, scope: Scope, around: Neighbours) -> bool:
    """Tell whether a count is the next of a list of counts: "1.260 nhà ở nhiều tầng, nhiều căn hộ và 48 chợ"."""
    if figure.kind != "noun" or figure.of is not None or around.end_before <= scope.clause_at(figure.digits).start:
        return False
    return scope.string.endswith((" và ", ", "), around.end_before, figure.start)


def _is_next_year(figure: Figure, scope: Scope) -> bool:
    goes_on = _NEXT_YEAR.match(scope.string, scope.start, figure.start) is not None
    return goes_on and not _has_noun_behind(figure, scope.string)


def _has_noun_behind(figure: Figure, string: str) -> bool:
    return _NOUN_BEHIND.match(string, figure.noun_end if figure.of is not None else figure.end) is not None


def _with_head_before(words: str, figure: Figure, scope: Scope, around: Neighbours) -> str:
    """Give the next of a list the head of the one before: "năng suất lúa 60 tạ/ha, ngô 45 tạ/ha"."""
    if not words or not around.indicator or figure.unit != around.unit or figure.kind == "noun":
        return words
    head = HEAD.match(around.indicator)
    if head is None or COUNTS_ITSELF.match(words) or len(words.split()) > SHORT_PART:
        return words
    between = scope.string[around.end_before : figure.start].strip()
    alone = between in (f", {words}", f"và {words}", f"; {words}")
    return f"{head['head'].lower()} {words}" if alone else words


def _told_before(figure: Figure, scope: Scope) -> str:
    """What an earlier part of the clause names: "kéo giảm số vụ cháy, phấn đấu giảm 5%"."""
    clause = scope.clause_at(figure.digits)
    for segment in reversed([s for s in scope.segments if clause.start <= s.start and s.end <= figure.start]):
        start = max((cue.end for cue in scope.cues_between(segment.start, segment.end)), default=segment.start)
        words = scope.string[start : segment.end].strip(" ,;:.-–+•")
        if words and not any(letter.isdigit() for letter in words):
            return words
    return ""


def _measured(figure: Figure, scope: Scope, work: Cue | None, times: Times, around: Neighbours) -> str:
    subject = subject_of(figure, scope, times, around.end_before)
    if around.origin is not None:
        before = subject_of(figure._replace(start=around.origin, digits=around.origin), scope, times, around.end_before)
        subject = Subject(before.words, linked=True)
    said = subject.words.lower()
    refers_back = said in _REFERS_BACK or _IS_PLACE.fullmatch(said) is not None
    by_how_much = not said and figure.unit in _PERCENT and not _has_noun_behind(figure, scope.string)
    if around.indicator and refers_back and (subject.linked or by_how_much) and alike(figure.unit, around.unit):
        total = subject.words if said.startswith("tổng") and not around.indicator.startswith("tổng") else ""
        return f"{total} {around.indicator}".strip()
    if around.indicator and alike(figure.unit, around.unit) and _is_next_year(figure, scope):
        return around.indicator
    share_of = figure.unit in _PERCENT and not said and subject.linked
    if share_of and around.indicator and around.end_before >= scope.clause_at(figure.digits).start:
        return around.indicator
    if said in _REFERS_BACK or said in _ONLY_JOINS:
        subject = Subject("", subject.linked)
    if _is_next_noun(figure, scope, around) and not (subject.linked or COUNTS_ITSELF.match(subject.words)):
        subject = Subject("", linked=False)
    unit = figure.unit if figure.kind in ("noun", None) and figure.unit else ""
    tail = tail_of(figure, scope, times, around.start_behind, figure.noun_end - len(unit))
    if figure.kind in ("noun", None) and figure.of is None:
        found = _of_count(figure, scope.string, subject, work, tail)
    else:
        found = _of_level(figure, scope.string, subject, work, tail)
    return found.strip(" ,;:.-–")


def alike(unit: str | None, other: str | None) -> bool:
    """Tell whether two units may count one thing: "hộ" and "hộ kinh doanh", "%" and "điểm phần trăm"."""
    if unit == other or (unit in _PERCENT and other in _PERCENT):
        return True
    if unit and other and unit.partition("/")[0] == other.partition("/")[0]:
        return True
    return bool(unit and other) and (f"{unit} ".startswith(f"{other} ") or f"{other} ".startswith(f"{unit} "))


def _of_level(figure: Figure, string: str, subject: Subject, work: Cue | None, tail: str) -> str:
    behind = figure.noun_end if figure.kind == "percent" or figure.of is not None else figure.end
    noun_behind = _NOUN_BEHIND.match(string, behind) is not None
    if COUNTS_ITSELF.match(subject.words):
        return subject.words
    labelled = string[figure.start - 2 : figure.start] == ": " and noun_behind and figure.kind == "percent"
    if (labelled or _names_label(figure, string, subject)) and noun_behind and len(tail.split()) > 1:
        return tail
    if subject.words and work is None:
        if subject.linked:
            return subject.words
        if not noun_behind and figure.kind != "noun":
            return subject.words
    specific = work is not None and work.text not in GENERAL_WORK
    joined = subject.words and (_JOINS_TAIL.search(subject.words) or specific)
    return f"{subject.words} {tail}" if joined else tail or subject.words


def _names_label(figure: Figure, string: str, subject: Subject) -> bool:
    """Tell whether the words before a figure are but the label of its line: "Nếp sống: giảm 10% số vụ …"."""
    colon = string.rfind(":", max(0, figure.start - _LONGEST_LEAD), figure.start)
    return bool(subject.words) and colon >= 0 and subject.words not in string[colon : figure.start]


def _of_count(figure: Figure, string: str, subject: Subject, work: Cue | None, tail: str) -> str:
    unit = figure.unit or ""
    if COUNTS_ITSELF.match(subject.words):
        return _with_unit(subject.words, figure)
    if work is not None and not (subject.linked and tail == unit and figure.start - work.end > 1):
        general = work.text in GENERAL_WORK and tail != unit
        return tail if general else _with_work(_verb(string, work, figure), tail, unit)
    if tail == unit and subject.words:
        return subject.words
    return tail or subject.words


def _verb(string: str, work: Cue, figure: Figure) -> str:
    """The words of the work, up to the first figure that it counts."""
    words = string[work.start : figure.start]
    counted = _FIRST_COUNT.search(words)
    if counted and (whom := _FOR_THEM.search(words)):
        return str(whom["work"]).strip()
    return (words[: counted.start()] if counted else words).strip(" ,:")


def _with_work(verb: str, tail: str, unit: str) -> str:
    """What is done, and to what: "kiên cố" "kênh mương", "tạo việc làm mới cho" "lao động"."""
    located = _LOCATES.search(verb)
    if located and tail == unit:
        return f"{tail} được {verb[0].lower()}{verb[1 : located.start()]}"
    if len(tail.split()) > SHORT_TAIL and not _FOR_WHOM.match(verb):
        return tail
    return f"{verb} {tail}"


def _with_unit(words: str, figure: Figure) -> str:
    unit = figure.unit or ""
    return words if not unit or figure.per or unit.lower() in words.lower() else f"{words} {unit}"

"""Decides which figures are targets, and what the plan does with each: keep, add, cut, reach or do."""

from functools import lru_cache
from typing import NamedTuple

import regex

from extractor.language.document import Document, ViewSpan
from extractor.layers.sections import Sections
from extractor.layers.targets.beside import Beside
from extractor.layers.targets.exclusions import is_excluded
from extractor.layers.targets.figures import Figure
from extractor.layers.targets.kinds import SectionKind, kind_of_title
from extractor.layers.targets.patterns import CHANGES, LETTERS, ChangeRule
from extractor.layers.targets.scope import Cue, Labels, Scope
from extractor.layers.targets.times import Time, Times
from extractor.records.layers import Change

_DECISIVE = frozenset("KIDRCW")
_OPENING = regex.compile(r"[\s\p{P}]*+(?:\p{L}{1,2}[.)][ ])?(?:(?:và|trong đó|gồm|cụ thể|tối thiểu|khoảng)[:]?[ ])*+")
_PROGRAMMES = frozenset(
    "chương trình|đề án|nội dung|nhiệm vụ|giải pháp|nhóm|lĩnh vực|mục tiêu|nguyên tắc|kế hoạch|nghị quyết|phong trào|"
    "hoạt động|quyết định|khâu|trụ cột|bước|vùng|khu vực|kỳ|trường hợp|cấp|ngành|quy định|ban".split("|")
)
"""Units whose plain count tells how many there are rather than how many to do."""
_MADE = frozenset("chương trình|đề án|kế hoạch|nghị quyết|hoạt động|quyết định|nhóm|ban|vùng".split("|"))
"""Those of them that work can make so many of."""
_MAKES = frozenset(
    "thẩm định|phê duyệt|ban hành|tham mưu ban hành|xây dựng và ban hành|biên soạn|thành lập|thành lập mới|hình thành|"
    "xây dựng mới|nghiệm thu|công nhận|công nhận mới|ký kết|sửa đổi|phát sóng|sản xuất|hỗ trợ|kiểm tra".split("|")
)
_WEAK_WORK = frozenset(
    "thực hiện|triển khai|triển khai thực hiện|"
    "rà soát|đánh giá|tham gia|phổ biến|giao|hướng dẫn|làm|lập|sinh hoạt|họp|đặt|"
    "phục vụ|kết nối|tiến hành|bảo tồn|giám sát|ưu tiên|chuẩn bị".split("|")
)
"""Work whose object is often a count of what there is."""
_SPENDS = _WEAK_WORK | {"hỗ trợ", "cấp", "bố trí", "phân bổ", "huy động", "đầu tư", "vận động"}
_LOOKED_AT = {
    "percent": ("any", "percent"),
    "ratio": ("any", "percent", "number"),
    "count": ("any", "count", "number"),
}
_NEAR = 60
"""Characters between weak work and its figure, at most."""
_UNIT_BEFORE = regex.compile(
    r"(?<!\p{L})(?:xã|thôn|bản|huyện|hộ|trường|đơn vị|doanh nghiệp|cơ sở|địa phương|vùng|khu vực|phường|ấp|lớp"
    r"|chi bộ|người)"
    r"(?: [^ ,;.:\n]+){0,4} $",
    regex.REVERSE,
)
_OF_A_NUMBER = regex.compile(r"[ ](?:số|về|tổng|so)[ ]|[,;.]|$")
_NEAR_DEMAND = 25
_OPENS_WITH = regex.compile(r"\G[\s\p{P}+]*+(?:\p{L}{1,2}[.)][ ])?(?:có|đạt)(?!\p{L})", regex.IGNORECASE)
_INSPECTED_AT = regex.compile(r"(?:tại|ở|đối với)[ ]$", regex.REVERSE)
_INSPECTS = frozenset(("kiểm tra", "giám sát", "rà soát", "đánh giá", "khảo sát", "thanh tra"))
_EACH_HAS = regex.compile(
    r"(?<!\p{L})mỗi [^;:.\n]{2,60} có (?:ít nhất|tối thiểu|từ) $", regex.IGNORECASE | regex.REVERSE
)
_LABELLED = regex.compile(r"(?<!\p{L})\p{L}+(?: \p{L}+){0,4}: (?:khoảng |ít nhất |trên )?$", regex.REVERSE)
_TALLIED = regex.compile(
    r"[\s\p{P}+]*+(?:(?:\d{1,2}(?:\.\d{1,2})*+|\p{L}\d?)[.)][ ])?(?!gồm|bao gồm|trong đó|tại|có|theo|do|cho|của|với)"
    r"\p{L}+(?:[ -]+\p{L}+){1,9}[:]?[ ]$",
    regex.IGNORECASE,
)
_NUMBER_OF = regex.compile(r"(?<!\p{L})số [^,;:]{2,80} (?:là|đạt|lên)$", regex.IGNORECASE)


class Verdict(NamedTuple):
    """What the plan does with a figure, by which rule."""

    rule: str
    change: Change
    works: bool
    """True when a word of work governs the figure."""


class Surroundings(NamedTuple):
    """The cues that govern a figure, nearest last, and what stands above it."""

    cues: list[Cue]
    own: list[Cue]
    """Those of the figure's own segment."""
    aimed: bool
    opens: bool
    """True when the figure opens its clause or segment."""
    section: SectionKind | None
    before: list[Figure]
    """The earlier figures of the sentence."""
    times: list[Time]
    """The calendar expressions of the sentence."""


def judge(figure: Figure, scope: Scope, surroundings: Surroundings, beside: Beside) -> Verdict | None:
    """Return what the plan does with a figure; None where it is no target.

    A rate with the level that a rule requires of it beside it is there already, unless an aim is spoken of.
    """
    required, follows = figure.digits in beside.required, figure.digits in beside.baselines
    if required and not surroundings.aimed and (figure.of is not None or figure.kind == "percent"):
        return Verdict("kept-above-required", "keep", works=False)
    if (required and is_excluded(figure, scope, surroundings.before)) or (
        not follows and _is_past(figure, scope, surroundings)
    ):
        return None
    if any(cue.kind == "threshold" and figure.start - cue.end <= _NEAR_DEMAND for cue in surroundings.own[-2:]):
        return None
    codes = "".join(LETTERS[cue.kind] for cue in surroundings.cues if cue.kind not in ("past", "threshold"))
    rule = _rule(figure, scope.string, codes)
    if rule is None or not _accepts(figure, scope, codes, surroundings):
        return None
    return Verdict(rule.id, rule.change, works=codes.rstrip("A").endswith("W"))


def _rule(figure: Figure, string: str, codes: str) -> ChangeRule | None:
    of = "percent" if figure.kind == "percent" else "ratio" if figure.of is not None else "count"
    return next(
        (
            rule
            for rule in _rules_for(of, codes)
            if rule.behind_regex.match(string, figure.end)
            and (not rule.units or (figure.unit or "").lower() in rule.units)
        ),
        None,
    )


@lru_cache(maxsize=1024)
def _rules_for(of: str, codes: str) -> tuple[ChangeRule, ...]:
    """The rules for a kind of figure and the cues before it; documents use few series of cues."""
    return tuple(rule for rule in CHANGES if rule.of in _LOOKED_AT[of] and rule.regex.search(codes))


class Judge:
    """Gathers what governs the figures of one document."""

    def __init__(self, document: Document, sections: Sections, labels: Labels, times: Times) -> None:
        self._document, self._sections, self._labels, self._times = document, sections, labels, times
        self._label_cues: dict[ViewSpan, list[Cue]] = {}

    def look_around(self, figure: Figure, scope: Scope, before: list[Figure]) -> Surroundings:
        """Gather the cues that govern a figure and the kind of section that it stands in."""
        clause = scope.clause_at(figure.digits)
        bracket = scope.bracket_at(figure.digits)
        segment = ViewSpan(bracket.start + 1, bracket.end) if bracket else scope.segment_at(figure.digits)
        own = scope.cues_between(segment.start, figure.start)
        above = self._labels.above(figure.start)
        opens = _opens(self._document.string, segment.start, figure.start)
        cues = own if bracket else _governing(scope, clause, segment.start, figure, own, opens=opens)
        chain = [self._document.string[label.start : label.end] for label in above]
        if opens and not _shares_change(figure, self._document.string, cues, own):
            cues = own
        if (
            not any(LETTERS[cue.kind] in _DECISIVE for cue in cues)
            and above
            and _opens(self._document.string, clause.start, figure.start)
        ):
            cues = self._cues_of(above[0]) + cues
        titles = chain + [section.title for section in self._sections.chain(figure.start)]
        kind = next((kind for title in titles if (kind := kind_of_title(title))), None)
        aimed = _has_aim(scope.cues_between(scope.start, figure.start)) or any(
            _has_aim(self._cues_of(label)) for label in above
        )
        return Surroundings(cues, own, aimed, opens, kind, before, self._times.between(scope.start, scope.end))

    def _cues_of(self, label: ViewSpan) -> list[Cue]:
        """The cues of a label line, which many figures stand under."""
        span = ViewSpan(label.start, label.end)
        if span not in self._label_cues:
            self._label_cues[span] = Scope(self._document.string, *span).cues
        return self._label_cues[span]


def _has_aim(cues: list[Cue]) -> bool:
    return any(cue.kind == "aim" for cue in cues)


def _governing(
    scope: Scope, clause: ViewSpan, segment_start: int, figure: Figure, own: list[Cue], *, opens: bool
) -> list[Cue]:
    """The cues of the figure's own segment, and of those before it as long as nothing in them decides."""
    cues = [cue for cue in own if not _in_other_bracket(scope, cue.start, figure)]
    if _decides(cues) or _has_own_level(scope, segment_start, cues):
        return cues
    for segment in reversed([s for s in scope.segments if clause.start <= s.start < segment_start]):
        earlier = [c for c in scope.cues_between(segment.start, segment.end) if not scope.bracket_at(c.start)]
        if earlier and _is_aside(scope, segment, earlier[0], segment_start):
            continue
        cues = earlier + cues
        if _decides(earlier):
            return cues
    if opens or not cues:
        for other in reversed([c for c in scope.clauses if c.start < clause.start]):
            earlier = [c for c in scope.cues_between(other.start, other.end) if not scope.bracket_at(c.start)]
            if not opens:
                earlier = [c for c in earlier if c.kind in ("keep", "aim", "level")]
            if earlier:
                return earlier + cues
    return cues


def _is_aside(scope: Scope, segment: ViewSpan, first: Cue, following: int) -> bool:
    """ "…, tăng 8% so với năm trước, trong đó …": the part is of the whole, not of its growth."""
    if first.kind not in ("increase", "decrease") or not _opens(scope.string, segment.start, first.start):
        return False
    return scope.string.startswith("trong đó", following + 1) and "so với" in scope.string[segment.start : segment.end]


def _decides(cues: list[Cue]) -> bool:
    return any(LETTERS[cue.kind] in _DECISIVE or cue.kind == "aim" for cue in cues)


def _has_own_level(scope: Scope, segment_start: int, cues: list[Cue]) -> bool:
    """A level word with the thing that it says it of before it: "tỷ lệ … đạt"."""
    level = next((cue for cue in cues if cue.kind == "level"), None)
    return level is not None and not _opens(scope.string, segment_start, level.start)


def _in_other_bracket(scope: Scope, position: int, figure: Figure) -> bool:
    bracket = scope.bracket_at(position) if scope.brackets else None
    return bracket is not None and not bracket.start <= figure.digits < bracket.end


def _shares_change(figure: Figure, string: str, cues: list[Cue], own: list[Cue]) -> bool:
    """A share that only takes over "giảm" or "tăng" must say "số …" again, or else it says something of its own."""
    inherited = [cue for cue in cues if cue not in own and cue.kind in ("increase", "decrease")]
    return not inherited or figure.kind != "percent" or _OF_A_NUMBER.match(string, figure.end) is not None


def _opens(string: str, start: int, end: int) -> bool:
    match = _OPENING.match(string, start)
    return match is not None and match.end() >= end


def _is_past(figure: Figure, scope: Scope, surroundings: Surroundings) -> bool:
    """Tell whether the sentence tells of what was: by its words, its years, or the section it stands in."""
    clause = scope.clause_at(figure.digits)
    left = [c for c in scope.cues_between(scope.start, figure.start) if not _in_other_bracket(scope, c.start, figure)]
    aims = [cue.end for cue in left if cue.kind in ("aim", "keep", "raise") or _opens_with(scope, cue)]
    spoken = [t for t in surroundings.times if t.end <= figure.start and not _in_other_bracket(scope, t.start, figure)]
    aims += [time.end for time in spoken if time.future]
    pasts = [cue.end for cue in left if cue.kind == "past" and not _qualifies(scope, cue, left)]
    pasts += [time.end for time in spoken if time.past]
    if not pasts:
        return surroundings.section == "background" and not (aims or surroundings.aimed)
    if max(pasts) <= clause.start and any(aim > clause.start for aim in aims):
        return False
    return not aims or max(aims) <= max(pasts) + 1


def _opens_with(scope: Scope, cue: Cue) -> bool:
    """ "hoàn thành" at the head of a clause says what is to be done, elsewhere it may tell of the object."""
    return cue.kind == "complete" and _opens(scope.string, scope.clause_at(cue.start).start, cue.start)


def _qualifies(scope: Scope, past: Cue, cues: list[Cue]) -> bool:
    """A word of the past behind what the plan is to do tells of the object alone: "duy trì các mô hình đã có"."""
    segment = scope.segment_at(past.start)
    return any(
        segment.start <= cue.start < past.start and cue.kind not in ("past", "level", "threshold") for cue in cues
    )


def _accepts(figure: Figure, scope: Scope, codes: str, around: Surroundings) -> bool:
    """Tell whether what governs a figure is enough to make it a commitment."""
    if around.section in ("rule", "money") and not _is_said_all_the_same(figure, around):
        return False
    if scope.bracket_at(figure.digits) and not around.own:
        return False
    if figure.kind == "money" and codes.endswith("W"):
        return False
    if figure.of is not None or figure.per or figure.kind in ("percent", "measure", "time", "money"):
        return _accepts_level(figure, scope.string, codes, around)
    if (counted := _counted(figure, scope)) in _PROGRAMMES and figure.comparator == "eq" and figure.upper is None:
        made = counted in _MADE and bool(around.own) and around.own[-1].text in _MAKES
        return "C" in codes[-1:] or (made and figure.start - around.own[-1].end <= 1)
    return _accepts_count(figure, scope, codes, around)


def _is_said_all_the_same(figure: Figure, around: Surroundings) -> bool:
    """Among rules and money too, what is "phấn đấu", or work on things right before their number, is committed to."""
    if any(cue.text.startswith("phấn đấu") for cue in around.cues):
        return True
    if around.section != "money" or figure.kind not in ("measure", "noun") or figure.per or not around.own:
        return False
    work = around.own[-1]
    return work.kind == "do" and work.text not in _SPENDS and figure.start - work.end <= 1


def _accepts_level(figure: Figure, string: str, codes: str, around: Surroundings) -> bool:
    if around.aimed or around.section == "goal" or _DECISIVE & set(codes):
        return True
    has = (
        bool(around.own)
        and around.own[-1].text == "có"
        and _UNIT_BEFORE.search(string, max(0, around.own[-1].start - 60), around.own[-1].start)
    )
    if figure.comparator in ("ge", "gt", "le", "lt") or figure.upper is not None:
        return not has
    return around.section != "purpose" and not has and ("L" in codes or around.opens)


def _accepts_count(figure: Figure, scope: Scope, codes: str, around: Surroundings) -> bool:
    last = codes.rstrip("AL")[-1:]
    only_has = [cue.text for cue in around.own] == ["có"] and last in ("", "W")
    each_has = only_has and _each_has(figure, scope, around)
    if each_has or (only_has and not around.aimed and around.section != "goal"):
        return each_has
    if last == "W" and (figure.comparator == "lt" or _is_of_unit(figure, scope, around)):
        return False
    if last == "W":
        work = next(cue for cue in reversed(around.cues) if cue.kind == "do")
        near = figure.start - work.end <= _NEAR and (work.end + 12 >= figure.start or figure.comparator != "eq")
        return near or _is_listed(figure, scope, around) if work.text in _WEAK_WORK else True
    if last:
        return True
    if around.section == "goal":
        return _is_goal(figure, scope, codes, around)
    return codes.endswith("A") or (around.aimed and bool(codes)) or _names_itself(figure, scope)


def _is_goal(figure: Figure, scope: Scope, codes: str, around: Surroundings) -> bool:
    """Tell whether a count among the goals is one, without work on it."""
    reaches = any(cue.text.startswith("đạt") for cue in around.own)
    said = reaches or (bool(codes) and _says_count(figure, scope))
    return around.opens or codes.startswith("A") or said or _is_tallied(figure, scope)


def _is_of_unit(figure: Figure, scope: Scope, around: Surroundings) -> bool:
    """ "hỗ trợ hộ có từ 03 người trở lên": what the work is for has so many, which is no count of the work."""
    if figure.comparator == "eq" or not around.own or around.own[-1].text != "có":
        return False
    start = around.own[-1].start
    return (
        figure.start - start <= len("có ") and _UNIT_BEFORE.search(scope.string, max(0, start - 60), start) is not None
    )


def _each_has(figure: Figure, scope: Scope, around: Surroundings) -> bool:
    """ "mỗi xã có ít nhất 01 tủ sách", or any count with a bound among the goals, is more than a fact."""
    bounded = figure.comparator in ("ge", "gt") or figure.upper is not None
    among_goals = around.section == "goal"
    return bounded and (among_goals or _EACH_HAS.match(scope.string, scope.start, figure.digits) is not None)


def _is_listed(figure: Figure, scope: Scope, around: Surroundings) -> bool:
    """Weak work still counts what is listed behind a label ("Chuẩn bị xuồng: 4 chiếc"), or where one looks into."""
    works = [cue for cue in around.cues if cue.kind == "do"]
    if any(cue.text in _INSPECTS for cue in works):
        return _INSPECTED_AT.match(scope.string, works[0].end, figure.start) is not None
    return works[-1].text == "chuẩn bị" and _LABELLED.match(scope.string, works[-1].end, figure.digits) is not None


def _names_itself(figure: Figure, scope: Scope) -> bool:
    """A list entry "Mô hình phân loại rác: 03 mô hình" that counts what it names."""
    clause = scope.clause_at(figure.digits)
    label = scope.string[clause.start : figure.start].rstrip()
    return label.endswith(":") and bool(figure.unit) and (figure.unit or "").lower() in label.lower()


def _is_tallied(figure: Figure, scope: Scope) -> bool:
    """ "Tổng đàn trâu 95.000 con": among goals, a thing with its number behind it and nothing more."""
    segment = scope.segment_at(figure.digits)
    rest = scope.string[figure.end : segment.end].strip(" .;,")
    return not rest and _TALLIED.match(scope.string, segment.start, figure.start) is not None


def _counted(figure: Figure, scope: Scope) -> str:
    """The counted noun in lower case, the first word behind the figure where the lexicon has none."""
    return (figure.unit or scope.string[figure.noun_end + 1 : figure.noun_end + 20].split(" ")[0]).lower()


def _says_count(figure: Figure, scope: Scope) -> bool:
    """The segment says that it counts: "số trường đạt chuẩn là", or opens with "Có"."""
    segment = scope.segment_at(figure.digits)
    return any(
        pattern.search(scope.string, segment.start, figure.start) is not None for pattern in (_OPENS_WITH, _NUMBER_OF)
    )

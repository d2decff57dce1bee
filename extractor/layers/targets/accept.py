"""Tells whether what governs a figure is enough to make it a commitment."""

from typing import NamedTuple

import regex

from extractor.layers.targets.figures import Figure
from extractor.layers.targets.kinds import SectionKind
from extractor.layers.targets.scope import Cue, Scope
from extractor.layers.targets.times import Time

DECISIVE = frozenset("KIDRCW")
"""Letters of the cues that decide what is done with a figure."""
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
_NEAR = 60
"""Characters between weak work and its figure, at most."""
_NEXT_OF_LIST = regex.compile(r"(?:[^;:.()\d\n\t]|,(?!\d)){0,60}(?:,| và|, và) ")
_UNIT_BEFORE = regex.compile(
    r"(?<!\p{L})(?:xã|thôn|bản|huyện|hộ|trường|đơn vị|doanh nghiệp|cơ sở|địa phương|vùng|khu vực|phường|ấp|lớp"
    r"|chi bộ|người)"
    r"(?: [^ ,;.:\n]+){0,4} $",
    regex.REVERSE,
)
_OPENS_WITH = regex.compile(
    r"\G[\s\p{P}+]*+(?:\p{L}{1,2}[.)][ ])?(?:toàn \p{L}+ (?:\p{L}+ )?)?(?:có|đạt)(?!\p{L})", regex.IGNORECASE
)
_INSPECTED_AT = regex.compile(r"(?:tại|ở|đối với)[ ]$", regex.REVERSE)
_INSPECTS = frozenset(("kiểm tra", "giám sát", "rà soát", "đánh giá", "khảo sát", "thanh tra"))
_EACH_HAS = regex.compile(
    r"(?<!\p{L})mỗi [^;:.\n]{2,60} (?:(?:có|gồm) )?(?:ít nhất|tối thiểu|từ) $", regex.IGNORECASE | regex.REVERSE
)
_EACH_OF = regex.compile(
    r"(?<!\p{L})[Mm]ỗi (?P<unit>\p{L}+(?: \p{L}+){0,2}?)(?: (?:có|gồm|chọn|từ|khoảng))? $", regex.REVERSE
)
_LABELLED = regex.compile(r"(?<!\p{L})\p{L}+(?: \p{L}+){0,4}: (?:khoảng |ít nhất |trên )?$", regex.REVERSE)
_TALLIED = regex.compile(
    r"[\s\p{P}+]*+(?:(?:\d{1,2}(?:\.\d{1,2})*+|\p{L}\d?)[.)][ ])?(?:trong đó[:]?[ ])?"
    r"(?!gồm|bao gồm|tại|có|theo|do|cho|của|với)"
    r"\p{L}+(?:[ -]+\p{L}+){1,9}[:]?[ ]$",
    regex.IGNORECASE,
)
_PAID_REGULARLY = regex.compile(r"/[^/]+/(?:tháng|quý|năm)$")
"""What each one gets a month is a level of its own, where other money that is spent is none."""
_NUMBER_OF = regex.compile(r"(?<!\p{L})số [^,;:]{2,80} (?:là|đạt|lên)$", regex.IGNORECASE)


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
    cites: bool
    """True when the sentence names another document."""


def accepts(figure: Figure, scope: Scope, codes: str, around: Surroundings) -> bool:
    """Tell whether what governs a figure is enough to make it a commitment."""
    if around.section in ("rule", "money") and not _is_said_all_the_same(figure, around):
        return False
    if scope.bracket_at(figure.digits) and not around.own:
        return False
    if figure.kind == "money" and codes.endswith("W"):
        return around.section == "goal" and _PAID_REGULARLY.search(figure.unit or "") is not None
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
    if around.aimed or around.section == "goal" or DECISIVE & set(codes) or _is_how_often(figure):
        return True
    has = (
        bool(around.own)
        and around.own[-1].text == "có"
        and _UNIT_BEFORE.search(string, max(0, around.own[-1].start - 60), around.own[-1].start)
    )
    if figure.comparator in ("ge", "gt", "le", "lt") or figure.upper is not None:
        return not has
    return around.section != "purpose" and not has and ("L" in codes or around.opens)


def _is_how_often(figure: Figure) -> bool:
    often = figure.value > 1 or figure.comparator != "eq"
    return often and figure.per and (figure.unit or "").startswith("lần/")


def _accepts_count(figure: Figure, scope: Scope, codes: str, around: Surroundings) -> bool:
    last = codes.rstrip("AL")[-1:]
    only_has = [cue.text for cue in around.own] == ["có"] and last in ("", "W")
    each_has = only_has and _each_has(figure, scope, around)
    if each_has or (only_has and not around.aimed and around.section != "goal"):
        return each_has
    if last == "W":
        return _is_worked_on(figure, scope, around)
    if last:
        return True
    if around.section == "goal":
        return _is_goal(figure, scope, codes, around)
    return codes.endswith("A") or (around.aimed and bool(codes)) or _names_itself(figure, scope)


def _is_worked_on(figure: Figure, scope: Scope, around: Surroundings) -> bool:
    """Tell whether the work before a count is work on what is counted."""
    if figure.comparator == "lt" or _is_of_unit(figure, scope, around):
        return False
    if around.section == "goal" and _is_tallied(figure, scope):
        return True
    if _is_of_each(figure, scope, around.before):
        return True
    work = next(cue for cue in reversed(around.cues) if cue.kind == "do")
    near = figure.start - work.end <= _NEAR and (work.end + 12 >= figure.start or figure.comparator != "eq")
    if work.text not in _WEAK_WORK or near or _goes_with_work(work, scope):
        return True
    return _is_listed(figure, scope, around) or _goes_on_in_list(figure, scope, work, around.before)


def _is_of_each(figure: Figure, scope: Scope, before: list[Figure]) -> bool:
    """ "giám sát tại 03 ấp, mỗi ấp 30 hộ": so many for each of those counted before."""
    each = _EACH_OF.search(scope.string, scope.segment_at(figure.digits).start, figure.start)
    return each is not None and any((f.unit or "").lower() == each["unit"].lower() for f in before)


def _goes_with_work(weak: Cue, scope: Scope) -> bool:
    """ "tập huấn, hướng dẫn kỹ thuật cho 46 người": the work right before the weak one has the same object."""
    return any(
        cue.kind == "do"
        and cue.text not in _WEAK_WORK
        and scope.string[cue.end : weak.start] in (", ", " và ", " hoặc ")
        for cue in scope.cues
    )


def _goes_on_in_list(figure: Figure, scope: Scope, work: Cue, before: list[Figure]) -> bool:
    """ "rà soát 1.260 nhà trọ và 48 chợ": the next thing of a list whose first one stands right behind the work."""
    first = next((earlier for earlier in before if earlier.start >= work.end), None)
    if first is None or first.start - work.end > 1 or not before:
        return False
    return _NEXT_OF_LIST.fullmatch(scope.string, before[-1].end, figure.start) is not None


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
    return (not rest or rest.startswith("(")) and _TALLIED.match(scope.string, segment.start, figure.start) is not None


def _counted(figure: Figure, scope: Scope) -> str:
    """The counted noun in lower case, the first word behind the figure where the lexicon has none."""
    return (figure.unit or scope.string[figure.noun_end + 1 : figure.noun_end + 20].split(" ")[0]).lower()


def _says_count(figure: Figure, scope: Scope) -> bool:
    """The segment says that it counts: "số trường đạt chuẩn là", or opens with "Có"."""
    segment = scope.segment_at(figure.digits)
    return any(
        pattern.search(scope.string, segment.start, figure.start) is not None for pattern in (_OPENS_WITH, _NUMBER_OF)
    )

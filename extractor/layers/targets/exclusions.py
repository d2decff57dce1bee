"""Figures that are no targets, whatever stands before them: names, ages, expenses, parts of other figures."""

import re

import regex

from extractor.layers.targets.figures import Figure
from extractor.layers.targets.patterns import NOT_BEFORE, NOT_BEHIND
from extractor.layers.targets.scope import Scope

REACH_LEFT = 90
"""Characters before a figure that the rules on its surroundings may look at."""
REACH_RIGHT = 160
"""Characters behind it, without which `regex` would look for words that a rule needs through the whole document."""

_LIFE = regex.compile(
    r"(?i)tuổi thọ|năm sống khỏe|tuổi kết hôn|ngày điều trị|số ngày"
    r"|thời gian (?:giải quyết|xử lý|chờ|lưu trú|trả|xuất|tiếp cận|phản hồi|giải tỏa|khắc phục|cấp|có mặt|đáp ứng)"
    r"|giải quyết trong (?:thời hạn|thời gian|vòng)|giải tỏa trong thời gian|(?<!\p{L})chờ(?!\p{L})"
)
_ECONOMY = regex.compile(
    r"thu nhập|GRDP|giá trị|doanh thu|thu ngân sách|tổng thu|thu nội địa|kim ngạch|bình quân đầu người|dư nợ"
    r"|huy động|tổng mức bán lẻ|vốn đầu tư|tổng sản phẩm|tiết kiệm|số dư",
    regex.IGNORECASE,
)
_FUNDED = regex.compile(
    r"kinh phí|ngân sách (?:cấp|hỗ trợ|trung ương|tỉnh|huyện|xã)|nguồn vốn|từ nguồn|hỗ trợ", regex.IGNORECASE
)
_SHORT_TIMES = frozenset(("giây", "phút", "giờ", "ngày", "ngày làm việc", "giờ làm việc"))
_TIME_OF_WORK = regex.compile(
    r"(?i)(?<!\p{L})thời gian (?!hỗ trợ|học|đào tạo|bồi dưỡng|tập huấn|thực hiện|nghỉ|thi|làm bài|tổ chức|diễn ra"
    r"|họp|vay|hưởng|công tác|giữ|lưu|bảo hành)[^,;.:\d\n]{3,60}(?:không quá|không vượt quá|tối đa|dưới|xuống|còn)"
    r"[^,;.:\d\n]{0,20}$"
)
_INSPECTS = regex.compile(r"(?<!\p{L})(?:kiểm tra|giám sát|thanh tra|khảo sát)(?!\p{L})")
_MEETS = regex.compile(r"(?i)(?<!\p{L})(?:họp|giao ban|báo cáo|sinh hoạt|trực|hội ý|tiếp công dân|tiếp dân)(?!\p{L})")
_AVERAGE = regex.compile(r"(?:[Bb]ình quân|[Tt]rung bình)(?: trên)? $", regex.REVERSE)
_MAY_NOT = regex.compile(r"(?<!\p{L})không (?:để|xảy ra|có)(?!\p{L})[^,;:.()\d]*$", regex.IGNORECASE | regex.REVERSE)
_LOCATES = regex.compile(r"(?<!\p{L})(?:tại|ở|trên)[ ]$", regex.REVERSE)
_OPENS_CONDITION = regex.compile(
    r"(?:(?! và (?:có|với|đạt) )[^,;:.()\d])*?(?<!\p{L})(?:có|với|đạt|từ|đủ)(?!\p{L})(?:(?! và )[^,;:.()\d])*+$"
)
_NAMES_GROUP = regex.compile(
    r"(?:^|[ ,;-])(?:[Ss]ố|[Tt]ổng số|[Cc]ác|[Nn]hững|[Nn]hóm|[Đđ]ối với|[Tt]ỷ lệ)(?: các)? (?:\p{L}+ ){1,6}?(?:có"
    r"|với|đạt|hoàn thành|từ|thuộc)"
    r"(?: (?:tỷ lệ|từ|đủ|chuẩn|trên|dưới))*(?: (?:\p{L}+ ){0,6})?$",
    regex.REVERSE,
)
_RESULT_FOLLOWS = regex.compile(
    r"(?:[^,;:()\d\n\t]|(?<=năm )20\d\d){0,80}?(?<!\p{L})(?:là|đạt|lên|còn|chiếm|bằng|bình quân|từ)[ ]"
    r"(?:\p{L}+ ){0,3}?\d|[^,;.\n\t\d]{0,40}?:[ ]?\d"
)
_NUMBER_NEXT = re.compile(r"[^,;0-9\n\t]{1,160}[0-9]")
"""The cheap test that goes before the pattern for a result."""
_LAST_WORDS = 120
_TIMES = regex.compile(r"lần(?:/|$)", regex.IGNORECASE)
_SAME_CLAUSE = regex.compile(r"(?:[^,;:.()]|\([^()]*\))*+")
_DOES_EACH = regex.compile(r"[^,;:.()\d]{2,80} (?:tổ chức|xây dựng|thực hiện|tham gia|triển khai) $")


def _any_before(*, noun: bool) -> "regex.Pattern[str]":
    """One pattern of all the rules on words before a figure that no cheap test goes before."""
    rules = [rule for rule in NOT_BEFORE if not rule.needs and (noun or rule.of == "any")]
    return regex.compile("|".join(f"(?:{rule.pattern})" for rule in rules), regex.VERBOSE | regex.REVERSE)


_ALWAYS_BEFORE = {True: _any_before(noun=True), False: _any_before(noun=False)}
_SOMETIMES_BEFORE = [rule for rule in NOT_BEFORE if rule.needs]


def is_excluded(figure: Figure, scope: Scope, before: list[Figure]) -> bool:
    """Tell whether a figure is no target; `before` are the earlier figures of its sentence."""
    left = scope.string[max(scope.start, figure.start - REACH_LEFT) : figure.start]
    return (
        scope.inside(scope.quoted, figure.digits) is not None
        or (figure.kind == "time" and not (_LIFE.search(left) or _limits_time(figure, left)))
        or (figure.kind == "money" and not figure.per and not _measures_money(left))
        or _by_words_around(figure, scope, left)
        or _divides(figure, scope, left)
        or _is_forbidden(figure, left)
        or _locates(figure, scope, left, before)
        or _in_condition(figure, scope, before)
    )


def _by_words_around(figure: Figure, scope: Scope, left: str) -> bool:
    noun = _counts_things(figure)
    if _ALWAYS_BEFORE[noun].match(left):
        return True
    for rule in _SOMETIMES_BEFORE:
        if (noun or rule.of == "any") and scope.holds_any(rule.needs) and rule.regex_before.match(left):
            return True
    digits_end = _digits_end(scope.string, figure)
    for rule in NOT_BEHIND:
        if rule.id == "no-regular-time" and figure.per and _sets_how_often(figure, left):
            continue
        start = figure.noun_end if rule.after_unit else digits_end
        if scope.holds_any(rule.needs) and rule.regex.match(scope.string, start, start + REACH_RIGHT):
            return _LIFE.search(left) is None
    return False


def _limits_time(figure: Figure, left: str) -> bool:
    """ "rút ngắn thời gian … xuống còn 45 phút", "thời gian vận chuyển không quá 2 giờ": how long work may take."""
    short = figure.unit is not None and figure.unit.lower() in _SHORT_TIMES
    return short and figure.comparator in ("le", "lt", "eq") and _TIME_OF_WORK.search(left) is not None


def _sets_how_often(figure: Figure, left: str) -> bool:
    """ "phát thanh 02 lần/ngày", "ít nhất 01 lần/tuần" set how much is done; meetings and reports only recur."""
    return figure.comparator == "ge" or (
        (figure.unit or "").startswith("lần/") and figure.value > 1 and _MEETS.search(left) is None
    )


def _counts_things(figure: Figure) -> bool:
    return figure.of is None and figure.kind in ("noun", None)


def _divides(figure: Figure, scope: Scope, left: str) -> bool:
    """Tell whether a result is counted by a single one ("giá trị trên 01 ha đạt 150 triệu đồng", "bình quân 01 xã")."""
    if figure.value != 1 or figure.unit == "%":
        return False
    if _counts_things(figure) and _AVERAGE.match(left):
        return True
    by_one = figure.unit is not None and scope.string.startswith("trên ", figure.start)
    return by_one and _result_follows(scope, figure)


def _result_follows(scope: Scope, figure: Figure) -> bool:
    end = min(scope.end, figure.end + REACH_RIGHT)
    return _RESULT_FOLLOWS.match(scope.string, figure.end, end) is not None


def _locates(figure: Figure, scope: Scope, left: str, before: list[Figure]) -> bool:
    """Tell whether a count says only where an earlier figure of its segment is done ("tại 05 xã")."""
    if not before or not _counts_things(figure) or not _LOCATES.match(left):
        return False
    inspects = _INSPECTS.search(scope.string, before[-1].digits, figure.start) is not None
    return not inspects and before[-1].start >= scope.segment_at(figure.digits).start


def _is_forbidden(figure: Figure, left: str) -> bool:
    """ "không để xảy ra vụ ngộ độc từ 30 người mắc trở lên": from so many on it may not happen."""
    return figure.comparator in ("ge", "gt") and _MAY_NOT.match(left) is not None


def _measures_money(left: str) -> bool:
    """Tell whether what stands before an amount of money is measured in it, and is no expense."""
    return _ECONOMY.search(left) is not None and not _FUNDED.search(left)


def _digits_end(string: str, figure: Figure) -> int:
    end = figure.digits
    while end < len(string) and (string[end].isdigit() or string[end] in ".,"):
        end += 1
    return end


def _in_condition(figure: Figure, scope: Scope, before: list[Figure]) -> bool:
    """Tell whether a figure is part of what another one, or a group of units, is defined by."""
    string = scope.string
    left = string[max(scope.start, figure.start - _LAST_WORDS) : figure.start]
    if _NUMBER_NEXT.match(string, figure.end) and _result_follows(scope, figure) and _NAMES_GROUP.match(left):
        return True
    last = next(
        (f for f in reversed(before) if not scope.bracket_at(f.digits) or scope.bracket_at(figure.digits)), None
    )
    if last is None or last.end > figure.start:
        return False
    between = string[last.noun_end : figure.start]
    if scope.segment_at(last.digits) == scope.segment_at(figure.digits):
        between = between.replace(",", "")
    if figure.unit and _TIMES.match(figure.unit) and _SAME_CLAUSE.fullmatch(between):
        return True
    if (last.kind == "percent" or last.of is not None) and figure.comparator == "ge" and _DOES_EACH.match(between):
        return True
    holds_units = (
        last.kind == "percent"
        or last.of is not None
        or (last.kind == "noun" and figure.kind in ("percent", "money", "time"))
    )
    return holds_units and _OPENS_CONDITION.match(string[last.noun_end : figure.start]) is not None

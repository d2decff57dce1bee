"""Figures that are no targets, whatever stands before them: names, ages, expenses, parts of other figures."""

import regex

from extractor.layers.targets.figures import Figure
from extractor.layers.targets.patterns import NOT_BEFORE, NOT_BEHIND
from extractor.layers.targets.scope import Scope

REACH_LEFT = 90
"""Characters before a figure that the rules on its surroundings may look at."""
REACH_RIGHT = 160
"""Characters behind it, without which `regex` would look for words that a rule needs through the whole document."""

_LIFE = regex.compile(r"(?i)tuổi thọ|năm sống khỏe|tuổi kết hôn|thời gian (?:giải quyết|xử lý|chờ)")
_ECONOMY = regex.compile(
    r"thu nhập|GRDP|giá trị|doanh thu|thu ngân sách|tổng thu|thu nội địa|kim ngạch|bình quân đầu người|dư nợ"
    r"|huy động|tổng mức bán lẻ|vốn đầu tư|tổng sản phẩm|tiết kiệm|số dư",
    regex.IGNORECASE,
)
_FUNDED = regex.compile(
    r"kinh phí|ngân sách (?:cấp|hỗ trợ|trung ương|tỉnh|huyện|xã)|nguồn vốn|từ nguồn|hỗ trợ", regex.IGNORECASE
)
_AVERAGE = regex.compile(r"(?:[Bb]ình quân|[Tt]rung bình)(?: trên)? $", regex.REVERSE)
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
    r"[^,;:()\d\n\t]{0,60}?(?<!\p{L})(?:là|đạt|lên|còn|chiếm|bằng)[ ](?:\p{L}+ ){0,3}?\d|[^,;.\n\t\d]{0,40}?:[ ]?\d"
)
_LAST_WORDS = 120


def exclusion(figure: Figure, scope: Scope, before: list[Figure]) -> str | None:
    """Return the id of the rule by which a figure is no target, or None.

    `before` are the earlier figures of its sentence.
    """
    left = scope.string[max(scope.start, figure.start - REACH_LEFT) : figure.start]
    named = _by_words_around(figure, scope.string, left)
    if named:
        return named
    noun = figure.of is None and figure.kind in ("noun", None)
    checks = {
        "no-name-in-quotes": scope.inside(scope.quoted, figure.digits) is not None,
        "no-duration": figure.kind == "time" and not _LIFE.search(left),
        "no-money": figure.kind == "money" and not figure.per and not _measures_money(left),
        "no-denominator": (noun and figure.value == 1 and _AVERAGE.search(left) is not None) or _divides(figure, scope),
        "no-location": noun and _LOCATES.search(left) is not None and _follows_in_segment(figure, scope, before),
        "no-condition": _in_condition(figure, scope, before),
    }
    return next((rule for rule, holds in checks.items() if holds), None)


def _divides(figure: Figure, scope: Scope) -> bool:
    """Tell whether a result is counted by a single one ("giá trị trên 01 ha đạt 150 triệu đồng")."""
    if figure.value != 1 or figure.unit in (None, "%") or not scope.string.startswith("trên ", figure.start):
        return False
    return _RESULT_FOLLOWS.match(scope.string, figure.end) is not None


def _by_words_around(figure: Figure, string: str, left: str) -> str | None:
    noun = figure.of is None and figure.kind in ("noun", None)
    for rule in NOT_BEFORE:
        if (noun or rule.of == "any") and rule.regex_before.search(left):
            return rule.id
    if _LIFE.search(left):
        return None
    digits_end = _digits_end(string, figure)
    starts = ((rule, figure.noun_end if rule.after_unit else digits_end) for rule in NOT_BEHIND)
    behind = (rule for rule, start in starts if rule.regex.match(string, start, start + REACH_RIGHT))
    return next((rule.id for rule in behind), None)


def _follows_in_segment(figure: Figure, scope: Scope, before: list[Figure]) -> bool:
    return bool(before) and before[-1].start >= scope.segment_at(figure.digits).start


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
    if _NAMES_GROUP.search(
        string[max(scope.start, figure.start - _LAST_WORDS) : figure.start]
    ) and _RESULT_FOLLOWS.match(string, figure.end):
        return True
    if not before or before[-1].end > figure.start:
        return False
    last = before[-1]
    holds_units = last.kind == "percent" or last.of is not None or (last.kind == "noun" and figure.kind == "percent")
    return holds_units and _OPENS_CONDITION.match(string[last.noun_end : figure.start]) is not None

"""What is given beside a target: the earlier result (baseline) and the level that a rule demands (required)."""

from itertools import pairwise
from typing import NamedTuple

import regex

from extractor.language.document import ViewSpan
from extractor.layers.numbers import NUMBER, parse_number
from extractor.layers.targets.figures import Figure
from extractor.layers.targets.scope import Scope
from extractor.layers.targets.times import Time, Times
from extractor.records import Baseline, Threshold

_RISES_TO = regex.compile(
    r"(?:[ ]\([^()\n]{1,60}\))?(?:[ ](?:[\p{L}\d]+[ ]){0,4}?|[,]?[ ])(?:tăng[ ])?(?:lên|xuống|còn|đến|tới)(?:[ ](?:còn"
    r"|đến|tới|dưới|trên|mức|khoảng|là|ít nhất))*+[ ]$"
)
_FROM = regex.compile(r"(?<!\p{L})từ(?:[ ](?:mức|khoảng|trên|dưới|hơn|gần))?[ ]$|^từ[ ]")
_BEGINS = ("từ ",)
_DEMAND_WORDS = ("yêu cầu", "quy định", "phải")
_BARE_ORIGIN = regex.compile(
    rf"(?<!\p{{L}})từ[ ](?:(?:mức|khoảng)[ ])?(?P<value>{NUMBER})[ ](?:tăng[ ])?(?:lên|xuống)"
    r"(?:[ ](?:còn|đến|tới|mức))*+[ ]$",
    regex.REVERSE,
)
"""A baseline that has its unit from the target behind it: "từ 12 lên 20 sản phẩm"."""
_DEMANDS = regex.compile(
    r"(?:yêu[ ]cầu|quy[ ]định|tiêu[ ]chuẩn|mức[ ]chuẩn|theo[ ]chuẩn|chuẩn)(?!\p{L})", regex.IGNORECASE | regex.VERBOSE
)
_MUST = regex.compile(
    r"(?:yêu cầu|quy định)(?: là| đạt| phải đạt| tối thiểu| từ)*+[:]? ?$|phải(?: đạt)? ?$", regex.IGNORECASE
)
_AND_TO = regex.compile(r"[^,;.:()]{0,30}(?:,| và) (?:xuống |lên |tăng |giảm )?(?:còn|đến|xuống|lên|tới) ")
_RESPECTIVELY = "tương ứng"
"""Says that the figures in a bracket belong to those before it one by one."""
_WAS = regex.compile(r"hiện|đã|trước|kết quả|thực hiện|năm|tháng|cuối|đầu kỳ|ước", regex.IGNORECASE)


class Beside(NamedTuple):
    """The figures of a sentence that are no targets themselves but stand beside one, by the target's place."""

    baselines: dict[int, Baseline]
    required: dict[int, Threshold]
    origins: dict[int, int]
    """Where the baseline that leads to a target starts: "từ 60%" in "từ 60% lên 75%"."""
    taken: set[int]
    """Places of the figures that are baselines or thresholds."""


def beside_targets(scope: Scope, figures: list[Figure], times: Times) -> Beside:
    """Find the baselines and thresholds among the figures of a sentence, and the figures that they stand beside."""
    found = Beside({}, {}, {}, set())
    begins, demands = scope.holds_any(_BEGINS), scope.holds_any(_DEMAND_WORDS)
    if not (begins or demands or scope.brackets):
        return found
    for i, figure in enumerate(figures):
        bracket = scope.bracket_at(figure.digits)
        owner = _owner(scope, figures, i, bracket) if bracket else None
        if bracket and owner is not None:
            words = scope.string[bracket.start + 1 : figure.digits]
            _in_bracket(figure, owner, words, _date_in(scope, figure, times), found)
        elif begins and i + 1 < len(figures) and _leads_to(scope, figure, figures[i + 1]):
            found.baselines[figures[i + 1].digits] = _baseline(figure, _date_in(scope, figure, times))
            found.origins[figures[i + 1].digits] = figure.start
            found.taken.add(figure.digits)
        elif (
            begins
            and figure.digits not in found.baselines
            and (origin := _BARE_ORIGIN.match(scope.string, scope.start, figure.start))
        ):
            value = parse_number(origin["value"])
            found.baselines[figure.digits] = Baseline(value=value, of=None, unit=figure.unit, date=None)
            found.origins[figure.digits] = origin.start("value")
        elif (
            demands
            and not bracket
            and _MUST.search(scope.string[max(scope.start, figure.digits - 40) : figure.start])
            and _is_demand(scope, figure)
        ):
            target = next(iter(figures[i + 1 :]), None)
            if target is not None:
                found.required[target.digits] = _threshold(figure)
                found.taken.add(figure.digits)
    for figure, following in pairwise(figures):
        if figure.digits in found.baselines and _goes_on(scope, figure, following):
            found.baselines.setdefault(following.digits, found.baselines[figure.digits])
    return found


def _goes_on(scope: Scope, figure: Figure, following: Figure) -> bool:
    """ "xuống 11% vào năm 2023 và còn 8% vào năm 2025": both start from one baseline."""
    return figure.unit == following.unit and _AND_TO.fullmatch(scope.string, figure.end, following.start) is not None


def _owner(scope: Scope, figures: list[Figure], index: int, bracket: ViewSpan) -> Figure | None:
    """Return the figure before a bracket that one inside it belongs to."""
    before = [figure for figure in figures[:index] if figure.end <= bracket.start]
    inside = [figure for figure in figures[index:] if figure.digits < bracket.end]
    if _RESPECTIVELY in scope.string[bracket.start : bracket.end] and len(inside) <= len(before):
        before = before[: len(before) - len(inside) + 1]
    return _before_bracket(before, bracket.start)


def _before_bracket(earlier: list[Figure], start: int) -> Figure | None:
    """The last figure before a bracket, if nothing but a few words of its own stand between."""
    return next((f for f in reversed(earlier) if f.end <= start and start - f.end <= 120), None)


def _in_bracket(figure: Figure, owner: Figure, words: str, date: Time | None, found: Beside) -> None:
    if owner.digits in found.taken:
        return
    if _DEMANDS.search(words):
        found.required.setdefault(owner.digits, _threshold(figure))
        found.taken.add(figure.digits)
        return
    if (date and date.past) or (_WAS.search(words) and (date is None or not date.future)):
        found.baselines.setdefault(owner.digits, _baseline(figure, date))
        found.taken.add(figure.digits)


def _leads_to(scope: Scope, figure: Figure, following: Figure) -> bool:
    """ "từ 60% lên 75%", "từ 12 xã năm 2023 lên 15 xã": the first figure is where the change begins."""
    between = scope.string[figure.end : following.start]
    if ";" in between or scope.string.endswith("lên", figure.start, figure.end):
        return False
    begins = _FROM.search(scope.string[max(scope.start, figure.start - 20) : figure.digits]) is not None
    return begins and len(between) < 60 and _RISES_TO.search(between) is not None


def _is_demand(scope: Scope, figure: Figure) -> bool:
    """ "phải cao hơn 10%": a demand that a later figure of the sentence is to meet."""
    words = scope.string[max(scope.start, figure.digits - 40) : figure.digits].lower()
    return "cao hơn" in words or "yêu cầu" in words or "quy định" in words


def _date_in(scope: Scope, figure: Figure, times: Times) -> Time | None:
    bracket = scope.bracket_at(figure.digits)
    start, end = bracket or (figure.start, min(scope.end, figure.end + 20))
    return next(iter(times.between(start, end)), None)


def _baseline(figure: Figure, time: Time | None) -> Baseline:
    return Baseline(value=figure.value, of=figure.of, unit=figure.unit, date=time.value if time else None)


def _threshold(figure: Figure) -> Threshold:
    return Threshold(comparator=figure.comparator, value=figure.value, unit=figure.unit)

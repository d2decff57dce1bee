"""Đại lượng: the figure of a target in a form in which figures of different plans are compared."""

from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal

import regex

from extractor.collection.held import HeldTarget
from extractor.collection.wording import fold, phrases
from extractor.lexicon.comparison import load_comparison
from extractor.records import Comparator

ChangeKind = Literal["level", "more", "less"]
"""A level or total that is reached or kept; an amount that is added or done; an amount that is cut."""
_CHANGES: dict[str, ChangeKind] = {
    "reach": "level",
    "keep": "level",
    "increase": "more",
    "do": "more",
    "decrease": "less",
}
_PER_YEAR = regex.compile(r"/(?:năm|1 năm)$")
_PER_ONE = regex.compile(r"/ ?(?:0?1(?![\d.,]) ?)?")
_PER_MANY = regex.compile(r"(?P<count>[1-9]\d{0,2}(?:[. ]\d{3})*+) ?(?P<noun>\D++)")
"""What a rate is given for: "10.000 dân"."""
_A_HEAD = regex.compile(r"(?i)\b(?:đầu người|(?:mỗi|một|trên) người|mỗi nhân khẩu)\b")
_RATE_WORDS = regex.compile(r"(?i)\b(?:bình quân|trung bình|tốc độ|tỷ suất|tỷ số|tỷ lệ|tỉ lệ|hệ số|chỉ số|thu nhập)\b")
_ADDED = regex.compile(
    r"(?i)\b(?:tăng thêm|phát triển mới|mới tham gia|tham gia mới|thành lập mới|kết nạp mới|việc làm mới|tạo việc làm"
    r"|giải quyết việc làm|tuyển sinh|tuyển mới|học nghề|đào tạo nghề|đi làm việc ở nước ngoài|xuất khẩu lao động)\b"
)
"""Words of an indicator by which it counts what is added: "người tham gia tăng thêm"."""
_TAKES = regex.compile(r"(?i)\bthời (?:gian|hạn) (?:giải quyết|xử lý|trả kết quả|cấp|chờ)\b")
"""How long something takes: the shorter the better."""
_NEVER_ADDED = frozenset({"share", "time", "working days"})
AT_MOST: frozenset[Comparator] = frozenset({"le", "lt"})
AT_LEAST: frozenset[Comparator] = frozenset({"ge", "gt"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure in the first unit of its kind."""

    kind: str
    """'share', 'money/người', 'length', 'xã': figures of one kind can be compared."""
    change: ChangeKind
    comparator: Comparator
    low: float
    high: float
    """Same as `low` but for ranges."""
    factor: float
    """By which the written figure was multiplied."""
    additive: bool
    """True for counts and amounts, which units add up to; false for shares, rates and averages."""
    share: float | None
    """In per cent, also of counts out of a total."""


def quantity_of(target: HeldTarget) -> Quantity:
    """Return a target's quantity."""
    kind, factor = _kind(target.unit)
    if kind == "money" and _A_HEAD.search(target.indicator or ""):
        kind = "money/người"
    low, high = target.value * factor, (target.value if target.upper is None else target.upper) * factor
    additive = "/" not in kind and kind not in _NEVER_ADDED and not _RATE_WORDS.search(target.indicator or "")
    change = _CHANGES[target.change]
    if target.change == "do" and not additive:
        change = "level"  # a share or a rate is reached, whatever the verb
    elif change == "level" and additive and _ADDED.search(target.indicator or ""):
        change = "more"
    return Quantity(kind, change, target.comparator, low, high, factor, additive, _share(target, kind))


def _share(target: HeldTarget, kind: str) -> float | None:
    if kind == "share":
        return float(target.value)
    if target.percent is not None:
        return float(target.percent)
    return 100 * target.value / target.of if target.of else None


@lru_cache(maxsize=8192)
def _kind(unit: str | None) -> tuple[str, float]:
    if unit is None:
        return "", 1
    written = _PER_ONE.sub("/", _PER_YEAR.sub("", unit.strip().casefold()))
    counted, _, per = written.partition("/")
    kind, factor = _measures().get(counted.strip(), (fold(counted), 1.0))
    many = _PER_MANY.fullmatch(per)
    if many is not None:
        per, factor = many["noun"], factor / int(many["count"].replace(".", "").replace(" ", ""))
    return (f"{kind}/{fold(per)}" if per else kind), factor


def on_one_scale(upper: Quantity, lower: Quantity) -> tuple[Quantity, Quantity] | None:
    """Return two quantities that can be compared: of one kind, or as shares where both tell one ("13/13 xã")."""
    if upper.change != lower.change:
        return None
    if upper.kind == lower.kind:
        return upper, lower
    if "share" not in (upper.kind, lower.kind):
        return None
    one, other = as_share(upper), as_share(lower)
    return (one, other) if one and other else None


def as_share(quantity: Quantity) -> Quantity | None:
    """Return a count out of a total as a share; None where no total is told."""
    if quantity.kind == "share" or quantity.share is None:
        return quantity if quantity.kind == "share" else None
    return replace(quantity, kind="share", low=quantity.share, high=quantity.share, factor=1, additive=False)


@cache
def _measures() -> dict[str, tuple[str, float]]:
    return {
        name: (measure.kind, factor) for measure in load_comparison().units for name, factor in measure.names.items()
    }


@cache
def _tendencies() -> "tuple[regex.Pattern[str], regex.Pattern[str]]":
    lexicon = load_comparison()
    return phrases(lexicon.less_is_better), phrases(lexicon.more_is_better)


def less_is_better(target: HeldTarget) -> bool:
    """Tell whether a smaller figure is the stricter one: "tỷ lệ hộ nghèo còn 3%", "không quá 5 vụ"."""
    if target.comparator in AT_MOST or _TAKES.search(target.indicator or ""):
        return True
    if target.comparator in AT_LEAST or target.change not in ("reach", "keep"):
        return False
    return _bad(target.indicator or "")


@lru_cache(maxsize=65536)
def _bad(indicator: str) -> bool:
    less, more = _tendencies()
    folded = fold(indicator)
    return less.search(folded) is not None and more.search(folded) is None

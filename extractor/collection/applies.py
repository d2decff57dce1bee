"""Phạm vi áp dụng: whether a target of a plan asks anything of a plan below it."""

import re

from extractor.collection.alignment import Measured
from extractor.collection.members import Member
from extractor.collection.tree import RANK, Tree
from extractor.collection.wording import fold

_EACH = re.compile(
    r"(?i)\b(?:mỗi|từng) (?P<kind>tỉnh|huyện|thị xã|thành phố|quận|địa phương|xã|phường|thị trấn|đơn vị)\b"
)
_COUNTED_UNITS = (
    ("commune", re.compile(r"\b(?:xã|phường|thị trấn|đơn vị cấp xã)\b")),
    ("district", re.compile(r"\b(?:huyện|quận|thị xã|đơn vị cấp huyện)\b")),
)
_LEADING_UNITS = re.compile(
    r"(?:% |tỷ lệ |tỉ lệ |tổng |số |các |có |xã |huyện )*(?:xã|phường|thị trấn|huyện|quận|thị xã|đơn vị cấp)\b"
)
_EACH_LEVELS = {
    "huyện": "district",
    "thị xã": "district",
    "thành phố": "district",
    "quận": "district",
    "xã": "commune",
    "phường": "commune",
    "thị trấn": "commune",
    "tỉnh": "province",
}


class Applies:
    """What an upper plan asks of one lower plan."""

    def __init__(self, upper: Member, lower: Member, tree: Tree) -> None:
        self._upper, self._lower, self._tree = upper, lower, tree

    def to(self, measured: Measured) -> bool:
        """Tell whether a target can be for the lower plan at all: its place, its time, what it counts."""
        return self._place_fits(measured) and self._time_fits(measured) and not self._counts_own_level(measured)

    def is_sum(self, measured: Measured) -> bool:
        """Tell whether a target is a sum over units: a count asked neither of each unit nor of a named one."""
        return measured.quantity.additive and self._each(measured) is None and measured.target.place_unit is None

    def must_be_carried(self, measured: Measured) -> bool:
        """Tell whether the lower plan lacks something where it has no such target.

        Shares, rates and averages hold for each unit; so does what is asked of "mỗi xã". Counts are sums over units.
        """
        if measured.target.place and not measured.target.place_unit and self._each(measured) is None:
            return False
        return not self.is_sum(measured)

    def _place_fits(self, measured: Measured) -> bool:
        target = measured.target
        if target.place_unit is None:
            each = self._each(measured)
            return each is None or each == self._lower.node.level
        return self._tree.lies_in(self._lower, target.place_unit)

    def _each(self, measured: Measured) -> str | None:
        """Return the level of which every unit is asked, as in "mỗi xã ít nhất 01 mô hình"."""
        found = asked_of_each(measured)
        if found is None:
            return None
        return _EACH_LEVELS.get(found["kind"].lower(), self._lower.node.level)

    def _time_fits(self, measured: Measured) -> bool:
        """Tell whether the target is due within, or is at work during, the time of the lower plan."""
        until, period = measured.until, self._lower.period
        if until is None or period is None:
            return True
        return until[0] <= period[1] and period[0] <= until[1]

    def _counts_own_level(self, measured: Measured) -> bool:
        """Tell whether a target counts units of the lower plan's level: one commune has no share of communes."""
        rank = RANK.get(self._lower.node.level or "", 0)
        counted = fold(f"{measured.target.unit or ''} {measured.target.indicator or ''}")
        if self._each(measured) is not None or not _starts_with_units(counted):
            return False
        return any(RANK[level] <= rank and pattern.search(counted) for level, pattern in _COUNTED_UNITS)


def asked_of_each(measured: Measured) -> "re.Match[str] | None":
    """Return the words that ask a target of every unit: "mỗi xã", "từng huyện"."""
    target = measured.target
    return _EACH.search(f"{target.place or ''} {target.indicator or ''} {target.quote}")


def _starts_with_units(counted: str) -> bool:
    return _LEADING_UNITS.match(counted) is not None

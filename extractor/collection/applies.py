"""Phạm vi áp dụng: whether a target of a plan asks anything of a plan below it."""

from extractor.collection.measured import Measured
from extractor.collection.members import Member
from extractor.collection.tree import RANK, Tree

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
        if measured.quantity.additive and measured.target.place_unit not in (None, self._lower.node.unit):
            return False  # what a district is to do is a sum over its communes
        return not self.is_sum(measured)

    def _place_fits(self, measured: Measured) -> bool:
        target = measured.target
        if target.place_unit is None:
            each = self._each(measured)
            return each is None or each == self._lower.node.level
        return self._tree.lies_in(self._lower, target.place_unit)

    def _each(self, measured: Measured) -> str | None:
        """Return the level of which every unit is asked, as in "mỗi xã ít nhất 01 mô hình"."""
        if measured.each is None:
            return None
        return _EACH_LEVELS.get(measured.each, self._lower.node.level)

    def _time_fits(self, measured: Measured) -> bool:
        """Tell whether the target is due within, or is at work during, the time of the lower plan."""
        until, period = measured.until, self._lower.period
        if until is None or period is None:
            return True
        return until[0] <= period[1] and period[0] <= until[1]

    def _counts_own_level(self, measured: Measured) -> bool:
        """Tell whether a target counts units of the lower plan's level: one commune has no share of communes."""
        rank = RANK.get(self._lower.node.level or "", 0)
        return self._each(measured) is None and any(RANK[level] <= rank for level in measured.counted)

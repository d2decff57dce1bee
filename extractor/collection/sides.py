"""Hai vế của một kết luận: targets with their words in context, made once for each target."""

from extractor.collection.measured import Measured
from extractor.collection.members import Member, context_of
from extractor.records.crosscheck import Side


class Sides:
    """The sides of one plan's targets."""

    def __init__(self, member: Member) -> None:
        self._member = member
        self._made: dict[int, Side] = {}

    def of(self, measured: Measured) -> Side:
        """Return the side of a target."""
        if measured.index not in self._made:
            target = measured.target
            context, quote_at = context_of(self._member.text, target)
            self._made[measured.index] = Side(
                self._member.id,
                measured.index,
                target.criterion,
                target.indicator,
                target.quote,
                target.start,
                target.end,
                context,
                quote_at,
            )
        return self._made[measured.index]

"""Levels of headings: the depth at which a number stands in this document's own hierarchy of numberings."""

from dataclasses import dataclass, field

from extractor.layers.outline.numbering import Mark

CAPITAL_ARABIC = "1. CAPITALS"
"""'1. MỤC ĐÍCH': Arabic numbers before titles in capitals, which may stand over '1. Mục đích'."""

ARTICLE = "division:điều"

FORMAL = frozenset({"roman", "upper"})
"""Series that only headings bear."""

_RANK = {
    "title": 0,
    "division:phần": 1,
    "division:chương": 2,
    "division:mục": 3,
    "division:tiểu mục": 4,
    "division:điều": 5,
    "upper": 6,
    "roman": 6,
    CAPITAL_ARABIC: 6,
    "1.": 7,
    "1)": 8,
    "1.1.": 8,
    "1.1)": 8,
    "1.1.1.": 9,
    "1.1.1.1.": 10,
    "1.1.1.1.1.": 11,
    "lower": 12,
    "(1)": 13,
    "(a)": 13,
}
"""How deep a series usually stands; decides only where a series opens that is not open yet."""


_ALIKE = (frozenset({"1.", "1)", CAPITAL_ARABIC}), frozenset({"roman", CAPITAL_ARABIC}))
"""Series that writers mix: '2)' may follow '1.', 'II.' may follow '1. MỤC ĐÍCH'."""


@dataclass
class _Entry:
    style: str
    ordinal: int
    number: str


def _follows(entry: _Entry, mark: Mark) -> bool:
    """Tell whether a number goes on with a series that is written otherwise."""
    alike = any(entry.style in group and mark.style in group for group in _ALIKE)
    return alike and entry.ordinal == mark.ordinal - 1


@dataclass
class Levels:
    """The open numberings from the outermost to the innermost; every numbered line is put to it in order."""

    _open: list[_Entry] = field(default_factory=list)

    def place(self, mark: Mark) -> int:
        """Take in a numbered line and return its level."""
        index = self._index(mark)
        del self._open[index:]
        self._open.append(_Entry(mark.style, mark.ordinal, mark.number))
        return len(self._open)

    def open_title(self) -> int:
        """Take in a title without a number that stands over all numberings (an annex, a heading in capitals)."""
        self._open = [_Entry("title", 0, "")]
        return 1

    def _index(self, mark: Mark) -> int:
        """Where in the open numberings the line belongs: the place of its elder sibling, or a new one."""
        if mark.prefix:
            return self._index_of_part(mark)
        same = [i for i, entry in enumerate(self._open) if entry.style == mark.style]
        if not same:
            same = [i for i, entry in enumerate(self._open) if _follows(entry, mark)]
        for i in reversed(same):
            if mark.ordinal == self._open[i].ordinal + 1:
                return i
        if same and self._is_slip(mark, same[-1]):
            return len(self._open) - 1
        if same:
            later = [i for i in same if mark.ordinal > self._open[i].ordinal]
            return later[-1] if later else same[-1]
        return self._under_outer(mark)

    def _is_slip(self, mark: Mark, sibling: int) -> bool:
        """'2.' directly after '2.1.' goes on with the parts of 2, not with 2 again."""
        top = self._open[-1]
        return (
            mark.ordinal == self._open[sibling].ordinal
            and sibling == len(self._open) - 2
            and top.style.startswith("1.1")
            and top.number.startswith(f"{mark.ordinal}.")
        )

    def _index_of_part(self, mark: Mark) -> int:
        """'2.1' stands under an open '2', beside an open '2.k', or else under the outer series."""
        parent = ".".join(mark.number.split(".")[:-1])
        for i in reversed(range(len(self._open))):
            entry = self._open[i]
            if entry.style == mark.style and entry.number.rpartition(".")[0] == parent:
                return i
            if entry.number == parent and entry.style.startswith("1"):
                return i + 1
        for i in reversed(range(len(self._open))):
            if self._open[i].style == mark.style:
                return i
        return self._under_outer(mark)

    def _under_outer(self, mark: Mark) -> int:
        rank = _RANK.get(mark.style, 9)
        for i, entry in enumerate(self._open):
            if _RANK.get(entry.style, 9) > rank:
                return i
        return len(self._open)

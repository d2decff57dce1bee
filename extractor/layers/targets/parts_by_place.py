"""Parts of a figure by place: "tỷ lệ hộ dùng nước sạch đạt 90%, trong đó các phường 98%, khu vực xã đạt 65%"."""

import regex

from extractor.layers.targets.indicator import alike
from extractor.layers.targets.scope import Scope
from extractor.records import Target

_LEVEL = (
    r"(?i:xã|phường|thị[ ]trấn|huyện|quận|thị[ ]xã|thành[ ]phố|tỉnh|thôn|bản|ấp|xóm|làng|buôn|khu[ ]phố"
    r"|tổ[ ]dân[ ]phố|khu[ ]dân[ ]cư)"
)
_NAME = r"\p{Lu}[\p{L}’'-]*+(?:[ ]\p{Lu}[\p{L}’'-]*+)*+"
_PART = regex.compile(
    rf"""[)\s,;:]*+(?:(?:và|trong[ ]đó|riêng|còn|đối[ ]với|ở|tại|cụ[ ]thể|gồm)[ ,:]++)*+
    (?P<place>(?i:khu[ ]vực|địa[ ]bàn|vùng)[ ][^\d,;:.()%\n\t]{{2,40}}?
      |(?:(?i:các|hai|ba|bốn|năm|\d{{1,2}})[ ])?{_LEVEL}
       (?:[ ]{_NAME}(?:(?:,[ ]|[ ]và[ ])(?:{_LEVEL}[ ])?{_NAME})*+
         |[ ](?:còn[ ]lại|khác|đặc[ ]biệt[ ]khó[ ]khăn|biên[ ]giới|miền[ ]núi|vùng[ ][^\d,;:.()%\n\t]{{2,25}}?))?)
    [ ]?(?:(?:phấn[ ]đấu|phải|có|là|đạt|còn|chiếm|giảm|tăng|lên|xuống|mức|tỷ[ ]lệ|khoảng|:)[ ]?)*+""",
    regex.VERBOSE,
)
_SEVERAL = regex.compile(r"(?i)(?:các|hai|ba|bốn|năm|\d|khu vực|địa bàn|vùng)(?!\p{L})|[\p{L} ]+ \p{Lu}")
"""Several units, an area, or a unit with its name: "xã" alone is no place."""


def part_by_place(target: Target, whole: Target, scope: Scope, before: int, start: int) -> Target | None:
    """Return a target with the indicator of the one before it, which ended at `before`, where it only names a place."""
    if not alike(target.unit, whole.unit) or not whole.indicator:
        return None
    match = _PART.fullmatch(scope.string, before, start)
    if match is None or not _SEVERAL.match(match["place"]):
        return None
    return target.model_copy(update={"indicator": whole.indicator, "place": match["place"]})

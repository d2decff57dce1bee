"""Đơn vị được đếm: of which units a target counts some, and of which each one is asked for it."""

import re

from extractor.collection.held import HeldTarget
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


def asked_of_each(target: HeldTarget, clause: str = "") -> str | None:
    """Return the kind of unit of which every one is asked: 'xã' for "mỗi xã ít nhất 01 mô hình".

    `clause` is what stands before the figure in its clause.
    """
    found = _EACH.search(f"{target.place or ''} {target.indicator or ''} {target.quote} {clause}")
    return found["kind"].lower() if found else None


def counted_levels(target: HeldTarget) -> tuple[str, ...]:
    """Return the levels whose units a target counts: 'commune' for "90% số xã"."""
    counted = fold(f"{target.unit or ''} {target.indicator or ''}")
    if _LEADING_UNITS.match(counted) is None:
        return ()
    return tuple(level for level, pattern in _COUNTED_UNITS if pattern.search(counted))

"""The units that a body belongs to over a reading view: "tỉnh", "các huyện, thành phố", "xã X"."""

import re

import regex

from extractor.layers.responsibilities.heads import HEADS, phrase_end, phrases_at
from extractor.layers.responsibilities.names import DASH, is_head, proper_end

UNIT = (
    r"(?i:tỉnh|thành phố|TP\.?|thị xã|thị trấn|huyện|quận|xã|phường|đặc khu|thôn|bản|khu vực|cơ sở|trung ương|TW|ấp|"
    r"khóm|xóm|khu phố|tổ dân phố|buôn|toàn quốc|miền núi|quốc gia|quân khu)"
    r"(?![\p{L}\d]| (?:[Đđ]oàn(?! Kết)|[Ủủ]y)(?!\p{L}))"
)
# As in "các huyện, thành, thị".
_SHORT_UNIT = r"(?i:thành(?! (?:viên|phố|lập|công|tích|phần|tựu))|thị(?! (?:xã|trấn|trường|thực)))(?!\p{L})"
_UNITS = regex.compile(rf"{UNIT}(?:(?:, ?|/| và | - )(?i:cấp )?(?:{UNIT}|{_SHORT_UNIT})(?! \p{{Lu}}\p{{Ll}})){{0,5}}")
_UNIT_NUMBER = regex.compile(r" (?:số )?(?:\d{1,2}|[IVX]{1,5}(?!\p{L}))(?![\d/%.,]*\d)(?= ?[-–,.;:)]| \p{L}|$)")
_NUMBERED_UNIT = re.compile(r"(?i:khu vực|quân khu|quận|phường|ấp|khu phố|tổ dân phố|thôn|bản|cơ sở)$")
_WHICH_UNITS = re.compile(r"(?i:các |những |từng |mỗi |toàn |02 |hai |\d\d )?(?i:cấp |tuyến )?(?i:đơn vị )?")
# What kind of communes are meant: "các xã ven biển".
_LYING = re.compile(
    r" (?:ven (?:biển|sông|suối|đô|đường)|biên giới|vùng (?:cao|sâu|biên|ven biển|dân tộc|đồng bào)|miền núi|bãi ngang|"
    r"hải đảo|đặc biệt khó khăn|khó khăn|trọng điểm|nằm trong vùng)\b"
)
_PLACE_KIND = re.compile(r"(?i:xã|huyện|phường|thị trấn|thành phố|quận|tỉnh|thôn|bản|ấp|khóm|xóm|buôn|đặc khu)$")
_CAPITALS = regex.compile(r"\p{Lu}\p{Ll}++(?: \p{Lu}\p{Ll}++){1,3}")
_LEVEL_WORDS = re.compile(
    r"(?i:các cấp|cùng cấp|hai cấp|cấp trên|các đơn vị, địa phương|các địa phương|các đơn vị|địa phương)\b"
)


def level_end(string: str, start: int) -> int:
    """Return the end of the units that a body belongs to: "tỉnh", "các huyện, thành phố", "xã X"."""
    words = _LEVEL_WORDS.match(string, start)
    if words:
        return int(words.end())
    which = _WHICH_UNITS.match(string, start)
    units = _UNITS.match(string, which.end() if which else start)
    if not units:
        return -1
    numbered = _NUMBERED_UNIT.search(string, units.start(), units.end())
    number = _UNIT_NUMBER.match(string, units.end()) if numbered else None
    end = int(number.end() if number else units.end())
    if (lie := _LYING.match(string, end)) is not None:
        return int(lie.end())
    if number and (dash := DASH.match(string, end)):
        return max(end, proper_end(string, dash.end()))
    return max(end, _place_name(string, start, end)) if string[end : end + 1] == " " else end


def _place_name(string: str, start: int, end: int) -> int:
    """Return the end of the proper name behind the units between `start` and `end`."""
    if not is_head(string, end + 1):
        return proper_end(string, end + 1)
    return _place_like_head(string, end + 1) if _PLACE_KIND.search(string, start, end) else -1


def _place_like_head(string: str, start: int) -> int:
    """Return the end of a place whose name begins like that of a body: "xã Đoàn Kết", "thành phố Hội An"."""
    name = _CAPITALS.match(string, start)
    if name is None:
        return -1
    known = max((end for kind, end in phrases_at(string, start).items() if kind in HEADS), default=start)
    if string.find(" ", start, known) >= 0 or phrase_end("field", string, string.index(" ", start) + 1) > 0:
        return -1
    end = name.end()
    goes_on = string[end : end + 1] == " " and string[end + 1 : end + 2].islower()
    return -1 if goes_on and phrase_end("small stop", string, end + 1) < 0 else end

"""The unit that stands behind a figure in the reading view."""

from typing import NamedTuple

import regex

from extractor.layers.numbers import NUMBER, parse_number
from extractor.lexicon.units import UnitKind, load_units

_WORD = regex.compile(r"[,]?[ ]?[\p{L}\p{M}][\p{L}\p{M}\d²³-]*+|‰")
_PER = regex.compile(rf"[ ]?/[ ]?(?:(?P<number>{NUMBER})[ ])?(?=\p{{L}})")
_BASES = frozenset(10**power for power in range(1, 7)) | {1}
"""Numbers that a rate is given by: "/1.000 phụ nữ"; of "5.150 học sinh/128 lớp" the second is a number of its own."""
_LEVEL = regex.compile(r"(?i)xã|phường|thị trấn|huyện|thị xã|thành phố|thôn|bản|khu phố|tổ dân phố|ấp|xóm|buôn|làng")
_MORE_LEVELS = regex.compile(rf",[ ](?:{_LEVEL.pattern[4:]})(?![\p{{L}}])(?![ ]\p{{Lu}})")
_NO_NOUN = frozenset(
    "và hoặc của trong đến là thì mà do được có trên dưới từ tại ở so với bằng theo cho đạt trở lên không này đó kia "
    "nêu "
    "xuống lên còn tới tăng giảm phải cần cũng chỉ thì "
    "tính vào ra sau trước khi nếu như để về đã đang sẽ cùng các những mỗi".split()
)
"""Words that are no noun of a figure."""

_KINDS = load_units().kinds
_MULTIPLIERS = load_units().multipliers
_MULTIPLIED = load_units().longest + 1


def _most_words() -> dict[str, int]:
    """By the first word of a unit, how many words the longest unit has that opens with it."""
    most = dict.fromkeys(_MULTIPLIERS, _MULTIPLIED)
    for unit in _KINDS:
        words = _WORD.findall(unit)
        most[words[0]] = max(len(words), most.get(words[0], 0))
    return most


_MOST_WORDS = _most_words()


class Unit(NamedTuple):
    """A unit as written, where it ends, and what it measures; `kind` is None for a noun that is not known."""

    text: str
    end: int
    kind: UnitKind | None
    per: bool = False
    """True for a rate: "triệu đồng/người", "ca sinh/1.000 phụ nữ"."""


def unit_at(string: str, position: int) -> Unit | None:
    """Return the known unit that starts at a position (or one blank behind it), rates as a whole."""
    start = position + (string[position : position + 1] == " ")
    unit = _longest(string, start)
    if unit is None:
        return None
    text, end, kind = unit
    while (
        kind == "noun"
        and (more := _MORE_LEVELS.match(string, end))
        and _LEVEL.fullmatch(string[start:end].rsplit(", ", 1)[-1])
    ):
        end, text = more.end(), string[start : more.end()]
    per_end = _per_end(string, end)
    return Unit(string[start:per_end], per_end, kind, per=True) if per_end > end else Unit(text, end, kind)


def per_unit_at(string: str, position: int) -> Unit | None:
    """Return the rate that starts with a slash at a position: "/1.000 phụ nữ"."""
    end = _per_end(string, position)
    return Unit(string[position:end].strip(), end, "noun", per=True) if end > position else None


def may_be_noun(string: str, position: int) -> bool:
    """Tell whether a noun may stand behind a figure that ends at `position`."""
    match = _WORD.match(string, position)
    return match is not None and match[0].startswith(" ") and match[0].strip().lower() not in _NO_NOUN


def _longest(string: str, start: int) -> tuple[str, int, UnitKind] | None:
    """The longest known unit at `start`, a multiplier with its noun as one."""
    first = _WORD.match(string, start)
    most = _MOST_WORDS.get(first[0].lower()) if first else None
    if first is None or most is None:
        return None
    ends = [first.end()]
    while len(ends) < most and (match := _WORD.match(string, ends[-1])) and match[0].startswith((" ", ",")):
        ends.append(match.end())
    if first[0].lower() in _MULTIPLIERS and len(ends) > 1:
        noun = _known(string, ends[0] + 1, ends[1:], {"noun", "measure"})
        if noun:
            return string[start : noun[1]], noun[1], noun[2]
    return _known(string, start, ends, None)


def _known(string: str, start: int, ends: list[int], kinds: set[UnitKind] | None) -> tuple[str, int, UnitKind] | None:
    for end in reversed(ends):
        kind = _KINDS.get(string[start:end].lower())
        if kind and (kinds is None or kind in kinds):
            return string[start:end], end, kind
    return None


def _per_end(string: str, position: int) -> int:
    """Where the denominators that follow a slash end; `position` where there is none."""
    end = position
    while match := _PER.match(string, end):
        if match["number"] and parse_number(match["number"]) not in _BASES:
            break
        noun = _longest(string, match.end())
        word = _WORD.match(string, match.end())
        if noun is None and word is None:
            break
        end = noun[1] if noun else word.end() if word else end
    return end

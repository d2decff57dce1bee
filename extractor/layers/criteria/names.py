"""The name of a criterion or an indicator, behind its number."""

import regex

from extractor.layers.criteria.patterns import VERBS

_SEPARATOR = regex.compile(r"[ ]*+\*?[ ]*+(?:[-–—:.)]++[ ]*+)*+\*?(?P<about>về[ ])?")
_BRACKETED = regex.compile(r"[ ]?\((?P<name>\p{L}[^()\n\t:;%\d]{1,80}+)\)")
_TO_COLON = regex.compile(r"(?P<name>\p{L}(?:[^:\n\t.;]|[.](?![ ]))*+)(?=:)")
_TO_END = regex.compile(r"(?P<name>\p{L}(?:[^\n\t.;:()]|[.](?![ ]|$)|\([^()\d\n]*+\))*+)(?=[.;]?[ ]*+(?:$|[.][ ]|\())")
_TO_STOP = regex.compile(r"(?P<name>\p{L}[^\n\t.;:,(]*+)")
_SENTENCE_OPENS = regex.compile(rf"(?:{VERBS})(?![\p{{L}}])", regex.IGNORECASE)
_SENTENCE_HOLDS = regex.compile(
    r"\d[\d.,]*+[ ]?%|≥|≤|[ ](?:phải|đạt|đã|được giao|do|giao|là|ít nhất|tối thiểu|trở lên|chưa|cần)(?![\p{L}])"
)
_GOES_ON = regex.compile(r"\p{Ll}|(?:Phòng|Sở|Ban|UBND|BCĐ)\b")
_HOLDS_FIGURE = regex.compile(
    r"(?<![\p{L}\d] (?:độ|cấp|loại|hạng|lớp|số) )\d(?![\d.,–-]*+ ?(?:\d+ )?(?:tuổi|tháng tuổi))"
)
_LONGEST_NAME, _LONGEST_VERBAL_NAME = 16, 12
_INDICATOR = regex.compile(
    r"(?:\([^()\n]*+\)|[^.;:\n\t]|[.](?![ ]|$))*?"
    r"(?=[.;](?:[ ]|$)|[:\t\n]|$|[,]?[ ](?:đạt|≥|≤|là|tối thiểu|từ)[ ]?(?:[\p{L}]+[ ]){0,3}?\d)"
)


def criterion_name(cell: str, position: int) -> tuple[str | None, int]:
    """Return the name behind a criterion's number and where it ends; (None, `position`) where none is given.

    A whole sentence in place of a name is none.
    """
    bracketed = _BRACKETED.match(cell, position)
    if bracketed and not _SENTENCE_HOLDS.search(bracketed["name"]):
        return bracketed["name"], bracketed.end()
    separator = _SEPARATOR.match(cell, position)
    start = separator.end() if separator else position
    if not cell[position:start].strip() and _GOES_ON.match(cell, start):
        return None, position
    for pattern in (_TO_COLON, _TO_END):
        match = pattern.match(cell, start)
        if match and _is_name(match["name"], closed=cell[match.end() : match.end() + 1] != "."):
            return _clean(match["name"]), start + len(_clean(match["name"]))
    if separator and separator["about"] and (match := _TO_STOP.match(cell, start)):
        return _clean(match["name"]), start + len(_clean(match["name"]))
    return None, position


def indicator_name(cell: str, position: int) -> tuple[str | None, int]:
    """Return the name behind an indicator's number and where it ends; a sentence with a figure first is none."""
    separator = _SEPARATOR.match(cell, position)
    start = separator.end() if separator else position
    if not cell[start : start + 1].isalpha():
        return None, position
    match = _INDICATOR.match(cell, start)
    name = _clean(match[0] if match else "")
    rest = cell[start + len(name) :]
    if _HOLDS_FIGURE.search(name) or regex.match(r"[,]?[ ](?:đạt|là|từ)", rest):
        return None, position
    return name, start + len(name)


def _is_name(name: str, *, closed: bool) -> bool:
    words = len(name.split())
    if words > _LONGEST_NAME or _SENTENCE_HOLDS.search(name):
        return False
    if _SENTENCE_OPENS.match(name):
        return closed and words <= _LONGEST_VERBAL_NAME
    return name[0].isupper() or words <= _LONGEST_VERBAL_NAME


def _clean(name: str) -> str:
    return name.rstrip(" *:.;,-–")

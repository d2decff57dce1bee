"""What the titles of a table, and the names of its rows, say of the figures: their unit, the things counted."""

import regex

from extractor.layers.tables import Column
from extractor.layers.targets.units import unit_at

BRACKETED_UNIT = regex.compile(
    r"\((?:ĐVT|đvt|[Đđ]ơn vị tính|[Đđ]ơn vị)?[: ]*(?P<unit>%|‰|\p{L}[^()\d]{0,30}?(?:/[^()]{1,20})?)\)\s*$"
)
COUNTED = regex.compile(r"(?i)^(?:tổng )?số (?:lượng )?(?:các )?(?=\p{L})")
_SHARE_HEAD = regex.compile(r"(?i)^(?:[\d.]+\s*)?(?:tỷ lệ|tỉ lệ)")
_JOINS_NOUNS = regex.compile(r",? |, ?| ?[-–/] ?")


def said_unit(texts: list[str]) -> str | None:
    """The unit that the name of a row or a header gives: in brackets, by "tỷ lệ", or behind "số"."""
    for text in texts:
        if match := BRACKETED_UNIT.search(text):
            return str(match["unit"])
    for text in texts:
        if _SHARE_HEAD.match(text):
            return "%"
        counted = COUNTED.search(text)
        if counted and (unit := unit_at(text, counted.end())):
            return unit.text
    return None


def named_things(header: str) -> str | None:
    """The things that a header counts, where it holds nothing else: "Tổ, đội", "Câu lạc bộ"."""
    words: str = COUNTED.sub("", header).strip()
    ends = 0
    while (unit := unit_at(words, ends)) is not None and unit.kind == "noun" and not unit.per:
        if unit.end == len(words):
            return words.lower() if words.istitle() or words[1:].islower() else words
        joint = _JOINS_NOUNS.match(words, unit.end)
        if joint is None:
            return None
        ends = joint.end()
    return None


def measured(column: Column) -> str:
    """What a column of goals measures, by its innermost title."""
    return BRACKETED_UNIT.sub("", column.titles[-1]).strip() if column.titles else ""

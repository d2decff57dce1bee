"""Automatic numbering of a Word document: the label that Word prints before a numbered paragraph."""

from dataclasses import dataclass, field, replace
from typing import Any

import regex

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MAX_LEVELS = 9

_PLACE = regex.compile(r"%([1-9])")
_ROMAN = dict(
    zip("m cm d cd c xc l xl x ix v iv i".split(), (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), strict=True)
)
_MAX_ROMAN = 4999
_MAX_LETTERS = 26 * 3
_WHOLE = regex.compile(r"-?[0-9]{1,9}")
_BULLETS = {"o": "◦", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf02d": "-", "\u00ad": "-"}
_BULLET = "•"


@dataclass(frozen=True)
class Level:
    """How one level of a list is numbered (`w:lvl`)."""

    start: int = 1
    number_format: str = "decimal"
    pattern: str = ""
    suffix: str = "tab"
    legal: bool = False
    """All places are printed as decimals (`w:isLgl`)."""
    restart_after: int | None = None
    """The level, from 1, whose next number starts this one anew; 0 never; None for any higher level."""


@dataclass
class _List:
    """A numbering instance (`w:num`): its abstract list, the levels that it redefines, and its own starts."""

    abstract: str
    levels: dict[int, Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts the numbered paragraphs of a document, in order, and gives their labels."""

    def __init__(self, root: Any | None) -> None:
        """Read `numbering.xml`; None where the document has none."""
        self._levels: dict[str, dict[int, Level]] = {}
        self._style_levels: dict[str, dict[str, int]] = {}
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is None:
            return
        style_links: dict[str, str] = {}
        linked_styles: dict[str, str] = {}
        for abstract in root.iter(W + "abstractNum"):
            key = abstract.get(W + "abstractNumId", "")
            self._levels[key] = dict(_level(node) for node in abstract.iter(W + "lvl"))
            self._style_levels[key] = _style_levels(abstract)
            if (link := abstract.find(W + "styleLink")) is not None:
                style_links[link.get(W + "val", "")] = key
            if (link := abstract.find(W + "numStyleLink")) is not None:
                linked_styles[key] = link.get(W + "val", "")
        for key, style in linked_styles.items():
            self._levels[key] = self._levels.get(style_links.get(style, ""), self._levels[key])
        for number in root.iter(W + "num"):
            self._lists[number.get(W + "numId", "")] = self._list(number)

    def _list(self, node: Any) -> _List:
        abstract = node.find(W + "abstractNumId")
        numbered = _List(abstract.get(W + "val", "") if abstract is not None else "")
        for override in node.iter(W + "lvlOverride"):
            level = _whole(override.get(W + "ilvl"), 0)
            if (start := override.find(W + "startOverride")) is not None:
                numbered.starts[level] = _whole(start.get(W + "val"), 1)
            if (redefined := override.find(W + "lvl")) is not None:
                numbered.levels[level] = _level(redefined)[1]
        return numbered

    def level_of_style(self, list_id: str, style: str | None) -> int:
        """Return the level that a list ties to a paragraph style, the first where it names none."""
        numbered = self._lists.get(list_id)
        return self._style_levels.get(numbered.abstract, {}).get(style or "", 0) if numbered else 0

    def label(self, list_id: str, level: int) -> str | None:
        """Count a paragraph of a list and return its label with the blank that follows it; None without label."""
        numbered = self._lists.get(list_id)
        if numbered is None or not 0 <= level < MAX_LEVELS:
            return None
        levels = {**self._levels.get(numbered.abstract, {}), **numbered.levels}
        own = levels.get(level)
        if own is None:
            return None
        counts = self._counts.setdefault(numbered.abstract, [None] * MAX_LEVELS)
        self._count(counts, numbered, list_id, level, levels)
        text = self._text(own, counts, levels)
        if not text:
            return None
        return text if own.suffix == "nothing" else text + " "

    def _count(
        self, counts: list[int | None], numbered: _List, list_id: str, level: int, levels: dict[int, Level]
    ) -> None:
        for higher in range(level):
            if counts[higher] is None:
                counts[higher] = numbered.starts.get(higher, levels.get(higher, Level()).start)
        before = counts[level]
        if level in numbered.starts and (list_id, level) not in self._begun:
            counts[level] = numbered.starts[level]
        else:
            counts[level] = levels[level].start if before is None else before + 1
        self._begun.add((list_id, level))
        for deeper in range(level + 1, MAX_LEVELS):
            restart = levels.get(deeper, Level()).restart_after
            if restart is None or (restart > 0 and level < restart):
                counts[deeper] = None

    @staticmethod
    def _text(own: Level, counts: list[int | None], levels: dict[int, Level]) -> str:
        if own.number_format == "bullet":
            return _bullet(own.pattern)
        if own.number_format == "none":
            return str(_PLACE.sub("", own.pattern)).strip()

        def place(match: "regex.Match[str]") -> str:
            index = int(match[1]) - 1
            return format_number(counts[index] or 0, "decimal" if own.legal else levels.get(index, own).number_format)

        return str(_PLACE.sub(place, own.pattern)).strip()


def format_number(number: int, number_format: str) -> str:
    """Write a number as Word does in the given format; formats that plans do not use are written as decimals."""
    if number_format in ("upperRoman", "lowerRoman") and 0 < number <= _MAX_ROMAN:
        roman = _roman(number)
        return roman.upper() if number_format == "upperRoman" else roman
    if number_format in ("upperLetter", "lowerLetter") and 0 < number <= _MAX_LETTERS:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters.upper() if number_format == "upperLetter" else letters
    return f"{number:02d}" if number_format == "decimalZero" else str(number)


def _roman(number: int) -> str:
    text = ""
    for numeral, value in _ROMAN.items():
        count, number = divmod(number, value)
        text += numeral * count
    return text


def _bullet(pattern: str) -> str:
    """Return a bullet that stands in text: the marks of symbol fonts are private characters."""
    mark = pattern.strip()
    if mark in _BULLETS:
        return _BULLETS[mark]
    return _BULLET if not mark or "\ue000" <= mark[0] <= "\uf8ff" else mark


def _level(node: Any) -> tuple[int, Level]:
    level = Level()
    for child in node:
        value = child.get(W + "val")
        if child.tag == W + "start":
            level = replace(level, start=_whole(value, 1))
        elif child.tag == W + "numFmt":
            level = replace(level, number_format=value or "decimal")
        elif child.tag == W + "lvlText":
            level = replace(level, pattern=value or "")
        elif child.tag == W + "suff":
            level = replace(level, suffix=value or "tab")
        elif child.tag == W + "isLgl":
            level = replace(level, legal=value not in ("0", "false"))
        elif child.tag == W + "lvlRestart":
            level = replace(level, restart_after=_whole(value, 0))
    return _whole(node.get(W + "ilvl"), 0), level


def _style_levels(abstract: Any) -> dict[str, int]:
    return {
        style.get(W + "val", ""): _whole(node.get(W + "ilvl"), 0)
        for node in abstract.iter(W + "lvl")
        if (style := node.find(W + "pStyle")) is not None
    }


def _whole(value: str | None, default: int) -> int:
    """Read a whole number of an attribute; damaged ones count as the default."""
    return int(value) if value is not None and _WHOLE.fullmatch(value) else default

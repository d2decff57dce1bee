"""Numbering of headings and list items: what stands before the title, and which series it belongs to."""

from collections.abc import Callable
from typing import Any, NamedTuple

import regex

Match = Any
"""A match of `regex`, which carries no types."""

_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}

_DIVISION = regex.compile(
    r"(?P<number>(?P<word>PHẦN|Phần|CHƯƠNG|Chương|TIỂU MỤC|Tiểu mục|MỤC|Mục|ĐIỀU|Điều) "
    r"(?:(?:THỨ|thứ|Thứ) (?P<ordinal>\p{L}++)|(?P<roman>[IVXL]{1,6})|(?P<digits>\d{1,3})|(?P<letter>[A-H])))"
    r"(?![\p{L}\d]) ?[.:)\-–]{0,2} ?"
)
_ROMAN_MARK = regex.compile(r"(?P<number>[IVXL]{1,6})(?: ?[.)/:]{1,2} ?[-–]?| ?[-–](?= |\p{Lu})) ?(?=[^\s\p{Ll}])")
_UPPER_MARK = regex.compile(r"(?P<number>[A-HĐ])(?:[.)/:]{1,2}| ?[-–] ) ?(?=[^\s\p{Ll}])")
_DECIMAL_MARK = regex.compile(
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})"
    r"(?:(?P<close>[.)/:]{1,2})(?!\d)|(?<=\.\d{1,2})(?= \p{Lu})|(?= ?[-–] \p{Lu})) ?[-–]? ?(?=\S)"
)
_LOWER_MARK = regex.compile(r"(?P<number>[a-zđ]\d?)(?:[.)/]{1,2}|[-–](?= ?\p{Lu})) ?(?=\S)")
_BEHIND_LETTER = ".)/-–"
_BRACKET_MARK = regex.compile(r"\((?P<number>\d{1,2}|[a-zđ])\) ?(?=\S)")


class Mark(NamedTuple):
    """The numbering at the beginning of a line."""

    style: str
    """The series: 'roman', 'upper', '1.', '1.1.', 'lower', 'division:phần' …"""
    number: str
    """As written, without its closing sign."""
    ordinal: int
    prefix: tuple[int, ...]
    """Of '2.1': (2,)."""
    end: int
    """Where the title begins in the line."""


def read_mark(text: str) -> Mark | None:
    """Read the numbering at the beginning of a line."""
    for pattern, make in _kinds_that_begin_with(text[:1], text[1:2]):
        if match := pattern.match(text):
            return make(match)
    return None


def _kinds_that_begin_with(sign: str, following: str) -> "tuple[Kind, ...]":
    if sign.isdigit():
        return _DECIMAL_KINDS
    if sign == "(":
        return _BRACKET_KINDS
    if sign.isupper():
        return _WORD_KINDS if following.islower() else _CAPITAL_KINDS
    return _LOWER_KINDS if sign.isalpha() and (following.isdigit() or following in _BEHIND_LETTER) else ()


def _division(match: Match) -> Mark | None:
    ordinal = _division_ordinal(match)
    return Mark(f"division:{match['word'].lower()}", match["number"], ordinal, (), match.end()) if ordinal else None


def _roman(match: Match) -> Mark:
    return Mark("roman", match["number"], roman_value(match["number"]), (), match.end())


def _upper(match: Match) -> Mark:
    return Mark("upper", match["number"], "ABCDĐEGH".find(match["number"]) + 1, (), match.end())


def _decimal(match: Match) -> Mark:
    parts = tuple(int(part) for part in match["number"].split("."))
    style = ".".join("1" * len(parts)) + (")" if (match["close"] or ".")[0] == ")" else ".")
    return Mark(style, match["number"], parts[-1], parts[:-1], match.end())


def _lower(match: Match) -> Mark:
    return Mark("lower", match["number"], _LETTERS.find(match["number"][0]) + 1, (), match.end())


def _bracket(match: Match) -> Mark:
    number = match["number"]
    if number.isdigit():
        return Mark("(1)", number, int(number), (), match.end())
    return Mark("(a)", number, _LETTERS.find(number) + 1, (), match.end())


def roman_value(number: str) -> int:
    """Read a Roman number: 'IV' → 4."""
    values = [_ROMAN[letter] for letter in number]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def _division_ordinal(match: Match) -> int:
    if match["roman"]:
        return roman_value(match["roman"])
    if match["digits"]:
        return int(match["digits"])
    if match["letter"]:
        return ord(match["letter"]) - ord("A") + 1
    word = match["ordinal"].lower()
    return _ORDINALS.index(word) + 1 if word in _ORDINALS else 0


Kind = tuple[Any, Callable[[Match], Mark | None]]
_WORD_KINDS: tuple[Kind, ...] = ((_DIVISION, _division),)
_CAPITAL_KINDS: tuple[Kind, ...] = ((_DIVISION, _division), (_ROMAN_MARK, _roman), (_UPPER_MARK, _upper))
_DECIMAL_KINDS: tuple[Kind, ...] = ((_DECIMAL_MARK, _decimal),)
_LOWER_KINDS: tuple[Kind, ...] = ((_LOWER_MARK, _lower),)
_BRACKET_KINDS: tuple[Kind, ...] = ((_BRACKET_MARK, _bracket),)

"""Cheap tests of the first letters of a stretch, before a pattern with many beginnings is tried on it."""

import regex

from extractor.layers.responsibilities.patterns import SECTION, SUBJECT

LETTERS = 2


def first_letters(words: str) -> frozenset[str]:
    """Return the first letters of several words, in small letters."""
    return frozenset(word[:LETTERS] for word in words.split())


_LEAD_INS = first_letters(
    "căn trên theo đối định trước trong hằng hàng sau khi để nhằm từ đến ngoài bên cùng trường với tại hết kể chậm năm "
    "quý tháng nếu thông qua dựa tùy ngay do riêng giai thực triển hưởng mỗi quá mọi nhân kết"
)
_ADDRESSES = first_letters("đề trách nhiệm giao yêu đối phân")


def holds(words: str, parts: tuple[str, ...]) -> bool:
    """Tell whether one of the parts stands somewhere in the words."""
    for part in parts:  # noqa: SIM110 -- a generator costs more than the search
        if part in words:
            return True
    return False


def begins_like(letters: frozenset[str], string: str, start: int) -> bool:
    """Tell whether a stretch begins with one of these letters."""
    return string[start : start + LETTERS].lower() in letters


def leads_in(string: str, start: int) -> bool:
    """Tell whether a clause opens with words that only lead in ("Căn cứ …", "Định kỳ …")."""
    return string[start : start + LETTERS].lower() in _LEAD_INS and SUBJECT.regex.match(string, start) is not None


def addresses(string: str, start: int) -> "regex.Match[str] | None":
    """Match the words before an agency that say that it is spoken to ("Đề nghị …")."""
    return SECTION.regex.match(string, start) if string[start : start + LETTERS].lower() in _ADDRESSES else None

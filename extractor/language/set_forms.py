"""Set forms of a plan that recognition has misread: quốc hiệu, tiêu ngữ, KẾ HOẠCH, Số, ngày … tháng … năm, Nơi nhận.

A plan opens and closes with words that are always the same (NĐ 30/2020/NĐ-CP, Phụ lục I). There their letters are told
without regard to marks, and H may have become II or l1. Only the beginning and the closing part of a text are looked
at, and only words in the shape of the form: capitals for what is printed in capitals.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from extractor.language.markup import without_overlaps
from extractor.language.view import Edit
from extractor.lexicon.positions import load_positions

_HEAD, _HEAD_OF_DECISION = 2_000, 12_000
_BEFORE_RECIPIENTS, _BEHIND_RECIPIENTS = 600, 2_000
_SAME = {"I": "l1|", "O": "0", "Y": "V", "D": "Đ", "i": "l1", "o": "06ưu", "y": "v", "d": "đ", "c": "t"}
"""Letters that are taken for one another, beside those that differ by marks alone."""
_H = {"H": "(?:H|[Il1]{2})", "h": "(?:h|[Iil1]{2})"}


def _variants() -> dict[str, str]:
    """List the letters with marks, by the plain letter."""
    found: dict[str, str] = defaultdict(str)
    for code in (*range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA)):
        plain = unicodedata.normalize("NFD", chr(code))[0]
        if plain.isascii() and plain.isalpha():
            found[plain] += chr(code)
    return found | {"D": "Đ", "d": "đ"}


_VARIANTS = _variants()


def _class(letter: str) -> str:
    """Return the source of all that one letter of a set form may have been read as."""
    if not letter.isalpha():
        return {" ": " ?", "-": "[-–—.,~=_*]{0,2}"}.get(letter, re.escape(letter))
    plain = {"Đ": "D", "đ": "d"}.get(letter, unicodedata.normalize("NFD", letter)[0])
    return _H.get(plain) or f"[{plain}{_VARIANTS.get(plain, '')}{_SAME.get(plain, '')}]"


def _loosely(words: str) -> str:
    return "".join(map(_class, words))


class _Forms:
    """Finds any of several set forms; the pattern begins with a letter, so that most of a text is passed quickly."""

    def __init__(self, ends: Mapping[str, str], *, before: str) -> None:
        """`ends` gives the source of what stands behind each form, `before` that of what may not stand before one."""
        self._rights = tuple(ends)
        firsts = [f"[{_class(form[0]).strip('[]')}]" if form[0] != "H" else "H" for form in ends]
        branches = [
            f"((?<={first}){_loosely(form[1:])}{end})" for first, (form, end) in zip(firsts, ends.items(), strict=True)
        ]
        letters = "".join(first.strip("[]") for first in firsts)
        self._pattern = re.compile(f"[{letters}](?<!{before}.)(?:{'|'.join(branches)})", re.MULTILINE)

    def edits(self, string: str) -> Iterator[Edit]:
        """Yield the repairs of a string."""
        for match in self._pattern.finditer(string):
            right = self._rights[match.lastindex - 1 if match.lastindex else 0]
            if match[0].rstrip(" :") != right:
                yield Edit(match.start(), match.end(), right, misread=True)


_WORD = r"(?!\w)"
_CAPITALS = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "CỘNG HÒA XHCN VIỆT NAM",
    "ĐẢNG CỘNG SẢN VIỆT NAM",
    "ỦY BAN NHÂN DÂN",
    "HỘI ĐỒNG NHÂN DÂN",
)
_MOTTO = "Độc lập - Tự do - Hạnh phúc"
_HEAD_FORMS = _Forms(dict.fromkeys((*_CAPITALS, _MOTTO), _WORD), before=r"\w")
_NAMES = _Forms(dict.fromkeys(("KẾ HOẠCH", "QUYẾT ĐỊNH"), r"(?:(?=[ ]\w)|[ ]?[:.*]?$)"), before=r".")
"""What the document is, at the beginning of a line."""
_EIGHT_WORDS = re.compile(r"\bC\w{2,4} [HI]\w{1,4} X\w{1,2} \w{2,5} C\w{1,3} \w{3,8} V\w{2,5} N\w{1,4}\b")
"""Quốc hiệu with a letter wrong: no other eight words in capitals have these initials and lengths."""
_DATE = re.compile(
    rf"(?P<d>[Nn]g{_class('a')}{_class('y')})(?P<day> ?[\dlIOo.…_\-– ]{{0,9}}?| \S{{1,3}} )"
    rf"(?P<m>[Tt]h{_class('a')}ng)(?P<month>[ .]?[\dlIOo.…_\-– ]{{0,9}}?| \S{{1,3}} )(?P<y>[Nn]{_class('a')}m)"
    r"(?P<year> ?(?:[12][\dlIOo]{3}|[ .…]*(?=$)))(?!\w)",
    re.MULTILINE,
)
_NUMBER = re.compile(
    rf"(?P<word>S(?<!\w.){_class('o')}(?P<mark> ?[:;.,])?)(?P<digits> ?(?:(?=[lIOo]{{0,4}}\d)[\dlIOo]{{1,5}}(?!\w))?)"
    r"(?=[ \d.…_lI]{0,20}[a-zA-Z]? ?[/\-–ỊịIl|!Í]? ?(?:KH|KII|QĐ|QD)[ \-–/])"
)
_STROKE = re.compile(r"\d ?(?P<stroke>[ỊịIl|!Íí])(?= ?(?:KH|QĐ)-[A-ZĐƯ])")
"""The stroke between number and symbol."""
_SOUND_DATE = re.compile(r"ngày[ \d.…]{0,9}tháng[ \d.…]{0,9}năm[ \d.…]")
_BLANK = " .…_-–"
_DIGITS = str.maketrans("lIOo", "1100")


def set_form_edits(string: str) -> list[Edit]:
    """List the repairs of set forms in the first and the closing part of a view's string, in order."""
    return without_overlaps([*_head_edits(string), *_closing_edits(string)])


def _head_edits(string: str) -> Iterator[Edit]:
    end = _HEAD_OF_DECISION if "QUYẾT ĐỊNH" in string[:_HEAD] else _HEAD
    head = string[:end]
    yield from _HEAD_FORMS.edits(head)
    if "\nKẾ HOẠCH\n" not in head:
        yield from _NAMES.edits(head)
    if _CAPITALS[0] not in head:
        yield from (Edit(*match.span(), _CAPITALS[0], misread=True) for match in _EIGHT_WORDS.finditer(head))
    for match in _NUMBER.finditer(head):
        right = "Số:" if match["mark"] else "Số"
        if match["word"] not in (right, "Số :", "Số."):
            yield Edit(*match.span("word"), right, misread=True)
        if (digits := match["digits"].translate(_DIGITS)) != match["digits"]:
            yield Edit(*match.span("digits"), digits, misread=True)
    yield from (Edit(*match.span("stroke"), "/", misread=True) for match in _STROKE.finditer(head))
    if not _SOUND_DATE.match(head, head.find(", ngày ") + 2):
        for match in _DATE.finditer(head):
            yield from _date_edits(match)


def _date_edits(match: re.Match[str]) -> Iterator[Edit]:
    """Yield the repairs of a date line; what was written by hand and is no number is left open."""
    for part, right in (("d", "ngày"), ("day", ""), ("m", "tháng"), ("month", ""), ("y", "năm"), ("year", "")):
        printed = match[part]
        if right:
            meant = right if printed[0].islower() else right.capitalize()
        elif not printed.strip(_BLANK):
            meant = printed
        else:
            meant = _figure(printed).rstrip() if part == "year" else _figure(printed)
        if meant != printed:
            yield Edit(*match.span(part), meant, misread=True)


def _figure(printed: str) -> str:
    """Return a day, month or year with its letters read as digits; '…' where it is none."""
    digits = printed.strip(_BLANK).translate(_DIGITS)
    if digits == printed.strip(_BLANK) and digits.isdigit():
        return printed
    return f" {digits if digits.isdigit() else '…'} "


def _closing_edits(string: str) -> Iterator[Edit]:
    found = [match.start() for match in _SOUND_RECIPIENTS.finditer(string)]
    done = 0
    for at in found or [len(string)]:
        start = max(done, at - _BEFORE_RECIPIENTS) if found else 0
        done = at + _BEHIND_RECIPIENTS
        for edit in _closing_part_edits(string[start:done]):
            yield edit._replace(start=start + edit.start, end=start + edit.end)


def _closing_part_edits(part: str) -> Iterator[Edit]:
    if "ỦY BAN NHÂN DÂN" not in part:
        yield from _CLOSING_NAMES.edits(part)
    for match in _LINE_IN_CAPITALS.finditer(part):
        if match[0] not in _POSITIONS and (position := _as_position(match[0])):
            yield Edit(*match.span(), position, misread=True)
    for match in _RECIPIENTS.finditer(part):
        right = "NƠI NHẬN" if match["words"].isupper() else "Nơi nhận"
        if match["words"] != right or match["mark"]:
            yield Edit(*match.span(), right + (":" if match["mark"] else ""), misread=True)
    for match in _AUTHORITY_MARK.finditer(part):
        yield Edit(match.end() - 1, match.end(), ".", misread=True)


@lru_cache(maxsize=1024)
def _as_position(printed: str) -> str | None:
    """Return the position that a line in capitals gives, however its letters are marked; None where it gives none."""
    return next((position for position, loose in _POSITIONS.items() if loose.fullmatch(printed)), None)


_SOUND_RECIPIENTS = re.compile("N(?:ơi nhận|ƠI NHẬN)")
_RECIPIENTS = re.compile(
    rf"(?P<words>N(?<![^\s|*_]N)(?i:{_loosely('ơi nhận')}))(?:(?P<mark>[ ]?[,;])$|(?=[ ]?[:.]|[ ]?$))", re.MULTILINE
)
_AUTHORITY_MARK = re.compile(r"^[TK][MTL][,;](?= ?[A-ZĐỦ]{2,} [A-ZĐÂ])", re.MULTILINE)
_CLOSING_NAMES = _Forms(dict.fromkeys(("ỦY BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN"), _WORD), before=r"\w")
_CAPITAL = f"A-ZĐ{''.join(letters for plain, letters in _VARIANTS.items() if plain.isupper())}"
_LINE_IN_CAPITALS = re.compile(rf"[{_CAPITAL}](?<![^\s.;:,|*].)[{_CAPITAL}l1 ]{{5,38}}$", re.MULTILINE)
_POSITIONS = {
    f"{deputy}{position}": re.compile(_loosely(f"{deputy}{position}"))
    for position in map(str.upper, load_positions())
    for deputy in ("PHÓ ", "")
}

"""Repairs of letters and words, made in the reading view only: tone marks, look-alike signs, recognition confusions."""

import re
import unicodedata
from collections.abc import Iterator

import regex

from extractor.language.markup import without_overlaps
from extractor.language.view import Edit
from extractor.language.words import stand_as_words
from extractor.lexicon.confusions import Confusion, confusion_finder, load_confusions

_OLD_TONE = regex.compile(r"(?:[oO][àáảãạÀÁẢÃẠèéẻẽẹÈÉẺẼẸ]|(?<![qQ])[uU][ỳýỷỹỵỲÝỶỸỴ])(?!\p{L})")
_PLAIN = dict(zip("àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ", "aaaaaeeeeeyyyyyAAAAAEEEEEYYYYY", strict=True))
_TONE = dict(zip("àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ", "01234" * 6, strict=True))
_MARKED = {"o": "òóỏõọ", "O": "ÒÓỎÕỌ", "u": "ùúủũụ", "U": "ÙÚỦŨỤ"}

_STRAY_TONE = regex.compile(
    r"[òóỏõọÒÓỎÕỌ][aeAE](?=[imnctpoyIMNCTPOY])"
    r"|(?<=[qQ])[ùúủũụÙÚỦŨỤ][aăâeêoôơyAĂÂEÊOÔƠY]|(?<=[gG])[ìíỉĩịÌÍỈĨỊ][aăâeêoôơuưAĂÂEÊOÔƠUƯ]"
)
_HALF_HORN = regex.compile(r"(?<![qQ])[uU](?=[ơờớởỡợƠỜỚỞỠỢ]\p{L})|(?<=[ưƯ])[oòóỏõọOÒÓỎÕỌ](?=[cimnptuCIMNPTU])")
_WITH_HORN = dict(zip("uUoòóỏõọOÒÓỎÕỌ", "ưƯơờớởỡợƠỜỚỞỠỢ", strict=True))

_LOOK_ALIKE = {"ǎ": "ă", "Ǎ": "Ă", "Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "\u2010": "-", "\u2011": "-", "\u2212": "-"}
_ROMAN = dict(zip("ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ", "I II III IV V VI VII VIII IX X XI XII".split(), strict=True))
_SIGN = re.compile("[" + "".join({**_LOOK_ALIKE, **_ROMAN}) + "]")

_MISREAD_DIGITS = regex.compile(r"(?<![\p{L}\d])(?=\d*+[lIOo])(?=[lIOo]*+\d)[\dlIOo]++(?![\p{L}\d])")
_MISREAD_QUARTER = regex.compile(r"\b[Qq]uý[ ]\K(?=[IV1]*[l|1])(?:[Il|1]{2,3}|[l|]|[Il|1]V)(?![\p{L}\d|/]*[\p{L}\d])")
_BEFORE_NUMBER = regex.compile(r"(?:[Nn]gày|[Tt]háng|[Nn]ăm|[Ss]ố|[Đđ]iều|[Kk]hoản)[ ]?$|[\dlIOo][/.,]$")
_AFTER_NUMBER = regex.compile(r"[ ]?(?:%|/\d|-\d)")
_AS_DIGIT = str.maketrans("lIOo", "1100")
_BESIDE = 15
"""Characters on either side of a confusion in which its neighbours are looked for."""
_LOOSE_BLANK = re.compile(r" {2,}|(?<=[\n\t]) +| +(?=[\n\t])")


def word_edits(string: str) -> list[Edit]:
    """List the repairs of words in a string of joined lines, in order, none overlapping another."""
    edits = [Edit(m.start(), m.end(), _new_tone_place(m[0])) for m in _OLD_TONE.finditer(string)]
    edits += [Edit(m.start(), m.end(), _tone_on_second(m[0])) for m in _STRAY_TONE.finditer(string)]
    edits += [Edit(m.start(), m.end(), _WITH_HORN[m[0]]) for m in _HALF_HORN.finditer(string)]
    edits += [Edit(m.start(), m.end(), _LOOK_ALIKE.get(m[0]) or _ROMAN[m[0]]) for m in _SIGN.finditer(string)]
    edits += _digit_edits(string)
    edits += _confusion_edits(string)
    if "  " in string or "\n " in string or " \n" in string or "\t " in string or " \t" in string:
        edits += _loose_blank_edits(string)
    return without_overlaps(edits)


def in_new_spelling(word: str) -> str:
    """Move the tone mark of a word to where the view has it: 'uỷ' → 'ủy'."""
    return str(_OLD_TONE.sub(lambda match: _new_tone_place(match[0]), word))


def _new_tone_place(vowels: str) -> str:
    """Move the tone mark of an open 'oa', 'oe', 'uy' to the first vowel: 'oà' → 'òa', 'uỷ' → 'ủy'."""
    first, second = vowels[0], vowels[1]
    return _MARKED[first][int(_TONE[second])] + _PLAIN[second]


def _tone_on_second(vowels: str) -> str:
    """Move the tone mark to the second vowel, where it belongs in 'toàn', 'quý', 'giá' (typed 'tòan', 'qúy', 'gía')."""
    letter = unicodedata.normalize("NFD", vowels[0])
    return letter[0] + unicodedata.normalize("NFC", vowels[1] + letter[1])


def _digit_edits(string: str) -> Iterator[Edit]:
    """Read l, I as 1 and O, o as 0 where a date, a number or a rate stands: 'tháng l0', '3O%', 'Quý Il'."""
    for match in _MISREAD_DIGITS.finditer(string):
        start, end = match.span()
        if _BEFORE_NUMBER.search(string[max(0, start - 6) : start]) or _AFTER_NUMBER.match(string, end):
            yield Edit(start, end, match[0].translate(_AS_DIGIT))
    for match in _MISREAD_QUARTER.finditer(string):
        yield Edit(match.start(), match.end(), match[0].translate({ord(sign): "I" for sign in "l|1"}))


def _confusion_edits(string: str) -> Iterator[Edit]:
    confusions = load_confusions()
    for match in confusion_finder().finditer(string):
        start, end = match.span()
        confusion = confusions[match[0]]
        if _stands_alone(string, start, end) and _is_meant(confusion, string, start, end):
            yield Edit(start, end, confusion.right)


def _is_meant(confusion: Confusion, string: str, start: int, end: int) -> bool:
    """A form that can be right elsewhere is repaired where its neighbours or the word boundaries say so."""
    settled = confusion.settled(string[max(0, start - _BESIDE) : start], string[end : end + _BESIDE])
    return stand_as_words(string, start, end) if settled is None else settled


def _stands_alone(string: str, start: int, end: int) -> bool:
    before, last, after = string[max(0, start - 1) : start], string[end - 1], string[end : end + 1]
    return not before.isalpha() and not (last.isalpha() and after.isalpha())


def _loose_blank_edits(string: str) -> Iterator[Edit]:
    """Close up the blanks that dropped markup has left: one between words, none at a line's or a cell's edge."""
    for match in _LOOSE_BLANK.finditer(string):
        start, end = match.span()
        inside = string[max(0, start - 1) : start] not in ("\n", "\t", "") and string[end : end + 1] not in (
            "\n",
            "\t",
            "",
        )
        yield Edit(start, end, " " if inside else "")

"""Repairs of letters and words, made in the reading view only: tone marks, look-alike signs, recognition confusions."""

import re
import unicodedata
from collections.abc import Iterator

import regex

from extractor.language.markup import without_overlaps
from extractor.language.view import Edit
from extractor.language.vocabulary import Vocabulary, WordFilter
from extractor.language.words import stand_as_words
from extractor.lexicon.confusions import Confusion, confusion_finder, load_confusions, may_hold_confusion

# Each of these patterns begins with its rarest letter, so that most of a text is passed over quickly.
_OLD_TONE = re.compile(
    r"[àáảãạÀÁẢÃẠèéẻẽẹÈÉẺẼẸỳýỷỹỵỲÝỶỸỴ](?:(?<=[oO][àáảãạÀÁẢÃẠèéẻẽẹÈÉẺẼẸ])|(?<=[uU][ỳýỷỹỵỲÝỶỸỴ])(?<![qQ]..))"
)
"""Found at its second letter; a letter behind it says that the tone is where it belongs."""
_PLAIN = dict(zip("àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ", "aaaaaeeeeeyyyyyAAAAAEEEEEYYYYY", strict=True))
_TONE = dict(zip("àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ", "01234" * 6, strict=True))
_MARKED = {"o": "òóỏõọ", "O": "ÒÓỎÕỌ", "u": "ùúủũụ", "U": "ÙÚỦŨỤ"}

_STRAY_TONE = re.compile(
    r"[òóỏõọÒÓỎÕỌùúủũụÙÚỦŨỤìíỉĩịÌÍỈĨỊ](?:(?<=[òóỏõọÒÓỎÕỌ])[aeAE](?=[imnctpoyIMNCTPOY])"
    r"|(?<=[qQ][ùúủũụÙÚỦŨỤ])[aăâeêoôơyAĂÂEÊOÔƠY]|(?<=[gG][ìíỉĩịÌÍỈĨỊ])[aăâeêoôơuưAĂÂEÊOÔƠUƯ])"
)
_U_WITHOUT_HORN = re.compile(r"[ơờớởỡợƠỜỚỞỠỢ](?<=[uU].)(?<![qQ]..)")
"""Found at the letter behind it."""
_O_WITHOUT_HORN = re.compile(r"[oòóỏõọOÒÓỎÕỌ](?<=[ưƯ].)(?=[cimnptuCIMNPTU])")
_WITH_HORN = dict(zip("uUoòóỏõọOÒÓỎÕỌ", "ưƯơờớởỡợƠỜỚỞỠỢ", strict=True))

_LOOK_ALIKE = {"ǎ": "ă", "Ǎ": "Ă", "Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "\u2010": "-", "\u2011": "-", "\u2212": "-"}
_ROMAN = dict(zip("ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ", "I II III IV V VI VII VIII IX X XI XII".split(), strict=True))
_SIGN = re.compile("[" + "".join({**_LOOK_ALIKE, **_ROMAN}) + "]")

_DIGIT_BESIDE_LETTER = re.compile(r"\d(?:(?<=[lIOo].)|(?=[lIOo]))")
_MISREAD_DIGITS = regex.compile(r"(?<![\p{L}\d]|[Qq]uý )(?=\d*+[lIOo])(?=[lIOo]*+\d)[\dlIOo]++(?![\p{L}\d])")
_MISREAD_QUARTER = regex.compile(
    r"\b[Qq]uý[ ]\K(?=[IV1]*[l|1])(?:[Il|1]{2,3}|[l|]|[Il|1]V)(?=/20\d\d(?!\d)|(?![\p{L}\d|/]*[\p{L}\d]))"
)
_QUARTER = frozenset(("quý", "Quý"))
_MISREAD_MONTH = regex.compile(
    r"\b(?:[Tt]háng|[Nn]gày)[ ]\K(?:[lI|]{1,2}|[lI][Oo])(?=/\d|[ ](?:năm[ ]\d|tháng[ ][\dlI]))"
)
"""A month or day without a digit that is sound."""
_WORD_OF_DATE = regex.compile(
    r"\b(?:[Nn]g(?P<d>[aáàảãạăâ])[yv](?=[ ]\d{1,2}(?:[ ]th\p{L}{1,3}ng[ ]|/\d))"
    r"|(?<=\d[ ])th(?P<m>[aăâàảãạâấầ])ng(?=[ ]\d{1,2}[ ,;.])"
    r"|(?:(?<=\d[ ])|(?<=\b(?:tháng|quý|trong|hết|đến|từ|các)[ ]))n(?P<y>[aáàảãạâấầẩẫậắằẳẵặ])m"
    r"(?=[ ](?:19|20)\d\d(?!\d)))"
)
_MISREAD_WORDS_OF_DATE = frozenset(
    word
    for form in ("ngay ngảy ngãy ngạy ngăy ngây ngàv", "thang thàng thảng thãng", "nàm nảm nãm nâm nẩm nẫm")
    for word in form.split()
) | {"Ngay", "Ngàv"}
"""Of what may stand for ngày, tháng and năm, what is seldom met otherwise."""
_BEFORE_NUMBER = regex.compile(r"(?:[Nn]gày|[Tt]háng|[Nn]ăm|[Ss]ố|[Đđ]iều|[Kk]hoản)[ ]?$|[\dlIOo][/.,]$")
_AFTER_NUMBER = regex.compile(r"[ ]?(?:%|/\d|-\d)")
_AS_DIGIT = str.maketrans("lIOo", "1100")
_BESIDE = 15
"""Characters on either side of a confusion in which its neighbours are looked for."""
_LOOSE_BLANK = re.compile(r" (?:(?=[ \n\t])|(?<=[\n\t] )) *")


def word_edits(string: str, vocabulary: Vocabulary) -> list[Edit]:
    """List the repairs of words in a string of joined lines, in order, none overlapping another."""
    edits = []
    if odd := " ".join(_odd_spellings(vocabulary.words)):
        edits += list(_spelling_edits(string, odd))
    if _SIGN.search(vocabulary.tokens):
        edits += [Edit(m.start(), m.end(), _LOOK_ALIKE.get(m[0]) or _ROMAN[m[0]]) for m in _SIGN.finditer(string)]
    if _DIGIT_BESIDE_LETTER.search(vocabulary.tokens):
        edits += _digit_edits(string)
    if not _QUARTER.isdisjoint(vocabulary.words):
        edits += _quarter_edits(string)
    if "háng l" in string or "háng I" in string or "gày l" in string or "gày I" in string:
        edits += [
            Edit(m.start(), m.end(), m[0].replace("|", "l").translate(_AS_DIGIT), misread=True)
            for m in _MISREAD_MONTH.finditer(string)
        ]
    if not _MISREAD_WORDS_OF_DATE.isdisjoint(vocabulary.words):
        edits += _word_of_date_edits(string)
    if may_hold_confusion(string, vocabulary.words):
        edits += _confusion_edits(string)
    if "  " in string or "\n " in string or " \n" in string or "\t " in string or " \t" in string:
        edits += _loose_blank_edits(string)
    return without_overlaps(edits)


def in_new_spelling(word: str) -> str:
    """Move the tone mark of a word to where the view has it: 'uỷ' → 'ủy'."""
    for start, end, vowels, _ in _old_tone_edits(word):
        word = word[:start] + vowels + word[end:]
    return word


def _spelling_edits(string: str, odd: str) -> Iterator[Edit]:
    """Yield the repairs of tone marks and horns that the odd words of a string call for."""
    if _OLD_TONE.search(odd):
        yield from _old_tone_edits(string)
    if _U_WITHOUT_HORN.search(odd) or _O_WITHOUT_HORN.search(odd):
        yield from _horn_edits(string)
    if _STRAY_TONE.search(odd):
        yield from (Edit(m.start(), m.end(), _tone_on_second(m[0])) for m in _STRAY_TONE.finditer(string))


def _is_odd_spelling(word: str) -> bool:
    return any(pattern.search(word) for pattern in (_OLD_TONE, _U_WITHOUT_HORN, _O_WITHOUT_HORN, _STRAY_TONE))


_odd_spellings = WordFilter(_is_odd_spelling)


def _old_tone_edits(string: str) -> Iterator[Edit]:
    for match in _OLD_TONE.finditer(string):
        start, end = match.start() - 1, match.end()
        if not string[end : end + 1].isalpha():
            yield Edit(start, end, _new_tone_place(string[start:end]))


def _horn_edits(string: str) -> Iterator[Edit]:
    """Give the horn to both letters of 'ươ': 'uơ' before a letter → 'ươ', 'ưo' → 'ươ'."""
    for match in _U_WITHOUT_HORN.finditer(string):
        start, end = match.start() - 1, match.end()
        if string[end : end + 1].isalpha():
            yield Edit(start, start + 1, _WITH_HORN[string[start]])
    for match in _O_WITHOUT_HORN.finditer(string):
        yield Edit(match.start(), match.end(), _WITH_HORN[match[0]])


def _new_tone_place(vowels: str) -> str:
    """Move the tone mark of an open 'oa', 'oe', 'uy' to the first vowel: 'oà' → 'òa', 'uỷ' → 'ủy'."""
    first, second = vowels[0], vowels[1]
    return _MARKED[first][int(_TONE[second])] + _PLAIN[second]


def _tone_on_second(vowels: str) -> str:
    """Move the tone mark to the second vowel, where it belongs in 'toàn', 'quý', 'giá' (typed 'tòan', 'qúy', 'gía')."""
    letter = unicodedata.normalize("NFD", vowels[0])
    return letter[0] + unicodedata.normalize("NFC", vowels[1] + letter[1])


def _digit_edits(string: str) -> Iterator[Edit]:
    """Read l, I as 1 and O, o as 0 where a date, a number or a rate stands: 'tháng l0', '3O%'."""
    for match in _MISREAD_DIGITS.finditer(string):
        start, end = match.span()
        if _BEFORE_NUMBER.search(string[max(0, start - 6) : start]) or _AFTER_NUMBER.match(string, end):
            yield Edit(start, end, match[0].translate(_AS_DIGIT), misread=True)


def _quarter_edits(string: str) -> Iterator[Edit]:
    """Read the misread Roman number of a quarter: 'Quý Il'."""
    for match in _MISREAD_QUARTER.finditer(string):
        yield Edit(match.start(), match.end(), match[0].translate({ord(sign): "I" for sign in "l|1"}), misread=True)


def _word_of_date_edits(string: str) -> Iterator[Edit]:
    """Read ngày, tháng and năm where figures stand beside them, whatever the mark: '12 thảng 5 nãm 2020'."""
    for match in _WORD_OF_DATE.finditer(string):
        right = {"d": "ngày", "m": "tháng", "y": "năm"}[match.lastgroup or ""]
        if match[0].lower() != right:
            yield Edit(match.start(), match.end(), match[0][0] + right[1:], misread=True)


def _confusion_edits(string: str) -> Iterator[Edit]:
    confusions = load_confusions()
    for match in confusion_finder().finditer(string):
        start, end = match.span()
        confusion = confusions[match[0]]
        if _stands_alone(string, start, end) and _is_meant(confusion, string, start, end):
            yield Edit(start, end, confusion.right, misread=True)


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

"""Repairs inside a line, made in the reading view only: blanks, residue of markup, tone marks, confusions."""

from collections.abc import Iterator

import regex

from extractor.language.view import Edit
from extractor.language.words import stand_as_words
from extractor.lexicon.confusions import load_confusions

_BLANKS = regex.compile(
    r"[ \u00a0\t\u2000-\u200a\u202f]{2,}+|[\u00a0\t\u2000-\u200a\u202f]|[\u00ad\u200b-\u200d\ufeff]++"
)
_STARS = regex.compile(r"\*{2,}+")
_LATEX = regex.compile(
    r"\$(?=[^$\n]{1,60}\$)|(?<=\$[^$\n]{1,60})\$|\\(?:geqslant|leqslant|geq|leq|ge|le|times|%|,|;| )"
)
_LATEX_MEANING = {
    r"\geq": "≥",
    r"\ge": "≥",
    r"\geqslant": "≥",
    r"\leq": "≤",
    r"\le": "≤",
    r"\leqslant": "≤",
    r"\times": "×",
    r"\%": "%",
}
_OLD_TONE = regex.compile(r"[oO](?:[àáảãạÀÁẢÃẠ]|[èéẻẽẹÈÉẺẼẸ])(?!\p{L})|(?<![qQ])[uU][ỳýỷỹỵỲÝỶỸỴ](?!\p{L})")
_PLAIN = dict(zip("àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ", "aaaaaeeeeeyyyyyAAAAAEEEEEYYYYY", strict=True))
_TONE = dict(zip("àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ", "01234" * 6, strict=True))
_MARKED = {"o": "òóỏõọ", "O": "ÒÓỎÕỌ", "u": "ùúủũụ", "U": "ÙÚỦŨỤ"}
_DIGIT_CONFUSION = regex.compile(
    r"(?<=(?:[Nn]gày|[Tt]háng|[Nn]ăm|[Ss]ố)[ ]?)(?=[lIOo\d]*[lIOo])(?=[lIOo]*\d)[lIOo\d]{2,4}(?![\p{L}\d])"
)
_AS_DIGIT = str.maketrans("lIOo", "1100")


def line_edits(text: str) -> list[Edit]:
    """List the repairs in `text`, in order, none overlapping another; those of equal place keep the first kind."""
    edits = [
        Edit(m.start(), m.end(), " " if m[0][0] not in "\u00ad\u200b\u200c\u200d\ufeff" else "")
        for m in _BLANKS.finditer(text)
    ]
    if "**" in text:
        edits += [Edit(m.start(), m.end(), "") for m in _STARS.finditer(text)]
    if "\\" in text or "$" in text:
        edits += [Edit(m.start(), m.end(), _LATEX_MEANING.get(m[0], "")) for m in _LATEX.finditer(text)]
    edits += [Edit(m.start(), m.end(), new_tone_place(m[0])) for m in _OLD_TONE.finditer(text)]
    edits += [Edit(m.start(), m.end(), m[0].translate(_AS_DIGIT)) for m in _DIGIT_CONFUSION.finditer(text)]
    edits += _confusion_edits(text)
    return _without_overlaps(sorted(edits))


def new_tone_place(vowels: str) -> str:
    """Move the tone mark of an open 'oa', 'oe', 'uy' to the first vowel: 'oà' → 'òa', 'uỷ' → 'ủy'."""
    first, second = vowels[0], vowels[1]
    return _MARKED[first][int(_TONE[second])] + _PLAIN[second]


def _confusion_edits(text: str) -> Iterator[Edit]:
    for confusion in load_confusions():
        start = text.find(confusion.wrong)
        while start >= 0:
            end = start + len(confusion.wrong)
            if _stands_alone(text, start, end) and (confusion.anywhere or stand_as_words(text, start, end)):
                yield Edit(start, end, confusion.right)
            start = text.find(confusion.wrong, end)


def _stands_alone(text: str, start: int, end: int) -> bool:
    before, last, after = text[start - 1 : start], text[end - 1], text[end : end + 1]
    return not before.isalpha() and not (last.isalpha() and after.isalpha())


def _without_overlaps(edits: list[Edit]) -> list[Edit]:
    kept: list[Edit] = []
    for edit in edits:
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept

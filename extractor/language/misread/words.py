"""Misread syllables, told by their neighbours: 'giải đoạn' → 'giai đoạn', 'QUYÉLI ĐỊNH' → 'QUYẾT ĐỊNH'."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import regex

from extractor.language.view import Edit
from extractor.lexicon.admin_unit_names import fold_name, without_marks
from extractor.lexicon.compounds import load_compounds
from extractor.lexicon.frequent_syllables import load_frequent_syllables
from extractor.lexicon.syllables import is_syllable

_RUN = regex.compile(r"\p{L}++(?: \p{L}++)++")
_LETTERS = (("li", "t"), ("ll", "t"), ("ii", "i"), ("ij", "i"), ("rn", "m"), ("l", "i"), ("i", "l"), ("l", "t"))
"""What recognition makes of a letter (first) and what it was, without marks."""


class _Syllable(NamedTuple):
    start: int
    end: int
    text: str

    @property
    def capitals(self) -> bool:
        return len(self.text) > 1 and self.text.isupper()

    @property
    def is_name(self) -> bool:
        return self.text[0].isupper() and not self.text.isupper()


def word_edits(string: str) -> Iterator[Edit]:
    """Yield the repairs of words of two syllables of which one is misread."""
    for run in _RUN.finditer(string):
        syllables, start = [], run.start()
        for text in run[0].split(" "):
            syllables.append(_Syllable(start, start + len(text), text))
            start += len(text) + 1
        yield from _run_edits(syllables)


def _run_edits(syllables: list[_Syllable]) -> Iterator[Edit]:
    lexicon = load_compounds()
    pairs = [f"{a.text} {b.text}".lower() for a, b in pairwise(syllables)]
    sound = [lexicon.is_sound(pair) for pair in pairs]
    for i, pair in enumerate(pairs):
        first, second = syllables[i], syllables[i + 1]
        if sound[i] or first.capitals != second.capitals or second.is_name:
            continue
        word = _only_word(pair)
        if word is None:
            continue
        changed = [n for n in (0, 1) if fold_name(word[n]) != fold_name(pair.split(" ")[n])]
        # a syllable that makes a word with its other neighbour is no misread one
        held = (i > 0 and sound[i - 1]) if changed == [0] else (i + 1 < len(pairs) and sound[i + 1])
        if len(changed) == 1 and not held:
            syllable = syllables[i + changed[0]]
            yield Edit(syllable.start, syllable.end, in_case_of(syllable.text, word[changed[0]]))


def _only_word(pair: str) -> tuple[str, str] | None:
    """Return the syllables of the one word that a pair can be; None where there are several, or none is sure."""
    lexicon = load_compounds()
    first, second = pair.split(" ")
    found = {
        word: (a, b) for a in _readings(first) for b in _readings(second) for word in lexicon.alike.get(f"{a} {b}", ())
    }
    if len(found) != 1:
        return None
    (word,) = found
    left, right = word.split(" ")
    misread = first if fold_name(left) != fold_name(first) else second
    rare = misread not in load_frequent_syllables().syllables
    return (left, right) if rare or word in lexicon.frequent else None


def _readings(syllable: str) -> set[str]:
    """Return the letters without marks that a syllable may be; what is no syllable may have letters misread."""
    plain = without_marks(syllable)
    if is_syllable(syllable):
        return {plain}
    found = {plain}
    for wrong, right in _LETTERS:
        at = plain.find(wrong)
        while at >= 0:
            found.add(plain[:at] + right + plain[at + len(wrong) :])
            at = plain.find(wrong, at + 1)
    found |= {plain[:i] + plain[i + 1 :] for i in range(1, len(plain)) if plain[i] == plain[i - 1]}
    return found


def in_case_of(printed: str, word: str) -> str:
    """Give a word in small letters the case of what is printed."""
    if len(printed) > 1 and printed.isupper():
        return word.upper()
    return word[0].upper() + word[1:] if printed[0].isupper() else word

"""Words that have lost the blank between them ("Kếhoạch", "THÁINGUYÊN", "Tổ chứcHĐND"), parted in the reading view.

Web pages lose it where the source had a line end. A run of letters is parted where it is no syllable itself and
there is just one way to make it up of frequent syllables.
"""

from collections.abc import Iterator
from functools import lru_cache

from extractor.language.repair import in_new_spelling
from extractor.language.view import Edit
from extractor.language.vocabulary import LETTERS, Vocabulary, WordFilter
from extractor.lexicon.frequent_syllables import load_frequent_syllables
from extractor.lexicon.syllables import is_syllable

_SHORTEST_GLUED, _LONGEST_GLUED = 4, 24
_VOWELS = frozenset("aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ")
_SHORTEST = 2
_MOST_PARTS = 3


def glued_edits(string: str, vocabulary: Vocabulary) -> list[Edit]:
    """List the blanks to put in, as edits that replace nothing, in order."""
    glued = _glued_words(vocabulary.words)
    if not glued:
        return []
    return [
        Edit(match.start() + cut, match.start() + cut, " ")
        for match in LETTERS.finditer(string)
        if match[0] in glued
        for cut in _cuts(match[0])
    ]


def _is_glued(word: str) -> bool:
    if not _SHORTEST_GLUED <= len(word) <= _LONGEST_GLUED or word.isascii() or is_syllable(word):
        return False
    return bool(_cuts(word))


_glued_words = WordFilter(_is_glued)


@lru_cache(maxsize=65_536)
def _cuts(word: str) -> tuple[int, ...]:
    """Return where a run of letters falls into words; nothing where it does in no way, or in more than one."""
    if word.lower() in load_frequent_syllables().never:
        return ()
    ways = list(_ways(word, 0, _MOST_PARTS))
    fewest = [way for way in ways if len(way) == min(map(len, ways))]
    return fewest[0] if len(fewest) == 1 else ()


def _ways(word: str, start: int, parts: int) -> Iterator[tuple[int, ...]]:
    """Yield the ways to cut the rest of a word into known parts, at most so many."""
    if _is_part(word[start:]) and start:
        yield ()
    if parts == 1:
        return
    for cut in range(start + _SHORTEST, len(word) - _SHORTEST + 1):
        if _is_part(word[start:cut]) and _may_part(word, cut):
            for rest in _ways(word, cut, parts - 1):
                yield (cut, *rest)


def _is_part(part: str) -> bool:
    lexicon = load_frequent_syllables()
    if part.isupper() and part in lexicon.abbreviations:
        return True
    return in_new_spelling(part.lower()) in lexicon.syllables and (part[1:].islower() or part.isupper())


def _may_part(word: str, cut: int) -> bool:
    """The case goes on, or changes at the cut; two vowels belong together ("thưong" is misspelt, not glued)."""
    before, after = word[cut - 1], word[cut]
    if before.islower() and after.isupper():
        return True
    if before.isupper() and after.islower():
        return word[:cut].isupper() and cut > _SHORTEST
    return after.lower() not in _VOWELS or before.lower() not in _VOWELS

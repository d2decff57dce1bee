"""Makes `extractor/lexicon/compounds.toml`: words of two syllables that plans use, by the number of plans.

    python -m tools.compounds

Counted are the project's own plans in `corpora/`; the dictionary of underthesea tells which pairs of neighbours are
words. The same plans give the same bytes.
"""

import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import regex

from extractor.language.document import document_of_text
from extractor.lexicon.admin_unit_names import fold_name, without_marks
from extractor.lexicon.compounds import dictionary

ROOT = Path(__file__).parents[1]
PLANS = ("corpora/text/*.txt", "corpora/unseen/*.txt", "corpora/families/*/text/*.txt")
TARGET = ROOT / "extractor/lexicon/compounds.toml"
FREQUENT, PHRASE = 3, 5
"""Plans in which a word, and a pair that is no word, stands at least to be `frequent`, and `known`."""
_RUN = regex.compile(r"\p{L}+(?: \p{L}+)*")
_HEAD = """# Words of two syllables in plans, made by tools/compounds.py: what a misread word most likely was.
#
#   frequent   words of the dictionary that stand in three plans or more
#   known      other words of plans, and pairs of neighbours that stand in five plans or more
#   sound      pairs of neighbours that stand in plans and look like another word misread

"""


def main() -> None:
    """Write the file."""
    TARGET.write_text(_HEAD + lexicon(sorted(path for pattern in PLANS for path in ROOT.glob(pattern))), "utf-8")


def lexicon(plans: Iterable[Path]) -> str:
    """Return the lists for some plans."""
    count = Counter(pair for path in plans for pair in _pairs(path))
    words = dictionary()
    of_dictionary = [pair for pair in count if fold_name(pair) in words]
    frequent = {pair for pair in of_dictionary if count[pair] >= FREQUENT}
    phrases = {pair for pair, number in count.items() if number >= PHRASE}
    known = {*of_dictionary, *phrases} - frequent
    alike = defaultdict[str, set[str]](set)
    for pair in (*frequent, *known):
        alike[without_marks(pair)].add(pair)
    sound = {pair for pair in count if alike[without_marks(pair)] - {pair}} - frequent - known
    return "\n".join(map(_list, ("frequent", "known", "sound"), (frequent, known, sound)))


def _pairs(path: Path) -> set[str]:
    """Return the pairs of neighbouring syllables of a plan, each once."""
    return set(_neighbours(document_of_text(path.read_text("utf-8")).string.lower()))


def _neighbours(string: str) -> Iterator[str]:
    for run in _RUN.finditer(string):
        syllables = run[0].split(" ")
        yield from map(" ".join, pairwise(syllables))


def _list(name: str, pairs: Iterable[str]) -> str:
    lines = textwrap.wrap(", ".join(sorted(pairs)), 140, break_long_words=False)
    return "\n".join([f'{name} = """', *lines, '"""', ""])


if __name__ == "__main__":
    main()

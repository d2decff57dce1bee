"""What word segmentation decides: `python -m benchmarks.segmentation` prints how often each way judges right.

The cases are sentences with a bracketed form that is either misread ("+": [phân đầu] for phấn đấu) or right as it
stands ("-": "rà soát, [phân đầu] mối quản lý"). The second file was written after the lexicon.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from extractor.language.words import stand_as_words
from extractor.lexicon.confusions import Confusion, load_confusions

CASES = Path(__file__).parents[1] / "tests/language"
FILES = ("confusion_cases.txt", "confusion_cases_unseen.txt")
_BESIDE = 15

Judge = Callable[[Confusion, str, int, int], bool]


def _settled(confusion: Confusion, string: str, start: int, end: int) -> bool | None:
    return confusion.settled(string[max(0, start - _BESIDE) : start], string[end : end + _BESIDE])


def _by_words(confusion: Confusion, string: str, start: int, end: int) -> bool:
    return confusion.anywhere or stand_as_words(string, start, end)


def _by_neighbours(confusion: Confusion, string: str, start: int, end: int) -> bool:
    return _settled(confusion, string, start, end) is not False


def _by_both(confusion: Confusion, string: str, start: int, end: int) -> bool:
    settled = _settled(confusion, string, start, end)
    return stand_as_words(string, start, end) if settled is None else settled


JUDGES: dict[str, Judge] = {
    "repair always": lambda *_: True,
    "neighbours listed in the lexicon": _by_neighbours,
    "word segmentation": _by_words,
    "neighbours, then word segmentation": _by_both,
}


def cases(name: str) -> Iterator[tuple[bool, str, int, int]]:
    """Yield (is misread, sentence, start, end) of a file of cases."""
    for line in (CASES / name).read_text("utf-8").splitlines():
        if line.startswith(("+ ", "- ")):
            start, end = line.index("["), line.index("]")
            yield line[0] == "+", line[2:start] + line[start + 1 : end] + line[end + 1 :], start - 2, end - 3


def shares(name: str) -> dict[str, float]:
    """Return for each way of judging the share of cases of a file that it judges right."""
    confusions, judged = load_confusions(), list(cases(name))
    return {
        way: sum(judge(confusions[s[a:b]], s, a, b) == misread for misread, s, a, b in judged) / len(judged)
        for way, judge in JUDGES.items()
    }


if __name__ == "__main__":
    columns = [(name, shares(name), len(list(cases(name)))) for name in FILES]
    print("| way | " + " | ".join(f"{name} ({count})" for name, _, count in columns) + " |")
    print("| --- |" + " ---: |" * len(columns))
    for way in JUDGES:
        print(f"| {way} | " + " | ".join(f"{found[way]:.2f}" for _, found, _ in columns) + " |")

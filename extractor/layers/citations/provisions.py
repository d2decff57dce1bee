"""Pin cites: điểm, khoản, điều (or chương, mục, phụ lục) named before a document, each a record of its own."""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from extractor.language.document import Document
from extractor.layers.citations.provision_patterns import KIND, PROVISION, VALUE
from extractor.records import Provision

LOOK_BACK = 200
MAX_RANGE = 60
_ANY_KIND = regex.compile(rf"(?i:{KIND})")
_ITEM = regex.compile(
    rf"(?P<kind>(?i:{KIND})(?![\p{{L}}]))?(?:^|[ ])(?:số[ ])?(?P<first>{VALUE})"
    rf"(?:[ ]?(?:[-–]|đến)[ ]?(?:(?i:{KIND})[ ])?(?P<last>{VALUE}))?|(?P<kind>Phụ[ ]lục)"
)
_LEVELS = {"điểm": 0, "khoản": 1, "điều": 2, "tiểu mục": 3, "mục": 4, "chương": 5, "phần": 6, "phụ lục": 7}
_ARTICLE = 2


@dataclass(frozen=True, slots=True)
class _Item:
    """One value of a run, in view offsets; `opens` when the word điểm, khoản, điều … stands before it."""

    level: int
    written: str
    values: tuple[str, ...]
    start: int
    end: int
    opens: bool


def provisions_before(document: Document, position: int, floor: int) -> list[Provision]:
    """Return the provisions whose words end right before a view position, in the order of the text."""
    string = document.string
    floor = max(floor, position - LOOK_BACK)
    if not _ANY_KIND.search(string, floor, position):
        return []
    match = PROVISION.regex.search(string, floor, position)
    if match is None:
        return []
    items = list(_items(string, match.start("run"), match.end("run")))
    found: list[Provision] = []
    above: dict[int, str] = {}
    for i in range(len(items) - 1, -1, -1):
        item = items[i]
        above = {level: value for level, value in above.items() if level > item.level}
        if i and items[i - 1].level < item.level and item.opens:
            above[item.level] = item.written if item.level > _ARTICLE else item.values[0]
            continue
        evidence = document.evidence(item.start, item.end)
        found += [_provision(evidence, item, value, above) for value in reversed(item.values)]
        if item.opens and item.level > _ARTICLE:
            above[item.level] = item.written
    return found[::-1]


def _items(string: str, start: int, end: int) -> Iterator[_Item]:
    level = 0
    for match in _ITEM.finditer(string, start, end):
        kind = match["kind"]
        if kind:
            level = _LEVELS[" ".join(kind.lower().split())]
        first = match.start("kind") if kind else match.start("first")
        values = _range(match["first"] or "", match["last"])
        yield _Item(level, string[first : match.end()], values, first, match.end(), bool(kind))


def _range(first: str, last: str | None) -> tuple[str, ...]:
    """List the values from first to last; those of a range that can't be counted are its two ends."""
    if last is None:
        return (first,)
    if first.isdigit() and last.isdigit() and 0 < int(last) - int(first) < MAX_RANGE:
        return tuple(str(n) for n in range(int(first), int(last) + 1))
    return (first, last)


def _provision(evidence: dict[str, object], item: _Item, value: str, above: dict[int, str]) -> Provision:
    own = {item.level: value if item.level <= _ARTICLE else item.written, **above}
    part = " ".join(own[level] for level in sorted(own) if level > _ARTICLE) or None
    return Provision.model_validate(
        {**evidence, "point": own.get(0), "clause": own.get(1), "article": own.get(_ARTICLE), "part": part}
    )

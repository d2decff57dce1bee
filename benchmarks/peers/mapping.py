"""What counts as found: the words of each tool turned into spans of the text, with values in the notation of gold.

Wherever a tool says less than gold asks, the mapping is in its favour; docs/benchmarks.md says how.
"""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

_TIMEX = re.compile(r'<TIMEX3 [^>]*?type="(\w+)" value="([^"]*)"[^>]*>(.*?)</TIMEX3>', re.DOTALL)
_QUARTERS_AND_HALVES = {"Q1": "33", "Q2": "34", "Q3": "35", "Q4": "36", "H1": "40", "H2": "41"}
_CALENDAR = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_YEAR = re.compile(r"\d{4}")
_JOINS = re.compile(r" ?[-–/] ?")


@dataclass(frozen=True)
class Found:
    """A stretch of the text, with a value where the tool gives one."""

    start: int
    end: int
    value: str = ""
    day_only: bool = False
    """Whether the tool knows days alone, so that it fills in what the text leaves open."""

    def means(self, gold: str) -> bool:
        """Tell whether the value is that of gold; of a tool of days alone, the parts that gold gives."""
        if self.day_only and _CALENDAR.fullmatch(gold):
            return self.value.startswith(gold)
        return self.value == gold


def gold_dates(gold: dict[str, Any]) -> list[Found]:
    """Return the dates of a gold file, or of a record."""
    return [Found(date["start"], date["end"], date["value"] or "") for date in gold["dates"]]


def heideltime_dates(text: str, timeml: str) -> list[Found]:
    """Read HeidelTime's TimeML: its dates and times of day; durations, repetitions and vague times are no dates.

    Two years with a dash between them, which it gives one by one, are joined to the span that they mean.
    """
    found, done = [], 0
    for kind, value, quote in _TIMEX.findall(timeml):
        words = html.unescape(quote)
        start = text.find(words, done)
        if start < 0:
            continue
        done = start + len(words)
        edtf = _edtf(value) if kind in {"DATE", "TIME"} else None
        if edtf:
            found.append(Found(start, done, edtf))
    return list(_joined(text, found))


def _edtf(value: str) -> str | None:
    """Turn a TIMEX3 value into EDTF: '2025-Q1' is '2025-33'; None for what is no calendar date."""
    year, _, part = value.partition("T")[0].partition("-")
    edtf = f"{year}-{_QUARTERS_AND_HALVES.get(part, part)}" if part else year
    return edtf if _CALENDAR.fullmatch(edtf) else None


def _joined(text: str, dates: Iterable[Found]) -> Iterator[Found]:
    before: Found | None = None
    for date in dates:
        if before is not None and _are_span(text, before, date):
            before = Found(before.start, date.end, f"{before.value}/{date.value}")
            continue
        if before is not None:
            yield before
        before = date
    if before is not None:
        yield before


def _are_span(text: str, first: Found, second: Found) -> bool:
    years = bool(_YEAR.fullmatch(first.value) and _YEAR.fullmatch(second.value))
    return years and first.value < second.value and bool(_JOINS.fullmatch(text[first.end : second.start]))


def parted(texts: Iterable[str], join: str, found: Iterable[Found]) -> list[list[Found]]:
    """Give what was found in texts joined back to each of them."""
    by_text: list[list[Found]] = []
    left = sorted(found, key=lambda one: one.start)
    first = 0
    for text in texts:
        end = first + len(text)
        own = [one for one in left if first <= one.start < end]
        by_text.append([replace(one, start=one.start - first, end=min(one.end, end) - first) for one in own])
        first = end + len(join)
    return by_text


def dateparser_dates(text: str, found: Iterable[tuple[str, str]]) -> list[Found]:
    """Place what `search_dates` gives, the words and the day, in their order."""
    dates, done = [], 0
    for words, day in found:
        start = text.find(words, done)
        if start >= 0:
            done = start + len(words)
            dates.append(Found(start, done, day, day_only=True))
    return dates


def entities(text: str, tagged: Iterable[tuple[str, str]], kinds: frozenset[str]) -> list[Found]:
    """Join words with BIO tags to entities of some kinds, and place them in the text."""
    spans: list[tuple[int, int, str]] = []
    done = 0
    for word, tag in tagged:
        place = _place(text, word, done)
        if place is None:
            continue
        start, done = place
        prefix, _, kind = tag.partition("-")
        if prefix == "I" and spans and spans[-1][2] == kind and text[spans[-1][1] : start].isspace():
            spans[-1] = (spans[-1][0], done, kind)
        elif prefix in {"B", "I"}:
            spans.append((start, done, kind))
    return [Found(start, end) for start, end, kind in spans if kind in kinds]


def _place(text: str, word: str, done: int) -> tuple[int, int] | None:
    """Find a word again; a tool may have changed the blanks in it."""
    pattern = r"\s*".join(re.escape(part) for part in word.split())
    match = re.compile(pattern).search(text, done) if pattern else None
    return match.span() if match else None


@dataclass(frozen=True)
class Names:
    """The bodies that a gold file, or a record, names."""

    assigned: frozenset[str]
    """Those with an assignment: what is to be found."""
    others: frozenset[str]
    """Issuers, of the plan and of what it cites: no fault where they are found."""


def names(gold: dict[str, Any]) -> Names:
    """Return the bodies of a gold file or a record."""
    assigned = {record["agency"] for record in gold["responsibilities"] if record.get("agency")}
    issuers = {record["issuer"] for record in gold["citations"] if record.get("issuer")}
    own = (gold["plan"].get("issuer") or {}).get("name")
    return Names(frozenset(assigned), frozenset(issuers | ({own} if own else set())) - assigned)


def mentions(text: str, bodies: Iterable[str]) -> dict[str, list[Found]]:
    """Return where each body is named in a text, in any case of letters; without those that it does not name so."""
    found = {}
    for body in bodies:
        pattern = r"\s+".join(re.escape(part) for part in body.split())
        spans = [Found(*match.span()) for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE)]
        if spans:
            found[body] = spans
    return found

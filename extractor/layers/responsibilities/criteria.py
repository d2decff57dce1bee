"""Which criteria and indicators an assignment is tied to: those it names, or that it stands under."""

from collections.abc import Sequence

import regex

from extractor.language.document import Document
from extractor.layers.responsibilities.lines import BULLET, PLAIN, Line
from extractor.records import Criterion

_NUMBERS = regex.compile(
    r"(?i:tiêu chí|chỉ tiêu)(?: số| thứ)? ?(?P<numbers>\d{1,2}(?:\.\d{1,2})?(?:(?: ?, ?| và |"
    r" ?; ?)(?:tiêu chí |chỉ tiêu |số ){0,2}\d{1,2}(?:\.\d{1,2})?)*)"
    r"(?![\d/%.,]?\d|[ ]?[/%]| (?:xã|tiêu chí|chỉ tiêu|huyện|thôn|hộ|người|mô hình))"
)
_NUMBER = regex.compile(r"\d{1,2}(?:\.\d{1,2})?")
_NAMED = regex.compile(r"(?i:tiêu chí) (?!số|\d)(?P<names>[^;:.()]{3,240})")
_NAME_CUT = regex.compile(r", | và (?=\p{Lu}|tiêu chí)")
MIN_INDICATOR_WORDS = 5
MAX_NAMES = 100


class CriteriaContext:
    """The criteria of a document by name and by place."""

    def __init__(self, document: Document, lines: Sequence[Line]) -> None:
        self._string = document.string
        self._criteria = [c for c in document.records.get("criteria", []) if isinstance(c, Criterion)]
        self._starts = [document.view.to_view(c.start, c.end)[0] for c in self._criteria]
        self._above = self._scopes(lines)
        names = {_plain(c.name): c.number for c in reversed(self._criteria) if c.name and c.kind == "criterion"}
        self._names = dict(list(names.items())[-MAX_NAMES:])
        self._indicators = [
            (words, c.number)
            for c in self._criteria
            if c.kind == "indicator" and c.name and (words := _opening_words(c.name))
        ][:MAX_NAMES]

    def _scopes(self, lines: Sequence[Line]) -> dict[int, tuple[str, ...]]:
        """Map the start of each line to the numbers that it stands under."""
        above: dict[int, tuple[str, ...]] = {}
        if not self._starts:
            return above
        stack: list[tuple[int, str]] = []
        i = 0
        for line in lines:
            while i < len(self._starts) and self._starts[i] < line.start:
                i += 1
            opens = i < len(self._starts) and self._starts[i] < line.end
            label = not opens and line.rank >= BULLET and self._is_label(line)
            while (
                stack and not label and (line.rank <= stack[-1][0] or (line.rank == PLAIN and stack[-1][0] >= BULLET))
            ):
                stack.pop()
            if opens and self._starts[i] - line.body <= 2:
                stack.append((line.rank, self._criteria[i].number))
            above[line.start] = (stack[-1][1],) if stack else ()
        return above

    def _is_label(self, line: Line) -> bool:
        return self._string.find(":", line.body, min(line.end, line.body + 60)) > 0

    def above(self, line: Line) -> tuple[str, ...]:
        """Return the numbers of the criteria that a line stands under."""
        return self._above.get(line.start, ())

    def named(self, start: int, end: int) -> list[str]:
        """Return the numbers that a stretch names, by number or by name."""
        found: dict[str, None] = {}
        words = self._string[start:end]
        lowered = words.lower()
        if "chí" in lowered or "tiêu" in lowered:
            for match in _NUMBERS.finditer(words):
                for number in _NUMBER.findall(match["numbers"]):
                    found.setdefault(number.lstrip("0"))
        if self._names and "tiêu chí" in lowered:
            for match in _NAMED.finditer(words):
                for number in self._by_names(match["names"]):
                    found.setdefault(number)
        plain = _plain(lowered) if self._indicators else ""
        for opening, number in self._indicators:
            if opening in plain:
                found.setdefault(number)
        return [number for number in found if number]

    def _by_names(self, names: str) -> list[str]:
        """Numbers of criteria named one after another ("tiêu chí Giao thông, Thu nhập"), until one is not known."""
        numbers: list[str] = []
        for piece in _NAME_CUT.split(names):
            name = _plain(piece.removeprefix("tiêu chí ").removeprefix("Tiêu chí "))
            number = next((n for known, n in self._names.items() if _same_name(known, name)), None)
            if number is None:
                if not numbers:
                    break
                continue
            numbers.append(number)
        return numbers

    def by_name(self, name: str) -> list[str]:
        """Return the number of the criterion of this name (a table cell without a number)."""
        return self._by_names(name)

    def at(self, start: int, end: int) -> list[str]:
        """Return the numbers of the criteria that a stretch opens (a table cell)."""
        return [c.number for c, at in zip(self._criteria, self._starts, strict=True) if start <= at < end]


def _plain(words: str) -> str:
    return " ".join(regex.findall(r"[\p{L}\d]+", words.lower()))


def _same_name(known: str, name: str) -> bool:
    return bool(name) and (known == name or known.startswith(name + " ") or name.startswith(known + " "))


def _opening_words(name: str) -> str:
    """The words by which an indicator is known again; empty where it has too few."""
    words = _plain(name).removeprefix("có ").split()[:8]
    return " ".join(words) if len(words) >= MIN_INDICATOR_WORDS else ""

"""The criterion or indicator that a figure stands under, or that its sentence names."""

from bisect import bisect_right

import regex

from extractor.language.document import Document
from extractor.layers.sections import Sections
from extractor.layers.targets.figures import Figure
from extractor.layers.targets.scope import Scope, line_marker
from extractor.records import Criterion

_NAMED = regex.compile(
    r"(?i:tiêu[ ]chí|chỉ[ ]tiêu)[ ](?i:số[ ])?0?(?P<number>[A-ZĐ]?\d{1,2}(?:\.\d{1,2})?)(?![\d%]|[.,]\d|[ ]?(?:[,/]|và"
    r"|đến)[ ]?\d|[ ]?/)",
    regex.VERBOSE,
)


class CriterionScopes:
    """The criteria of a document and how far each reaches."""

    def __init__(self, document: Document, sections: Sections) -> None:
        self._document, self._sections = document, sections
        self._openings = [
            (document.view.to_view(record.start, record.end)[0], record)
            for record in document.records.get("criteria", [])
            if isinstance(record, Criterion)
        ]
        self._starts = [start for start, _ in self._openings]
        self._opened = set(self._starts)

    def opened_in(self, scope: Scope) -> int:
        """Return where the opening of a criterion ends that a sentence starts with or in, or the sentence's start."""
        i = bisect_right(self._starts, scope.end) - 1
        if i < 0:
            return scope.start
        end = self._document.view.to_view(self._openings[i][1].start, self._openings[i][1].end)[1]
        return max(scope.start, end)

    def number_for(self, figure: Figure, scope: Scope) -> str | None:
        """Return the number of the deepest criterion that a figure stands under or names."""
        named = self._named(figure, scope)
        if named:
            return named
        i = bisect_right(self._starts, figure.digits) - 1
        if i < 0:
            return None
        start, record = self._openings[i]
        if record.kind == "indicator" and not self._under(start, figure.digits, indicator=True):
            i = next((j for j in range(i, max(-1, i - 20), -1) if self._openings[j][1].kind == "criterion"), -1)
            if i < 0:
                return None
            start, record = self._openings[i]
        return record.number if self._under(start, figure.digits, indicator=record.kind == "indicator") else None

    def _named(self, figure: Figure, scope: Scope) -> str | None:
        """A single criterion named before the figure in its sentence, or behind it in its clause."""
        if "tiêu chí" not in scope.small and "chỉ tiêu" not in scope.small:
            return None
        before = list(_NAMED.finditer(scope.string, scope.start, figure.start))
        if before and before[-1].start() not in self._opened and not scope.bracket_at(before[-1].start()):
            return str(before[-1]["number"])
        clause = scope.clause_at(figure.digits)
        behind = _NAMED.search(scope.string, figure.end, min(clause.end, figure.end + 60))
        if (
            behind
            and not scope.bracket_at(behind.start())
            and not regex.search(r"\d", scope.string[figure.end : behind.start()])
        ):
            return str(behind["number"])
        return None

    def _under(self, start: int, position: int, *, indicator: bool) -> bool:
        """Tell whether a position is within the reach of what opens at `start`."""
        line, own = self._document.line_at(position), self._document.line_at(start)
        if line == own:
            return True
        heading = next((s for s in self._sections.chain(start) if own.start <= s.start < own.end), None)
        later = self._sections.between(own.end - 1, position)
        if any(heading is None or section.level <= heading.level for section in later):
            return False
        marker = line_marker(self._document.string[line.start : line.end])
        if not marker and line.start - own.end == 1 and self._document.string.endswith((";", ","), own.start, own.end):
            return True
        opened = line_marker(self._document.string[own.start : own.end])
        if indicator and not marker:
            return False
        return not marker or marker != opened

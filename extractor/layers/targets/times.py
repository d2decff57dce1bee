"""The time by which a target is to be reached."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import regex

from extractor.language.document import Document, ViewSpan
from extractor.layers import edtf
from extractor.layers.sections import Sections
from extractor.layers.targets.figures import Blocked, Figure, view_spans
from extractor.layers.targets.scope import Labels, Scope
from extractor.records import Bound, Citation, Date

BEFORE_TIME = regex.compile(
    r"(?:[, ](?:trong|vào|đến|tới|trước|sau|xong|hoàn thành"
    r"|chậm nhất|hết|cuối|đầu|từ|ngày|tháng|quý|năm|hai|ba|là|giai đoạn))++"
    r"[ ]*+$",
    regex.IGNORECASE | regex.REVERSE,
)
"""Words that bind a time, which end where it starts."""
_OF_A_NAME = regex.compile(r"[\p{L}\p{M})”\"][ ](?:giai[ ]đoạn|nhiệm[ ]kỳ|năm[ ]học)?[ ]?$", regex.VERBOSE)
_BINDS = regex.compile(r"(?<!\p{L})(?:trong|đến|hết|vào|từ|cả|trước|cuối|đầu|tới|của|và|là)[ ]$", regex.IGNORECASE)
_JOINED = regex.compile(r"(?: và|,|;)(?: (?:đến|tới|trong|vào|hết|cuối))*+ $")
_AND = regex.compile(r"[^,;:.]{0,40}?[,]? và (?:đạt |còn |trên |lên )?")
_RIGHT_BEHIND = 12
_FIGURE_NEXT = regex.compile(r",? (?:(?:đạt|là|có|còn|tăng|giảm|lên|trên|ít nhất|khoảng|từ|dưới|tối thiểu) ){0,3}\d")
_SEASON = regex.compile(r"năm học|niên vụ|niên khóa|mùa (?:khô|mưa|lũ|bão)|vụ (?:đông|mía)|đông xuân")
"""What runs over two years and ends in the middle of the second."""
_ENDS_WORK = regex.compile(
    r",[ ](?:thực[ ]hiện[ ])?(?:xong|hoàn[ ]thành)(?:[ ](?:chậm[ ]nhất|trước|trong|vào|đến"
    r"|cuối))*+[ ]?$"
)
_COMPARES = ("so với", "cùng kỳ", "tốt nghiệp", "khóa", "tuyển sinh")
_COMPARED = regex.compile(rf"(?:{'|'.join(_COMPARES)})(?: \p{{L}}+){{0,5}} $", regex.IGNORECASE | regex.REVERSE)


class Time(NamedTuple):
    """A calendar expression in the view, as targets see it."""

    start: int
    end: int
    value: str
    bound: Bound
    past: bool
    """Over before the plan begins."""
    future: bool
    """Lies in the plan's time or after it."""
    names: bool
    """Part of a name or of another document, no time of its own."""


class Times:
    """The calendar expressions of a document, and which of them binds a figure."""

    def __init__(self, document: Document, sections: Sections, labels: Labels) -> None:
        self._document, self._sections, self._labels = document, sections, labels
        self._begin, self._first_year = _begin(document), _first_year(document)
        cited = Blocked(view_spans(document, "citations"))
        self.all = [
            self._time(record, cited) for record in document.records.get("dates", []) if isinstance(record, Date)
        ]
        self._starts = [time.start for time in self.all]

    def between(self, start: int, end: int) -> list[Time]:
        """List the expressions that lie between two view positions."""
        first = bisect_left(self._starts, start)
        starting = self.all[first : bisect_left(self._starts, end, first)]
        return [time for time in starting if time.end <= end]

    def deadline(self, figure: Figure, scope: Scope, others: list[Figure]) -> str | None:
        """Return the time that binds a figure: of its sentence, or else of the nearest label or heading above."""
        own = self._in_sentence(figure, scope, others)
        return own if own is not None else self.of_headings(figure.start)

    def of_headings(self, position: int) -> str | None:
        """Return the time of the nearest label or heading above a position that has one."""
        for span in self._above(position):
            usable = [
                t for t in self.between(*span) if not t.past and t.bound != "from" and not t.value.startswith("XXXX")
            ]
            if usable:
                return usable[0].value
        return None

    def _in_sentence(self, figure: Figure, scope: Scope, others: list[Figure]) -> str | None:
        """The nearest time that may bind the figure: in its segment, its clause, or opening the sentence."""
        times = [t for t in self.between(scope.start, scope.end) if self._usable(t, figure, scope)]
        if not times:
            return None
        segment, clause = scope.segment_at(figure.digits), scope.clause_at(figure.digits)
        following = next((f.start for f in others if f.start >= figure.end), scope.end)
        before = [t for t in times if t.end <= figure.start and not _binds_back(scope, t, figure, others)]
        behind = [t for t in times if figure.end <= t.start and t.end <= following and not _opens_next(scope, t)]
        ending = [t for t in times if figure.end <= t.start and _ENDS_WORK.search(scope.string, clause.start, t.start)]
        first = min(f.start for f in others)
        choices = (
            _of_the_last(scope.string, figure, before, [t for t in behind if t.end <= segment.end], others),
            [t for t in before if t.start >= segment.start][-1:],
            [t for t in behind if t.end <= segment.end],
            [t for t in before if t.start >= clause.start][-1:],
            [t for t in behind if t.end <= clause.end],
            [t for t in ending if t.end <= clause.end],
            [t for t in before if t.end <= first and _leads(scope, t, clause)],
            self._closing(times, clause, scope.string),
        )
        chosen = next((found[0] for found in choices if found), None)
        return _last_of_row(scope.string, chosen, times).value if chosen else None

    @staticmethod
    def _closing(times: list[Time], clause: ViewSpan, string: str) -> list[Time]:
        """The only time of a clause, where it closes the clause: it binds all that is done in it."""
        inside = [t for t in times if clause.start <= t.start and t.end <= clause.end]
        return inside if len(inside) == 1 and not string[inside[0].end : clause.end].strip(" .;") else []

    def _usable(self, time: Time, figure: Figure, scope: Scope) -> bool:
        bracket = scope.bracket_at(time.start)
        elsewhere = bracket is not None and not bracket.start <= figure.digits < bracket.end
        recurs = time.value.startswith("XXXX")
        return not (time.past or time.names or elsewhere or recurs or time.bound == "from")

    def _above(self, position: int) -> Iterator[tuple[int, int]]:
        yield from self._labels.above(position)
        line = self._document.line_at(position)
        for section in self._sections.chain(position):
            if not line.start <= section.start < line.end:
                yield section.start, section.end

    def _time(self, record: Date, cited: Blocked) -> Time:
        start, end = self._document.view.to_view(record.start, record.end)
        left = self._document.string[max(0, start - 60) : start]
        small = left.lower()
        compared = any(words in small for words in _COMPARES) and _COMPARED.search(left) is not None
        season = _SEASON.search(self._document.string[max(0, start - 12) : start + 8].lower()) is not None
        past = future = False
        if self._begin is not None and edtf.known(record.value):
            past = self._is_over(record.value, self._begin, season=season)
            future = not past
        names = start in cited or compared or _is_of_name(record, left)
        return Time(start, end, record.value, record.bound, past and not compared, future, names)

    def _is_over(self, value: str, begin: date, *, season: bool) -> bool:
        """A year is over before the plan's first year, a shorter time before the plan's date, a school year in June."""
        last = edtf.bounds(value)[1]
        if season:
            return (last.year, 6) <= (begin.year, begin.month)
        if len(value) == len("2024") or "/" in value:
            return last.year < max(begin.year, self._first_year or 0)
        return last < begin


def _of_the_last(
    string: str, figure: Figure, before: list[Time], behind: list[Time], others: list[Figure]
) -> list[Time]:
    """ "90% vào năm 2025 và 95% vào năm 2030": where the time before is another figure's, the next one is the own."""
    if not before or not behind or behind[0].start - figure.end > _RIGHT_BEHIND:
        return []
    last = before[-1]
    between = any(last.end <= other.start and other.end <= figure.start for other in others)
    return behind[:1] if between or _AND.fullmatch(string, last.end, figure.start) else []


def _leads(scope: Scope, time: Time, clause: ViewSpan) -> bool:
    """A time in an earlier clause with its own work binds that alone: "lập sổ trước ngày 5/3; vận động 90% hộ"."""
    other = scope.clause_at(time.start)
    if other.start >= clause.start:
        return True
    return not any(cue.kind == "do" for cue in scope.cues_between(other.start, time.start))


def _binds_back(scope: Scope, time: Time, figure: Figure, others: list[Figure]) -> bool:
    """A time behind an earlier figure of the same segment binds that one: "đạt 90% vào năm 2025 và 95% …"."""
    segment = scope.segment_at(figure.digits)
    earlier = any(segment.start <= f.start and f.end <= time.start for f in others)
    return earlier and _JOINED.search(scope.string, max(scope.start, time.start - 20), time.start) is None


def _last_of_row(string: str, time: Time, times: list[Time]) -> Time:
    """The last of times in a row: "trong hai năm 2020, 2021"."""
    for later in times:
        if later.start >= time.end and string[time.end : later.start] in (", ", " và ", ",", " và năm "):
            time = later
    return time


def _opens_next(scope: Scope, time: Time) -> bool:
    """A time that is joined by "và" and has a figure behind it: "… và đến năm 2030 đạt 80%"."""
    return (
        _JOINED.search(scope.string, max(scope.start, time.start - 20), time.start) is not None
        and _FIGURE_NEXT.match(scope.string, time.end, scope.end) is not None
    )


def _is_of_name(record: Date, left: str) -> bool:
    """A span of years right behind a noun names something: "nông thôn mới nâng cao giai đoạn 2021-2025"."""
    if left.endswith("giai đoạn đến ") or left.endswith("giai đoạn từ nay đến "):
        return True
    if "/" not in record.value or not left.strip() or left.endswith("\n"):
        return False
    return _OF_A_NAME.search(left) is not None and _BINDS.search(left) is None


def _begin(document: Document) -> date | None:
    """The day from which the plan looks ahead: its own date, or that of the latest document it cites, or its period."""
    plan = document.plan
    if plan.date and edtf.known(plan.date):
        return edtf.bounds(plan.date)[0]
    if plan.period and edtf.known(plan.period):
        return edtf.bounds(plan.period)[0]
    cited = [r.date for r in document.records.get("citations", []) if isinstance(r, Citation) and r.date]
    return max((edtf.bounds(value)[0] for value in cited if edtf.known(value)), default=None)


def _first_year(document: Document) -> int | None:
    period = document.plan.period
    return edtf.bounds(period)[0].year if period and edtf.known(period) else None

"""Deadlines and recurrence of a stretch: thời hạn, định kỳ."""

from bisect import bisect_left

import regex

from extractor.language.document import Document
from extractor.layers.responsibilities.openings import holds
from extractor.records import Date, Deadline

_BINDING = frozenset({"within", "by", "before", "end"})
_DONE = regex.compile(r"(?i:xong|hoàn thành|hoàn tất|kết thúc|tổ chức|thực hiện) (?:\p{L}+ ){0,4}$")
# Reports are due one after another: "báo cáo 6 tháng trước ngày 15/6, báo cáo năm trước ngày 10/12".
_REPORTED = regex.compile(r"(?i:báo cáo) [^;.]{0,50}$")
_PAST = regex.compile(r"(?<!\p{L})(?:đã|đăng ký|được giao)[^,;.]{0,40}$", regex.I)
_LEAD_IN = regex.compile(r"(?i:trên cơ sở|căn cứ|theo|đối với|thực hiện kế hoạch)(?!\p{L})")
_RECURRENCE = regex.compile(
    r"""(?P<continuous>(?i:thường[ ]xuyên|liên[ ]tục[ ]trong[ ]năm))
    | (?P<adhoc>(?i:đột[ ]xuất))
    | (?i:(?:h[ằà]ng|mỗi|định[ ]kỳ(?:[ ](?:h[ằà]ng|mỗi|theo))?)[ ])
      (?:(?P<day>ngày(?![ ]\d))|(?P<week>tuần)|(?P<half>(?:0?6|sáu)[ ]tháng|nửa[ ]năm)|(?P<quarter>quý|0?3[ ]tháng)|
      (?P<month>tháng)|(?P<year>năm))(?!\p{L})
    | (?<![\d/.,])(?:(?P<half>(?:0?6|sáu)[ ]tháng)|(?P<quarter>(?:0?3|ba)[ ]tháng))(?:[ ](?:một|0?1)[ ]|/)lần
    """,
    regex.VERBOSE,
)
_RECURRENCE_WORDS = ("thường xuyên", "liên tục", "đột xuất", "hằng ", "hàng ", "mỗi ", "định kỳ ", "lần")
_NOT_RECURRING = regex.compile(
    r"(?:việc làm|chi|kinh phí|nguồn|ngân sách|dự toán|giáo dục|tập luyện|(?<!thị trường )lao động|sinh hoạt|"
    r"GDTX|kế hoạch|nguồn thu|nhiệm vụ) (?:có )?$",
    regex.I,
)
_BARE_YEAR = regex.compile(r"[ ]*(20\d\d)[ .;)]*")
_DURATION = {"day": "P1D", "week": "P1W", "month": "P1M", "quarter": "P3M", "half": "P6M", "year": "P1Y"}


WINDOW = 2000
"""Characters around a date in which the clause or the brackets that hold it are looked for."""


class Timing:
    """The dates of a document by their place in the view, without those that belong to cited documents."""

    def __init__(self, document: Document) -> None:
        self._string = document.string
        cited = [(c.start, c.end) for c in document.records.get("citations", [])]
        dates = [d for d in document.records.get("dates", []) if isinstance(d, Date) and not _inside(cited, d.start)]
        # A day of every year or month is no deadline: "trước ngày 10/12 hằng năm".
        dates = [d for d in dates if not d.value.startswith("XXXX")]
        placed = sorted((*document.view.to_view(d.start, d.end), i) for i, d in enumerate(dates))
        self._starts = [start for start, _, _ in placed]
        self._dates = [dates[i] for _, _, i in placed]

    def _in(self, start: int, end: int) -> list[tuple[int, Date]]:
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return list(zip(self._starts[first:last], self._dates[first:last], strict=True))

    def of_task(self, start: int, end: int) -> Deadline | None:
        """Return the deadline that the words of a task give: the last time by which something is to be done."""
        found: list[tuple[Date, bool]] = []
        for place, date in self._in(start, end):
            before = self._string[max(start, place - 60) : place]
            binds = date.bound in _BINDING or (date.bound == "on" and _DONE.search(before))
            if (
                binds
                and not _PAST.search(before)
                and not self._in_lead_in(start, place)
                and self._is_open(start, place, end)
            ):
                found.append((date, _REPORTED.search(before) is not None))
        if not found:
            return None
        values = list(dict.fromkeys(date.value for date, _ in found))
        last = found[-1][0]
        together = len(values) > 1 and all(reported and date.bound == last.bound for date, reported in found)
        return Deadline(value="{" + ",".join(values) + "}" if together else last.value, bound=last.bound)

    def _in_lead_in(self, start: int, place: int) -> bool:
        start = max(start, place - WINDOW)
        first = max(start, *(self._string.rfind(mark, start, place) + 1 for mark in (";", ". ")))
        lead = _LEAD_IN.match(self._string, first + (self._string[first : first + 1] == " "))
        return lead is not None and "," not in self._string[first:place]

    def _is_open(self, start: int, place: int, end: int) -> bool:
        """A time in brackets binds its own clause alone: it stands for a task of one clause only."""
        start, end = max(start, place - WINDOW), min(end, place + WINDOW)
        opened = self._string.rfind("(", start, place)
        if opened < 0 or self._string.find(")", opened, place) >= 0:
            return True
        rest = self._string[start:opened] + self._string[self._string.find(")", place, end) + 1 : end].rstrip(" .;/")
        return ";" not in rest and ". " not in rest

    def of_label(self, start: int, end: int) -> Deadline | None:
        """Return the deadline of a time label or a table cell; several times of one kind make an EDTF set."""
        dates = [d for _, d in self._in(start, end)]
        ends = [d for d in dates if d.bound not in ("from", "after")] or dates
        done = [d for d in ends if d.bound in _BINDING]
        if done:
            return Deadline(value=done[-1].value, bound=done[-1].bound)
        if len(ends) > 1:
            return Deadline(value="{" + ",".join(dict.fromkeys(d.value for d in ends)) + "}", bound=ends[0].bound)
        if ends:
            return Deadline(value=ends[0].value, bound=ends[0].bound)
        year = _BARE_YEAR.fullmatch(self._string, start, end)
        return Deadline(value=year[1], bound="on") if year else None


def recurrence_in(string: str, start: int, end: int) -> str | None:
    """Return how often something is to be done: the first of several expressions; None where none is said."""
    if not holds(string[start:end].lower(), _RECURRENCE_WORDS):
        return None
    for match in _RECURRENCE.finditer(string, start, end):
        kind = match.lastgroup
        before = string[max(start, match.start() - 24) : match.start()]
        if kind is None or (kind != "adhoc" and _NOT_RECURRING.search(before)):
            continue
        if kind == "continuous":
            return "continuous"
        return "ad hoc" if kind == "adhoc" else _DURATION[kind]
    return None


def recurrence_at(string: str, place: int) -> str | None:
    """Return how often something is to be done by what opens its clause ("Hằng năm, phối hợp với …")."""
    opening = _RECURRENCE.match(string, place)
    return None if opening is None else recurrence_in(string, place, opening.end())


def _inside(spans: list[tuple[int, int]], place: int) -> bool:
    i = bisect_left(spans, (place + 1,)) - 1
    return i >= 0 and spans[i][0] <= place < spans[i][1]

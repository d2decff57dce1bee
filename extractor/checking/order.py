"""`date_order`: a cited document dated after the plan, a deadline before it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

import regex

from extractor.checking.finding import finding, in_view, overlaps, vietnamese_time
from extractor.language.document import Document
from extractor.layers import edtf
from extractor.records import Citation, Date, Evidence, Finding, Responsibility

_ENDS = frozenset({"on", "within", "by", "before", "end"})
_DUE = regex.compile(
    r"(?<!\p{L})(?:hoàn thành|xong|báo cáo|gửi|nộp|trình|ban hành|thực hiện|tổ chức)(?!\p{L})[^.;\n\t]{0,80}$"
)
_PAST = regex.compile(
    r"(?<!\p{L})(?:tính đến|đã|kết quả|so với|ước|hiện|(?:chỉ|mới) (?:có|đạt|được))(?!\p{L})", regex.IGNORECASE
)
_REACH = 120
_SAME_BLOCK = 600
"""Characters within which a task's time stands behind its agency."""


def check_order(document: Document) -> Iterator[Finding]:
    """Compare the dates of citations, the deadlines of tasks and the times of duties with the plan's date."""
    date = document.plan.date
    if date is None or not edtf.known(date):
        return
    first, last = edtf.bounds(date)
    citations = [record for record in document.records.get("citations", []) if isinstance(record, Citation)]
    for citation in citations:
        if citation.date and edtf.known(citation.date) and edtf.bounds(citation.date)[0] > last:
            yield finding(
                "date_order.citation",
                "error",
                f"A document of {citation.date} is cited in a plan of {date}.",
                f"Kế hoạch ban hành {vietnamese_time(date)} lại dẫn văn bản {vietnamese_time(citation.date)}.",
                [citation],
            )
    dates = [record for record in document.records.get("dates", []) if isinstance(record, Date)]
    starts = [record.start for record in dates]
    seen = set[tuple[int, str]]()
    for value, evidence in [*_task_deadlines(document), *_times_of_duties(document, dates, citations)]:
        if edtf.bounds(value)[1] >= first:
            continue
        written = _date_of(dates, starts, evidence) if isinstance(evidence, Responsibility) else evidence
        line = document.line_at(document.view.to_view(written.start, written.end)[0]).start
        if (line, value) not in seen:
            seen.add((line, value))
            yield finding(
                "date_order.deadline",
                "warning",
                f"Something is due in {value}, before the plan is issued ({date}).",
                f"Thời hạn {vietnamese_time(value)} trước ngày ban hành kế hoạch ({vietnamese_time(date)}).",
                [written],
            )


def _task_deadlines(document: Document) -> Iterator[tuple[str, Evidence]]:
    for task in document.records.get("responsibilities", []):
        assert isinstance(task, Responsibility)
        if task.deadline and task.deadline.bound in _ENDS and edtf.known(task.deadline.value):
            yield task.deadline.value, task


def _date_of(dates: Sequence[Date], starts: Sequence[int], task: Responsibility) -> Evidence:
    """Return where a task's deadline is written: the first such date at or behind its agency, else the agency."""
    assert task.deadline
    for date in dates[bisect_left(starts, task.start) : bisect_right(starts, task.start + _SAME_BLOCK)]:
        if date.value == task.deadline.value:
            return date
    return task


def _times_of_duties(
    document: Document, dates: Sequence[Date], citations: Sequence[Citation]
) -> Iterator[tuple[str, Evidence]]:
    """Days and months by which something is to be done, where no agency is named beside them."""
    cited = [citation.start for citation in citations]
    for date in dates:
        if date.bound not in ("before", "by") or len(date.value) < len("2024-10") or not edtf.known(date.value):
            continue
        start, _ = in_view(document, date)
        clause = document.string[max(document.line_at(start).start, start - _REACH) : start]
        if _DUE.search(clause) and not _PAST.search(clause) and not _is_cited(date, citations, cited):
            yield date.value, date


def _is_cited(date: Date, citations: Sequence[Citation], starts: Sequence[int]) -> bool:
    """Tell whether a date stands inside a citation; only the two that begin last before its end can reach it."""
    near = citations[max(0, bisect_left(starts, date.end) - 2) : bisect_left(starts, date.end)]
    return any(overlaps(date, citation) for citation in near)

"""`date_order`: a cited document dated after the plan, a deadline before it."""

from collections.abc import Iterator

import regex

from extractor.checking.finding import finding, in_view, overlaps, vietnamese_time
from extractor.language.document import Document
from extractor.layers import edtf
from extractor.records import Citation, Date, Evidence, Finding, Responsibility

_ENDS = frozenset({"on", "within", "by", "before", "end"})
_DUE = regex.compile(
    r"(?<!\p{L})(?:hoàn thành|xong|báo cáo|gửi|nộp|trình|ban hành|thực hiện|tổ chức)(?!\p{L})[^.;\n\t]{0,80}$"
)
_PAST = regex.compile(r"(?<!\p{L})(?:tính đến|đã|kết quả|so với|ước|hiện)(?!\p{L})", regex.IGNORECASE)
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
    seen = set[tuple[int, str]]()
    for value, evidence in [*_task_deadlines(document), *_times_of_duties(document, citations)]:
        line = document.line_at(document.view.to_view(evidence.start, evidence.end)[0]).start
        if (line, value) not in seen and edtf.bounds(value)[1] < first:
            seen.add((line, value))
            yield finding(
                "date_order.deadline",
                "warning",
                f"Something is due in {value}, before the plan is issued ({date}).",
                f"Thời hạn {vietnamese_time(value)} trước ngày ban hành kế hoạch ({vietnamese_time(date)}).",
                [evidence],
            )


def _task_deadlines(document: Document) -> Iterator[tuple[str, Evidence]]:
    for task in document.records.get("responsibilities", []):
        assert isinstance(task, Responsibility)
        if task.deadline and task.deadline.bound in _ENDS and edtf.known(task.deadline.value):
            yield task.deadline.value, _date_of(document, task)


def _date_of(document: Document, task: Responsibility) -> Evidence:
    """Return where a task's deadline is written: the first such date at or behind its agency, else the agency."""
    assert task.deadline
    value = task.deadline.value
    near = (
        date
        for date in document.records.get("dates", [])
        if isinstance(date, Date) and date.value == value and 0 <= date.start - task.start <= _SAME_BLOCK
    )
    return next(near, task)


def _times_of_duties(document: Document, citations: list[Citation]) -> Iterator[tuple[str, Evidence]]:
    """Days and months by which something is to be done, where no agency is named beside them."""
    for date in document.records.get("dates", []):
        assert isinstance(date, Date)
        if date.bound not in ("before", "by") or len(date.value) < len("2024-10") or not edtf.known(date.value):
            continue
        start, _ = in_view(document, date)
        clause = document.string[max(document.line_at(start).start, start - _REACH) : start]
        if _DUE.search(clause) and not _PAST.search(clause) and not any(overlaps(date, c) for c in citations):
            yield date.value, date

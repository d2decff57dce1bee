"""`date_order`: a cited document dated after the plan, a deadline before it."""

from collections.abc import Iterator

from extractor.checking.finding import finding, vietnamese_time
from extractor.language.document import Document
from extractor.layers import edtf
from extractor.records import Citation, Finding, Responsibility

_ENDS = frozenset({"on", "within", "by", "before", "end"})


def check_order(document: Document) -> Iterator[Finding]:
    """Compare the dates of citations and the deadlines of tasks with the plan's date."""
    date = document.plan.date
    if date is None or not edtf.known(date):
        return
    first, last = edtf.bounds(date)
    for citation in document.records.get("citations", []):
        assert isinstance(citation, Citation)
        if citation.date and edtf.known(citation.date) and edtf.bounds(citation.date)[0] > last:
            yield finding(
                "date_order.citation",
                "error",
                f"A document of {citation.date} is cited in a plan of {date}.",
                f"Kế hoạch ban hành {vietnamese_time(date)} lại dẫn văn bản {vietnamese_time(citation.date)}.",
                [citation],
            )
    seen = set[tuple[int, str]]()
    for task in document.records.get("responsibilities", []):
        assert isinstance(task, Responsibility)
        deadline = task.deadline
        if deadline is None or deadline.bound not in _ENDS or not edtf.known(deadline.value):
            continue
        place = (document.line_at(document.view.to_view(task.start, task.end)[0]).start, deadline.value)
        if edtf.bounds(deadline.value)[1] < first and place not in seen:
            seen.add(place)
            yield finding(
                "date_order.deadline",
                "warning",
                f"A task is due in {deadline.value}, before the plan is issued ({date}).",
                f"Thời hạn {vietnamese_time(deadline.value)} trước ngày ban hành kế hoạch ({vietnamese_time(date)}).",
                [task],
            )

"""`blank`: a number or a date that was left to be filled in by hand (NĐ 30/2020/NĐ-CP, Điều 15, Phụ lục I mục II)."""

from collections.abc import Iterator

import regex

from extractor.checking.finding import finding, overlaps
from extractor.language.document import Document
from extractor.records import Citation, Date, Evidence, Finding

_PARTLY_BLANK = regex.compile(r"\d{4}-(?:\d\d|XX)-XX")


def check_blanks(document: Document) -> Iterator[Finding]:
    """Report the plan's own number and date left blank, and those of documents that it names."""
    plan = document.plan
    own = [plan.evidence[name] for name in ("code", "number", "date") if name in plan.evidence]
    if plan.code and plan.code.startswith("/") and "code" in plan.evidence:
        yield finding(
            "blank.number",
            "warning",
            f"The plan's own number is left blank ({plan.code}).",
            f"Số của kế hoạch để trống ({plan.code}).",
            [plan.evidence["code"]],
        )
    if plan.date and "X" in plan.date and "date" in plan.evidence:
        yield finding(
            "blank.date",
            "warning",
            f"The plan's own date is left blank in part ({plan.evidence['date'].quote}).",
            f"Ngày ban hành kế hoạch còn để trống ({plan.evidence['date'].quote}).",
            [plan.evidence["date"]],
        )
    yield from _blank_citations(document, own)
    yield from _blank_dates(document, own)


def _blank_citations(document: Document, own: list[Evidence]) -> Iterator[Finding]:
    for citation in document.records.get("citations", []):
        assert isinstance(citation, Citation)
        if citation.code and citation.code.startswith("/") and not _in(citation, own):
            yield finding(
                "blank.citation",
                "warning",
                f"The number of a document that is named is left blank ({citation.quote}).",
                f"Số của văn bản được dẫn để trống ({citation.quote}).",
                [citation],
            )


def _blank_dates(document: Document, own: list[Evidence]) -> Iterator[Finding]:
    for date in document.records.get("dates", []):
        assert isinstance(date, Date)
        if _PARTLY_BLANK.fullmatch(date.value) and not _in(date, own):
            yield finding(
                "blank.day",
                "warning",
                f"A day is left blank ({date.quote}).",
                f"Ngày để trống ({date.quote}).",
                [date],
            )


def _in(record: Evidence, places: list[Evidence]) -> bool:
    return any(overlaps(record, place) for place in places)

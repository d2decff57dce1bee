"""`year_mismatch`: the year in a code against the date, the year in an annex's title against the plan's."""

from collections.abc import Iterator

import regex

from extractor.checking.finding import finding
from extractor.language.document import Document
from extractor.layers import edtf
from extractor.records import Citation, Finding, Heading

_YEAR_IN_CODE = regex.compile(r"^\d+/(\d{4})/")
_YEAR = regex.compile(r"\bnăm[ ]+((?:19|20)\d\d)(?![\d/–-]|[ ]?[-–])", regex.IGNORECASE)
_FOR_THE_FUTURE = regex.compile(
    r"thực hiện|phấn đấu|phân đầu|kế hoạch|nhiệm vụ|chỉ tiêu|tiến độ|phân công|mục tiêu", regex.I
)
_OF_THE_PAST = regex.compile(r"kết quả|thực trạng|hiện trạng|ước|đã|đánh giá|tổng kết|so với", regex.IGNORECASE)


def check_years(document: Document) -> Iterator[Finding]:
    """Check the codes of normative documents (số/năm/…) and the titles of annexes."""
    yield from _codes(document)
    yield from _annexes(document)


def _codes(document: Document) -> Iterator[Finding]:
    """The year in a normative code is the year of issue (NĐ 34/2016/NĐ-CP, Điều 58)."""
    for citation in document.records.get("citations", []):
        assert isinstance(citation, Citation)
        match = _YEAR_IN_CODE.match(citation.code or "")
        year = edtf.year_of(citation.date)
        if match and year and int(match[1]) != year:
            yield finding(
                "year_mismatch.code",
                "error",
                f"{citation.code} is of {match[1]} by its code, but its date is in {year}.",
                f"{citation.code} là văn bản năm {match[1]} theo số, nhưng ngày ban hành ghi năm {year}.",
                [citation],
            )


def _annexes(document: Document) -> Iterator[Finding]:
    period = document.plan.period
    if period is None or not edtf.known(period):
        return
    first, last = edtf.bounds(period)
    for heading in document.records.get("outline", []):
        assert isinstance(heading, Heading)
        if heading.level != 1 or not _is_annex(heading):
            continue
        years = [int(year) for year in _YEAR.findall(heading.title)]
        if years and all(not first.year <= year <= last.year for year in years):
            yield finding(
                "year_mismatch.annex",
                "warning",
                f"The annex's title says {years[0]}, the plan is for {period}.",
                f"Tên phụ lục, biểu ghi năm {years[0]}, kế hoạch là của {period}.",
                [heading],
            )


def _is_annex(heading: Heading) -> bool:
    annexed = heading.number is None or heading.number.casefold().startswith(("phụ lục", "biểu"))
    return annexed and bool(_FOR_THE_FUTURE.search(heading.title)) and not _OF_THE_PAST.search(heading.title)

"""Making findings, and the numbers in their messages."""

from collections.abc import Sequence

from extractor.language.document import Document
from extractor.records import Evidence, Extracted, Finding, Number
from extractor.records.layers import Severity

_QUARTERS = {"33": "quý I", "34": "quý II", "35": "quý III", "36": "quý IV"}


def finding(
    rule: str,
    severity: Severity,
    english: str,
    vietnamese: str,
    quotes: Sequence[Evidence],
) -> Finding:
    """Make a finding; its code is the part of the rule's id before the dot ('blank.number' → 'blank')."""
    code = rule.partition(".")[0]
    kept = [Evidence(quote=quote.quote, start=quote.start, end=quote.end) for quote in quotes]
    return Finding(
        code=code, severity=severity, message=english, message_vi=vietnamese, quotes=kept, rule=f"findings.{rule}"
    )


def sum_mismatch(rule: str, severity: Severity, amount: Number, total: Number, quotes: Sequence[Evidence]) -> Finding:
    """Make the finding on parts that make `amount` where their total says `total`."""
    parts, whole = vietnamese_number(amount), vietnamese_number(total)
    english = f"The parts make {parts}, the total says {whole}."
    return finding(rule, severity, english, f"Cộng các phần được {parts}, tổng ghi {whole}.", quotes)


def evidence(document: Document, start: int, end: int) -> Evidence:
    """Return the evidence of a view span."""
    return Evidence.model_validate(document.evidence(start, end))


def overlaps(one: Evidence, other: Evidence) -> bool:
    """Tell whether two stretches of the text share a letter."""
    return one.start < other.end and other.start < one.end


def in_view(document: Document, record: Extracted) -> tuple[int, int]:
    """Return a record's span in the reading view."""
    return document.view.to_view(record.start, record.end)


def vietnamese_time(value: str) -> str:
    """Write an EDTF time as clerks do: '2022-09-15' → '15/9/2022', '2024-34' → 'quý II/2024'; others as they are."""
    if value.startswith("{"):
        return ", ".join(vietnamese_time(part) for part in value.strip("{}").split(","))
    year, *parts = value.split("-")
    if "/" in value or not all(part.isdigit() for part in parts):
        return value
    if len(parts) == 2:
        return f"{int(parts[1])}/{int(parts[0])}/{year}"
    if len(parts) == 1 and parts[0] in _QUARTERS:
        return f"{_QUARTERS[parts[0]]}/{year}"
    if len(parts) == 1 and int(parts[0]) <= 12:
        return f"tháng {int(parts[0])}/{year}"
    return f"năm {year}" if year == value and year.isdigit() else value


def vietnamese_number(value: Number, decimals: int | None = None) -> str:
    """Write a number as Vietnamese do: '79,83', '222.500'."""
    written = f"{value:,}" if decimals is None else f"{value:,.{decimals}f}"
    return written.replace(",", " ").replace(".", ",").replace(" ", ".")

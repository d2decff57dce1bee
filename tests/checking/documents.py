"""Documents for the checks, their records marked inline, so that a check is tested apart from extraction."""

from typing import Any

from extractor.checking import find_findings
from extractor.evaluation.markup import parse_markup
from extractor.language.document import Document, document_of_text
from extractor.records import (
    Citation,
    Date,
    Evidence,
    Extracted,
    Finding,
    Funding,
    Heading,
    Plan,
    Responsibility,
    Target,
)

_MODELS: dict[str, type[Extracted]] = {
    "citations": Citation,
    "dates": Date,
    "targets": Target,
    "responsibilities": Responsibility,
    "funding": Funding,
    "outline": Heading,
}


def marked_document(marked: str, **plan: Any) -> Document:
    """Open a document whose records are those marked in the text; `plan` gives the plan's fields."""
    parsed = parse_markup(marked)
    document = document_of_text(parsed.text)
    document.plan = Plan.model_validate(plan)
    for layer, records in parsed.records.items():
        model = _MODELS[layer]
        document.records[layer] = [model.model_validate({"rule": "marked", **record}) for record in records]
    return document


def found(marked: str, **plan: Any) -> list[tuple[str, str, list[str]]]:
    """Return code, severity and quotes of the findings on a marked text."""
    return [
        (finding.code, finding.severity, [quote.quote for quote in finding.quotes])
        for finding in findings(marked, **plan)
    ]


def findings(marked: str, **plan: Any) -> list[Finding]:
    """Return the findings on a marked text, whose quotes must be slices of it."""
    document = marked_document(marked, **plan)
    text = document.view.text
    all_ = find_findings(document)
    assert all(text[q.start : q.end] == q.quote for finding in all_ for q in finding.quotes)
    return all_


def evidence_of(text: str, quote: str) -> Evidence:
    """Return the evidence of the first place of a quote."""
    start = text.index(quote)
    return Evidence(quote=quote, start=start, end=start + len(quote))

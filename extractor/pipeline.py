"""The way of one document: source → reading view → layers → record."""

import hashlib
from collections.abc import Callable, Collection, Sequence

from extractor.language.document import Document, document_of
from extractor.layers.citations.find import find_citations
from extractor.layers.criteria.find import find_criteria
from extractor.layers.dates.find import find_dates
from extractor.layers.funding.find import find_funding
from extractor.layers.outline.find import find_outline
from extractor.layers.percentages.find import find_percentages
from extractor.layers.plan.find import find_plan
from extractor.layers.responsibilities.find import find_responsibilities
from extractor.layers.targets.find import find_targets
from extractor.reading import plain_layout
from extractor.reading.source import Source
from extractor.records import Extracted, PlanRecord, SourceInfo

LAYERS: dict[str, Callable[[Document], Sequence[Extracted]]] = {
    "citations": find_citations,
    "dates": find_dates,
    "percentages": find_percentages,
    "criteria": find_criteria,
    "funding": find_funding,
    "targets": find_targets,
    "responsibilities": find_responsibilities,
}
"""The layers after `outline` and `plan`, in the order in which they run."""


def run_layers(document: Document, layers: Collection[str] = tuple(LAYERS)) -> None:
    """Run the layers over a document; `outline` and `plan` always run, for the others lean on them."""
    document.records["outline"] = list(find_outline(document))
    document.plan = find_plan(document)
    for name, find in LAYERS.items():
        if name in layers:
            document.records[name] = list(find(document))


def extract_source(source: Source, layers: Collection[str] = tuple(LAYERS)) -> PlanRecord:
    """Extract the record of a source."""
    document = document_of(source)
    run_layers(document, layers)
    pages = len(source.layout.pages) or None
    return PlanRecord(
        ruleset="0",
        source=SourceInfo(name=source.name, sha256=source.sha256, media_type=source.media_type, pages=pages),
        text=source.text,
        plan=document.plan,
        **document.records,
    )


def extract_text(text: str, layers: Collection[str] = tuple(LAYERS)) -> PlanRecord:
    """Extract the record of a text given directly; it must be NFC with LF line ends."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return extract_source(Source(text, plain_layout(text), digest, "text/plain"), layers)

"""The way of one document: source → reading view → layers → record."""

import gc
import hashlib
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from extractor.checking import find_conformance, find_findings
from extractor.checking.doubts import with_doubts
from extractor.language.document import Document, document_of
from extractor.layers.back_references.find import find_back_references
from extractor.layers.citations.find import find_citations
from extractor.layers.criteria.find import find_criteria
from extractor.layers.dates.find import find_dates
from extractor.layers.funding.find import find_funding
from extractor.layers.outline.find import find_outline
from extractor.layers.percentages.find import find_percentages
from extractor.layers.places.units import add_units
from extractor.layers.plan.find import find_plan
from extractor.layers.responsibilities.find import find_responsibilities
from extractor.layers.targets.find import find_targets
from extractor.reading import plain_layout, read_file
from extractor.reading.recognition import OcrMode, Recognition
from extractor.reading.source import ReadingWarning, Source
from extractor.records import Extracted, PlanRecord, SourceInfo, Warning
from extractor.ruleset import ruleset

LAYERS: dict[str, Callable[[Document], Sequence[Extracted]]] = {
    "citations": find_citations,
    "back_references": find_back_references,
    "dates": find_dates,
    "percentages": find_percentages,
    "criteria": find_criteria,
    "funding": find_funding,
    "targets": find_targets,
    "responsibilities": find_responsibilities,
}
"""The layers after `outline` and `plan`, in the order in which they run."""

PARTS = (*LAYERS, "findings")
"""What may be asked for: the layers, and the findings with the points of form."""


NO_PLAN = ReadingWarning(
    "no_plan",
    "No plan was found in this document: it has no title line 'KẾ HOẠCH' and no plan's symbol.",
    "Không thấy kế hoạch trong văn bản này: không có tên loại KẾ HOẠCH, không có ký hiệu của kế hoạch.",
)


def run_layers(document: Document, layers: Collection[str] = PARTS) -> None:
    """Run the layers over a document; `outline` and `plan` always run, for the others lean on them."""
    document.records["outline"] = list(find_outline(document))
    document.plan = find_plan(document)
    for name, find in LAYERS.items():
        if name in layers:
            document.records[name] = list(find(document))


def extract_source(source: Source, layers: Collection[str] = PARTS) -> PlanRecord:
    """Extract the record of a source."""
    with _no_collection():
        return _extract_source(source, layers)


def _extract_source(source: Source, layers: Collection[str]) -> PlanRecord:
    document = document_of(source)
    run_layers(document, layers)
    pages = len(source.layout.pages) or None
    info = SourceInfo(name=source.name, sha256=source.sha256, media_type=source.media_type, pages=pages)
    record = record_of(document, info, source.warnings, with_findings="findings" in layers)
    document.kept.clear()  # which points back at the document
    return with_doubts(record, source.layout.words, document.view.edits) if document.is_recognised else record


@contextmanager
def _no_collection() -> Iterator[None]:
    """Put off the search for cyclic garbage: what a document's layers make is kept, or freed without it.

    The collector would go through the records again and again as they grow, which on long documents takes more
    time than the text. When it is let on again the working document must be gone, or it goes through that.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def extract_text(text: str, layers: Collection[str] = PARTS) -> PlanRecord:
    """Extract the record of a text given directly.

    The record's text, into which all offsets point, is `text` composed (NFC) and with LF line ends.
    """
    return extract_source(text_source(text), layers)


def text_source(text: str) -> Source:
    """Make a source of a text: composed (NFC), LF line ends, lone surrogates replaced."""
    try:
        text.encode()
    except UnicodeEncodeError:
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    clean = unicodedata.normalize("NFC", text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    return Source(clean, plain_layout(clean), hashlib.sha256(clean.encode()).hexdigest(), "text/plain")


def extract(
    path: str | Path, layers: Collection[str] = PARTS, ocr: OcrMode = "auto", threads: int | None = None
) -> PlanRecord:
    """Extract the record of a file; raises ReadingError where it cannot be read.

    `ocr` says whether pages that are pictures are recognised, `threads` how many at once (one for each processor).
    """
    recognition = Recognition(ocr) if threads is None else Recognition(ocr, threads)
    return extract_source(read_file(path, recognition), layers)


def record_of(
    document: Document, source: SourceInfo, warnings: Iterable[ReadingWarning] = (), *, with_findings: bool = True
) -> PlanRecord:
    """Put the record of a document together after its layers have run."""
    add_units(document)
    told = [*warnings, *_no_plan(document)]
    return PlanRecord(
        ruleset=ruleset(),
        source=source,
        text=document.view.text,
        plan=document.plan,
        findings=find_findings(document) if with_findings else [],
        conformance=find_conformance(document) if with_findings else [],
        warnings=[Warning(code=w.code, message=w.message, message_vi=w.message_vi) for w in told],
        **document.records,
    )


def _no_plan(document: Document) -> list[ReadingWarning]:
    plan = document.plan
    return [NO_PLAN] if plan.title is None and plan.symbol is None else []

"""Viện dẫn ngược: 'Kế hoạch này', 'Nghị định nêu trên', resolved to the citation, or the plan, that they mean."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from extractor.language.document import Document
from extractor.layers.back_references.patterns import BACK
from extractor.layers.citations.provisions import provisions_before
from extractor.lexicon.document_types import DocumentType, load_document_types
from extractor.records import BackReference, Citation

_POINTER = re.compile(r" (?:này|trên)\b")
_LOOK_BACK = 48
_NEAR = 800
"""How far back, in code points of the text, 'này' may reach for a document named before."""


def find_back_references(document: Document) -> list[BackReference]:
    """Find the back-references of a document, in the order of their start; `citations` must have run."""
    citations = [record for record in document.records.get("citations", []) if isinstance(record, Citation)]
    return list(_references(document, citations))


def _references(document: Document, citations: list[Citation]) -> Iterator[BackReference]:
    starts = [citation.start for citation in citations]
    names = {kind.name.lower(): kind for kind in load_document_types().types}
    string = document.string
    for pointer in _POINTER.finditer(string):
        floor = max(0, pointer.start() - _LOOK_BACK)
        floor = max(floor, string.rfind("\n", floor, pointer.start()) + 1)
        found = (m for m in BACK.regex.finditer(string, floor, pointer.end() + 8) if m.end() == pointer.end())
        match = next(found, None)
        if match is None:
            continue
        kind = names[" ".join(match["type"].lower().split())]
        evidence = document.evidence(match.start("type"), match.end("pointer"))
        this = match["pointer"] == "này"
        to_plan, index = False, None
        if kind.abbreviation == "KH" and this:
            to_plan = True
        elif not match["several"]:
            index = _antecedent(citations, bisect_right(starts, evidence["start"]), kind, evidence["start"], near=this)
            to_plan = index is None and kind.abbreviation == "KH"
        yield BackReference(
            **evidence,
            rule=BACK.id,
            review=None if to_plan or index is not None else _why_open(several=bool(match["several"])),
            type=None if kind.name == "Văn bản" else kind.abbreviation,
            refers_to=index,
            to_plan=to_plan,
            provisions=provisions_before(document, match.start("type"), document.line_at(match.start()).start),
        )


def _why_open(*, several: bool) -> str:
    return "several documents" if several else "no document of this type named before"


def _antecedent(citations: list[Citation], before: int, kind: DocumentType, start: int, *, near: bool) -> int | None:
    """Return the index of the last citation of a type before a position, or of the first mention it repeats."""
    for i in range(before - 1, -1, -1):
        citation = citations[i]
        if near and start - citation.end > _NEAR:
            return None
        if kind.name == "Văn bản" or citation.type == kind.abbreviation:
            return i if citation.refers_to is None else citation.refers_to
    return None

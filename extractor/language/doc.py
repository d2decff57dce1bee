"""What a spaCy Doc carries: its records as plain data, and the document that the layers work on.

`doc._.kehoach` holds `plan` and one list for each layer that has run, as dicts that any serialisation takes
(`DocBin`, `n_process`, `to_disk`). The working document is kept beside the Doc, never in it, and is opened anew
from that data where a Doc comes without one. `doc._.kehoach_layout` says where tables and page numbers stand, where
the Doc was made from a file.
"""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any
from weakref import WeakKeyDictionary

from pydantic import TypeAdapter
from spacy.tokens import Doc, Span

from extractor.language.build import build_view
from extractor.language.document import Document
from extractor.reading import plain_layout
from extractor.reading.source import Layout
from extractor.records import Extracted, Plan, PlanRecord

_documents: "WeakKeyDictionary[Doc, Document]" = WeakKeyDictionary()
_LAYOUT = TypeAdapter(Layout)


def document_in(doc: Doc) -> Document:
    """Return the working document of a Doc, with its plan and the records found so far."""
    document = _documents.get(doc)
    if document is None:
        saved = doc._.kehoach_layout
        layout = plain_layout(doc.text) if saved is None else _LAYOUT.validate_python(saved)
        document = Document(build_view(doc.text, layout), layout)
        _restore(document, doc._.kehoach or {})
        _documents[doc] = document
    return document


def set_layout(doc: Doc, layout: Layout) -> None:
    """Give a Doc the layout of the file that its text was read from; to be called before any layer runs."""
    doc._.kehoach_layout = asdict(layout)


def store_records(doc: Doc, layer: str, records: Sequence[Extracted]) -> None:
    """Write the records of a layer to a Doc: data to `doc._.kehoach[layer]`, spans to `doc.spans[layer]`."""
    document_in(doc).records[layer] = list(records)
    _store(doc, layer, [record.model_dump() for record in records])
    spans = (doc.char_span(r.start, r.end, label=r.rule, alignment_mode="expand") for r in records)
    doc.spans[layer] = [span for span in spans if span is not None]


def store_plan(doc: Doc, plan: Plan) -> None:
    """Write the plan's own values to a Doc: to `doc._.kehoach["plan"]`, their places to `doc.spans["plan"]`."""
    document_in(doc).plan = plan
    _store(doc, "plan", plan.model_dump())
    doc.spans["plan"] = list(_plan_spans(doc, plan))


def _plan_spans(doc: Doc, plan: Plan) -> list[Span]:
    spans = (
        doc.char_span(evidence.start, evidence.end, label=field, alignment_mode="expand")
        for field, evidence in plan.evidence.items()
    )
    return [span for span in spans if span is not None]


def _store(doc: Doc, name: str, data: Any) -> None:
    doc._.kehoach = {**(doc._.kehoach or {}), name: data}


def _restore(document: Document, saved: dict[str, Any]) -> None:
    for name, data in saved.items():
        kind: Any = PlanRecord.model_fields[name].annotation
        restored = TypeAdapter(kind).validate_python(data)
        if name == "plan":
            document.plan = restored
        else:
            document.records[name] = restored


for _name in ("kehoach", "kehoach_layout"):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=None)

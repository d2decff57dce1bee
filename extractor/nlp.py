"""The spaCy pipeline of all layers, and the record of a Doc that went through it."""

import hashlib
from importlib import import_module

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from extractor.language.doc import document_in, set_layout
from extractor.pipeline import LAYERS, record_of
from extractor.reading.source import Source
from extractor.records import PlanRecord, SourceInfo

COMPONENTS = ("sentences", "outline", "plan", *LAYERS)


def load(words: bool = True) -> Language:
    """Return the pipeline with all layers in order.

    With `words` the tokens are Vietnamese words by underthesea ("phát triển"); without it they are syllables, which
    is faster by far. The layers find the same either way.
    """
    for module in ("tokenizer", "boundaries"):
        import_module(f"extractor.language.{module}")  # registers its factory, also where not installed
    for name in COMPONENTS[1:]:
        import_module(f"extractor.layers.{name}.component")
    tokenizer = {"@tokenizers": "kehoach.tokenizer.v1", "words": words}
    nlp = spacy.blank("xx", config={"nlp": {"tokenizer": tokenizer}})
    for name in COMPONENTS:
        nlp.add_pipe(f"kehoach_{name}")
    return nlp


def doc_of(nlp: Language, source: Source) -> Doc:
    """Make the Doc of a source, which keeps the layout of its file; `nlp(doc)` then runs the layers on it."""
    doc = nlp.make_doc(source.text)
    set_layout(doc, source.layout)
    return doc


def record_of_doc(doc: Doc, source: SourceInfo | None = None) -> PlanRecord:
    """Return the record of a Doc that went through the pipeline; `source` says where its text came from."""
    if source is None:
        digest = hashlib.sha256(doc.text.encode()).hexdigest()
        source = SourceInfo(sha256=digest, media_type="text/plain")
    return record_of(document_in(doc), source)

"""The layer `plan` as a spaCy component."""

from spacy.language import Language
from spacy.tokens import Doc

from extractor.language.doc import document_in, store_plan
from extractor.layers.plan.find import find_plan


def add_plan(doc: Doc) -> Doc:
    """Read the plan's own values into the Doc."""
    store_plan(doc, find_plan(document_in(doc)))
    return doc


@Language.factory("kehoach_plan", assigns=["doc._.kehoach", "doc.spans"])
def create(nlp: Language, name: str) -> object:
    """Return the component, for spaCy's entry points."""
    return add_plan

"""The layer `plan` as a spaCy component."""

from spacy.language import Language
from spacy.tokens import Doc

from extractor.language.doc import document_in
from extractor.layers.plan.find import find_plan


def add_plan(doc: Doc) -> Doc:
    """Read the plan's own values into the Doc's document."""
    document = document_in(doc)
    document.plan = find_plan(document)
    return doc


@Language.factory("kehoach_plan", assigns=["doc._.document"])
def create(nlp: Language, name: str) -> object:
    """Return the component, for spaCy's entry points."""
    return add_plan

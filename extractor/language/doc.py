"""What a spaCy Doc carries for the layers: its document and the records found so far."""

from spacy.tokens import Doc

from extractor.language.document import Document, document_of_text

for _name in ("document",):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=None)
if not Doc.has_extension("records"):
    Doc.set_extension("records", default={})


def document_in(doc: Doc) -> Document:
    """Return the document of a Doc; it is opened on the Doc's text where none is set yet."""
    if doc._.document is None:
        doc._.document = document_of_text(doc.text)
    document: Document = doc._.document
    return document

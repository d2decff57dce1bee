"""The spaCy component that runs one layer: finds its records and writes them to the Doc."""

from collections.abc import Callable, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from extractor.language.doc import document_in, store_records
from extractor.language.document import Document
from extractor.records import Extracted

Find = Callable[[Document], Sequence[Extracted]]


class LayerComponent:
    """Runs `find` over the document of a Doc: data to `doc._.kehoach[layer]`, spans to `doc.spans[layer]`."""

    def __init__(self, layer: str, find: Find) -> None:
        self.layer = layer
        self.find = find

    def __call__(self, doc: Doc) -> Doc:
        """Add the layer's records to the Doc."""
        store_records(doc, self.layer, self.find(document_in(doc)))
        return doc


def layer_factory(layer: str, find: Find) -> Callable[[Language, str], LayerComponent]:
    """Return the function that spaCy calls to create the component of a layer."""

    def create(nlp: Language, name: str) -> LayerComponent:
        return LayerComponent(layer, find)

    Language.factory(f"kehoach_{layer}", assigns=["doc._.kehoach", "doc.spans"], func=create)
    return create

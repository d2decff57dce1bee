"""The spaCy component that sets `Doc.sents` to the sentences of the reading view."""

from spacy.language import Language
from spacy.tokens import Doc

from extractor.language.doc import document_in


def set_sentences(doc: Doc) -> Doc:
    """Begin a sentence at the token in which each sentence of the reading view begins."""
    document = document_in(doc)
    starts = iter([document.view.to_text(start, end)[0] for start, end in document.sentences])
    start = next(starts, None)
    for token in doc:
        begins = False
        while start is not None and token.idx + len(token.text_with_ws) > start:
            begins = True
            start = next(starts, None)
        token.is_sent_start = begins or token.i == 0
    return doc


@Language.factory("kehoach_sentences", assigns=["token.is_sent_start"])
def create(nlp: Language, name: str) -> object:
    """Return the component, for spaCy's entry points."""
    return set_sentences

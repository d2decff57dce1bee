"""The spaCy component that sets `Doc.sents` to the sentences of the reading view."""

from typing import Any

import numpy
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from extractor.language.doc import document_in


def set_sentences(doc: Doc) -> Doc:
    """Begin a sentence at the token in which each sentence of the reading view begins."""
    document = document_in(doc)
    starts = iter([document.view.to_text(start, end)[0] for start, end in document.sentences])
    start = next(starts, None)
    begun: Any = numpy.full(len(doc), -1, dtype="int64")
    for token in doc:
        begins = token.i == 0
        while start is not None and token.idx + len(token.text_with_ws) > start:
            begins = True
            start = next(starts, None)
        if begins:
            begun[token.i] = 1
    # `token.is_sent_start = …` goes through the whole Doc each time
    return doc.from_array([SENT_START], begun.astype("uint64"))


@Language.factory("kehoach_sentences", assigns=["token.is_sent_start"])
def create(nlp: Language, name: str) -> object:
    """Return the component, for spaCy's entry points."""
    return set_sentences

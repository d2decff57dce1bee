"""The spaCy tokenizer: words by underthesea, or syllables; numbers, dates and document codes are kept whole."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import regex
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from extractor.language.words import word_spans

_TOKEN = regex.compile(
    r"""\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?![\p{L}\d/])                     # 18/01/2024
      | \d++(?:/\d{4})?+[-/]\p{Lu}[\p{L}\d&]*+(?:[-/]\p{L}[\p{L}\d&]*+)*+  # 86/2023/NĐ-CP, 75-NQ/HU
      | \d++(?:[.,]\d++)*+                                               # 60,5  3.250
      | [\p{L}\p{M}][\p{L}\p{M}\d]*+
      | \.{2,}+ | \S""",
    regex.VERBOSE,
)
_LINE_PART = regex.compile(r"[^\n]{1,2000}(?=\s|\Z)|[^\n]{1,2000}")
"""A line, or so much of a very long one as is segmented at once."""


class Tokenizer:
    """Cuts a text into tokens; `doc.text == text` for any text."""

    def __init__(self, vocab: Vocab, words: bool = True) -> None:
        """With `words` the syllables of a word are one token ("phát triển"); without it each syllable is one."""
        self.vocab = vocab
        self.words = words

    def __call__(self, text: str) -> Doc:
        """Tokenize a text."""
        tokens, spaces = [], []
        done = 0
        for start, end in _token_spans(text, words=self.words):
            if done < start:
                tokens.append(text[done:start])
                spaces.append(False)
            tokens.append(text[start:end])
            done = end + text.startswith(" ", end)
            spaces.append(done > end)
        if done < len(text):
            tokens.append(text[done:])
            spaces.append(False)
        return Doc(self.vocab, words=tokens, spaces=spaces)

    def to_bytes(self, **kwargs: Any) -> bytes:
        """Return the tokenizer's setting; the vocabulary is the pipeline's."""
        return b"words" if self.words else b"syllables"

    def from_bytes(self, data: bytes, **kwargs: Any) -> "Tokenizer":
        """Take over the setting of a saved tokenizer."""
        self.words = data == b"words"
        return self

    def to_disk(self, path: str | Path, **kwargs: Any) -> None:
        """Save the setting to a file."""
        Path(path).write_bytes(self.to_bytes())

    def from_disk(self, path: str | Path, **kwargs: Any) -> "Tokenizer":
        """Take over the setting saved in a file."""
        return self.from_bytes(Path(path).read_bytes())


def create_tokenizer(words: bool = True) -> Callable[[Language], Tokenizer]:
    """Return the function that makes the tokenizer of a pipeline, for its config and spaCy's entry points."""

    def create(nlp: Language) -> Tokenizer:
        return Tokenizer(nlp.vocab, words)

    return create


registry.tokenizers("kehoach.tokenizer.v1", func=create_tokenizer)


def _token_spans(text: str, *, words: bool) -> Iterator[tuple[int, int]]:
    """Yield the spans of the tokens that are not blank, in order."""
    if not words:
        yield from (match.span() for match in _TOKEN.finditer(text))
        return
    for part in _LINE_PART.finditer(text):
        yield from ((part.start() + first, part.start() + last) for first, last in _in_words(part[0]))


def _in_words(line: str) -> Iterator[tuple[int, int]]:
    """Yield the tokens of a line; those that make up a word of several syllables are one."""
    tokens = [match.span() for match in _TOKEN.finditer(line)]
    if not tokens:
        return
    words = iter(word_spans(line))
    word = next(words, None)
    number = 0
    while number < len(tokens):
        start, end = tokens[number]
        while word is not None and word[1] <= start:
            word = next(words, None)
        following = number + 1
        if word is not None and word[0] == start and line[start].isalpha():
            while following < len(tokens) and tokens[following][1] <= word[1] and line[tokens[following][0]].isalpha():
                following += 1
            if tokens[following - 1][1] == word[1]:
                end = word[1]
            else:
                following = number + 1
        yield start, end
        number = following

"""The spaCy language: tokenizer, sentence boundaries and the reading view."""

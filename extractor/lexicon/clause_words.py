"""Words that open or close the clause of a cited document's title (trích yếu)."""

import tomllib
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict


class ClauseWords(BaseModel):
    """Comma-separated phrases; see `clause_words.toml` for what each list holds."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    basis: str
    title_verbs: str
    preamble_verbs: str
    goes_on: str
    new_clause: str
    new_clause_in_body: str
    others: str
    subject_verbs: str
    aside: str


@cache
def load_clause_words() -> ClauseWords:
    """Load the phrases; raises ValidationError for a wrong file."""
    raw = tomllib.loads((files("extractor.lexicon") / "clause_words.toml").read_text("utf-8"))
    return ClauseWords.model_validate(raw)


def alternatives(phrases: str) -> str:
    """Return a pattern for any of comma-separated phrases, as whole words, the longest first."""
    words = sorted(
        {" ".join(phrase.split()) for phrase in phrases.split(",")} - {""}, key=lambda word: (-len(word), word)
    )
    return "(?:" + "|".join(word.replace(" ", "[ ]") for word in words) + r")(?!\p{L})"

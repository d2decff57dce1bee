"""What pages and sheets call things, in both languages."""

import tomllib
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from extractor.checking.finding import vietnamese_number


class Word(BaseModel):
    """A name in both languages; `sign` stands beside it where colour alone must not tell."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    vi: str
    en: str
    sign: str = ""

    @property
    def signed(self) -> str:
        """The Vietnamese name behind its sign."""
        return f"{self.sign} {self.vi}" if self.sign else self.vi


class Words(BaseModel):
    """The names of stable codes, by kind of code."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    verdicts: dict[str, Word]
    reasons: dict[str, Word]
    sums: dict[str, Word]
    faults: dict[str, Word]
    notices: dict[str, Word]
    links: dict[str, Word]
    levels: dict[str, Word]

    def reason(self, code: str) -> Word:
        """Name a reason; a code without a name stands for itself."""
        return self.reasons.get(code) or Word(vi=code, en=code)


@cache
def load_words() -> Words:
    """Load the words; raises ValidationError for a wrong file."""
    return Words.model_validate(tomllib.loads((files("extractor.output") / "words.toml").read_text("utf-8")))


def number_word(value: float) -> Word:
    """Write a number as each language does: '1.800,5' and '1,800.5'."""
    whole = int(value) if value == int(value) else round(value, 6)
    return Word(vi=vietnamese_number(whole), en=f"{whole:,}")

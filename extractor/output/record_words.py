"""What the report of one plan calls the layers, fields and codes of a record."""

import tomllib
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from extractor.output.words import Word


class RecordWords(BaseModel):
    """The names of layers, of fields, and of the codes that stand in fields."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    layers: dict[str, Word]
    fields: dict[str, Word]
    codes: dict[str, dict[str, Word]]
    severities: dict[str, Word]
    statuses: dict[str, Word]


@cache
def load_record_words() -> RecordWords:
    """Load the words; raises ValidationError for a wrong file."""
    return RecordWords.model_validate(
        tomllib.loads((files("extractor.output") / "record_words.toml").read_text("utf-8"))
    )

"""What all records share: evidence in the text, the rule that made them, a reason to look again."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Comparator = Literal["eq", "ge", "gt", "le", "lt", "approx"]
Bound = Literal["on", "within", "by", "before", "from", "after", "early", "end"]
Number = int | float


class Model(BaseModel):
    """Base of all record models: unknown fields are refused, values are immutable."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Evidence(Model):
    """A stretch of the document's text; offsets are code points into `text`, `text[start:end] == quote`."""

    quote: str = Field(description="The words as they stand in `text`, line breaks included")
    start: int = Field(ge=0, description="Where they begin: code points into `text`, from 0")
    end: int = Field(ge=0, description="Where they end, exclusive: `text[start:end] == quote`")


class Extracted(Evidence):
    """A record found in the text."""

    rule: str = Field(description="Id of the rule that made this record")
    review: str | None = Field(default=None, description="Why a person should look at this value; null if sure")

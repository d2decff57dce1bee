"""A citation while it is being read, in view offsets."""

from dataclasses import dataclass

from extractor.layers.citations.heads import Head
from extractor.records.layers import Relation


@dataclass(slots=True)
class Draft:
    """A head with its date, issuer and title."""

    head: Head
    end: int
    date: str | None = None
    issuer: str | None = None
    title: str | None = None
    relation: Relation = "reference"

    @property
    def start(self) -> int:
        """Where the type word starts."""
        return self.head.start

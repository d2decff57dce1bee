"""A plan under review, with everything that is known of it."""

from dataclasses import dataclass
from typing import Literal

from extractor.records import PlanRecord
from extractor.reviewing.review.catalogue import Entry
from extractor.reviewing.review.corrected import Corrected
from extractor.reviewing.review.folder import State
from extractor.reviewing.review.layout import Layout

Progress = Literal["waiting", "new", "started", "done", "failed"]


@dataclass(frozen=True, slots=True)
class Opened:
    """A plan with everything that is known of it."""

    entry: Entry
    record: PlanRecord
    corrected: Corrected
    state: State
    version: int
    """That of the state, and one more where the gold file was edited by hand since."""
    layout: Layout | None

    @property
    def progress(self) -> Progress:
        """How far its review is."""
        return "done" if self.state.done else "started" if self.version else "new"

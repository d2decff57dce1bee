"""The folder of results: the extractor's records, the gold files, the state of each plan's review."""

import getpass
import hashlib
import json
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from extractor.output.jsonfile import write_whole
from extractor.reviewing.api.problems import ProblemError
from extractor.reviewing.datafolder import take

Decision = Literal["accepted", "corrected", "added"]
Key = Annotated[str, Field(min_length=1, max_length=100)]
Reviewer = Annotated[str, Field(min_length=1, max_length=100)]


class State(BaseModel):
    """How far the review of a plan is."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: int = Field(default=0, ge=0)
    """Counts what was saved; 0 before anything was."""
    reviewer: str | None = None
    changed: str | None = None
    """UTC."""
    done: bool = False
    decisions: dict[Key, Decision] = {}
    keys: dict[str, list[str]] = {}
    """The keys of the gold file's items, in their order."""
    gold: str | None = None
    """SHA-256 of the gold file as it was saved: another one was edited by hand."""


class Results:
    """The folder; one server works in it at a time."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.records, self.gold, self.review = out / "records", out / "gold", out / "review"
        self._session = out / "session.json"

    def __enter__(self) -> Self:
        self._lock = take(self.out, self.records, self.gold, self.review)
        return self

    def __exit__(self, *_: object) -> None:
        self._lock.close()

    def record_file(self, name: str) -> Path:
        """Return where the extractor's record of a plan is kept."""
        return self.records / f"{name}.json"

    def gold_file(self, name: str) -> Path:
        """Return where its corrected record is kept."""
        return gold_file(self.record_file(name), self.records)

    def layout_file(self, name: str) -> Path:
        """Return where the places of its pages and recognised words are kept."""
        return layout_file(self.record_file(name), self.records)

    def state(self, name: str) -> State:
        """Read how far the review of a plan is; raises ProblemError for a file that tells nonsense."""
        path = self.state_file(name)
        try:
            return State.model_validate_json(path.read_bytes())
        except FileNotFoundError:
            return State()
        except (OSError, ValidationError):
            raise ProblemError(
                "unsound_state",
                f"review/{name}.json is not what the review writes; mend it, or remove it: decisions are lost then, "
                "corrections are not",
                f"tệp review/{name}.json không đúng dạng; hãy sửa, hoặc xóa tệp: khi đó mất các quyết định, "
                "phần đã sửa vẫn còn",
            ) from None

    def save(self, name: str, gold: str, state: State) -> State:
        """Write gold and state; cut off between the two, the gold file counts as edited by hand."""
        write_whole(self.gold_file(name), gold)
        state = state.model_copy(update={"gold": hashlib.sha256(gold.encode()).hexdigest()})
        write_whole(self.state_file(name), state.model_dump_json(indent=1) + "\n")
        return state

    def reviewer(self) -> str:
        """Return who reviewed last, or the user of this machine."""
        try:
            known: Any = json.loads(self._session.read_text("utf-8"))
            name = known["reviewer"]
            return name if isinstance(name, str) and name else _user()
        except (OSError, ValueError, KeyError, TypeError):
            return _user()

    def remember(self, reviewer: str) -> None:
        """Keep who reviews."""
        write_whole(self._session, json.dumps({"reviewer": reviewer}, ensure_ascii=False) + "\n")

    def state_file(self, name: str) -> Path:
        """Return where the state of its review is kept."""
        return self.review / f"{name}.json"


def gold_file(record: Path, records: Path) -> Path:
    """Return where the corrected form of a record is kept."""
    return records.parent / "gold" / record.relative_to(records)


def layout_file(record: Path, records: Path) -> Path:
    """Return where the layout of a record's document is kept; no name of a plan begins like it."""
    return records.parent / "review" / ".layout" / record.relative_to(records)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user without a name
        return "?"

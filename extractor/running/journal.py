"""What earlier runs have done in a folder, so that an interrupted one goes on where it was."""

import fcntl
import hashlib
import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from extractor.ruleset import ruleset
from extractor.running.files import Job
from extractor.running.job import Outcome

JOURNAL_NAME = ".journal.jsonl"


class BusyError(Exception):
    """Another run writes into the folder."""


class Journal:
    """One line for each record written; open while a run works, and by one run at a time.

    A file counts as done when its content, its name, the rules and the options are those of its line, and its record
    has the bytes that were written then. What is not so is done anew.
    """

    def __init__(self, folder: Path, options: Mapping[str, Any]) -> None:
        self.folder = folder
        self.options = {n: value if isinstance(value, str) else list(value) for n, value in options.items()}
        self.entries: dict[str, dict[str, Any]] = {}

    def __enter__(self) -> Self:
        self.folder.mkdir(parents=True, exist_ok=True)
        self.file = (self.folder / JOURNAL_NAME).open("a+b")
        try:
            fcntl.flock(self.file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self.file.close()
            raise BusyError from None
        self._load()
        self._sweep()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.file.close()

    def done(self, job: Job, sha256: str) -> Outcome | None:
        """Return what an earlier run made of a file, if it still stands."""
        entry = self.entries.get(self._key(job))
        if entry is None or entry["made_of"] != self._made_of(job, sha256) or digest(job.record) != entry["written"]:
            return None
        return Outcome(job, entry["row"], written=entry["written"], resumed=True)

    def add(self, outcome: Outcome) -> None:
        """Note a record that was written."""
        row, job = outcome.row, outcome.job
        made_of = self._made_of(job, row["sha256"])
        entry = {"record": self._key(job), "made_of": made_of, "written": outcome.written, "row": row}
        self.file.write(json.dumps(entry, ensure_ascii=False).encode() + b"\n")
        self.file.flush()

    def _key(self, job: Job) -> str:
        return job.record.relative_to(self.folder).as_posix()

    def _made_of(self, job: Job, sha256: str) -> dict[str, Any]:
        return {"name": job.path.name, "sha256": sha256, "ruleset": ruleset(), "options": self.options}

    def _load(self) -> None:
        self.file.seek(0)
        line = b"\n"
        for line in self.file:
            try:
                entry = json.loads(line)
                self.entries[entry["record"]] = entry
            except (ValueError, KeyError, TypeError):
                continue  # cut off when the run was ended: its file is done anew
        if not line.endswith(b"\n"):
            self.file.write(b"\n")

    def _sweep(self) -> None:
        """Remove what an ended run was writing aside."""
        for left in (*self.folder.rglob(".*.part"), *self.folder.rglob(".*.part.*")):
            if left.is_dir():
                shutil.rmtree(left, ignore_errors=True)
            else:
                left.unlink(missing_ok=True)


def digest(path: Path) -> str | None:
    """Return the SHA-256 of a file's bytes; None where it cannot be read."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None

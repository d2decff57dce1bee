"""Jobs: what was accepted, in which order it is done, and what came of it. The table is the queue."""

import json
import secrets
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, get_args

from extractor.reviewing.api.storage import Storage
from extractor.running.job import Failure

Kind = Literal["extract", "crosscheck"]
State = Literal["queued", "running", "done", "no_plan", "failed"]
STATES: tuple[State, ...] = get_args(State)
UNFINISHED: tuple[State, ...] = ("queued", "running")
MAX_ATTEMPTS = 10
"""Times that a job is begun: one that takes the whole machine down each time must come to an end."""


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of work, as the table holds it."""

    seq: int
    id: str
    kind: Kind
    batch: str | None
    state: State
    name: str | None
    content: str | None
    """SHA-256 of the upload."""
    size: int
    ocr: str | None
    members: tuple[str, ...]
    """Records to cross-check."""
    attempts: int
    accepted: str
    started: str | None
    finished: str | None
    code: str | None
    message: str | None
    message_vi: str | None

    @property
    def is_finished(self) -> bool:
        """True when nothing more will come of it."""
        return self.state not in UNFINISHED

    @property
    def failure(self) -> Failure | None:
        """Why it failed."""
        if self.state != "failed":
            return None
        return Failure(self.code or "internal", self.message or "", self.message_vi or "")


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for."""

    id: str
    kind: Kind
    size: int = 0
    name: str | None = None
    content: str | None = None
    ocr: str | None = None
    batch: str | None = None
    members: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Ending:
    """How a job came out; `note` says why there is no plan, or no record."""

    state: State
    note: Failure | None = None


def new_id() -> str:
    """Return an id that nobody can guess."""
    return secrets.token_hex(16)


def now() -> str:
    """Return the time, UTC, to the millisecond."""
    return stamp(datetime.now(UTC))


def stamp(time: datetime) -> str:
    """Return a time, UTC, as the table holds it: later ones are larger."""
    return time.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def accept(storage: Storage, order: Order) -> Job:
    """Put a job on the disk; from here on it will be done."""
    with storage.write() as connection:
        connection.execute(
            "INSERT INTO jobs (id, kind, batch, state, name, content, size, ocr, members, accepted) "
            "VALUES (?, ?, ?, 'queued', ?, ?, ?, ?, ?, ?)",
            (
                order.id,
                order.kind,
                order.batch,
                order.name,
                order.content,
                order.size,
                order.ocr,
                json.dumps(list(order.members)),
                now(),
            ),
        )
        (job,) = _jobs(connection.execute("SELECT * FROM jobs WHERE id = ?", [order.id]))
    return job


def find(storage: Storage, job_id: str) -> Job | None:
    """Return a job by its id."""
    return next(_jobs(storage.read().execute("SELECT * FROM jobs WHERE id = ?", [job_id])), None)


def begin_next(storage: Storage) -> Job | None:
    """Take the next job; those that were begun before wait behind the others, for they may be why the server ended."""
    with storage.write() as connection:
        taken = connection.execute(
            "UPDATE jobs SET state = 'running', attempts = attempts + 1, started = ? WHERE seq = "
            "(SELECT seq FROM jobs WHERE state = 'queued' ORDER BY attempts, seq LIMIT 1) RETURNING *",
            [now()],
        ).fetchall()
    return next(_jobs(taken), None)


def end(connection: sqlite3.Connection, job: Job, ending: Ending) -> None:
    """Note what came of a job, within a transaction."""
    note = ending.note
    told = (note.code, note.message, note.message_vi) if note else (None, None, None)
    connection.execute(
        "UPDATE jobs SET state = ?, finished = ?, code = ?, message = ?, message_vi = ? WHERE seq = ?",
        (ending.state, now(), *told, job.seq),
    )


def give_back(connection: sqlite3.Connection, job: Job) -> None:
    """Put a job that was begun back into the queue, within a transaction."""
    connection.execute(
        "UPDATE jobs SET state = 'queued', started = NULL WHERE seq = ? AND state = 'running'", [job.seq]
    )


def recover(storage: Storage, given_up: Failure) -> None:
    """Put what an ended server was at back into the queue, and drop uploads that were not accepted."""
    with storage.write() as connection:
        connection.execute(
            "UPDATE jobs SET state = 'failed', finished = ?, code = ?, message = ?, message_vi = ? "
            "WHERE state = 'running' AND attempts >= ?",
            (now(), given_up.code, given_up.message, given_up.message_vi, MAX_ATTEMPTS),
        )
        connection.execute("UPDATE jobs SET state = 'queued', started = NULL WHERE state = 'running'")
        wanted = {row["id"] for row in connection.execute("SELECT id FROM jobs WHERE state = 'queued'")}
    for upload in storage.uploads.iterdir():
        if upload.name not in wanted:
            upload.unlink()


def unfinished(storage: Storage) -> tuple[int, int]:
    """Return the number and the bytes of the jobs that are not finished."""
    row = (
        storage.read()
        .execute("SELECT count(*), coalesce(sum(size), 0) FROM jobs WHERE state IN ('queued', 'running')")
        .fetchone()
    )
    return row[0], row[1]


def counts(storage: Storage, batch: str | None = None) -> dict[State, int]:
    """Count jobs by state, of all or of a batch."""
    condition, values = ("WHERE batch = ?", [batch]) if batch else ("", [])
    found = Counter[str]()
    for row in storage.read().execute(f"SELECT state, count(*) FROM jobs {condition} GROUP BY state", values):
        found[row[0]] = row[1]
    return {state: found[state] for state in STATES}


def listed(storage: Storage, batch: str | None, state: State | None, after: int, limit: int) -> list[Job]:
    """Return jobs in the order in which they were accepted, those after a place in it."""
    conditions, values = ["seq > ?"], [str(after)]
    for column, value in (("batch", batch), ("state", state)):
        if value is not None:
            conditions.append(f"{column} = ?")
            values.append(value)
    where = " AND ".join(conditions)
    found = storage.read().execute(f"SELECT * FROM jobs WHERE {where} ORDER BY seq LIMIT ?", [*values, limit])
    return list(_jobs(found))


def new_batch(storage: Storage, label: str | None) -> str:
    """Make a batch."""
    batch = new_id()
    with storage.write() as connection:
        connection.execute("INSERT INTO batches (id, label, made) VALUES (?, ?, ?)", (batch, label, now()))
    return batch


def find_batch(storage: Storage, batch: str) -> tuple[str | None, str] | None:
    """Return a batch's label and when it was made."""
    row = storage.read().execute("SELECT label, made FROM batches WHERE id = ?", [batch]).fetchone()
    return (row["label"], row["made"]) if row else None


def _jobs(rows: "sqlite3.Cursor | Sequence[sqlite3.Row]") -> Iterator[Job]:
    for row in rows:
        values = dict(row)
        yield Job(**{**values, "members": tuple(json.loads(values["members"] or "[]"))})

"""The data folder: a database of jobs and records, the uploads that wait, the records as files.

Everything that was accepted stands here before it is answered, so that a server that was killed goes on with it.
"""

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from extractor.reviewing.datafolder import DataError, take

VERSION = 1
_CACHE = 512
"""Kilobytes that each thread's connection keeps of the database; the system keeps the rest of it once for all."""
_SCHEMA = """
CREATE TABLE jobs (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, batch TEXT, state TEXT NOT NULL,
    name TEXT, content TEXT, size INTEGER NOT NULL, ocr TEXT, members TEXT,
    attempts INTEGER NOT NULL DEFAULT 0, accepted TEXT NOT NULL, started TEXT, finished TEXT,
    code TEXT, message TEXT, message_vi TEXT
);
CREATE INDEX jobs_by_state ON jobs (state, attempts, seq);
CREATE INDEX jobs_by_batch ON jobs (batch, seq);
CREATE TABLE batches (id TEXT PRIMARY KEY, label TEXT, made TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE records (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, made_with TEXT NOT NULL, made TEXT NOT NULL, name TEXT,
    outcome TEXT NOT NULL, media_type TEXT NOT NULL, pages INTEGER,
    code TEXT, number TEXT, issuer TEXT, level TEXT, date TEXT, period TEXT, title TEXT, findings INTEGER NOT NULL,
    folded_code TEXT NOT NULL, folded_issuer TEXT NOT NULL, first_day TEXT, last_day TEXT, text TEXT NOT NULL
);
CREATE INDEX records_by_code ON records (folded_code);
CREATE TABLE criteria (record INTEGER NOT NULL, number TEXT NOT NULL, name TEXT NOT NULL);
CREATE INDEX criteria_by_record ON criteria (record);
CREATE INDEX criteria_by_number ON criteria (number);
CREATE TABLE findings (
    record INTEGER NOT NULL, code TEXT NOT NULL, severity TEXT NOT NULL, finding TEXT NOT NULL
);
CREATE INDEX findings_by_record ON findings (record);
CREATE VIRTUAL TABLE words USING fts5 (title, body, tokenize = "unicode61 remove_diacritics 0");
"""


class Storage:
    """The data folder of one server; a lock keeps a second server out."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.uploads = folder / "uploads"
        self.records = folder / "records"
        self.crosschecks = folder / "crosschecks"
        self.database = folder / "kehoach.sqlite"
        self._threads = threading.local()

    def __enter__(self) -> Self:
        self._lock = take(self.folder, self.uploads, self.records, self.crosschecks)
        try:
            self._prepare()
        except sqlite3.Error as error:
            self._lock.close()
            raise DataError(str(error)) from None
        return self

    def __exit__(self, *_: object) -> None:
        connection = self._threads.__dict__.pop("connection", None)
        if connection:
            connection.close()
        self._lock.close()

    def read(self) -> sqlite3.Connection:
        """Return this thread's connection."""
        connection: sqlite3.Connection | None = getattr(self._threads, "connection", None)
        if connection is None:
            # another thread than its own closes it only when that thread has ended
            connection = sqlite3.connect(self.database, timeout=30, isolation_level=None, check_same_thread=False)
            connection.row_factory = sqlite3.Row
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute(f"PRAGMA cache_size = -{_CACHE}")
            self._threads.connection = connection
        return connection

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """Give this thread's connection in a transaction, which is on the disk when the block is left."""
        connection = self.read()
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")

    def record_file(self, content: str) -> Path:
        """Return where the record of a content (SHA-256) is kept."""
        return self.records / content[:2] / f"{content}.json"

    def upload_file(self, job: str) -> Path:
        """Return where the bytes of a job wait."""
        return self.uploads / job

    def crosscheck_file(self, job: str) -> Path:
        """Return where the cross-check of a job is kept."""
        return self.crosschecks / f"{job}.json"

    def _prepare(self) -> None:
        connection = self.read()
        connection.execute("PRAGMA journal_mode = WAL")
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version == 0:
            connection.executescript(f"BEGIN IMMEDIATE; {_SCHEMA} PRAGMA user_version = {VERSION}; COMMIT;")
        elif version != VERSION:
            raise DataError(f"it is of version {version}, this program keeps version {VERSION}")


def sync_folder(folder: Path) -> None:
    """Put a folder's entries on the disk: a file that was written is lost with the power else."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

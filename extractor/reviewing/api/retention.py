"""Finished jobs are forgotten after a while: they hold names of files, and a list that grows for ever."""

import logging
import sqlite3
import threading
from datetime import UTC, datetime, timedelta

from extractor.reviewing.api.jobs import stamp
from extractor.reviewing.api.storage import Storage

_HOUR = 3600.0

log = logging.getLogger("kehoach.jobs")


def forget(storage: Storage, before: datetime) -> int:
    """Remove the jobs that were finished before a time, with their cross-checks, and batches that have none left.

    Records stay: they are what the jobs were for. Returns the number of jobs.
    """
    limit = stamp(before)
    with storage.write() as connection:
        gone = connection.execute(
            "DELETE FROM jobs WHERE state NOT IN ('queued', 'running') AND finished < ? RETURNING id, kind", [limit]
        ).fetchall()
        connection.execute(
            "DELETE FROM batches WHERE made < ? AND NOT EXISTS (SELECT 1 FROM jobs WHERE jobs.batch = batches.id)",
            [limit],
        )
    for job in gone:
        if job["kind"] == "crosscheck":
            storage.crosscheck_file(job["id"]).unlink(missing_ok=True)
    return len(gone)


class Retention:
    """Forgets old jobs at the start and every hour."""

    def __init__(self, storage: Storage, days: int, every: float = _HOUR) -> None:
        self._storage, self._kept, self._every = storage, timedelta(days=days), every
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._run, name="retention", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End."""
        self._end.set()
        self._thread.join()

    def _run(self) -> None:
        while True:
            try:
                gone = forget(self._storage, datetime.now(UTC) - self._kept)
                if gone:
                    log.info("forgotten", extra={"jobs": gone})
            except (sqlite3.Error, OSError) as error:  # a full disk; the next hour is another chance
                log.error("storage", extra={"reason": type(error).__name__})
            if self._end.wait(self._every):
                return

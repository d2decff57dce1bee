"""Records are made one after the other while people review; a plan that is asked for goes first."""

import contextlib
import logging
import threading
from collections.abc import Callable, Sequence
from functools import partial

from extractor.reviewing.review.catalogue import Entry
from extractor.reviewing.review.folder import Results
from extractor.reviewing.review.prepare import prepare
from extractor.running.files import Job
from extractor.running.job import Failure
from extractor.running.pool import Pool, Process
from extractor.running.schedule import Limits

_OF_THE_WORKER = frozenset({"memory", "died", "timeout"})
"""Failures after which the worker is replaced."""

log = logging.getLogger("kehoach.review")


class Preparer:
    """One worker process, and the plans that wait for it."""

    def __init__(
        self, results: Results, waiting: Sequence[Entry], limits: Limits, told: Callable[[Entry, Failure | None], None]
    ) -> None:
        self._results, self._told = results, told
        self._pool = Pool(partial(prepare, records=results.records), limits, 1)
        self._waiting = list(waiting)
        self._changed = threading.Condition()
        self._stopping = False
        self._worker: Process | None = None
        self._thread = threading.Thread(target=self._run, name="prepare", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def wait_no_more(self) -> None:
        """Let nobody wait any longer; no further plan is begun."""
        with self._changed:
            self._stopping = True
            self._changed.notify_all()

    def stop(self) -> None:
        """End, also in the middle of a plan: it is begun anew after the next start."""
        self.wait_no_more()
        with self._changed:
            worker = self._worker
        if worker is not None:
            with contextlib.suppress(ValueError, OSError):  # it is gone already
                worker.process.kill()
        self._thread.join()

    def wait(self, entry: Entry, seconds: float) -> bool:
        """Let a plan go first, and wait for it; tells whether it is ready, or has failed."""
        with self._changed:
            if entry in self._waiting:
                self._waiting.remove(entry)
                self._waiting.insert(0, entry)
            return self._changed.wait_for(lambda: entry not in self._waiting or self._stopping, seconds)

    def is_waiting(self, entry: Entry) -> bool:
        """Tell whether a plan's record is still to be made."""
        with self._changed:
            return entry in self._waiting

    def _run(self) -> None:
        while True:
            with self._changed:
                if self._stopping or not self._waiting:
                    break
                entry = self._waiting[0]
            try:
                failure = self._prepare(entry)
            except Exception as error:  # no more processes, or a fault of ours
                log.error("fault", exc_info=error)
                reason = type(error).__name__
                failure = Failure("internal", f"internal error ({reason})", f"lỗi bên trong ({reason})")
            if self._stopping:
                break
            self._told(entry, failure)
            with self._changed:
                self._waiting.remove(entry)
                self._changed.notify_all()
        self._dismiss()

    def _prepare(self, entry: Entry) -> Failure | None:
        with self._changed:
            if self._worker is None:
                self._worker = self._pool.hire()
            worker = self._worker
        worker.give(Job(entry.path, self._results.record_file(entry.name)))
        failure = worker.take().failure
        if failure and failure.code in _OF_THE_WORKER:
            self._dismiss()
        return failure

    def _dismiss(self) -> None:
        with self._changed:
            worker, self._worker = self._worker, None
        if worker is not None:
            with contextlib.suppress(Exception):  # broken already
                worker.end()

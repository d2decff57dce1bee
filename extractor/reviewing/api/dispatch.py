"""Workers on the queue: a thread for each worker process, which is replaced when a file breaks it."""

import asyncio
import contextlib
import logging
import math
import sqlite3
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from extractor.pipeline import NO_PLAN
from extractor.reviewing.api import index, jobs
from extractor.reviewing.api.settings import Settings
from extractor.reviewing.api.storage import Storage
from extractor.reviewing.api.work import ENTRY, made_with, run_task
from extractor.running import files
from extractor.running.job import NO_ROOM, Failure, Outcome
from extractor.running.pool import DIED, Pool, Process

_AGAIN = frozenset({"memory", "died"})
"""Failures that may come of what the worker did before: the job has a second try in a fresh one."""
_NOTE = Failure(NO_PLAN.code, NO_PLAN.message, NO_PLAN.message_vi)
_GRACE = 10.0
"""Seconds that jobs at work may take when the server is told to end; longer ones are done after the next start."""
_PAUSE = 5.0
"""Seconds between two tries on a full disk."""
_WEIGHT = 0.1
"""Of the newest job in the running mean of how long jobs take."""

log = logging.getLogger("kehoach.jobs")


class Dispatcher:
    """Hands jobs to workers and tells those who wait for them."""

    def __init__(
        self, storage: Storage, settings: Settings, told: Callable[[jobs.Job, jobs.Ending, float], None]
    ) -> None:
        self.storage, self.settings = storage, settings
        self._told = told
        run = partial(run_task, folder=storage.folder, max_pages=settings.max_pages)
        self._pool = Pool(run, settings.limits, settings.workers)
        self._lock = threading.Lock()
        self._work = threading.Condition(self._lock)
        self._stopping = False
        self._busy: set[Process] = set()
        self._waiting: dict[str, tuple[asyncio.AbstractEventLoop, asyncio.Event]] = {}
        self._unfinished, self._bytes = 0, 0
        self._mean_seconds = 1.0
        self._threads: list[threading.Thread] = []

    def start(self) -> None:
        """Take up what an earlier server has left, and begin to work."""
        jobs.recover(self.storage, DIED)
        self._unfinished, self._bytes = jobs.unfinished(self.storage)
        for number in range(self.settings.workers):
            thread = threading.Thread(target=self._run, name=f"worker-{number}", daemon=True)
            self._threads.append(thread)
            thread.start()

    def stop(self) -> None:
        """End; what is not done is on the disk and is done after the next start."""
        with self._work:
            self._stopping = True
            self._work.notify_all()
        deadline = time.monotonic() + _GRACE
        for thread in self._threads:
            thread.join(max(0.0, deadline - time.monotonic()))
        with self._lock:
            late = list(self._busy)
        for worker in late:
            worker.process.kill()
        for thread in self._threads:
            thread.join()

    def reserve(self, size: int) -> float | None:
        """Keep a place in the queue for an upload; where there is none, return the seconds after which to try again."""
        with self._lock:
            full = self._unfinished >= self.settings.max_queue
            if full or (self._unfinished and self._bytes + size > self.settings.max_queue_bytes):
                return math.ceil(min(600.0, max(1.0, self._mean_seconds * self._unfinished / self.settings.workers)))
            self._unfinished += 1
            self._bytes += size
            return None

    def release(self, size: int) -> None:
        """Give a place back."""
        with self._lock:
            self._unfinished -= 1
            self._bytes -= size

    def accepted(self, reserved: int, size: int) -> None:
        """Begin on a job that now stands in the queue; its size is known by now."""
        with self._work:
            self._bytes += size - reserved
            self._work.notify()

    def expect(self, job_id: str) -> asyncio.Event:
        """Return what is set when a job is finished; asked for before the job is accepted, so that none is missed."""
        event = asyncio.Event()
        with self._lock:
            self._waiting[job_id] = (asyncio.get_running_loop(), event)
        return event

    def forget(self, job_id: str) -> None:
        """Wait no more."""
        with self._lock:
            self._waiting.pop(job_id, None)

    def load(self) -> tuple[int, int]:
        """Return the number and the bytes of what is accepted or under way and not finished."""
        with self._lock:
            return self._unfinished, self._bytes

    def _run(self) -> None:
        worker: Process | None = None
        job: jobs.Job | None = None
        while not self._stopping:
            try:
                worker = worker or self._pool.hire()  # before the first job: it takes a second or two to start
                job = self._next()
                if job is not None:
                    worker = self._handle(job, worker)
            except Exception as error:  # no more processes, or a fault of ours: the job is not lost
                log.error("fault", exc_info=error)
                _dismiss(worker)
                worker = None
                self._pause()
                if job is not None:
                    self._give_back(job)
        if worker is not None:
            worker.end()

    def _handle(self, job: jobs.Job, worker: Process) -> Process | None:
        """Do a job to its end; returns the worker if it can go on."""
        began = time.monotonic()
        if job.attempts > jobs.MAX_ATTEMPTS:
            self._finish(job, jobs.Ending("failed", DIED), None, began)
            return worker
        if job.kind == "extract" and (known := self._known(job)):
            self._finish(job, known, None, began)
            return worker
        outcome, left = self._do(job, worker)
        if not (self._stopping and outcome.failure in (DIED, NO_ROOM)):
            self._finish(job, _ending(outcome), outcome.row.get(ENTRY), began)
        return left

    def _give_back(self, job: jobs.Job) -> None:
        """Put a job that could not be done back into the queue."""
        with contextlib.suppress(sqlite3.Error), self.storage.write() as connection:
            jobs.give_back(connection, job)

    def _next(self) -> jobs.Job | None:
        while True:
            with self._work:
                if self._stopping:
                    return None
            try:
                job = jobs.begin_next(self.storage)
            except sqlite3.Error as error:
                log.error("storage", extra={"reason": type(error).__name__})
                job = None
            if job is not None:
                return job
            with self._work:
                if not self._stopping:
                    self._work.wait(1.0)

    def _do(self, job: jobs.Job, worker: Process) -> tuple[Outcome, Process | None]:
        """Do a job, again where it may not be the file's fault; returns the worker too if it can go on."""
        outcome, left = self._try(job, worker)
        if outcome.failure and outcome.failure.code in _AGAIN and not self._stopping:
            outcome, left = self._try(job, left or self._pool.hire())
        while outcome.failure == NO_ROOM and self._pause():
            outcome, left = self._try(job, left or self._pool.hire())
        return outcome, left

    def _pause(self) -> bool:
        """Wait a little for room on the disk, or for what else is missing; tells whether to go on."""
        with self._work:
            return not self._work.wait_for(lambda: self._stopping, _PAUSE)

    def _try(self, job: jobs.Job, worker: Process) -> tuple[Outcome, Process | None]:
        with self._lock:
            self._busy.add(worker)
        try:
            worker.give(files.Job(self.storage.upload_file(job.id), self._result_file(job)))
            outcome = worker.take()
        finally:
            with self._lock:
                self._busy.discard(worker)
        if outcome.failure and outcome.failure.code in {*_AGAIN, "timeout"}:
            worker.end()
            return outcome, None
        return outcome, worker

    def _result_file(self, job: jobs.Job) -> Path:
        if job.kind == "crosscheck":
            return self.storage.crosscheck_file(job.id)
        assert job.content is not None
        return self.storage.record_file(job.content)

    def _known(self, job: jobs.Job) -> jobs.Ending | None:
        """Return the ending of a job on bytes of which the same rules and options have made a record before."""
        try:
            if job.content is None or index.made_with(self.storage, job.content) != made_with(job.ocr):
                return None
            is_plan = index.outcome(self.storage, job.content) == "plan"
        except sqlite3.Error:
            return None
        return jobs.Ending("done") if is_plan else jobs.Ending("no_plan", _NOTE)

    def _finish(self, job: jobs.Job, ending: jobs.Ending, entry: index.Entry | None, began: float) -> None:
        """Note what came of a job and its record's place in the index, both or neither; tell who waits."""
        while not self._noted(job, ending, entry):
            if not self._pause():
                return
        self.storage.upload_file(job.id).unlink(missing_ok=True)
        seconds = time.monotonic() - began
        with self._lock:
            self._unfinished -= 1
            self._bytes -= job.size
            self._mean_seconds += _WEIGHT * (seconds - self._mean_seconds)
            waiting = self._waiting.pop(job.id, None)
        self._told(job, ending, seconds)
        if waiting is not None:
            loop, event = waiting
            with contextlib.suppress(RuntimeError):  # the loop is closed: nobody waits any more
                loop.call_soon_threadsafe(event.set)

    def _noted(self, job: jobs.Job, ending: jobs.Ending, entry: index.Entry | None) -> bool:
        try:
            with self.storage.write() as connection:
                if entry is not None:
                    index.put(connection, entry)
                jobs.end(connection, job, ending)
        except sqlite3.Error as error:
            log.error("storage", extra={"id": job.id, "reason": type(error).__name__})
            return False
        return True


def _dismiss(worker: Process | None) -> None:
    """End a worker that may be broken already."""
    if worker is not None:
        with contextlib.suppress(Exception):
            worker.end()


def _ending(outcome: Outcome) -> jobs.Ending:
    if outcome.failure:
        return jobs.Ending("failed", outcome.failure)
    entry: index.Entry | None = outcome.row.get(ENTRY)
    if entry is not None and entry.columns["outcome"] == "no_plan":
        return jobs.Ending("no_plan", _NOTE)
    return jobs.Ending("done")

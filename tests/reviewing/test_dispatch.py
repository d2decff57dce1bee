"""Workers that fail in every way: each job comes to its end, and none is lost."""

import hashlib
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.reviewing.api import dispatch, jobs
from extractor.reviewing.api.dispatch import Dispatcher
from extractor.reviewing.api.settings import Settings
from extractor.reviewing.api.storage import Storage
from extractor.reviewing.api.work import run_task
from extractor.running import files
from extractor.running.job import MEMORY, NO_ROOM, Outcome
from extractor.running.pool import DIED
from tests.reviewing.server import plan

Step = Callable[[files.Job, Path], Outcome]


def does(job: files.Job, folder: Path) -> Outcome:
    return run_task(job, folder, 100)


def fails(failure: Any) -> Step:
    return lambda job, folder: Outcome(job, failure=failure)


def breaks(job: files.Job, folder: Path) -> Outcome:
    raise RuntimeError("a fault of the worker's pipe")


class Workers:
    """Workers in this process, which do one step after another and then the last one for ever."""

    def __init__(self, folder: Path, steps: list[Step], hires: int = 0) -> None:
        self.folder, self.steps, self.failing_hires = folder, steps, hires
        self.done, self.hired, self.ended = 0, 0, 0

    def __call__(self, *_: Any) -> "Workers":
        return self

    def hire(self) -> "Workers":
        if self.failing_hires:
            self.failing_hires -= 1
            raise OSError("no more processes")
        self.hired += 1
        return self

    def give(self, job: files.Job) -> None:
        self.job = job

    def take(self) -> Outcome:
        step = self.steps[min(self.done, len(self.steps) - 1)]
        self.done += 1
        return step(self.job, self.folder)

    def end(self) -> None:
        self.ended += 1


def ends(folder: Path, workers: Workers, monkeypatch: pytest.MonkeyPatch, times: int = 1) -> list[jobs.Job]:
    """Post the same plan some times, and return the jobs when they are finished."""
    monkeypatch.setattr(dispatch, "Pool", workers)
    monkeypatch.setattr(dispatch, "_PAUSE", 0.001)
    told: list[jobs.State] = []
    with Storage(folder) as storage:
        dispatcher = Dispatcher(storage, Settings(folder, workers=1), lambda job, ending, _: told.append(ending.state))
        dispatcher.start()
        ids = [jobs.new_id() for _ in range(times)]
        for job_id in ids:
            assert dispatcher.reserve(1000) is None
            content = plan(7)
            storage.upload_file(job_id).write_bytes(content)
            order = jobs.Order(job_id, "extract", len(content), "a.txt", hashlib.sha256(content).hexdigest(), "auto")
            jobs.accept(storage, order)
            dispatcher.accepted(1000, order.size)
        deadline = time.monotonic() + 60
        while dispatcher.load() != (0, 0) and time.monotonic() < deadline:
            time.sleep(0.01)
        dispatcher.stop()
        found = [job for job_id in ids if (job := jobs.find(storage, job_id))]
        assert told == [job.state for job in found]
        assert list(storage.uploads.iterdir()) == []
    return found


@pytest.mark.parametrize(
    ("steps", "end", "tries"),
    [
        ([does], ("done", None), 1),
        ([fails(DIED), does], ("done", None), 2),
        ([fails(MEMORY), does], ("done", None), 2),
        ([fails(DIED)], ("failed", "died"), 2),
        ([fails(MEMORY), fails(DIED)], ("failed", "died"), 2),
        ([fails(NO_ROOM), fails(NO_ROOM), does], ("done", None), 3),
        ([breaks, does], ("done", None), 2),
    ],
)
def test_a_job_has_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, steps: list[Step], end: tuple[str, str | None], tries: int
) -> None:
    workers = Workers(tmp_path, steps)
    (job,) = ends(tmp_path, workers, monkeypatch)
    assert (job.state, job.code, workers.done) == (*end, tries)
    assert workers.hired == workers.ended


def test_a_job_that_breaks_every_worker_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workers = Workers(tmp_path, [breaks])
    (job,) = ends(tmp_path, workers, monkeypatch)
    assert (job.state, job.code, workers.done) == ("failed", "died", jobs.MAX_ATTEMPTS)


def test_a_machine_without_room_for_processes_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (job,) = ends(tmp_path, Workers(tmp_path, [does], hires=3), monkeypatch)
    assert (job.state, job.attempts) == ("done", 1)


def test_the_same_bytes_go_to_a_worker_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workers = Workers(tmp_path, [does])
    first, second = ends(tmp_path, workers, monkeypatch, times=2)
    assert (first.state, second.state, workers.done) == ("done", "done", 1)


def test_the_queue_has_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dispatch, "Pool", Workers(tmp_path, [does]))
    with Storage(tmp_path) as storage:
        dispatcher = Dispatcher(
            storage, Settings(tmp_path, workers=1, max_queue=3, max_queue_bytes=100), lambda *_: None
        )
        assert dispatcher.reserve(90) is None
        assert dispatcher.reserve(20) == 1  # no room for its bytes
        assert dispatcher.reserve(10) is None
        assert dispatcher.reserve(0) is None
        assert dispatcher.reserve(0) == 3
        dispatcher.release(90)
        assert dispatcher.reserve(90) is None


def test_a_job_begun_before_waits_behind_the_others(tmp_path: Path) -> None:
    with Storage(tmp_path) as storage:
        for name in ("a" * 32, "b" * 32):
            jobs.accept(storage, jobs.Order(name, "crosscheck"))
        first = jobs.begin_next(storage)
        assert first is not None
        assert first.id == "a" * 32
        jobs.recover(storage, DIED)
        order = [job.id[0] for job in iter(lambda: jobs.begin_next(storage), None)]
        assert order == ["b", "a"]
        with storage.write() as connection:
            connection.execute("UPDATE jobs SET attempts = ?", [jobs.MAX_ATTEMPTS])
        jobs.recover(storage, DIED)
        assert jobs.counts(storage)["failed"] == 2

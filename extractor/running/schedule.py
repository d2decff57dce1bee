"""Jobs to workers, whatever these are: each has one at a time, and a file that breaks workers costs only itself."""

from collections import deque
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

from extractor.running.files import Job
from extractor.running.job import Outcome

_OF_THE_WORKER = frozenset({"memory", "died"})
"""Failures that may come of what the worker did before, or of the machine: the file has a second try in a fresh one."""


@dataclass(frozen=True)
class Limits:
    """What one file may use."""

    seconds: float = 300
    megabytes: int = 4096


class Worker(Protocol):
    """Does one job at a time."""

    def give(self, job: Job) -> None:
        """Begin a job."""

    def take(self) -> Outcome:
        """Return what came of the job, also where the worker is gone."""

    def end(self) -> None:
        """End it, at work or not."""


W = TypeVar("W", bound=Worker)


class Engine(Protocol[W]):
    """Where workers come from."""

    workers: int
    """How many are at work at a time."""

    def hire(self) -> W:
        """Return a new worker."""

    def finished(self, busy: Collection[W]) -> Collection[W]:
        """Wait until one of these has done its job or is gone, and return those that have."""

    def close(self) -> None:
        """Give back what the engine itself holds."""


def run_jobs(jobs: Iterable[Job], engine: Engine[W]) -> Iterator[Outcome]:
    """Run the jobs, yielding each outcome as it comes, while the workers are at the next ones."""
    waiting, again = deque(jobs), set[Job]()
    idle: list[W] = []
    busy: list[W] = []
    done: list[Outcome] = []
    try:
        while waiting or busy:
            while waiting and len(busy) < engine.workers:
                job = waiting.popleft()
                worker = engine.hire() if job in again or not idle else idle.pop()
                busy.append(worker)
                worker.give(job)
            yield from done
            done = []
            for worker in engine.finished(busy):
                busy.remove(worker)
                outcome = worker.take()
                code = outcome.failure.code if outcome.failure else None
                if code in {*_OF_THE_WORKER, "timeout"}:
                    worker.end()
                else:
                    idle.append(worker)
                if code in _OF_THE_WORKER and outcome.job not in again:
                    again.add(outcome.job)
                    waiting.appendleft(outcome.job)
                else:
                    done.append(outcome)
        yield from done
    finally:
        for worker in (*idle, *busy):
            worker.end()
        engine.close()

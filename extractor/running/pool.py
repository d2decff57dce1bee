"""Worker processes with limits on time and memory: a file that breaks one costs only itself.

The pools of the standard library end as a whole when a worker dies and cannot end one that hangs, so each worker has a
pipe of its own here and is replaced when it is gone.
"""

import contextlib
import multiprocessing
import os
import resource
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any

from extractor.running.files import Job
from extractor.running.job import Failure, Outcome

Run = Callable[[Job], Outcome]
_OF_THE_WORKER = frozenset({"memory", "died"})
"""Failures that may come of what the worker did before; after them it is replaced."""


@dataclass(frozen=True)
class Limits:
    """What one file may use."""

    seconds: float = 300
    megabytes: int = 4096


class _Worker:
    """One process; it ends when its pipe does, so none outlives the run by more than a file's time."""

    def __init__(self, run: Run, limits: Limits) -> None:
        self.limits = limits
        self.jobs = 0
        """How many jobs it was given."""
        self.job: Job | None = None
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_work, args=(theirs, run, limits), daemon=False)
        self.process.start()
        theirs.close()

    def give(self, job: Job) -> None:
        self.job = job
        self.jobs += 1
        with contextlib.suppress(OSError):  # it is gone already: `take` tells so
            self.pipe.send(job)

    def take(self) -> Outcome:
        assert self.job is not None
        try:
            outcome: Outcome = self.pipe.recv()
        except (EOFError, OSError):
            self.process.join()
            late = self.process.exitcode == -signal.SIGALRM
            return Outcome(self.job, failure=_late(self.limits.seconds) if late else _DIED)
        return outcome

    def end(self) -> None:
        """End the process with all that it started."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid or 0, signal.SIGKILL)
        self.process.kill()
        self.process.join()
        self.process.close()
        self.pipe.close()


def run_pool(jobs: Iterable[Job], workers: int, run: Run, limits: Limits) -> Iterator[Outcome]:
    """Run the jobs in worker processes, yielding each outcome as it comes."""
    waiting = deque(jobs)
    idle: list[_Worker] = []
    busy: dict[Any, _Worker] = {}
    try:
        while waiting or busy:
            while waiting and len(busy) < workers:
                worker = idle.pop() if idle else _Worker(run, limits)
                busy[worker.pipe] = worker
                worker.give(waiting.popleft())
            for pipe in wait(list(busy)):
                worker = busy[pipe]
                outcome = worker.take()
                code = outcome.failure.code if outcome.failure else None
                del busy[worker.pipe]
                if code in {*_OF_THE_WORKER, "timeout"}:
                    worker.end()
                else:
                    idle.append(worker)
                if code in _OF_THE_WORKER and worker.jobs > 1:
                    waiting.appendleft(outcome.job)  # once more, in a fresh process
                else:
                    yield outcome
    finally:
        for worker in (*idle, *busy.values()):
            worker.end()


def _work(pipe: "Connection[Outcome, Job]", run: Run, limits: Limits) -> None:
    """Do jobs until the pipe ends. The alarm's default action ends the process, whatever code it is in."""
    os.setpgrp()
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    memory = limits.megabytes << 20
    resource.setrlimit(resource.RLIMIT_AS, (memory if most == resource.RLIM_INFINITY else min(memory, most), most))
    while True:
        try:
            job = pipe.recv()
        except EOFError:
            return
        signal.setitimer(signal.ITIMER_REAL, limits.seconds)
        outcome = run(job)
        signal.setitimer(signal.ITIMER_REAL, 0)
        with contextlib.suppress(BrokenPipeError):
            pipe.send(outcome)


_DIED = Failure(
    "died",
    "the process that read it was ended (out of memory?); read it alone on a larger machine",
    "tiến trình đọc tệp này bị dừng (hết bộ nhớ?); hãy đọc riêng tệp này trên máy mạnh hơn",
)


def _late(seconds: float) -> Failure:
    return Failure(
        "timeout",
        f"not read within {seconds:g} seconds; raise --timeout or split the file",
        f"không đọc xong trong {seconds:g} giây; hãy tăng --timeout hoặc chia nhỏ tệp",
    )

"""Worker processes of this machine, with limits on time and memory.

The pools of the standard library end as a whole when a worker dies and cannot end one that hangs, so each worker has a
pipe of its own here and is replaced when it is gone.
"""

import contextlib
import multiprocessing
import os
import resource
import signal
from collections.abc import Callable, Collection
from multiprocessing.connection import Connection, wait

from extractor.running.files import Job
from extractor.running.job import Failure, Outcome
from extractor.running.schedule import Limits

Run = Callable[[Job], Outcome]


class Process:
    """One worker process; it ends when its pipe does, so none outlives the run by more than a file's time."""

    def __init__(self, run: Run, limits: Limits) -> None:
        self.limits = limits
        self.job: Job | None = None
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_work, args=(theirs, run, limits), daemon=False)
        self.process.start()
        theirs.close()

    def give(self, job: Job) -> None:
        """Begin a job."""
        self.job = job
        with contextlib.suppress(OSError):  # it is gone already: `take` tells so
            self.pipe.send(job)

    def take(self) -> Outcome:
        """Return what came of the job; waits for it."""
        assert self.job is not None
        try:
            outcome: Outcome = self.pipe.recv()
        except (EOFError, OSError):
            self.process.join()
            late = self.process.exitcode == -signal.SIGALRM
            return Outcome(self.job, failure=_late(self.limits.seconds) if late else DIED)
        return outcome

    def end(self) -> None:
        """End the process with all that it started."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid or 0, signal.SIGKILL)
        self.process.kill()
        self.process.join()
        self.process.close()
        self.pipe.close()


class Pool:
    """The engine that runs jobs in processes of this machine."""

    def __init__(self, run: Run, limits: Limits, workers: int | None = None) -> None:
        self.run, self.limits = run, limits
        self.workers = workers or os.cpu_count() or 1

    def hire(self) -> Process:
        """Start a process."""
        return Process(self.run, self.limits)

    def finished(self, busy: Collection[Process]) -> Collection[Process]:
        """Wait for the first answers."""
        ready = set(wait([process.pipe for process in busy]))
        return [process for process in busy if process.pipe in ready]

    def close(self) -> None:
        """Hold nothing: each process is ended by itself."""


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


DIED = Failure(
    "died",
    "the process that read it was ended twice (out of memory?); read it alone on a larger machine",
    "tiến trình đọc tệp này hai lần bị dừng (hết bộ nhớ?); hãy đọc riêng tệp này trên máy mạnh hơn",
)


def _late(seconds: float) -> Failure:
    return Failure(
        "timeout",
        f"not read within {seconds:g} seconds; raise --timeout or split the file",
        f"không đọc xong trong {seconds:g} giây; hãy tăng --timeout hoặc chia nhỏ tệp",
    )

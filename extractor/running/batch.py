"""Many files into a folder: each content read once, what is done left alone, one bad file never stops the others."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from extractor.running.files import Job
from extractor.running.job import Outcome, StoppedError, run_job, write_failure
from extractor.running.journal import Journal, digest
from extractor.running.pool import Run
from extractor.running.schedule import Engine, run_jobs


def run_batch(
    jobs: Sequence[Job],
    journal: Journal,
    options: Mapping[str, Any],
    start: Callable[[Run], Engine[Any]],
    run: Callable[..., Outcome] = run_job,
) -> Iterator[Outcome]:
    """Yield the outcome of each job as it comes; raises StoppedError where nothing more can be written.

    The engine is started only where an earlier run has left something to do.
    """
    first: dict[str, Path] = {}
    left = []
    for job in jobs:
        sha256 = digest(job.path)
        if sha256 in first:
            yield Outcome(job, duplicate_of=first[sha256])
            continue
        if sha256 is not None:
            first[sha256] = job.path
            if outcome := journal.done(job, sha256):
                yield outcome
                continue
        left.append(job)
    if not left:
        return
    for outcome in run_jobs(left, start(partial(run, options=options))):
        if outcome.failure is None:
            try:
                journal.add(outcome)
            except OSError as error:
                raise StoppedError(write_failure(error)) from None
        elif outcome.failure.code == "disk_full":
            raise StoppedError(outcome.failure)
        yield outcome

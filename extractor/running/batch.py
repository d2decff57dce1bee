"""Many files into a folder: each content read once, what is done left alone, one bad file never stops the others."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from extractor.running.files import Job
from extractor.running.job import Failure, Outcome, run_job, write_failure
from extractor.running.journal import Journal, digest
from extractor.running.pool import Limits, run_pool


class StoppedError(Exception):
    """The run cannot go on; what was done is kept."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.message)
        self.failure = failure


def run_batch(
    jobs: Sequence[Job], journal: Journal, workers: int, options: Mapping[str, Any], limits: Limits
) -> Iterator[Outcome]:
    """Yield the outcome of each job as it comes; raises StoppedError where nothing more can be written."""
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
    for outcome in run_pool(left, workers, partial(run_job, options=options), limits):
        if outcome.failure is None:
            try:
                journal.add(outcome)
            except OSError as error:
                raise StoppedError(write_failure(error)) from None
        elif outcome.failure.code == "disk_full":
            raise StoppedError(outcome.failure)
        yield outcome

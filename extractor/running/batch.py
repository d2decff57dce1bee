"""Many files, in this process or in several: one bad file never stops the others."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import get_context
from typing import Any

from extractor.output.index import index_row
from extractor.output.jsonfile import record_json, write_whole
from extractor.pipeline import extract
from extractor.reading import ReadingError
from extractor.running.files import Job


@dataclass(frozen=True)
class Failure:
    """Why a file gave no record: a stable code, and what is wrong and what to do in both languages."""

    code: str
    message: str
    message_vi: str


@dataclass(frozen=True)
class Outcome:
    """What came of one file: a row for the table of plans, or a failure."""

    job: Job
    row: dict[str, Any] = field(default_factory=dict)
    failure: Failure | None = None


def run_job(job: Job, layers: Sequence[str] | None = None) -> Outcome:
    """Extract one file and write its record; whatever goes wrong becomes the outcome's failure."""
    try:
        record = extract(job.path) if layers is None else extract(job.path, layers)
        write_whole(job.record, record_json(record))
    except ReadingError as error:
        return Outcome(job, failure=Failure(error.code, error.message, error.message_vi))
    except OSError as error:
        reason = error.strerror or str(error)
        failure = Failure("io", f"cannot write the record: {reason}", f"không ghi được kết quả: {reason}")
        return Outcome(job, failure=failure)
    except Exception as error:  # a fault of ours in one document must not cost the others theirs
        reason = f"{type(error).__name__}: {error}"[:200]
        return Outcome(
            job,
            failure=Failure(
                "internal",
                f"internal error ({reason}); please report it with this file",
                f"lỗi bên trong ({reason}); xin báo lại kèm tệp này",
            ),
        )
    return Outcome(job, index_row(record))


def run_jobs(jobs: Sequence[Job], workers: int, layers: Sequence[str] | None = None) -> Iterator[Outcome]:
    """Run the jobs, yielding each outcome as it comes; with one worker in this process, in order."""
    run = partial(run_job, layers=layers)
    if workers <= 1 or len(jobs) <= 1:
        yield from map(run, jobs)
        return
    left = dict.fromkeys(jobs)
    for outcome in _in_pool(jobs, workers, run):
        left.pop(outcome.job)
        yield outcome
    for job in left:  # a worker died under one of these: each gets a process of its own
        yield from _alone(job, run)


def _in_pool(jobs: Iterable[Job], workers: int, run: partial[Outcome]) -> Iterator[Outcome]:
    """Run the jobs in worker processes; ends early when a worker dies."""
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        futures: list[Future[Outcome]] = [pool.submit(run, job) for job in jobs]
        for future in as_completed(futures):
            try:
                yield future.result()
            except BrokenProcessPool:
                return


def _alone(job: Job, run: partial[Outcome]) -> Iterator[Outcome]:
    died = True
    for outcome in _in_pool([job], 1, run):
        died = False
        yield outcome
    if died:
        yield Outcome(
            job,
            failure=Failure(
                "died",
                "the process that read it was ended (out of memory?); read it alone on a larger machine",
                "tiến trình đọc tệp này bị dừng (hết bộ nhớ?); hãy đọc riêng tệp này trên máy mạnh hơn",
            ),
        )

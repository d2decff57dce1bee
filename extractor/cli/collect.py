"""`kehoach collect`: records and plan files into a store of plans; also the first step of `kehoach crosscheck`."""

import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from extractor.cli.progress import with_progress
from extractor.cli.speech import complain, speak
from extractor.collection.recordfile import RecordError, read_record
from extractor.collection.store import Added, Store, StoreError
from extractor.records import PlanRecord
from extractor.records.crosscheck import Problem
from extractor.running.files import PLAN_SUFFIXES, Job, plan_files, plan_jobs
from extractor.running.job import Failure, Outcome, run_job
from extractor.running.journal import digest
from extractor.running.pool import Pool
from extractor.running.schedule import Limits, run_jobs

RECORD_SUFFIX = ".json"
_SAID = {
    "new": ("new", "kế hoạch mới"),
    "version": ("new versions", "phiên bản mới"),
    "renewed": ("read anew", "cập nhật bản ghi"),
    "known": ("known already", "đã có"),
    "same_code": ("other plans with a known code", "kế hoạch khác trùng số ký hiệu"),
    "no_key": ("without code and title", "không có số ký hiệu và tên gọi"),
}


@dataclass
class Gathered:
    """What came of adding files to a store."""

    counts: Counter[Added] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)
    """Files that could not be used, each told when it was met."""

    def refuse(self, path: Path, problem: Problem) -> None:
        """Note a file that gives no plan, and tell the user."""
        complain(f"{path}: {speak(problem.message, problem.message_vi)}")
        self.problems.append(problem)


def collect_paths(paths: Sequence[Path], store_path: Path, workers: int | None) -> int:
    """Add records and plan files to a store; returns the exit status."""
    try:
        with open_store(store_path) as store:
            gathered = gather(store, paths, workers)
            kept = len(store)
    except StoreError as error:
        complain(f"{store_path}: {told(error)}")
        return 1
    counts = ", ".join(f"{speak(*_SAID[how])} {number}" for how, number in sorted(gathered.counts.items()))
    if counts:
        complain(f"{counts}; {speak(f'{kept} plans in {store_path}', f'{kept} kế hoạch trong {store_path}')}")
    return 1 if gathered.problems or not counts else 0


@contextmanager
def open_store(path: Path | None) -> Iterator[Store]:
    """Open a store, made with its folder where there is none."""
    if path is not None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(error.strerror or str(error)) from None
    with Store(path) as store:
        yield store


def told(error: StoreError) -> str:
    """Say why a store cannot be used."""
    if error.busy:
        return speak("another run is at work here", "một lượt chạy khác đang làm việc ở đây")
    return f"{speak('is no store of plans', 'không phải kho kế hoạch')} ({error})"


def gather(store: Store, paths: Sequence[Path], workers: int | None = None) -> Gathered:
    """Add the records and the plan files below paths, the records first; plan files that they were made of are known.

    The order, and so the numbering of versions, is that of the names, whatever the number of workers.
    """
    gathered = Gathered()
    records, plans = _found(paths)
    for path in records:
        try:
            _add(store, read_record(path), path, gathered)
        except RecordError as error:
            gathered.refuse(path, error.problem)
    with tempfile.TemporaryDirectory() as folder:
        jobs = list(_unknown(plan_jobs(plans, Path(folder)), store, gathered))
        run = partial(run_job, options={})
        outcomes = run_jobs(jobs, Pool(run, Limits(), workers)) if jobs else ()
        for outcome in _in_order(jobs, with_progress(outcomes, len(jobs))):
            path, made = outcome.job
            if outcome.failure is not None:
                gathered.refuse(path, _problem(path, outcome.failure))
            else:
                _add(store, read_record(made), path, gathered)
                made.unlink()
    return gathered


def _add(store: Store, record: PlanRecord, path: Path, gathered: Gathered) -> None:
    added = store.add(record, path.name)
    gathered.counts[added.how] += 1
    if added.how == "no_key":
        english = "it has neither a code nor a title, so it is left out"
        gathered.refuse(path, Problem(path.name, "no_key", english, "không có số ký hiệu và tên gọi nên bỏ qua"))
    elif added.how == "version":
        said = f"version {added.version} of a plan that is known", f"phiên bản {added.version} của kế hoạch đã có"
        complain(f"{path}: {speak(*said)}")


def _found(paths: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """Return the records and the plan files below paths; tells of folders without either."""
    records: list[Path] = []
    plans: list[Path] = []
    for path in paths:
        below = [file for file, _ in plan_files([path], PLAN_SUFFIXES | {RECORD_SUFFIX})]
        if not below:
            complain(f"{path}: {speak('no plan and no record here', 'không có kế hoạch hay bản ghi nào')}")
        for file in below:
            (records if file.suffix.lower() == RECORD_SUFFIX else plans).append(file)
    return list(dict.fromkeys(records)), list(dict.fromkeys(plans))


def _unknown(jobs: Iterable[Job], store: Store, gathered: Gathered) -> Iterator[Job]:
    """Yield the jobs on contents that the store does not hold, each content once."""
    seen: set[str] = set()
    for job in jobs:
        content = digest(job.path)
        if content is not None and (content in seen or store.knows(content)):
            gathered.counts["known"] += 1
            continue
        seen.add(content or "")
        yield job


def _in_order(jobs: Sequence[Job], outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    """Yield the outcomes in the order of the jobs, each as soon as those before it are there."""
    early: dict[Job, Outcome] = {}
    left = iter(jobs)
    expected = next(left, None)
    for outcome in outcomes:
        early[outcome.job] = outcome
        while expected is not None and expected in early:
            yield early.pop(expected)
            expected = next(left, None)


def _problem(path: Path, failure: Failure) -> Problem:
    return Problem(path.name, failure.code, failure.message, failure.message_vi)

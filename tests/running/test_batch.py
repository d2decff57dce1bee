"""A bad file, a fault of ours, a worker that dies or hangs, a full disk: the other files still get their records."""

import errno
import hashlib
import json
import os
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from extractor.pipeline import PARTS
from extractor.running import job as one
from extractor.running.batch import run_batch
from extractor.running.files import Job
from extractor.running.job import NO_ROOM, Outcome, StoppedError, run_job
from extractor.running.journal import JOURNAL_NAME, BusyError, Journal
from extractor.running.pool import Pool, Run
from extractor.running.schedule import Limits, run_jobs
from tests.plans import PLAN

OPTIONS = {"layers": list(PARTS)}


@pytest.fixture
def jobs(tmp_path: Path) -> list[Job]:
    paths = [tmp_path / f"{name}.txt" for name in "abc"]
    for number, path in enumerate(paths, 12):
        path.write_text(PLAN.replace("12/KH-UBND", f"{number}/KH-UBND"), "utf-8")
    return [Job(path, tmp_path / "out" / f"{path.stem}.json") for path in paths]


def batch(
    jobs: list[Job],
    options: dict[str, Any] | None = None,
    workers: int = 2,
    run: Callable[..., Outcome] = run_job,
) -> dict[str, Outcome]:
    chosen = options or OPTIONS
    with Journal(jobs[0].record.parent, chosen) as journal:
        start = partial(Pool, limits=Limits(), workers=workers)
        return by_name(run_batch(jobs, journal, chosen, start, run))


def by_name(outcomes: Iterable[Outcome]) -> dict[str, Outcome]:
    return {outcome.job.path.stem: outcome for outcome in outcomes}


def pooled(jobs: list[Job], run: Run, limits: Limits, workers: int = 1) -> dict[str, Outcome]:
    return by_name(run_jobs(jobs, Pool(run, limits, workers)))


def codes(outcomes: dict[str, Outcome]) -> dict[str, str | None]:
    return {name: o.failure.code if o.failure else None for name, o in sorted(outcomes.items())}


def test_outcome_of_a_plan(jobs: list[Job]) -> None:
    outcome = run_job(jobs[0], OPTIONS)
    assert outcome.failure is None
    assert (outcome.row["code"], outcome.row["date"], outcome.row["citations"]) == ("12/KH-UBND", "2024-03-05", 2)
    assert outcome.written == hashlib.sha256(jobs[0].record.read_bytes()).hexdigest()


def test_a_fault_of_ours_is_told_in_one_line(jobs: list[Job], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: Path, **options: Any) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(one, "extract", fail)
    failure = run_job(jobs[0], OPTIONS).failure
    assert failure is not None
    assert failure.code == "internal"
    assert "ZeroDivisionError: division by zero" in failure.message
    assert not jobs[0].record.exists()


def test_a_record_that_cannot_be_written(jobs: list[Job], tmp_path: Path) -> None:
    (tmp_path / "out").write_text("in the way")
    failure = run_job(jobs[0], OPTIONS).failure
    assert failure is not None
    assert failure.code == "io"


def break_on_b(job: Job, how: str) -> Outcome:
    """What a bad file may do to its worker."""
    if job.path.stem == "b":
        if how == "die":
            os._exit(9)
        if how == "hang":
            time.sleep(60)
    return run_job(job, OPTIONS)


@pytest.mark.parametrize(("how", "code", "seconds"), [("die", "died", 60), ("hang", "timeout", 6)])
@pytest.mark.parametrize("workers", [1, 2])
def test_a_bad_file_costs_only_itself(jobs: list[Job], how: str, code: str, seconds: float, workers: int) -> None:
    outcomes = pooled(jobs, partial(break_on_b, how=how), Limits(seconds=seconds), workers)
    assert codes(outcomes) == {"a": None, "b": code, "c": None}
    assert [job.record.exists() for job in jobs] == [True, False, True]


def grow_on_b(job: Job) -> Outcome:
    if job.path.stem != "b":
        return Outcome(job)
    try:
        bytes(3 << 30)
    except MemoryError:
        return Outcome(job, failure=one.MEMORY)
    return Outcome(job)


def test_a_file_that_needs_too_much_memory(jobs: list[Job]) -> None:
    few = pooled(jobs, grow_on_b, Limits(megabytes=2048))
    assert codes(few) == {"a": None, "b": "memory", "c": None}
    many = pooled(jobs, grow_on_b, Limits(megabytes=8192))
    assert codes(many) == {"a": None, "b": None, "c": None}


def test_nothing_is_done_twice(jobs: list[Job]) -> None:
    batch(jobs)
    before = [job.record.stat().st_mtime_ns for job in jobs]
    again = batch(jobs)
    assert [outcome.resumed for outcome in again.values()] == [True, True, True]
    assert [job.record.stat().st_mtime_ns for job in jobs] == before
    assert again["b"].row["code"] == "13/KH-UBND"


def test_what_has_changed_is_done_anew(jobs: list[Job]) -> None:
    batch(jobs)
    whole = jobs[1].record.read_bytes()
    jobs[0].path.write_text(PLAN.replace("12/KH-UBND", "99/KH-UBND"), "utf-8")
    jobs[1].record.write_bytes(whole[:100])
    again = batch(jobs)
    assert {name: outcome.resumed for name, outcome in again.items()} == {"a": False, "b": False, "c": True}
    assert (again["a"].row["code"], jobs[1].record.read_bytes()) == ("99/KH-UBND", whole)


def test_other_options_and_other_rules_do_all_anew(jobs: list[Job], monkeypatch: pytest.MonkeyPatch) -> None:
    batch(jobs)
    dates_only = batch(jobs, {"layers": ["dates"]})
    assert [outcome.resumed for outcome in dates_only.values()] == [False, False, False]
    assert json.loads(jobs[0].record.read_text("utf-8"))["citations"] == []
    monkeypatch.setattr("extractor.running.journal.ruleset", lambda: "0.0.2+abc")
    assert not any(outcome.resumed for outcome in batch(jobs, {"layers": ["dates"]}).values())


def test_the_same_content_is_read_once(jobs: list[Job]) -> None:
    jobs[2].path.write_bytes(jobs[0].path.read_bytes())
    outcomes = batch(jobs)
    assert outcomes["c"].duplicate_of == jobs[0].path
    assert [job.record.exists() for job in jobs] == [True, True, False]


def test_a_file_that_vanishes(jobs: list[Job]) -> None:
    jobs[1].path.unlink()
    assert codes(batch(jobs)) == {"a": None, "b": "missing", "c": None}


def test_a_line_of_the_journal_cut_off(jobs: list[Job]) -> None:
    batch(jobs, workers=1)
    journal = jobs[0].record.parent / JOURNAL_NAME
    journal.write_bytes(journal.read_bytes()[:-20])
    assert [o.resumed for o in batch(jobs).values()].count(True) == 2
    assert [o.resumed for o in batch(jobs).values()].count(True) == 3


def test_one_run_at_a_time(jobs: list[Job], tmp_path: Path) -> None:
    with Journal(tmp_path / "out", OPTIONS), pytest.raises(BusyError), Journal(tmp_path / "out", OPTIONS):
        pass


def test_what_was_being_written_is_swept(tmp_path: Path) -> None:
    left = tmp_path / "2024" / ".a.json.123.part"
    left.parent.mkdir()
    left.write_text("{")
    (tmp_path / "mine.part").write_text("kept")
    with Journal(tmp_path, OPTIONS):
        assert (left.exists(), (tmp_path / "mine.part").exists()) == (False, True)


def fill_the_disk_at_b(job: Job, options: dict[str, Any]) -> Outcome:
    return Outcome(job, failure=NO_ROOM) if job.path.stem == "b" else run_job(job, options)


def test_a_full_disk_stops_the_run_and_loses_nothing(jobs: list[Job], monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, content: str) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(one, "write_whole", full)
        failure = run_job(jobs[1], OPTIONS).failure
    assert failure == NO_ROOM
    with pytest.raises(StoppedError, match="disk is full"):
        batch(jobs, workers=1, run=fill_the_disk_at_b)
    assert {name: outcome.resumed for name, outcome in batch(jobs).items()} == {"a": True, "b": False, "c": False}

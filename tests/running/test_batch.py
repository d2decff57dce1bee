"""A bad file, a fault of ours, a worker that dies: the other files still get their records."""

import os
from pathlib import Path

import pytest

from extractor.running import batch
from extractor.running.batch import run_job, run_jobs
from extractor.running.files import Job
from tests.plans import PLAN


@pytest.fixture
def jobs(tmp_path: Path) -> list[Job]:
    paths = [tmp_path / f"{name}.txt" for name in "abc"]
    for path in paths:
        path.write_text(PLAN, "utf-8")
    return [Job(path, tmp_path / "out" / f"{path.stem}.json") for path in paths]


def test_outcome_of_a_plan(jobs: list[Job]) -> None:
    outcome = run_job(jobs[0])
    assert outcome.failure is None
    assert (outcome.row["code"], outcome.row["date"], outcome.row["citations"]) == ("12/KH-UBND", "2024-03-05", 2)


def test_a_fault_of_ours_is_told_in_one_line(jobs: list[Job], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: Path) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(batch, "extract", fail)
    failure = run_job(jobs[0]).failure
    assert failure is not None
    assert failure.code == "internal"
    assert "ZeroDivisionError: division by zero" in failure.message
    assert not jobs[0].record.exists()


def test_a_record_that_cannot_be_written(jobs: list[Job], tmp_path: Path) -> None:
    (tmp_path / "out").write_text("in the way")
    failure = run_job(jobs[0]).failure
    assert failure is not None
    assert failure.code == "io"


def die_on_b(job: Job) -> batch.Outcome:
    if job.path.stem == "b":
        os._exit(9)
    return run_job(job)


def test_a_dying_worker_costs_only_its_file(jobs: list[Job], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "partial", lambda _run, **_: die_on_b)
    outcomes = {outcome.job.path.stem: outcome for outcome in run_jobs(jobs, workers=2)}
    assert {name: o.failure.code if o.failure else None for name, o in outcomes.items()} == {
        "a": None,
        "b": "died",
        "c": None,
    }
    assert [job.record.exists() for job in jobs] == [True, False, True]

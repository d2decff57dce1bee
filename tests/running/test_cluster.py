"""A Ray of this machine: the bytes of the pool, also where workers are killed; nothing open to other machines."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks.archive import write_plans
from extractor.running import cluster
from extractor.running.cluster import Cluster
from extractor.running.files import Job
from extractor.running.job import Outcome, StoppedError
from extractor.running.schedule import Limits, run_jobs
from tests.running.command import files, start

KILLED_AFTER = 8
"""Records written before a worker is killed."""


def descendants(pid: int) -> Iterator[int]:
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        yield int(child)
        yield from descendants(int(child))


def keepers(pid: int) -> list[int]:
    """Return the Ray workers below a process."""
    names = {child: Path(f"/proc/{child}/cmdline").read_bytes() for child in descendants(pid)}
    return sorted(child for child, name in names.items() if name.startswith(b"ray::_Keeper"))


@pytest.mark.ray
def test_the_bytes_of_the_pool_with_a_worker_killed_midway(tmp_path: Path) -> None:
    folder, pool, ray = tmp_path / "plans", tmp_path / "pool", tmp_path / "ray"
    write_plans(folder, 100)
    (folder / "00099.txt").write_bytes((folder / "00000.txt").read_bytes())
    (folder / "00100.txt").write_bytes(b"")
    pooled = start(folder, pool)
    _, told = pooled.communicate()
    assert pooled.returncode == 1
    assert "99 of 101 files extracted (0 by an earlier run), 1 duplicates, 1 failed" in told

    with start(folder, ray, "--engine", "ray") as run:
        deadline = time.monotonic() + 60
        while len(list(ray.glob("*.json"))) < KILLED_AFTER and time.monotonic() < deadline:
            time.sleep(0.02)
        first, second = keepers(run.pid)
        os.kill(first, signal.SIGKILL)
        done_then = len(list(ray.glob("*.json")))
        _, told = run.communicate()
        assert (run.returncode, done_then < 90, first != second) == (1, True, True)
    assert "99 of 101 files extracted (0 by an earlier run), 1 duplicates, 1 failed" in told
    assert files(ray) == files(pool)
    assert "quarantine.csv" in files(ray)

    again = start(folder, ray, "--engine", "ray")
    assert "99 of 101 files extracted (99 by an earlier run)" in again.communicate()[1]


def behave_badly(job: Job) -> Outcome:
    """Kill the Ray worker, or hang."""
    if job.path.stem == "killer":
        os.kill(os.getppid(), signal.SIGKILL)
    if job.path.stem != "good":
        time.sleep(30)
    return Outcome(job)


@pytest.fixture
def engine() -> Iterator[Cluster]:
    made = Cluster(behave_badly, Limits(seconds=1), workers=2)
    yield made
    made.close()


@pytest.mark.ray
def test_a_file_that_kills_workers_costs_only_itself_and_nothing_is_open(engine: Cluster) -> None:
    (node,) = engine.ray.nodes()
    assert (node["NodeManagerAddress"], node["Resources"]["CPU"]) == ("127.0.0.1", 2)
    assert engine.ray.init(ignore_reinit_error=True).dashboard_url in {None, ""}
    assert os.environ["RAY_USAGE_STATS_ENABLED"] == "0"
    jobs = [Job(Path(f"{name}.txt"), Path(f"{name}.json")) for name in ("killer", "good", "slow")]
    outcomes = {o.job: o.failure and o.failure.code for o in run_jobs(jobs, engine)}
    assert outcomes == dict(zip(jobs, ("died", None, "timeout"), strict=True))


@pytest.mark.ray
def test_a_cluster_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAY_ADDRESS", "127.0.0.1:1")
    with pytest.raises(StoppedError, match="check RAY_ADDRESS"):
        Cluster(behave_badly, Limits())


def test_another_version_on_a_machine_of_the_cluster_stops_the_run() -> None:
    class Answered:
        class exceptions:  # noqa: N801 -- as Ray names it
            RayActorError = OutOfMemoryError = ConnectionError

        @staticmethod
        def get(answer: Outcome) -> Outcome:
            return answer

    keeper: Any = object.__new__(cluster._Keeper)
    keeper.same_rules = False
    job = Job(Path("a.txt"), Path("a.json"))
    actor = cluster.Actor(Answered, keeper)
    actor.job, actor.answer = job, keeper.do(job)
    with pytest.raises(StoppedError, match="same version of kehoach"):
        actor.take()

"""Workers on a Ray cluster, or on a Ray of this machine: the same work with the same limits, files in shared storage.

Each Ray actor keeps a worker process of the pool, which has the limits on time and memory: a limit on the actor's own
address space would take in what Ray maps there.
"""

import importlib.util
import os
import socket
from collections.abc import Collection
from dataclasses import replace
from functools import partial
from typing import Any

from extractor.ruleset import ruleset
from extractor.running.files import Job
from extractor.running.job import Failure, Outcome, StoppedError
from extractor.running.pool import DIED, Process, Run
from extractor.running.schedule import Limits

_STORE_BYTES = 80 << 20
"""Room for objects that a Ray of this machine shares between processes; outcomes need none."""

NO_RAY = Failure(
    "no_ray",
    "--engine ray needs the package ray, which is not installed: pip install 'kehoach[ray]'",
    "--engine ray cần gói ray, hiện chưa được cài: pip install 'kehoach[ray]'",
)
_OTHER_RULES = Failure(
    "other_rules",
    "a machine of the cluster has other rules than this one; install the same version of kehoach on all of them",
    "một máy trong cụm dùng bộ quy tắc khác máy này; hãy cài cùng một phiên bản kehoach trên mọi máy",
)


def is_ray_installed() -> bool:
    """Tell whether the optional package is there."""
    return importlib.util.find_spec("ray") is not None


class _Keeper:
    """Runs in a Ray worker: keeps one process, which does the jobs."""

    def __init__(self, run: Run, limits: Limits, rules: str) -> None:
        self.same_rules = rules == ruleset()
        self.process = Process(run, limits)

    def do(self, job: Job) -> Outcome:
        """Do a job."""
        if not self.same_rules:
            return Outcome(job, failure=_OTHER_RULES)
        self.process.give(job)
        return self.process.take()


class Actor:
    """A keeper somewhere on the cluster."""

    def __init__(self, ray: Any, keeper: Any) -> None:
        self.ray, self.keeper = ray, keeper
        self.job: Job | None = None
        self.answer: Any = None

    def give(self, job: Job) -> None:
        """Begin a job; paths are made absolute, for its working folder is another one."""
        self.job = job
        self.answer = self.keeper.do.remote(Job(job.path.absolute(), job.record.absolute()))

    def take(self) -> Outcome:
        """Return what came of the job; a lost worker process or machine is a worker that died."""
        assert self.job is not None
        try:
            outcome: Outcome = self.ray.get(self.answer)
        except (self.ray.exceptions.RayActorError, self.ray.exceptions.OutOfMemoryError):
            return Outcome(self.job, failure=DIED)
        if outcome.failure == _OTHER_RULES:
            raise StoppedError(_OTHER_RULES)
        return replace(outcome, job=self.job)

    def end(self) -> None:
        """End the actor; its process ends with it."""
        self.ray.kill(self.keeper)


class Cluster:
    """The engine that runs jobs on the cluster at RAY_ADDRESS; without it, on a Ray of this machine alone."""

    def __init__(self, run: Run, limits: Limits, workers: int | None = None) -> None:
        self.ray = _start(workers or os.cpu_count() or 1)
        self.workers = workers or int(self.ray.cluster_resources().get("CPU", 1))
        keeper: Any = self.ray.remote(num_cpus=1, max_restarts=0, max_task_retries=0)(_Keeper)
        self.keep = partial(keeper.remote, run, limits, ruleset())

    def hire(self) -> Actor:
        """Start an actor where the cluster has room."""
        return Actor(self.ray, self.keep())

    def finished(self, busy: Collection[Actor]) -> Collection[Actor]:
        """Wait for the first answers."""
        answers = [actor.answer for actor in busy]
        self.ray.wait(answers)
        ready, _ = self.ray.wait(answers, num_returns=len(answers), timeout=0)
        return [actor for actor in busy if actor.answer in ready]

    def close(self) -> None:
        """Leave the cluster; a Ray of this machine ends."""
        self.ray.shutdown()


def _start(workers: int) -> Any:
    """Join a cluster, or start a Ray that other machines cannot reach; it reports to nobody and opens no dashboard."""
    address = os.environ.get("RAY_ADDRESS")
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    if not address:
        # what Ray reads this as on systems where it makes no clusters: all its servers listen on 127.0.0.1
        os.environ["RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER"] = "0"
    import ray

    here = {"num_cpus": workers, "include_dashboard": False, "object_store_memory": _STORE_BYTES}
    options = {"log_to_driver": False, "logging_level": "ERROR", "namespace": "kehoach"}
    try:
        if address:
            _knock(address)
            ray.init(address, **options)
        else:
            ray.init("local", **options, **here)
    except (OSError, RuntimeError, ValueError) as error:
        reason = str(error).split("\n", 1)[0][:200]
        raise StoppedError(
            Failure(
                "no_cluster",
                f"Ray does not start or cannot be reached ({reason}); check RAY_ADDRESS and the cluster",
                f"không khởi động được hoặc không kết nối được Ray ({reason}); hãy kiểm tra RAY_ADDRESS và cụm máy",
            )
        ) from None
    return ray


def _knock(address: str) -> None:
    """See whether anything answers at HOST:PORT, for Ray tries for minutes; other forms of address are left to it."""
    host, _, port = address.rpartition(":")
    if host and port.isdecimal() and "/" not in host:
        socket.create_connection((host.strip("[]"), int(port)), timeout=10).close()

"""`python -m benchmarks.api`: 2,000 requests over 8 connections to `kehoach serve`; errors, lost jobs, memory.

Half of the requests post a plan, each a different one; the others search and read. The server has the machine's
processors for its workers; the client runs beside it.
"""

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import httpx

from benchmarks.__main__ import ROOT, sample
from benchmarks.archive import variant

REQUESTS, CONNECTIONS, WORKERS = 2000, 8, 2
SEARCHES = ("ke hoach", '"giam ngheo"', "chuyen doi so", "truong hoc", "van ban khong co o day")
_CODE = "from extractor.cli import main; main()"
_ADDRESS = re.compile(r"running on (http://127\.0\.0\.1:\d+)")


@dataclass(frozen=True)
class Answer:
    """One answer."""

    kind: str
    status: int
    seconds: float
    job: str | None
    server: float
    """Memory of the server when it came, MB."""
    workers: float
    """Of its workers together, MB."""


class Loaded:
    """A server under load."""

    def __init__(self, data: Path) -> None:
        command = [sys.executable, "-c", _CODE, "serve", "--data", str(data), "--port", "0", "--workers", str(WORKERS)]
        self.process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, encoding="utf-8")
        assert self.process.stderr is not None
        self.url = next(found[1] for line in self.process.stderr if (found := _ADDRESS.search(line)))
        self._drain = threading.Thread(target=self.process.stderr.read, daemon=True)  # or its log fills the pipe
        self._drain.start()

    def memory(self) -> tuple[float, float]:
        """Return the resident memory of the server and of its workers together, MB."""
        tasks = Path(f"/proc/{self.process.pid}/task").iterdir()
        workers = [int(pid) for task in tasks for pid in _children(task)]
        return _resident(self.process.pid), sum(map(_resident, workers))


def _children(task: Path) -> list[str]:
    try:
        return (task / "children").read_text().split()
    except OSError:  # the thread has ended
        return []


def _resident(pid: int) -> float:
    try:
        found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
    except OSError:
        return 0
    return int(found[1]) / 1024 if found else 0


def run(requests: int, connections: int, plans: int) -> tuple[list[Answer], list[str], float]:
    """Send the requests, which post so many plans; return the answers in their order, states of jobs, seconds."""
    texts = sample()
    with tempfile.TemporaryDirectory() as folder:
        server = Loaded(Path(folder))
        clients = [httpx.Client(base_url=server.url, timeout=120, trust_env=False) for _ in range(connections)]
        answers: list[Answer] = []

        def ask(connection: int) -> None:
            client = clients[connection]
            for number in range(connection, requests, connections):
                began = time.perf_counter()
                turn = number // connections
                if turn % 2 == 0:
                    text = variant(texts[number % len(texts)], number % plans)
                    kind, answer = (
                        "post",
                        client.post("/v1/records", content=text.encode(), params={"name": f"{number}.txt"}),
                    )
                elif turn % 4 == 1:
                    kind = "search"
                    answer = client.get("/v1/records", params={"q": SEARCHES[number % len(SEARCHES)]})
                else:
                    kind, answer = "jobs", client.get("/v1/jobs", params={"limit": 20})
                seconds = time.perf_counter() - began
                answers.append(
                    Answer(kind, answer.status_code, seconds, answer.headers.get("location"), *server.memory())
                )

        began = time.perf_counter()
        with ThreadPoolExecutor(connections) as pool:
            list(pool.map(ask, range(connections)))
        took = time.perf_counter() - began
        client = clients[0]
        while client.get("/health").status_code == 200 and _unfinished(client):
            time.sleep(0.2)
        states = [client.get(answer.job).json()["state"] for answer in answers if answer.job]
        for one in clients:
            one.close()
        server.process.terminate()
        server.process.wait()
    return answers, states, took


def _unfinished(client: httpx.Client) -> bool:
    return any(
        client.get("/v1/jobs", params={"state": state, "limit": 1}).json()["jobs"] for state in ("queued", "running")
    )


def tell(answers: Sequence[Answer], states: Sequence[str], took: float) -> None:
    """Print the table."""
    statuses = {
        status: sum(answer.status == status for answer in answers) for status in sorted({a.status for a in answers})
    }
    print(f"{len(answers)} requests, {took:.1f} s, {len(answers) / took:.0f} a second; statuses {statuses}")
    print(f"jobs accepted {len(states)}, done {states.count('done')}, other {len(states) - states.count('done')}")
    print(f"\n| request | number | median, ms | 95 %, ms | largest, ms |\n|---{'| ---: ' * 4}|")
    for kind in ("post", "search", "jobs"):
        times = sorted(answer.seconds * 1000 for answer in answers if answer.kind == kind)
        print(
            f"| {kind} | {len(times)} | {statistics.median(times):.0f} | {times[int(len(times) * 0.95)]:.0f} "
            f"| {times[-1]:.0f} |"
        )
    print(f"\n| part of the requests | server, MB | {WORKERS} workers, MB |\n|---| ---: | ---: |")
    for part in range(1, 11):
        cut = answers[len(answers) * (part - 1) // 10 : len(answers) * part // 10]
        print(f"| {part} of 10 | {max(a.server for a in cut):.0f} | {max(a.workers for a in cut):.0f} |")


def main() -> None:
    """Run and print."""
    options = argparse.ArgumentParser(description="The HTTP API under load.")
    options.add_argument("--requests", type=int, default=REQUESTS)
    options.add_argument("--connections", type=int, default=CONNECTIONS)
    options.add_argument("--plans", type=int, default=0, help="different ones; without it each post is a new one")
    chosen = options.parse_args()
    print(f"load average before: {os.getloadavg()[0]:.1f}")
    tell(*run(chosen.requests, chosen.connections, chosen.plans or chosen.requests))


if __name__ == "__main__":
    main()

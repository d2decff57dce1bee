"""The real server in a process of its own."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from tests.plans import PLAN

ROOT = Path(__file__).parents[2]
CODE = "from extractor.cli import main; main()"
NO_PLAN = "Danh sách cán bộ trực ban tuần 12.\n"


def plan(number: int, subject: str = "Phòng, chống dịch bệnh mùa hè") -> bytes:
    """Return a plan with a number and a subject of its own."""
    return PLAN.replace("12/KH", f"{number}/KH").replace("Phòng, chống dịch bệnh mùa hè", subject).encode()


class Server:
    """A server at work; `log` is what it has told, line by line."""

    def __init__(self, data: Path, *options: str, token: str | None = None, within: Sequence[str] = ()) -> None:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}
        environment.pop("KEHOACH_TOKEN", None)
        if token:
            environment["KEHOACH_TOKEN"] = token
        command = [
            *within,
            sys.executable,
            "-c",
            CODE,
            "serve",
            "--data",
            str(data),
            "--port",
            "0",
            "--workers",
            "1",
            *options,
        ]
        self.process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, encoding="utf-8")
        self.log: list[str] = []
        self._listening = threading.Event()
        self._port = 0
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        assert self._listening.wait(120), self.log
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        self.url = f"http://127.0.0.1:{self._port}"
        self.client = httpx.Client(base_url=self.url, headers=headers, timeout=120, trust_env=False)

    @property
    def port(self) -> int:
        """Where it listens."""
        return self._port

    def _read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.log.append(line)
            told = json.loads(line).get("event", "") if line.startswith("{") else ""
            if "running on" in told:
                self._port = int(told.split(" (")[0].rsplit(":", 1)[1])
                self._listening.set()
        self._listening.set()

    def post(self, content: bytes, **parameters: str) -> httpx.Response:
        """Post a file and wait for its record; on a busy machine longer than the server does."""
        answer = self.client.post("/v1/records", content=content, params=parameters)
        if answer.status_code == 202:
            self.finished(answer.headers["location"])
            answer = self.client.post("/v1/records", content=content, params=parameters)
        return answer

    def submit(self, content: bytes, **parameters: str) -> httpx.Response:
        """Post a file without waiting for its record."""
        return self.client.post("/v1/records", content=content, params=parameters, headers={"Prefer": "respond-async"})

    def get(self, path: str, **parameters: Any) -> Any:
        """Return what is answered, as JSON."""
        answer = self.client.get(path, params=parameters)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def finished(self, job: str) -> dict[str, Any]:
        """Wait until a job is finished."""
        deadline = time.monotonic() + 120
        while (found := self.get(job))["state"] in ("queued", "running"):
            assert time.monotonic() < deadline, found
            time.sleep(0.05)
        return dict(found)

    def end(self, sent: signal.Signals = signal.SIGTERM) -> int:
        """Send a signal and wait for the end."""
        self.client.close()
        if self.process.poll() is None:
            self.process.send_signal(sent)
        status = self.process.wait(60)
        self._reader.join(30)
        return status


@contextmanager
def serving(data: Path, *options: str, token: str | None = None) -> Iterator[Server]:
    """Start a server and end it."""
    server = Server(data, *options, token=token)
    try:
        yield server
    finally:
        server.end()

"""The review's server and its worker in this process."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from starlette.testclient import TestClient

from extractor.reviewing.review.app import create_app
from extractor.reviewing.review.catalogue import find_entries
from extractor.reviewing.review.desk import Desk
from extractor.reviewing.review.folder import Results
from extractor.reviewing.review.guard import HEADER
from extractor.running.files import Job
from extractor.running.job import Outcome
from extractor.running.schedule import Limits

TOKEN = "mot-ma-cua-phien-soat"
ADDRESS = "http://127.0.0.1:8000"


class Client:
    """A page of the review: knows the token, follows the versions."""

    def __init__(self, client: TestClient) -> None:
        self.http = client
        self.http.headers[HEADER] = TOKEN

    def queue(self) -> list[dict[str, Any]]:
        """Return the plans when none waits any more."""
        deadline = time.monotonic() + 120
        while True:
            plans = list(self.http.get("/api/plans").json()["plans"])
            if all(one["state"] != "waiting" for one in plans):
                return plans
            assert time.monotonic() < deadline, plans
            time.sleep(0.05)

    def id(self, file: str) -> str:
        """Return the id of a plan by its file."""
        return next(str(one["id"]) for one in self.queue() if one["file"] == file)

    def open(self, file: str) -> dict[str, Any]:
        """Open a plan."""
        answer = self.http.get(f"/api/plans/{self.id(file)}")
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    def put(self, plan: dict[str, Any], *, version: int | None = None, **changes: Any) -> Any:
        """Save a plan as it stands here."""
        body = {"gold": plan["gold"], "decisions": plan["decisions"], "done": False, **changes}
        headers = {"If-Match": f'"{plan["version"] if version is None else version}"'}
        return self.http.put(f"/api/plans/{plan['id']}", json=body, headers=headers)


class InThisProcess:
    """A worker without a process of its own, which takes seconds to start."""

    def __init__(self, run: Callable[[Job], Outcome], limits: Limits, workers: int) -> None:
        self.run = run

    def hire(self) -> "InThisProcess":
        """Start nothing."""
        return self

    def give(self, job: Job) -> None:
        """Do a job."""
        self.outcome = self.run(job)

    def take(self) -> Outcome:
        """Return what came of it."""
        return self.outcome

    def end(self) -> None:
        """End nothing."""

    @property
    def process(self) -> "InThisProcess":
        """What is killed at the end."""
        return self

    def kill(self) -> None:
        """End nothing."""


@contextmanager
def reviewing(folder: Path, out: Path, reviewer: str = "Lan") -> Iterator[Client]:
    """Review a folder."""
    with Results(out) as results, patch("extractor.reviewing.review.preparing.Pool", InThisProcess):
        app = create_app(Desk(find_entries(folder, out), results, Limits(), reviewer), TOKEN)
        with TestClient(app, base_url=ADDRESS) as client:
            yield Client(client)

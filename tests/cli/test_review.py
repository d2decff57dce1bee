"""`kehoach review` as a user runs it: a process that prints its address."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pypdfium2
import pytest

from tests.cli.test_extract import kehoach
from tests.plans import PLAN

ROOT = Path(__file__).parents[2]
_ADDRESS = re.compile(r"^(\d+) plans; the review page is at (http://127\.0\.0\.1:\d+)/#token=(\S+)$")


@contextmanager
def review(*arguments: str | Path) -> Iterator[tuple[subprocess.Popen[str], httpx.Client]]:
    """Run the command; gives the process and a client with its token."""
    command = [sys.executable, "-c", "from extractor.cli import main; main()", "review", *map(str, arguments)]
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        command, env=environment, encoding="utf-8", stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    try:
        assert process.stdout is not None
        told = _ADDRESS.match(process.stdout.readline())
        assert told, process.communicate()
        headers = {"X-Kehoach-Review": told[3]}
        with httpx.Client(base_url=told[2], headers=headers, timeout=60, trust_env=False) as client:
            yield process, client
    finally:
        if process.poll() is None:
            process.terminate()
        process.communicate(timeout=60)


def ready(client: httpx.Client) -> list[dict[str, Any]]:
    deadline = time.monotonic() + 120
    while True:
        plans = list(client.get("/api/plans").json()["plans"])
        if all(one["state"] != "waiting" for one in plans):
            return plans
        assert time.monotonic() < deadline, plans
        time.sleep(0.1)


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    folder = tmp_path / "plans"
    folder.mkdir()
    (folder / "a.txt").write_text(PLAN, "utf-8")
    return folder


def scan_of_many_pages(path: Path) -> None:
    with pypdfium2.PdfDocument(ROOT / "corpora/scan/vu-xuan-2025.pdf") as page, pypdfium2.PdfDocument.new() as pages:
        for _ in range(30):
            pages.import_pages(page)
        pages.save(path)


def test_from_start_to_evaluation(plans: Path, tmp_path: Path) -> None:
    out = tmp_path / "plans-review"
    with review(plans, "--reviewer", "Lan") as (process, client):
        assert httpx.get(client.base_url.join("/api/plans"), trust_env=False).status_code == 401
        assert client.get("/api/session").json() == {"reviewer": "Lan", "out": str(out)}
        (one,) = ready(client)
        plan = client.get(f"/api/plans/{one['id']}").json()
        plan["gold"]["targets"][0]["value"] = 96
        body = {"gold": plan["gold"], "decisions": {"targets-0": "corrected"}, "done": True}
        saved = client.put(f"/api/plans/{one['id']}", json=body, headers={"If-Match": '"0"'})
        assert saved.json() == {"version": 1}
        assert out.stat().st_mode & 0o777 == 0o700
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) in (0, -signal.SIGTERM)
    done = kehoach("evaluate", out / "gold", "--texts", plans, "--errors")
    assert (done.returncode, done.stderr) == (0, "")
    missed = [line for line in done.stdout.splitlines() if line.startswith("MISS")]
    assert [('"value": 96' in line, line.split(":")[0]) for line in missed] == [(True, "MISS a targets")]
    with review(plans) as (_, client):
        assert client.get("/api/session").json()["reviewer"] == "Lan"
        assert [one["state"] for one in ready(client)] == ["done"]


def test_the_end_does_not_wait_for_a_record(plans: Path, tmp_path: Path) -> None:
    scan_of_many_pages(plans / "b.pdf")
    with review(plans, "--out", tmp_path / "out") as (process, client), ThreadPoolExecutor() as pool:
        scan = next(one["id"] for one in client.get("/api/plans").json()["plans"] if one["file"] == "b.pdf")
        asked = pool.submit(client.get, f"/api/plans/{scan}")
        time.sleep(1)
        began = time.monotonic()
        process.send_signal(signal.SIGINT)
        assert asked.result().json()["state"] == "waiting"
        process.wait(60)
        assert time.monotonic() - began < 10


def test_killed_while_it_reads(plans: Path, tmp_path: Path) -> None:
    (plans / "b.pdf").write_bytes((ROOT / "corpora/scan/vu-xuan-2025.pdf").read_bytes())
    with review(plans, "--out", tmp_path / "out") as (process, client):
        assert {one["state"] for one in client.get("/api/plans").json()["plans"]} == {"waiting"}
        process.kill()
    with review(plans, "--out", tmp_path / "out") as (_, client):
        assert [one["state"] for one in ready(client)] == ["new", "new"]


def test_a_file_that_takes_too_long_fails_alone(plans: Path, tmp_path: Path) -> None:
    scan_of_many_pages(plans / "b.pdf")
    (plans / "c.txt").write_text(PLAN, "utf-8")
    with review(plans, "--out", tmp_path / "out", "--timeout", "8") as (_, client):
        found = {one["file"]: (one["state"], one["reason_en"]) for one in ready(client)}
    assert found["b.pdf"] == ("failed", "not read within 8 seconds; raise --timeout or split the file")
    assert found["c.txt"][0] == "new"


def test_wrong_use(plans: Path, tmp_path: Path) -> None:
    refused = kehoach("review", plans, "--reviewer", " ")
    assert refused.returncode == 2
    assert "1 to 100 letters" in refused.stderr
    assert kehoach("review").returncode == 2
    with review(plans) as (_, client):
        taken = kehoach("review", plans, "--out", tmp_path / "other", "--port", str(client.base_url.port))
    assert taken.returncode == 1
    assert taken.stderr.splitlines()[-1].startswith(f"kehoach: 127.0.0.1:{client.base_url.port}: cannot listen here")

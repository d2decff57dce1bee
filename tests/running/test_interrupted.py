"""Runs that are killed at random moments and taken up again give the bytes that one run gives."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-c", "from extractor.cli import main; main()"]


def start(folder: Path, out: Path, workers: int = 2) -> subprocess.Popen[bytes]:
    command = [*COMMAND, "extract", str(folder), "--out", str(out), "--workers", str(workers), "--format"]
    return subprocess.Popen(
        [*command, "csv,xlsx,parquet"], env={**os.environ, "PYTHONPATH": str(ROOT)}, stderr=subprocess.DEVNULL
    )


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != ".journal.jsonl"
    }


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """300 plans: the shorter ones of corpora/ with other numbers, each tenth a repetition."""
    made = tmp_path_factory.mktemp("plans")
    texts = sorted((ROOT / "corpora" / "text").glob("*.txt"), key=lambda path: path.stat().st_size)[:2]
    for number in range(300):
        text = texts[number % 2].read_text("utf-8").replace("Số: ", f"Số: {number - number % 10 // 9}", 1)
        (made / f"{number:03}.txt").write_text(text, "utf-8")
    return made


def test_killed_twenty_times(folder: Path, tmp_path: Path) -> None:
    whole, broken = tmp_path / "whole", tmp_path / "broken"
    began = time.monotonic()
    assert start(folder, whole, workers=1).wait() == 0
    took = time.monotonic() - began
    chance = random.Random(20)
    kept: dict[str, bytes] = {}
    for _ in range(20):
        run = start(folder, broken)
        time.sleep(chance.uniform(0.05, took / 12) + 0.4)
        run.send_signal(signal.SIGKILL)
        run.wait()
        now = {name: content for name, content in files(broken).items() if not name.endswith(".part")}
        assert kept.keys() <= now.keys()
        kept = now
    assert start(folder, broken).wait() == 0
    assert files(broken) == files(whole)
    assert len([name for name in files(whole) if name.endswith(".json")]) > 250

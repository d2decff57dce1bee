"""Runs that are killed at random moments or meet a full disk, taken up again, give the bytes that one run gives."""

import csv
import os
import random
import re
import signal
import subprocess
import time
from pathlib import Path

import pytest

from benchmarks.archive import write_plans
from tests.running.command import ROOT, command, files, start


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
    assert start(folder, whole, workers=1, stderr=subprocess.DEVNULL).wait() == 0
    took = time.monotonic() - began
    chance = random.Random(20)
    kept: dict[str, bytes] = {}
    for _ in range(20):
        run = start(folder, broken, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.05, took / 12) + 0.4)
        run.send_signal(signal.SIGKILL)
        run.wait()
        now = {name: content for name, content in files(broken).items() if not name.endswith(".part")}
        assert kept.keys() <= now.keys()
        kept = now
    assert start(folder, broken, stderr=subprocess.DEVNULL).wait() == 0
    assert files(broken) == files(whole)
    assert len([name for name in files(whole) if name.endswith(".json")]) > 250


FILL = """
mount -t tmpfs -o size=1m full "$OUT" || exit 9
"$@" 2> "$KEPT/first"; echo $? > "$KEPT/status"
ls "$OUT" | grep -c json > "$KEPT/records"
mount -o remount,size=64m "$OUT"
"$@" 2> "$KEPT/second" && cp -r "$OUT" "$KEPT/out"
"""


@pytest.mark.mounts
def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    folder, out, kept, whole = (tmp_path / name for name in ("plans", "out", "kept", "whole"))
    write_plans(folder, 40)
    out.mkdir()
    kept.mkdir()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", "OUT": str(out), "KEPT": str(kept)}
    script = ["unshare", "--map-root-user", "--mount", "sh", "-c", FILL, "sh", *command(folder, out)]
    subprocess.run(script, env=environment, check=True)
    assert (kept / "status").read_text() == "1\n"
    assert (kept / "first").read_text() == (
        f"kehoach: {out}: the disk is full or may not be written to; "
        "make room and run the same command again, what is done is kept\n"
    )
    records = int((kept / "records").read_text())
    assert 0 < records < 40
    found = re.search(r"40 of 40 files extracted \((\d+) by an earlier run\)", (kept / "second").read_text())
    # the journal's line of the last record of each worker may have found no room: that record is made again
    assert found is not None
    assert records - 2 <= int(found[1]) <= records
    assert start(folder, whole).communicate()[1].count("40 of 40") == 1
    assert files(kept / "out") == files(whole)


def test_a_file_that_vanishes_midway(tmp_path: Path) -> None:
    folder, out = tmp_path / "plans", tmp_path / "out"
    write_plans(folder, 60)
    with start(folder, out, workers=1) as run:
        deadline = time.monotonic() + 60
        while len(list(out.glob("*.json"))) < 3 and time.monotonic() < deadline:
            time.sleep(0.02)
        (folder / "00059.txt").unlink()
        _, told = run.communicate()
    assert run.returncode == 1
    assert "59 of 60 files extracted" in told
    (refused,) = csv.DictReader((out / "quarantine.csv").read_text("utf-8-sig").splitlines())
    assert (Path(refused["file"]).name, refused["code"]) == ("00059.txt", "missing")

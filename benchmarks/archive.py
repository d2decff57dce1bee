"""`python -m benchmarks.archive`: 2,000 text plans by the real command, one worker against two, and its memory.

The two are timed by turns, for a machine is seldom quiet; the share of the processors that other programs took is
told beside each time.
"""

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

from benchmarks.__main__ import ROOT, sample

FEW, MANY = 500, 2000
TABLES = "csv,xlsx,parquet,duckdb"
NAMES = tuple(
    map(" ".join, product(("An", "Bình", "Đông", "Hòa", "Long", "Phú", "Tân"), ("Hải", "Lạc", "Sơn", "Thịnh")))
)
_NUMBER = re.compile(r"(?m)^(Số:? ?)\d*")
_DATE = re.compile(r"(?m)^(\w[\w ]*), ngày \d+ tháng \d+")


def write_plans(folder: Path, count: int) -> None:
    """Write plans made from those of corpora/: each with a number, a date and a place of its own."""
    texts = sample()
    folder.mkdir(parents=True, exist_ok=True)
    for index in range(count):
        (folder / f"{index:05}.txt").write_text(variant(texts[index % len(texts)], index // len(texts)), "utf-8")


def variant(text: str, index: int) -> str:
    """Return a text with the number, date and place of another plan; each index gives another text."""
    dated = _DATE.search(text)
    if dated:
        place, name = dated[1], NAMES[index % len(NAMES)]
        text = text.replace(place, name).replace(place.upper(), name.upper())
        text = _DATE.sub(rf"\1, ngày {index % 18 + 10} tháng {index % 3 + 10}", text, count=1)
    return _NUMBER.sub(rf"\g<1>{index + 1}", text, count=1)


@dataclass
class Run:
    """What one run of the command took."""

    seconds: float = 0
    others: float = 0
    """Share of the processors that other programs took."""
    parent: float = 0
    """Peak memory, MB."""
    workers: dict[int, float] = field(default_factory=dict)
    """Peak memory of each worker, MB."""


def run(plans: Path, *options: str) -> Run:
    """Run the command over a folder into a fresh one and watch it."""
    done = Run()
    with tempfile.TemporaryDirectory() as out:
        code = "from extractor.cli import main; main()"
        command = [sys.executable, "-c", code, "extract", str(plans), "--out", out, *options]
        start, (busy, whole), ours = time.perf_counter(), processors(), children_seconds()
        with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL) as process:
            while process.poll() is None:
                done.parent = max(done.parent, peak(process.pid))
                for child in _workers(process.pid):
                    done.workers[child] = max(done.workers.get(child, 0), peak(child))
                time.sleep(0.1)
        done.seconds = time.perf_counter() - start
        busy_after, whole_after = processors()
        taken = busy_after - busy - (children_seconds() - ours)
        done.others = max(0.0, taken / (whole_after - whole))
        assert process.returncode == 0
        assert len(list(Path(out).glob("*.json"))) == len(list(plans.iterdir()))
    return done


def processors() -> tuple[float, float]:
    """Return the seconds that all processors were busy, and all their seconds."""
    ticks = [int(part) for part in Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:9]]
    second = os.sysconf("SC_CLK_TCK")
    return (sum(ticks) - ticks[3] - ticks[4]) / second, sum(ticks) / second


def children_seconds() -> float:
    times = os.times()
    return times.children_user + times.children_system


def _workers(pid: int) -> Iterator[int]:
    try:
        yield from map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split())
    except OSError:
        return


def peak(pid: int) -> float:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    found = re.search(r"VmHWM:\s+(\d+)", status)
    return int(found[1]) / 1024 if found else 0


def speed_up(plans: Path, rounds: int) -> None:
    """Print the times of one worker and of two, by turns, and their ratio."""
    print(f"\n| round | one worker, s | two workers, s | ratio | others' share of the processors |\n{'| ---: ' * 5}|")
    ones, twos = [], []
    for number in range(1, rounds + 1):
        one, two = run(plans, "--workers", "1"), run(plans, "--workers", "2")
        ones.append(one.seconds)
        twos.append(two.seconds)
        print(
            f"| {number} | {one.seconds:.1f} | {two.seconds:.1f} | {one.seconds / two.seconds:.2f} "
            f"| {one.others:.0%}, {two.others:.0%} |",
            flush=True,
        )
    one_worker, two_workers = statistics.median(ones), statistics.median(twos)
    print(f"| median | {one_worker:.1f} | {two_workers:.1f} | {one_worker / two_workers:.2f} | |")


def memory(folders: Sequence[Path]) -> None:
    """Print the peak memory of the command and of its workers, with all tables, by the number of plans."""
    print(f"\n| plans, all tables | seconds | parent, MB | largest worker, MB |\n{'| ---: ' * 4}|")
    for folder in folders:
        done = run(folder, "--workers", "2", "--format", TABLES)
        count = len(list(folder.glob("*.txt")))
        print(f"| {count} | {done.seconds:.1f} | {done.parent:.0f} | {max(done.workers.values()):.0f} |", flush=True)


def main() -> None:
    """Make the folders and measure."""
    options = argparse.ArgumentParser(description="Many files: one worker against two, and memory.")
    options.add_argument("--rounds", type=int, default=3, help="times that each is timed")
    options.add_argument("--write", type=Path, metavar="FOLDER", help="only write the 2,000 plans into a folder")
    chosen = options.parse_args()
    if chosen.write:
        write_plans(chosen.write, MANY)
        return
    with tempfile.TemporaryDirectory() as folder:
        few, many = Path(folder) / "few", Path(folder) / "many"
        write_plans(few, FEW)
        write_plans(many, MANY)
        speed_up(many, chosen.rounds)
        memory([few, many])


if __name__ == "__main__":
    main()

"""`python -m benchmarks.crosscheck`: the cross-check of a country's plans by the real command, its time and memory.

Seconds of processor are told beside those of the clock, for a machine is seldom quiet.

The records are made up (`benchmarks/country.py`) and go in as a user's do: a folder of files. A tenth of the provinces
is checked beside the whole, which shows how the cost grows.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.__main__ import ROOT
from benchmarks.archive import children_seconds, peak
from benchmarks.country import write

_COMMAND = [sys.executable, "-c", "from extractor.cli import main; main()"]


def run(*arguments: str | Path) -> tuple[float, float, float]:
    """Run the command; returns seconds, seconds of processor and peak memory in MB."""
    start, before, most = time.perf_counter(), children_seconds(), 0.0
    with subprocess.Popen(
        [*_COMMAND, *map(str, arguments)], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        while process.poll() is None:
            most = max(most, peak(process.pid))
            time.sleep(0.05)
    assert process.returncode == 0
    return time.perf_counter() - start, children_seconds() - before, most


def main() -> None:
    """Make the records and measure."""
    options = argparse.ArgumentParser(description="A country's plans: cross-check, time and memory.")
    options.add_argument("--write", type=Path, metavar="FOLDER", help="only write the records into a folder")
    chosen = options.parse_args()
    if chosen.write:
        print("{} plans, {} targets".format(*write(chosen.write)))
        return
    print("| plans | targets | command | s | processor, s | processor, ms a plan | peak, MB |")
    print("| ---: | ---: | --- | ---: | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as folder:
        for every in (10, 1):
            records, store = Path(folder) / f"records-{every}", Path(folder) / f"store-{every}.duckdb"
            plans, targets = write(records, every)
            out = ("--out", Path(folder) / "found.json")
            commands: dict[str, tuple[str | Path, ...]] = {
                "crosscheck RECORDS --out": ("crosscheck", records, *out),
                "collect RECORDS --store": ("collect", records, "--store", store),
                "crosscheck --store --out": ("crosscheck", "--store", store, *out),
            }
            for name, arguments in commands.items():
                seconds, processor, memory = run(*arguments)
                told = f"{seconds:.1f} | {processor:.1f} | {processor / plans * 1000:.1f} | {memory:.0f}"
                print(f"| {plans} | {targets} | `{name}` | {told} |", flush=True)


if __name__ == "__main__":
    main()

"""`python -m benchmarks.crosscheck`: the cross-check of a country's plans by the real command, its time and memory.

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
from benchmarks.archive import peak
from benchmarks.country import write

_COMMAND = [sys.executable, "-c", "from extractor.cli import main; main()"]


def run(*arguments: str | Path) -> tuple[float, float]:
    """Run the command; returns seconds and peak memory in MB."""
    start, most = time.perf_counter(), 0.0
    with subprocess.Popen([*_COMMAND, *map(str, arguments)], cwd=ROOT, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            most = max(most, peak(process.pid))
            time.sleep(0.05)
    assert process.returncode == 0
    return time.perf_counter() - start, most


def main() -> None:
    """Make the records and measure."""
    options = argparse.ArgumentParser(description="A country's plans: cross-check, time and memory.")
    options.add_argument("--write", type=Path, metavar="FOLDER", help="only write the records into a folder")
    chosen = options.parse_args()
    if chosen.write:
        print("{} plans, {} targets".format(*write(chosen.write)))
        return
    print("| plans | targets | crosscheck, s | MB | ms a plan | collect, s | MB | crosscheck of the store, s | MB |")
    print("| ---: " * 9 + "|")
    with tempfile.TemporaryDirectory() as folder:
        for every in (10, 1):
            records, store = Path(folder) / f"records-{every}", Path(folder) / f"store-{every}.duckdb"
            plans, targets = write(records, every)
            out = ("--out", Path(folder) / "found.json")
            whole = run("crosscheck", records, *out)
            kept = run("collect", records, "--store", store)
            checked = run("crosscheck", "--store", store, *out)
            cells = (plans, targets, *_pair(whole), f"{whole[0] / plans * 1000:.1f}", *_pair(kept), *_pair(checked))
            print(f"| {' | '.join(map(str, cells))} |", flush=True)


def _pair(measured: tuple[float, float]) -> tuple[str, str]:
    return f"{measured[0]:.1f}", f"{measured[1]:.0f}"


if __name__ == "__main__":
    main()

"""The real command in a process of its own, and what it leaves in a folder."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def command(folder: Path, out: Path) -> list[str]:
    """Return the command with tables that have the same bytes each time."""
    code = "from extractor.cli import main; main()"
    tables = ["--format", "csv,xlsx,parquet"]
    return [sys.executable, "-c", code, "extract", str(folder), "--out", str(out), *tables]


def start(
    folder: Path, out: Path, *options: str, workers: int = 2, stderr: int = subprocess.PIPE
) -> subprocess.Popen[str]:
    """Start the command."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    return subprocess.Popen(
        [*command(folder, out), "--workers", str(workers), *options], env=environment, stderr=stderr, encoding="utf-8"
    )


def files(folder: Path) -> dict[str, bytes]:
    """Return what users see there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != ".journal.jsonl"
    }

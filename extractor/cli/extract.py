"""`kehoach extract`: one file to standard output, or many into a folder."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import track

from extractor.cli.speech import complain, speak
from extractor.output.index import write_index
from extractor.output.jsonfile import record_json
from extractor.pipeline import extract
from extractor.reading import ReadingError
from extractor.running.batch import Failure, Outcome, run_jobs
from extractor.running.files import plan_jobs


def extract_one(path: Path, layers: Sequence[str] | None) -> int:
    """Print the record of one file; returns the exit status."""
    try:
        record = extract(path) if layers is None else extract(path, layers)
    except ReadingError as error:
        complain(f"{path}: {speak(error.message, error.message_vi)}")
        return 1
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(record_json(record))
    for warning in record.warnings:
        complain(f"{path}: {speak(warning.message, warning.message_vi)}")
    return 0


def extract_many(paths: Sequence[Path], out: Path, workers: int | None, layers: Sequence[str] | None) -> int:
    """Write the records of many files and the table of plans; returns the exit status."""
    jobs = plan_jobs(paths, out)
    if not jobs:
        complain(speak("no plan file found here", "không thấy tệp kế hoạch nào"))
        return 1
    if out.exists() and not out.is_dir():
        complain(speak(f"{out}: is a file; --out needs a folder", f"{out}: là tệp; --out phải là thư mục"))
        return 2
    workers = min(workers or os.cpu_count() or 1, len(jobs))
    outcomes = {}
    for outcome in _with_progress(run_jobs(jobs, workers, layers), len(jobs)):
        outcomes[outcome.job] = outcome
        if outcome.failure:
            complain(f"{outcome.job.path}: {_told(outcome.failure)}")
    rows = [_row(outcomes[job], out) for job in jobs]
    index = write_index(out, rows)
    failed = sum(outcome.failure is not None for outcome in outcomes.values())
    complain(_summary(len(jobs), failed, index))
    return 1 if failed else 0


def _with_progress(outcomes, total: int):  # type: ignore[no-untyped-def]
    """Show a progress bar on a terminal; none in a pipe."""
    console = Console(stderr=True)
    return track(outcomes, speak("Extracting", "Trích xuất"), total, console=console, disable=not console.is_terminal)


def _row(outcome: Outcome, out: Path) -> dict[str, object]:
    failure = outcome.failure
    record = None if failure else outcome.job.record.relative_to(out).as_posix()
    return {
        "file": str(outcome.job.path),
        "record": record,
        **outcome.row,
        "failure": failure.code if failure else None,
        "reason": _told(failure) if failure else None,
    }


def _told(failure: Failure) -> str:
    return speak(failure.message, failure.message_vi)


def _summary(total: int, failed: int, index: Path) -> str:
    done = total - failed
    return speak(
        f"{done} of {total} files extracted, {failed} failed; table of plans: {index}",
        f"đã trích xuất {done} trên {total} tệp, {failed} tệp lỗi; bảng kế hoạch: {index}",
    )

"""`kehoach extract`: one file to standard output, or many into a folder."""

import sys
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Literal

from extractor.cli.progress import with_progress
from extractor.cli.speech import complain, speak
from extractor.output.csvfile import write_csv
from extractor.output.export import export
from extractor.output.index import INDEX, QUARANTINE
from extractor.output.jsonfile import record_json
from extractor.pipeline import PARTS, extract
from extractor.reading import ReadingError
from extractor.running.batch import run_batch
from extractor.running.cluster import NO_RAY, Cluster, is_ray_installed
from extractor.running.files import Job, plan_jobs
from extractor.running.job import Failure, Outcome, StoppedError, write_failure
from extractor.running.journal import BusyError, Journal
from extractor.running.pool import Pool
from extractor.running.schedule import Limits


@dataclass(frozen=True)
class Request:
    """What to do with many files."""

    out: Path
    workers: int | None = None
    layers: Collection[str] = PARTS
    limits: Limits = field(default_factory=Limits)
    formats: Collection[str] = ("json",)
    engine: Literal["pool", "ray"] = "pool"
    ocr: str = "auto"


def extract_one(path: Path, layers: Collection[str], ocr: Any = "auto", threads: int | None = None) -> int:
    """Print the record of one file; returns the exit status."""
    try:
        record = extract(path, layers, ocr, threads)
    except ReadingError as error:
        complain(f"{path}: {speak(error.message, error.message_vi)}")
        return 1
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(record_json(record))
    for warning in record.warnings:
        complain(f"{path}: {speak(warning.message, warning.message_vi)}")
    return 0


def extract_many(paths: Sequence[Path], request: Request) -> int:
    """Write the records of many files and the tables; returns the exit status."""
    out = request.out
    if request.engine == "ray" and not is_ray_installed():
        complain(_told(NO_RAY))
        return 2
    if out.exists() and not out.is_dir():
        complain(speak(f"{out}: is a file; --out needs a folder", f"{out}: là tệp; --out phải là thư mục"))
        return 2
    jobs = plan_jobs(paths, out)
    if not jobs:
        complain(speak("no plan file found here", "không thấy tệp kế hoạch nào"))
        return 1
    try:
        return _run(jobs, request)
    except BusyError:
        complain(speak(f"{out}: another run is at work here", f"{out}: một lượt chạy khác đang làm việc ở đây"))
    except StoppedError as error:
        complain(f"{out}: {_told(error.failure)}")
    except OSError as error:
        complain(f"{out}: {_told(write_failure(error))}")
    return 1


def _run(jobs: Sequence[Job], request: Request) -> int:
    options: dict[str, Any] = {"layers": [part for part in PARTS if part in request.layers], "ocr": request.ocr}
    start = partial(Cluster if request.engine == "ray" else Pool, limits=request.limits, workers=request.workers)
    outcomes: dict[Job, Outcome] = {}
    with Journal(request.out, options) as journal:
        for outcome in with_progress(run_batch(jobs, journal, options, start), len(jobs)):
            outcomes[outcome.job] = outcome
            if outcome.failure:
                complain(f"{outcome.job.path}: {_told(outcome.failure)}")
        _write_tables([outcomes[job] for job in jobs], request)
    complain(_summary(outcomes.values(), request.out / f"{INDEX.name}.csv"))
    return 1 if any(outcome.failure for outcome in outcomes.values()) else 0


def _write_tables(outcomes: Sequence[Outcome], request: Request) -> None:
    out = request.out
    rows = [_row(outcome, out) for outcome in outcomes]
    records = [row["record"] for row in rows if row["record"]]
    write_csv(out / f"{INDEX.name}.csv", INDEX, map(INDEX.row, rows))
    export(out, request.formats, INDEX, [INDEX.row(row) for row in rows], records)
    refused = [
        (str(outcome.job.path), failure.code, failure.message, failure.message_vi)
        for outcome in outcomes
        if (failure := outcome.failure)
    ]
    quarantine = out / f"{QUARANTINE.name}.csv"
    if refused:
        write_csv(quarantine, QUARANTINE, refused)
    else:
        quarantine.unlink(missing_ok=True)


def _row(outcome: Outcome, out: Path) -> dict[str, Any]:
    failure, repeated = outcome.failure, outcome.duplicate_of
    return {
        "file": str(outcome.job.path),
        "record": outcome.job.record.relative_to(out).as_posix() if outcome.written else None,
        **outcome.row,
        "duplicate_of": str(repeated) if repeated else None,
        "failure": failure.code if failure else None,
        "reason": _told(failure) if failure else None,
    }


def _told(failure: Failure) -> str:
    return speak(failure.message, failure.message_vi)


def _summary(outcomes: Collection[Outcome], index: Path) -> str:
    total = len(outcomes)
    failed = sum(outcome.failure is not None for outcome in outcomes)
    repeated = sum(outcome.duplicate_of is not None for outcome in outcomes)
    earlier = sum(outcome.resumed for outcome in outcomes)
    done = total - failed - repeated
    return speak(
        f"{done} of {total} files extracted ({earlier} by an earlier run), {repeated} duplicates, {failed} failed; "
        f"table of plans: {index}",
        f"đã trích xuất {done} trên {total} tệp ({earlier} tệp từ lượt chạy trước), {repeated} tệp trùng, "
        f"{failed} tệp lỗi; bảng kế hoạch: {index}",
    )

"""What a worker process does for the server: one file to its record, or chosen records to their cross-check."""

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

from extractor.collection.crosscheck import cross_check
from extractor.collection.recordfile import RecordError, read_record
from extractor.collection.store import Store
from extractor.output.crosscheckfile import write_crosscheck
from extractor.output.jsonfile import record_json, write_whole
from extractor.pipeline import extract_source
from extractor.reading.errors import ReadingError
from extractor.reading.files import read_bytes
from extractor.reading.recognition import Recognition
from extractor.records.crosscheck import Problem
from extractor.reviewing.api import jobs
from extractor.reviewing.api.index import Entry, entry_of
from extractor.reviewing.api.storage import Storage, sync_folder
from extractor.ruleset import ruleset
from extractor.running import files
from extractor.running.job import Failure, Outcome, guarded

_PDF_HEADER_WITHIN = 1024
_TIFF = (b"II*\x00", b"MM\x00*")
ENTRY = "entry"
"""Where the outcome's row has the record's entry for the index."""


class TooManyPagesError(ReadingError):
    """The document has more pages than the server reads."""

    code = "too_many_pages"
    english = "The document has too many pages ({detail}); split it."
    vietnamese = "Tài liệu có quá nhiều trang ({detail}); hãy chia nhỏ."


def made_with(ocr: str | None) -> str:
    """Return what a record depends on besides its file: rules and options."""
    return f"{ruleset()} ocr={ocr}"


def run_task(job: files.Job, folder: Path, max_pages: int) -> Outcome:
    """Do the job that the file's name tells; the process has its limits from the pool."""

    def work() -> Outcome:
        storage = Storage(folder)
        task = jobs.find(storage, job.path.name)
        if task is None:
            return Outcome(job, failure=Failure("internal", "the job is gone", "công việc không còn"))
        if task.kind == "crosscheck":
            _cross_check(storage, task, job.record)
            return Outcome(job)
        return Outcome(job, {ENTRY: _extract(task, job, max_pages)})

    return guarded(job, work)


def _extract(task: jobs.Job, job: files.Job, max_pages: int) -> Entry:
    data = job.path.read_bytes()
    _check_pages(data, max_pages)
    recognition: Any = Recognition(task.ocr or "auto", 1)  # type: ignore[arg-type]
    source = replace(read_bytes(data, task.name, recognition), name=task.name)
    del data
    record = extract_source(source)
    write_whole(job.record, record_json(record))
    _sync(job.record)
    return entry_of(record, made_with(task.ocr))


def _cross_check(storage: Storage, task: jobs.Job, out: Path) -> None:
    problems: list[Problem] = []
    with Store() as store:
        for name in task.members:
            try:
                record = read_record(storage.record_file(name))
            except RecordError as error:
                problems.append(replace(error.problem, name=name))
                continue
            added = store.add(record, record.source.name or name)
            if added.how == "no_key":
                english = "it has neither a code nor a title, so it is left out"
                problems.append(Problem(name, "no_key", english, "không có số ký hiệu và tên gọi nên bỏ qua"))
        members = list(store.members())
        found = cross_check(members, [*problems, *store.problems])
    write_crosscheck(out, found)
    _sync(out)


def _check_pages(data: bytes, most: int) -> None:
    """Raise where a PDF or TIFF has too many pages; what cannot be counted is left to its reader."""
    pages = 0
    if b"%PDF-" in data[:_PDF_HEADER_WITHIN]:
        import pypdfium2

        try:
            with pypdfium2.PdfDocument(data) as document:
                pages = len(document)
        except pypdfium2.PdfiumError:
            return
    elif data.startswith(_TIFF):
        from io import BytesIO

        from PIL import Image

        try:
            with Image.open(BytesIO(data)) as picture:
                pages = getattr(picture, "n_frames", 1)
        except (OSError, ValueError, SyntaxError):
            return
    if pages > most:
        raise TooManyPagesError(f"{pages}, at most {most}")


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
    sync_folder(path.parent)

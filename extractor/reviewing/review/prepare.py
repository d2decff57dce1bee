"""What a worker does for the review: a document to its record and layout, or a record that was made elsewhere."""

import hashlib
import unicodedata
from pathlib import Path

from extractor.collection.recordfile import RecordError, read_record
from extractor.output.jsonfile import record_json, write_whole
from extractor.pipeline import extract_source
from extractor.reading.errors import AccessError
from extractor.reading.files import read_bytes
from extractor.reading.limits import MAX_FILE_BYTES, check_size
from extractor.reading.recognition import Recognition
from extractor.records import PlanRecord
from extractor.reviewing.review.catalogue import RECORD_SUFFIX
from extractor.reviewing.review.folder import gold_file, layout_file
from extractor.reviewing.review.layout import Layout, layout_of, read_layout, write_layout
from extractor.ruleset import ruleset
from extractor.running.files import Job
from extractor.running.job import Failure, Outcome, guarded

CHANGED = Failure(
    "changed_file",
    "the file has changed since its record was corrected; put the old file back, or move its gold file away",
    "tệp đã thay đổi sau khi bản ghi được sửa; hãy khôi phục tệp cũ, hoặc chuyển tệp chuẩn đi nơi khác",
)


def prepare(job: Job, records: Path) -> Outcome:
    """Make the record and the layout of one plan, where they are not there already.

    A record that people have corrected is kept, whatever rules made it; that of a file that has changed since is no
    record of it.
    """
    layout_path = layout_file(job.record, records)
    corrected = gold_file(job.record, records).exists()

    def work() -> Outcome:
        try:
            if (known := read_layout(layout_path)) is not None:
                if known.document == _digest_of(job.path):
                    if _is_kept(job.record, corrected=corrected):
                        return Outcome(job)
                elif corrected:
                    return Outcome(job, failure=CHANGED)
            record, layout = _from_record(job.path) if _is_record(job.path) else _from_document(job.path)
        except RecordError as error:
            told = error.problem
            return Outcome(job, failure=Failure(told.code, told.message, told.message_vi))
        write_whole(job.record, record_json(record))
        write_layout(layout_path, layout)
        return Outcome(job)

    return guarded(job, work)


def _digest_of(path: Path) -> str:
    """Return the SHA-256 of a file; raises ReadingError where it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise AccessError(error.strerror or str(error)) from None


def _is_kept(path: Path, *, corrected: bool) -> bool:
    """Tell whether a record made before is the one to show; raises RecordError for an unsound corrected one."""
    try:
        return read_record(path).ruleset == ruleset() or corrected
    except RecordError:
        if corrected:
            raise
        return False


def _is_record(path: Path) -> bool:
    return path.suffix.lower() == RECORD_SUFFIX


def _from_record(path: Path) -> tuple[PlanRecord, Layout]:
    record = read_record(path)
    return record, Layout(_digest_of(path), record.source.media_type)


def _from_document(path: Path) -> tuple[PlanRecord, Layout]:
    try:
        check_size(path.stat().st_size, MAX_FILE_BYTES)
        data = path.read_bytes()
    except OSError as error:
        raise AccessError(error.strerror or str(error)) from None
    source = read_bytes(data, unicodedata.normalize("NFC", path.name), Recognition("auto", 1))
    layout = layout_of(source, data)
    del data
    return _made_before(path, source.sha256, source.text) or extract_source(source), layout


def _made_before(path: Path, digest: str, text: str) -> PlanRecord | None:
    """Return the record that stands beside a document, where it is a record of it as it is."""
    try:
        record = read_record(path.with_suffix(RECORD_SUFFIX))
    except RecordError:
        return None
    return record if (record.source.sha256, record.text) == (digest, text) else None

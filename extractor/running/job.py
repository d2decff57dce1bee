"""One file to one record: whatever goes wrong becomes the outcome's failure."""

import errno
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extractor.output.index import index_row
from extractor.output.jsonfile import record_json, write_whole
from extractor.pipeline import extract
from extractor.reading import ReadingError
from extractor.running.files import Job

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS})


@dataclass(frozen=True)
class Failure:
    """Why a file gave no record: a stable code, and what is wrong and what to do in both languages."""

    code: str
    message: str
    message_vi: str


class StoppedError(Exception):
    """The run cannot go on; what was done is kept."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.message)
        self.failure = failure


@dataclass(frozen=True)
class Outcome:
    """What came of one file: a row for the table of plans, a failure, or the file that it repeats."""

    job: Job
    row: dict[str, Any] = field(default_factory=dict)
    failure: Failure | None = None
    duplicate_of: Path | None = None
    written: str | None = None
    """SHA-256 of the record's bytes, by which a later run knows that the record is whole."""
    resumed: bool = False
    """True when an earlier run had made the record."""


MEMORY = Failure(
    "memory",
    "reading it needs more memory than one file may use; raise --memory or read it on a larger machine",
    "đọc tệp này cần nhiều bộ nhớ hơn mức cho phép; hãy tăng --memory hoặc dùng máy mạnh hơn",
)
NO_ROOM = Failure(
    "disk_full",
    "the disk is full or may not be written to; make room and run the same command again, what is done is kept",
    "ổ đĩa đầy hoặc không ghi được; hãy giải phóng chỗ rồi chạy lại cùng lệnh, phần đã làm được giữ nguyên",
)


def run_job(job: Job, options: Mapping[str, Any]) -> Outcome:
    """Extract one file and write its record; `options` are those of `extract`."""

    def write_record() -> Outcome:
        record = extract(job.path, threads=1, **options)
        content = record_json(record)
        write_whole(job.record, content)
        return Outcome(job, index_row(record), written=hashlib.sha256(content.encode()).hexdigest())

    return guarded(job, write_record)


def guarded(job: Job, work: Callable[[], Outcome]) -> Outcome:
    """Do the work of a job; whatever goes wrong becomes the outcome's failure."""
    try:
        return work()
    except ReadingError as error:
        return Outcome(job, failure=Failure(error.code, error.message, error.message_vi))
    except MemoryError:
        return Outcome(job, failure=MEMORY)
    except OSError as error:
        return Outcome(job, failure=write_failure(error))
    except Exception as error:  # a fault of ours in one document must not cost the others theirs
        reason = f"{type(error).__name__}: {error}"[:200]
        return Outcome(
            job,
            failure=Failure(
                "internal",
                f"internal error ({reason}); please report it with this file",
                f"lỗi bên trong ({reason}); xin báo lại kèm tệp này",
            ),
        )


def write_failure(error: OSError) -> Failure:
    """Tell a full disk, which stops the run, from a record that cannot be written."""
    if error.errno in _NO_ROOM:
        return NO_ROOM
    reason = error.strerror or str(error)
    return Failure("io", f"cannot write the record: {reason}", f"không ghi được kết quả: {reason}")

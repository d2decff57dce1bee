"""`kehoach report`: one plan as a page."""

from pathlib import Path

from extractor.cli.speech import complain, speak
from extractor.collection.recordfile import RecordError, read_record
from extractor.output.jsonfile import write_whole
from extractor.output.pages.plan_page import plan_page
from extractor.pipeline import extract
from extractor.reading import ReadingError
from extractor.records import PlanRecord
from extractor.running.job import write_failure


def report_file(path: Path, out: Path | None) -> int:
    """Write the report of a record, or of a plan file, which is extracted first; returns the exit status."""
    record = _record(path)
    if record is None:
        return 1
    page = out or Path(f"{path.stem}.html")
    try:
        write_whole(page, plan_page(record))
    except OSError as error:
        failure = write_failure(error)
        complain(f"{page}: {speak(failure.message, failure.message_vi)}")
        return 1
    complain(speak(f"the report is in {page}", f"báo cáo ở {page}"))
    return 0


def _record(path: Path) -> PlanRecord | None:
    """Return a plan's record; None, with a line said, where there is none."""
    try:
        return read_record(path) if path.suffix.lower() == ".json" else extract(path)
    except ReadingError as error:
        complain(f"{path}: {speak(error.message, error.message_vi)}")
    except RecordError as error:
        complain(f"{path}: {speak(error.problem.message, error.problem.message_vi)}")
    return None

"""`kehoach crosscheck`: plans of several levels against one another."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import ValidationError

from extractor.cli.speech import VIETNAMESE, complain, speak
from extractor.collection.crosscheck import cross_check
from extractor.collection.store import Store, StoreError
from extractor.output.crosscheckfile import summary, write_crosscheck
from extractor.pipeline import extract
from extractor.reading import ReadingError
from extractor.records import PlanRecord
from extractor.records.crosscheck import Problem
from extractor.running.files import PLAN_SUFFIXES
from extractor.running.job import write_failure

_SAID = {
    "same_code": (
        "another plan has the same issuer, code and date; both are kept",
        "một kế hoạch khác có cùng cơ quan, số ký hiệu và ngày; giữ cả hai",
    ),
    "no_key": ("it has neither a code nor a title, so it is left out", "không có số ký hiệu và tên gọi nên bỏ qua"),
}


def crosscheck_paths(paths: Sequence[Path], out: Path | None, store_path: Path | None) -> int:
    """Cross-check records and plan files; returns the exit status."""
    problems: list[Problem] = []
    try:
        with Store(store_path) as store:
            refused = sum(not _add(store, path, problems) for path in _files(paths))
            found = cross_check(store.members(), problems)
    except StoreError as error:
        complain(f"{store_path}: {speak('is no store of plans', 'không phải kho kế hoạch')} ({error})")
        return 1
    for problem in found.problems:
        complain(f"{problem.name}: {speak(problem.message, problem.message_vi)}")
    if not found.plans:
        complain(speak("no plan found here", "không thấy kế hoạch nào"))
        return 1
    if out is not None:
        try:
            write_crosscheck(out, found)
        except OSError as error:
            failure = write_failure(error)
            complain(f"{out}: {speak(failure.message, failure.message_vi)}")
            return 1
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    print("\n".join(summary(found, vietnamese=VIETNAMESE)))
    return 1 if refused else 0


def _add(store: Store, path: Path, problems: list[Problem]) -> bool:
    """Add a record or a plan file; tells whether it could be read."""
    try:
        made = path.suffix.lower() == ".json"
        record = PlanRecord.model_validate_json(path.read_bytes()) if made else extract(path)
    except ReadingError as error:
        complain(f"{path}: {speak(error.message, error.message_vi)}")
        return False
    except (OSError, ValidationError):
        complain(
            f"{path}: {speak('is no record of this version of the program', 'không phải bản ghi của phiên bản này')}"
        )
        return False
    how = store.add(record, path.name).how
    if how in _SAID:
        problems.append(Problem(path.name, how, *_SAID[how]))
    return True


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield the records below folders, or where a folder holds none its plan files; files as they are named."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        shown = [file for file in sorted(path.rglob("*")) if not file.name.startswith(".")]
        records = [file for file in shown if file.suffix == ".json"]
        yield from records or [file for file in shown if file.suffix.lower() in PLAN_SUFFIXES]

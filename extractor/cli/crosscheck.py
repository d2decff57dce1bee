"""`kehoach crosscheck`: plans of several levels against one another."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from extractor.cli.collect import gather, open_store, told
from extractor.cli.speech import VIETNAMESE, complain, speak
from extractor.collection.crosscheck import cross_check
from extractor.collection.store import StoreError
from extractor.output.crosscheckfile import summary, write_crosscheck
from extractor.output.pages.crosscheck_page import MOST_VERDICTS
from extractor.records.crosscheck import CrossCheck
from extractor.running.job import write_failure


def crosscheck_paths(paths: Sequence[Path], outs: Sequence[Path], store_path: Path | None, workers: int | None) -> int:
    """Cross-check records and plan files, and what a store keeps; returns the exit status."""
    if not paths and (store_path is None or not store_path.exists()):
        complain(
            speak(
                "name records or plan files, or with --store a store that `kehoach collect` has made",
                "cần chỉ ra bản ghi, tệp kế hoạch, hoặc bằng --store một kho do `kehoach collect` tạo ra",
            )
        )
        return 2
    gc.disable()  # a country's plans are millions of values without cycles, which collections would only walk over
    try:
        with open_store(store_path) as store:
            gathered = gather(store, paths, workers)
            members = list(store.members())
            unreadable = store.problems
    except StoreError as error:
        complain(f"{store_path}: {told(error)}")
        return 1
    found = cross_check(members, [*gathered.problems, *unreadable])
    for problem in found.problems[len(gathered.problems) :]:
        complain(f"{problem.name}: {speak(problem.message, problem.message_vi)}")
    if not found.plans:
        complain(speak("no plan found here", "không thấy kế hoạch nào"))
        return 1
    unwritten = sum(not _write(out, found) for out in outs)
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    print("\n".join(summary(found, vietnamese=VIETNAMESE)))
    return 1 if gathered.problems or unreadable or unwritten else 0


def _write(out: Path, found: CrossCheck) -> bool:
    """Write everything found to a file; tells whether it could be written."""
    if out.suffix.lower() == ".html" and len(found.verdicts) > MOST_VERDICTS:
        complain(
            speak(
                f"{out}: {len(found.verdicts)} verdicts are too many for one page; take fewer plans, or .xlsx or .json",
                f"{out}: {len(found.verdicts)} kết luận là quá nhiều cho một trang; hãy bớt kế hoạch,"
                " hoặc dùng .xlsx, .json",
            )
        )
        return False
    try:
        write_crosscheck(out, found)
    except OSError as error:
        failure = write_failure(error)
        complain(f"{out}: {speak(failure.message, failure.message_vi)}")
        return False
    return True

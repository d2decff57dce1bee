"""`kehoach evaluate`: extracts the documents of gold files and counts the agreement."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractor.cli.speech import complain, speak
from extractor.evaluation.gold import GoldError, documents, gold_files, is_unfinished, load_gold, misplaced
from extractor.evaluation.relocate import relocate
from extractor.evaluation.report import changes, fault_line, table
from extractor.evaluation.score import Score
from extractor.pipeline import extract
from extractor.reading import ReadingError, read_file


@dataclass(frozen=True)
class Request:
    """What to evaluate and what to print."""

    gold: Path
    texts: Path
    gold_texts: Path | None = None
    against: Path | None = None
    minimum: float | None = None
    errors: bool = False


def evaluate_folder(request: Request) -> int:
    """Print the agreement with gold; returns the exit status."""
    try:
        files = gold_files(request.gold)
    except GoldError as error:
        complain(str(error))
        return 2
    before, after = Score(), Score()
    failed = sum(not _add(file, request, before, after) for file in files)
    if unfinished := sum(map(is_unfinished, files)):
        complain(
            speak(
                f"{unfinished} of {len(files)} gold files are not reviewed to the end: what nobody has looked at in "
                "them counts as right",
                f"{unfinished}/{len(files)} tệp chuẩn chưa soát xong: phần chưa ai xem được tính là đúng",
            )
        )
    print(table(after))
    if request.errors:
        print(*map(fault_line, after.faults), sep="\n")
    if request.against is not None:
        print(*changes(before, after), sep="\n")
    if request.minimum is not None and after.micro < request.minimum:
        figures = f"{after.micro:.3f} < {request.minimum}"
        complain(speak(f"the micro average is too low: {figures}", f"trung bình thấp hơn mức yêu cầu: {figures}"))
        failed += 1
    return 1 if failed else 0


def _add(file: Path, request: Request, before: Score, after: Score) -> bool:
    """Count one document; returns False, with a line said, where it cannot be."""
    try:
        expected, found = _gold_and_record(file, request.texts, request.gold_texts)
        old = _old_record(request.against, file.stem)
    except GoldError as error:
        complain(str(error))
        return False
    except ReadingError as error:
        complain(f"{file.stem}: {speak(error.message, error.message_vi)}")
        return False
    after.add(file.stem, expected, found)
    if old is not None:
        before.add(file.stem, expected, old)
    return True


def _gold_and_record(file: Path, texts: Path, gold_texts: Path | None) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the gold of a file, placed in the text that was read, and the record extracted from it."""
    expected = load_gold(file)
    record = extract(_document(texts, file.stem))
    made_on = read_file(_document(gold_texts, file.stem)).text if gold_texts is not None else expected.get("text")
    if isinstance(made_on, str) and made_on != record.text:
        recognised = any(warning.code == "recognised" for warning in record.warnings)
        moved = relocate(expected, made_on, record.text, recognised=recognised)
        expected = moved.gold
        if moved.lost:
            lost = f"{len(moved.lost)}: {moved.lost[0][:60]!r}"
            complain(
                speak(
                    f"{file}: quotes not in the text as read, {lost}",
                    f"{file}: trích dẫn không có trong văn bản, {lost}",
                )
            )
    if wrong := misplaced(expected, record.text):
        raise GoldError(
            speak(
                f"{file}: {len(wrong)} quotes are not at their places in the document, the first is {wrong[0][:60]!r}; "
                "was the gold made on another text? (--gold-texts)",
                f"{file}: {len(wrong)} trích dẫn không đúng vị trí trong văn bản, đầu tiên là {wrong[0][:60]!r}; "
                "tệp chuẩn làm trên văn bản khác? (--gold-texts)",
            )
        )
    found: dict[str, Any] = json.loads(record.model_dump_json())
    return expected, found


def _document(folder: Path, stem: str) -> Path:
    path = documents(folder).get(stem)
    if path is None:
        raise GoldError(speak(f"{folder}: no document named {stem}.*", f"{folder}: không có văn bản {stem}.*"))
    return path


def _old_record(folder: Path | None, stem: str) -> dict[str, Any] | None:
    path = folder / f"{stem}.json" if folder else None
    if path is None or not path.exists():
        return None
    try:
        record: dict[str, Any] = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise GoldError(f"{path}: not readable as a record ({error})") from error
    return record

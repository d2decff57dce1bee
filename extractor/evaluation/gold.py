"""Gold files (contract section 12): the records of one document, made by hand."""

import json
from pathlib import Path

from extractor.evaluation.matching import Record
from extractor.records import LAYERS
from extractor.running.files import PLAN_SUFFIXES


class GoldError(Exception):
    """A gold file that cannot be used; the message names the file and what is wrong."""


def gold_files(path: Path) -> list[Path]:
    """List the gold files of a folder in order, or the one file; raises GoldError where there is none."""
    files = sorted(path.glob("*.json")) if path.is_dir() else [path]
    if not files or not files[0].exists():
        raise GoldError(f"{path}: no gold file (*.json) here")
    return files


def load_gold(path: Path) -> Record:
    """Read one gold file; raises GoldError where it is no gold file or a record has no place in the text."""
    try:
        gold = json.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise GoldError(f"{path}: not readable as JSON ({error})") from error
    if not isinstance(gold, dict) or not isinstance(gold.get("plan", {}), dict):
        raise GoldError(f"{path}: not a gold file, an object with the layers of the contract is expected")
    for layer in LAYERS:
        for number, record in enumerate(gold.get(layer, []), start=1):
            for evidence in record["quotes"] if layer == "findings" else [record]:
                if not isinstance(evidence.get("start"), int) or not isinstance(evidence.get("end"), int):
                    raise GoldError(f"{path}: record {number} of {layer} has no start and end")
    return gold


def documents(folder: Path) -> dict[str, Path]:
    """Return the documents of a folder by the names that their gold files have.

    That is the name without its ending, and with it for gold of two files that differ in the ending alone.
    """
    found: dict[str, Path] = {}
    if folder.is_dir():
        for path in sorted(folder.iterdir(), key=lambda path: (path.suffix.lower(), path.name)):
            if path.suffix.lower() in PLAN_SUFFIXES and path.is_file():
                found.setdefault(path.stem, path)
                found.setdefault(path.name, path)
    return found


def is_unfinished(path: Path) -> bool:
    """Tell whether the review that a gold file comes from has not been brought to its end."""
    state = path.parent.parent / "review" / path.name
    try:
        told = json.loads(state.read_text("utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(told, dict) and told.get("done") is False


def misplaced(gold: Record, text: str) -> list[str]:
    """List the quotes of a gold file that do not stand in `text` at their offsets: it is another text then."""
    wrong = []
    for layer in LAYERS:
        for record in gold.get(layer, []):
            for evidence in record["quotes"] if layer == "findings" else [record]:
                if text[evidence["start"] : evidence["end"]] != evidence["quote"]:
                    wrong.append(evidence["quote"])
    return wrong

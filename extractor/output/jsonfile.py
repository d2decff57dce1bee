"""Records as JSON files: one record a file, the same bytes for the same record."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from extractor.records import PlanRecord


def record_json(record: PlanRecord) -> str:
    """Return a record as indented JSON, Vietnamese letters as they are, with a final line end."""
    return record.model_dump_json(indent=2) + "\n"


@contextmanager
def write_aside(path: Path) -> Iterator[Path]:
    """Give a path beside a file to write to, and rename it when all is written: a reader never sees half a file.

    What a library keeps beside it meanwhile (`.wal`) goes with it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{uuid.uuid4().hex}.part")  # like no other, on whatever machine
    try:
        yield aside
        aside.replace(path)
    finally:
        for left in aside.parent.glob(f"{aside.name}*"):
            left.unlink(missing_ok=True)


def write_whole(path: Path, content: str) -> None:
    """Write a text file whole or not at all; folders are made as needed."""
    with write_aside(path) as aside:
        aside.write_text(content, "utf-8", newline="\n")

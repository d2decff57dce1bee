"""Records as JSON files: one record a file, the same bytes for the same record."""

import os
from pathlib import Path

from extractor.records import PlanRecord


def record_json(record: PlanRecord) -> str:
    """Return a record as indented JSON, Vietnamese letters as they are, with a final line end."""
    return record.model_dump_json(indent=2) + "\n"


def write_whole(path: Path, content: str) -> None:
    """Write a file aside and rename it, so that a reader never sees half of it; folders are made as needed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        aside.write_text(content, "utf-8", newline="\n")
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)

"""Which plans there are to review: the files of a folder, each with an id that is no path."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extractor.running.files import PLAN_SUFFIXES, jobs_of, plan_files

RECORD_SUFFIX = ".json"
ID = r"^[0-9a-f]{16}$"


@dataclass(frozen=True, slots=True)
class Entry:
    """One plan: its document, or its record where the folder has no document for it."""

    id: str
    name: str
    """NAME of its files in the folder of results, with `/` between folders."""
    path: Path
    file: str
    """Where the file is in the folder, for people to read."""

    @property
    def is_record(self) -> bool:
        """True where there is no document, only a record that was made elsewhere."""
        return self.path.suffix.lower() == RECORD_SUFFIX


def find_entries(folder: Path, out: Path) -> list[Entry]:
    """List the plans of a folder in the order of their names; what lies in the folder of results is left out."""
    out = out.resolve()
    found = [
        (path, name)
        for path, name in plan_files([folder], PLAN_SUFFIXES | {RECORD_SUFFIX})
        if not path.resolve().is_relative_to(out)
    ]
    files = list(_without_pairs(found))
    names = [job.record.as_posix().removesuffix(RECORD_SUFFIX) for job in jobs_of(files, Path())]
    return [Entry(_id(name), name, path, file.as_posix()) for (path, file), name in zip(files, names, strict=True)]


def _without_pairs(found: list[tuple[Path, Path]]) -> Iterator[tuple[Path, Path]]:
    """Leave out records that stand beside the document that they have the name of."""
    documents = {name.with_suffix("") for _, name in found if name.suffix.lower() != RECORD_SUFFIX}
    for path, name in found:
        if name.suffix.lower() != RECORD_SUFFIX or name.with_suffix("") not in documents:
            yield path, name


def _id(name: str) -> str:
    return hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:16]

"""Which files to read, and where their records go."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

PLAN_SUFFIXES = frozenset(
    {".txt", ".text", ".md", ".markdown", ".docx", ".doc", ".rtf", ".odt", ".pdf"}
    | {".png", ".jpg", ".jpeg", ".tif", ".tiff"}
)
"""Endings of the files that a folder is searched for; a file named itself is read whatever its ending."""


class Job(NamedTuple):
    """One file to read and the file that its record goes to."""

    path: Path
    record: Path


def plan_files(paths: Iterable[Path], suffixes: Collection[str] = PLAN_SUFFIXES) -> Iterator[tuple[Path, Path]]:
    """Yield each file to read with its name below the folder it was found in; folders are walked, in name order.

    Hidden files and folders, and links that lead out of a folder, are left out.
    """
    for path in paths:
        if not path.is_dir():
            yield path, Path(path.name)
            continue
        root = path.resolve()
        for file in sorted(path.rglob("*")):
            name = file.relative_to(path)
            if file.suffix.lower() not in suffixes or any(part.startswith(".") for part in name.parts):
                continue
            if file.is_file() and file.resolve().is_relative_to(root):
                yield file, name


def plan_jobs(paths: Iterable[Path], out: Path) -> list[Job]:
    """List the jobs of a batch: NAME.json for each file, with its ending kept where two files share a name."""
    return jobs_of(dict.fromkeys(plan_files(paths)), out)


def jobs_of(files: Iterable[tuple[Path, Path]], out: Path) -> list[Job]:
    """List the jobs for files that are given with their names below the folder that they were found in."""
    found = list(files)
    taken = Counter(name.with_suffix("") for _, name in found)
    jobs, used = [], set[Path]()
    for path, name in found:
        record = name if taken[name.with_suffix("")] > 1 else name.with_suffix("")
        target, number = out / f"{record}.json", 2
        while target in used:
            target, number = out / f"{record}-{number}.json", number + 1
        used.add(target)
        jobs.append(Job(path, target))
    return jobs

"""Put one fault into a copy of the checkout, run the tests of its room, take it out again."""

import compileall
import difflib
import os
import py_compile
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from cosmic_ray.mutating import mutate_and_test, mutate_code
from cosmic_ray.plugins import get_operator
from cosmic_ray.work_item import MutationSpec

from tools.mutation.rooms import Room

LIMIT = 60
"""Seconds after which tests that still run have noticed the fault."""


@dataclass(frozen=True)
class Outcome:
    """What came of one fault."""

    room: str
    name: str
    """The file, the line as it stands and as it was changed."""
    caught: bool


def copy_checkout(root: Path, target: Path) -> Path:
    """Copy what git knows of a checkout, compiled so that only a changed file is compiled again."""
    listed = subprocess.run(["git", "ls-files"], cwd=root, capture_output=True, text=True, check=True).stdout
    for name in listed.splitlines():
        if (root / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(root / name, target / name)
    mode = py_compile.PycInvalidationMode.CHECKED_HASH
    compileall.compile_dir(target, quiet=2, invalidation_mode=mode)
    return target


def command(room: Room) -> str:
    """Return the command that runs the tests of a room."""
    return shlex.join((sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *room.tests))


def passes(room: Room) -> bool:
    """Tell whether the tests of a room pass in the current folder as it stands."""
    return subprocess.run(shlex.split(command(room)), capture_output=True, check=False).returncode == 0


def tried(room: Room, mutation: MutationSpec) -> Outcome:
    """Try one fault in the current folder."""
    os.environ["PYTHONHASHSEED"] = "0"  # so that the order of sets is the same in every run
    name = name_of(mutation)
    result = mutate_and_test([mutation], command(room), LIMIT)
    if result.diff is None:
        raise RuntimeError(result.output)
    return Outcome(room.name, name, result.is_killed)


def name_of(mutation: MutationSpec) -> str:
    """Return what tells a fault from all others, in every run as long as its line stays: 'file: line → changed'."""
    file = mutation.module_path
    source = file.read_text("utf-8")
    changed = mutate_code(source, get_operator(mutation.operator_name)(), mutation.occurrence)
    diff = list(difflib.unified_diff(source.split("\n"), changed.split("\n"), n=0, lineterm=""))[3:]
    old, new = (" ".join(line[1:].strip() for line in diff if line.startswith(sign)) for sign in "-+")
    return f"{file.relative_to(Path.cwd()).as_posix()}: {old} → {new}"

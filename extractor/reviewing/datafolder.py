"""A folder that one server works in at a time."""

import fcntl
from pathlib import Path
from typing import BinaryIO


class DataError(Exception):
    """A data folder that cannot be used."""

    def __init__(self, reason: str, *, busy: bool = False) -> None:
        super().__init__(reason)
        self.busy = busy
        """True where another server works in it."""


def take(folder: Path, *parts: Path) -> BinaryIO:
    """Make a folder and its parts, the owner's alone, and lock it; closing what is returned lets others in."""
    try:
        for part in (folder, *parts):
            part.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
        lock = (folder / ".lock").open("a+b")
    except OSError as error:
        raise DataError(error.strerror or str(error)) from None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        raise DataError("another server works in it", busy=True) from None
    return lock

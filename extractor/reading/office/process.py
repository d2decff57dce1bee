"""Runs other programs on a file: nothing of the user's settings, a limit on time, and no process left behind."""

import contextlib
import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path

from extractor.reading.errors import SlowFileError

_GRACE = 5


def run(command: Sequence[str], folder: Path, seconds: int) -> bytes | None:
    """Run a program in a folder that is its home too, and return what it prints; None where it fails.

    Raises SlowFileError when it takes longer than `seconds`; it is ended then, with all that it started.
    """
    # a second watch, for the case that this process is itself ended before it can end the program
    watch = shutil.which("timeout")
    watched = [watch, "--signal=KILL", str(seconds + _GRACE), *command] if watch else command
    printed = folder / "printed"
    with printed.open("wb") as output:
        process = subprocess.Popen(
            watched, cwd=folder, env=_environment(folder), start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            status = process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise SlowFileError(str(seconds)) from None
        finally:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    return printed.read_bytes() if status == 0 else None


def _environment(home: Path) -> dict[str, str]:
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(home),
        "TMPDIR": str(home),
        "LC_ALL": "C.UTF-8",
        "SAL_USE_VCLPLUGIN": "svp",
    }

"""Other programs are run without the user's settings, within a time, and leave no process behind."""

import shutil
import time
from pathlib import Path

import pytest

from extractor.reading.errors import SlowFileError
from extractor.reading.office.process import run


def is_alive(process: int) -> bool:
    """Tell whether a process runs; one that has ended and is not yet waited for does not."""
    status = Path(f"/proc/{process}/stat")
    return status.exists() and status.read_text().rsplit(")", 1)[1].split()[0] != "Z"


def test_what_is_printed_is_returned(tmp_path: Path) -> None:
    assert run(["printf", "Kế hoạch"], tmp_path, 10) == "Kế hoạch".encode()
    assert run(["sh", "-c", "echo x; exit 3"], tmp_path, 10) is None


def test_home_and_settings_are_not_the_users(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":7")
    printed = run(["sh", "-c", 'echo "$HOME|$TMPDIR|$DISPLAY"'], tmp_path, 10)
    assert printed == f"{tmp_path}|{tmp_path}|\n".encode()


def test_a_slow_program_is_ended_with_all_that_it_started(tmp_path: Path) -> None:
    started = time.monotonic()
    with pytest.raises(SlowFileError) as caught:
        run(["sh", "-c", "sleep 60 & echo $! > child; sleep 60"], tmp_path, 1)
    assert time.monotonic() - started < 10
    assert "1 seconds" in caught.value.message
    child = int((tmp_path / "child").read_text())
    deadline = time.monotonic() + 5
    while is_alive(child) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not is_alive(child)


def test_what_a_program_leaves_running_is_ended_too(tmp_path: Path) -> None:
    assert run(["sh", "-c", "sleep 60 & echo $!"], tmp_path, 10) is not None
    child = int((tmp_path / "printed").read_text())
    deadline = time.monotonic() + 5
    while is_alive(child) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not is_alive(child)


def test_a_program_that_is_not_there_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(FileNotFoundError):
        run([str(tmp_path / "none")], tmp_path, 10)

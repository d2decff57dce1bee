"""A folder with one plan, and its review."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.plans import PLAN
from tests.reviewing.review.desk import Client, reviewing


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    folder = tmp_path / "plans"
    folder.mkdir()
    (folder / "a.txt").write_text(PLAN, "utf-8")
    return folder


@pytest.fixture
def desk(plans: Path, tmp_path: Path) -> Iterator[Client]:
    with reviewing(plans, tmp_path / "out") as client:
        yield client

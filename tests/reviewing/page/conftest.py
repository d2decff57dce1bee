"""A folder of plans under review in a browser, for the tests of a file."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from extractor import extract_text
from tests.plans import PLAN
from tests.reviewing.page.window import Browser, browsing, reviewing

MISSED = "Kế hoạch số 31/KH-UBND ngày 20/02/2024 của UBND tỉnh"
"""The citation that the records lack, and a reviewer adds."""


def record() -> dict[str, Any]:
    """Return the record of the plan, with one citation left out."""
    whole = extract_text(PLAN).model_dump(mode="json")
    assert [one["quote"] for one in whole["citations"]].count(MISSED) == 1
    whole["citations"] = [one for one in whole["citations"] if one["quote"] != MISSED]
    return dict(whole)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """Write a record for each of the names that a test file wants reviewed."""
    folder = tmp_path_factory.mktemp("plans")
    for name in getattr(request.module, "PLANS", ("plan",)):
        whole = record()
        whole["source"]["name"] = f"{name}.txt"
        (folder / f"{name}.json").write_text(json.dumps(whole, ensure_ascii=False), "utf-8")
    return folder


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the results."""
    return tmp_path_factory.mktemp("out")


@pytest.fixture(scope="module")
def browser(folder: Path, out: Path) -> Iterator[Browser]:
    """Start a browser on the review of the folder."""
    with reviewing(folder, out) as address, browsing(address) as started:
        yield started

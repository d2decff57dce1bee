"""`kehoach evaluate` as a user runs it."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_extract import kehoach
from tests.plans import PLAN


def gold(**changes: Any) -> dict[str, Any]:
    quote = "ngày 20/02/2024"
    start = PLAN.index(quote)
    date = {"value": "2024-02-20", "quote": quote, "start": start, "end": start + len(quote)}
    return {"plan": {"type": "KH", "number": "12"}, "dates": [{**date, **changes}]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "gold").mkdir()
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts/a.txt").write_text(PLAN, "utf-8")
    (tmp_path / "gold/a.json").write_text(json.dumps(gold()), "utf-8")
    return tmp_path


def test_table_and_status(folder: Path) -> None:
    result = kehoach("evaluate", "gold", "--texts", "texts", cwd=folder)
    assert result.returncode == 0
    row = next(line for line in result.stdout.splitlines() if line.startswith("| dates"))
    assert row.split(" | ")[2] == "1.000"


def test_errors_and_minimum(folder: Path) -> None:
    (folder / "gold/a.json").write_text(json.dumps(gold(value="2023-02-20")), "utf-8")
    result = kehoach("evaluate", "gold", "--texts", "texts", "--errors", "--min", "0.9", cwd=folder)
    assert result.returncode == 1
    assert 'MISS a dates: {"value": "2023-02-20", "quote": "ngày 20/02/2024"}' in result.stdout.splitlines()
    assert "too low" in result.stderr


def test_gold_of_another_text(folder: Path) -> None:
    (folder / "texts/a.txt").write_text("\n" + PLAN, "utf-8")
    result = kehoach("evaluate", "gold", "--texts", "texts", cwd=folder)
    assert result.returncode == 1
    assert "--gold-texts" in result.stderr


def test_other_format_with_gold_texts(folder: Path) -> None:
    (folder / "other").mkdir()
    (folder / "other/a.txt").write_text(PLAN.replace("ngày 20/02/2024", "ngày\n20/02/2024"), "utf-8")
    result = kehoach("evaluate", "gold", "--texts", "other", "--gold-texts", "texts", cwd=folder)
    row = next(line for line in result.stdout.splitlines() if line.startswith("| dates"))
    assert row.split(" | ")[2] == "1.000"


def test_gold_that_holds_the_text_it_was_made_on(folder: Path) -> None:
    """As that of a review does: a document that is read otherwise today, or in another format, is no obstacle."""
    (folder / "texts/a.txt").write_text(PLAN.replace("ngày 20/02/2024", "ngày\n20/02/2024"), "utf-8")
    (folder / "gold/a.json").write_text(json.dumps({**gold(), "text": PLAN}), "utf-8")
    result = kehoach("evaluate", "gold", "--texts", "texts", cwd=folder)
    assert (result.returncode, result.stderr) == (0, "")
    row = next(line for line in result.stdout.splitlines() if line.startswith("| dates"))
    assert row.split(" | ")[2] == "1.000"


def test_gains_and_losses(folder: Path) -> None:
    kehoach("extract", "texts/a.txt", "--out", "old", cwd=folder)
    record = json.loads((folder / "old/a.json").read_text("utf-8"))
    record["dates"] = [date for date in record["dates"] if date["value"] != "2024-02-20"]
    (folder / "old/a.json").write_text(json.dumps(record), "utf-8")
    result = kehoach("evaluate", "gold", "--texts", "texts", "--against", "old", cwd=folder)
    changed = [line for line in result.stdout.splitlines() if line.startswith(("+", "-"))]
    assert changed == ['+ mended: MISS a dates: {"value": "2024-02-20", "quote": "ngày 20/02/2024"}']


@pytest.mark.parametrize(
    ("content", "message"),
    [("{", "not readable as JSON"), ("[]", "not a gold file"), ('{"dates": [{"quote": "x"}]}', "no start and end")],
)
def test_bad_gold(folder: Path, content: str, message: str) -> None:
    (folder / "gold/a.json").write_text(content, "utf-8")
    result = kehoach("evaluate", "gold", "--texts", "texts", cwd=folder)
    assert result.returncode == 1
    assert message in result.stderr


def test_no_gold(folder: Path) -> None:
    result = kehoach("evaluate", "texts", "--texts", "texts", cwd=folder)
    assert result.returncode == 2
    assert "no gold file" in result.stderr

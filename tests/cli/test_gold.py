"""`kehoach gold` as a user runs it."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_extract import kehoach
from tests.plans import PLAN

QUOTE = "trên 95%"


def gold(**more: Any) -> dict[str, Any]:
    start = PLAN.index(QUOTE)
    item = {"quote": QUOTE, "start": start, "end": start + len(QUOTE), "value": 95, "comparator": "gt"}
    return {"plan": {"type": "KH"}, "percentages": [item], **more}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "gold").mkdir()
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts/a.txt").write_text(PLAN, "utf-8")
    (tmp_path / "gold/a.json").write_text(json.dumps(gold()), "utf-8")
    return tmp_path


@pytest.mark.parametrize("chosen", ["labelstudio", "doccano", "doccano-relations", "webannotation"])
def test_there_and_back(folder: Path, chosen: str) -> None:
    out = kehoach("gold", "export", "gold", "--texts", "texts", "--format", chosen, "--out", "x", cwd=folder)
    assert (out.returncode, out.stderr) == (0, "kehoach: 1 plans in x\n")
    assert out.stdout.startswith("<View>") == (chosen == "labelstudio")
    back = kehoach("gold", "import", "x", "--format", chosen, "--texts", "texts", "--out", "again", cwd=folder)
    assert (back.returncode, back.stderr) == (0, "kehoach: 1 gold files in again\n")
    assert json.loads((folder / "again/a.json").read_text("utf-8")) == gold()


def test_gold_that_cannot_be_exported(folder: Path) -> None:
    (folder / "gold/b.json").write_text("{", "utf-8")
    (folder / "gold/c.json").write_text(json.dumps(gold()), "utf-8")
    (folder / "gold/d.json").write_text(json.dumps(gold(text=PLAN[1:])), "utf-8")
    out = kehoach("gold", "export", "gold", "--texts", "texts", "--format", "doccano", "--out", "x", cwd=folder)
    assert out.returncode == 1
    lines = out.stderr.splitlines()
    assert lines[0].startswith("kehoach: gold/b.json: not readable as JSON")
    assert lines[1:] == [
        "kehoach: texts: no document named c.*",
        f"kehoach: gold/d.json: 1 quotes are not at their places in the document, the first is {QUOTE!r}",
        "kehoach: 1 plans in x",
    ]
    alone = kehoach("gold", "export", "gold/a.json", "--format", "doccano", "--out", "x", cwd=folder)
    assert (alone.returncode, alone.stderr.count("\n")) == (1, 1)
    assert "--texts" in alone.stderr
    assert kehoach("gold", "export", "none", "--format", "doccano", "--out", "x", cwd=folder).returncode == 2


def test_what_cannot_be_imported_is_told_and_the_rest_goes_on(folder: Path) -> None:
    lines = [
        {"text": PLAN, "label": [[0, 9, "PER"]], "kehoach": {"name": "../texts/a"}},
        {"text": "Khác", "label": []},
        {"text": PLAN, "label": [[0, 99_999, "dates"]]},
    ]
    (folder / "x").write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    done = kehoach("gold", "import", "x", "--format", "doccano", "--texts", "texts", "--out", "again", cwd=folder)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "kehoach: x: ../texts/a: no such document in --texts",
        "kehoach: x: #2: no such document in --texts",
        f"kehoach: x: a: dates at 0–99999: outside the text of {len(PLAN)} letters",
        "kehoach: 1 gold files in again",
    ]


def test_a_file_of_another_format(folder: Path) -> None:
    (folder / "x").write_text("{}", "utf-8")
    done = kehoach("gold", "import", "x", "--format", "labelstudio", "--texts", "texts", "--out", "again", cwd=folder)
    assert (done.returncode, done.stderr) == (
        2,
        "kehoach: x: no labelstudio file: a list of tasks is expected\n",
    )
    done = kehoach("gold", "import", "none", "--format", "doccano", "--texts", "texts", "--out", "x", cwd=folder)
    assert done.returncode == 2
    assert "cannot be read" in done.stderr

"""`kehoach crosscheck` as a user runs it."""

import json
from pathlib import Path

from jsonschema import Draft202012Validator

from extractor.records.schema import crosscheck_schema
from tests.cli.test_extract import kehoach

FAMILY = Path(__file__).parents[2] / "corpora/families/nong-thon-moi-2024/text"
SCHEMA = Path(__file__).parents[2] / "schemas/crosscheck.schema.json"


def test_the_published_schema_is_fresh() -> None:
    assert SCHEMA.read_text("utf-8") == crosscheck_schema(), "run `make schema`"


def test_a_folder_of_plans(tmp_path: Path) -> None:
    out = tmp_path / "found.json"
    result = kehoach("crosscheck", FAMILY, "--out", out, "--store", tmp_path / "plans.duckdb")
    assert result.returncode == 0
    assert "huyen-yen-son.txt ← tinh-tuyen-quang.txt: " in result.stdout
    found = json.loads(out.read_text("utf-8"))
    Draft202012Validator(json.loads(crosscheck_schema())).validate(found)
    assert len(found["plans"]) == 9
    verdict = next(v for v in found["verdicts"] if v["kind"] == "weaker")
    upper = verdict["upper"]
    assert upper["context"][upper["quote_at"] :].startswith(upper["quote"])
    again = kehoach("crosscheck", FAMILY / "tinh-tuyen-quang.txt", "--store", tmp_path / "plans.duckdb")
    assert again.stdout == result.stdout


def test_bad_input_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    for path in FAMILY.glob("*.txt"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "empty.txt").write_text("")
    result = kehoach("crosscheck", tmp_path)
    assert result.returncode == 1
    assert f"{tmp_path}/empty.txt: The file is empty" in result.stderr
    assert "huyen-yen-son.txt ← tinh-tuyen-quang.txt: " in result.stdout
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.json").write_text('{"schema_version": "0"}')
    result = kehoach("crosscheck", other)
    assert result.returncode == 1
    assert "a.json: is no record of this version" in result.stderr
    assert "no plan found here" in result.stderr
    (tmp_path / "bad.duckdb").write_text("no database" * 3000)
    result = kehoach("crosscheck", FAMILY, "--store", tmp_path / "bad.duckdb")
    assert result.returncode == 1
    assert "bad.duckdb: is no store of plans" in result.stderr
    assert "Traceback" not in result.stderr

"""`kehoach crosscheck` as a user runs it."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from extractor.cli.crosscheck import crosscheck_paths
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


def test_what_is_wrong_with_plans_is_told(tmp_path: Path) -> None:
    head = "ỦY BAN NHÂN DÂN\nHUYỆN MAI CHÂU\nSố: 12/KH-UBND\nMai Châu, ngày 5 tháng 3 năm 2024\n\nKẾ HOẠCH\n"
    (tmp_path / "a.txt").write_text(f"{head}Trồng cây năm 2024\n\nI. MỤC ĐÍCH\n", "utf-8")
    (tmp_path / "b.txt").write_text(f"{head}Phòng, chống dịch cúm gia cầm\n\nI. MỤC ĐÍCH\n", "utf-8")
    (tmp_path / "c.txt").write_text("KẾ HOẠCH\nTổ chức hội thi nhà nông đua tài\n\nI. MỤC ĐÍCH\n", "utf-8")
    out = tmp_path / "out" / "found.json"
    result = kehoach("crosscheck", tmp_path, "--out", out)
    assert result.returncode == 0
    assert result.stderr.splitlines() == [
        "kehoach: b.txt: it has the issuer and code (12/KH-UBND) of another plan, a.txt; both are kept",
        "kehoach: c.txt: its issuer can't be told, so it is linked by citation only",
        "kehoach: c.txt: it has neither a date nor a period, so times are not compared",
    ]
    found = json.loads(out.read_text("utf-8"))
    assert [problem["code"] for problem in found["problems"]] == ["same_code", "no_issuer", "no_time"]
    assert len(found["plans"]) == 3


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
    assert "a.json: is a record of schema version 0, this program reads version 1" in result.stderr
    assert "no plan found here" in result.stderr
    (tmp_path / "bad.duckdb").write_text("no database" * 3000)
    result = kehoach("crosscheck", FAMILY, "--store", tmp_path / "bad.duckdb")
    assert result.returncode == 1
    assert "bad.duckdb: is no store of plans" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_page_and_a_workbook(tmp_path: Path) -> None:
    result = kehoach("crosscheck", FAMILY, "--out", tmp_path / "a.html", "--out", tmp_path / "a.xlsx")
    assert result.returncode == 0
    page = (tmp_path / "a.html").read_text("utf-8")
    assert page.startswith("<!doctype html>\n")
    assert "Huyện Yên Sơn · 28/KH-UBND" in page
    assert (tmp_path / "a.xlsx").read_bytes().startswith(b"PK")


def test_too_much_for_one_page_is_told_and_the_other_formats_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("extractor.cli.crosscheck.MOST_VERDICTS", 50)
    assert crosscheck_paths([FAMILY], [tmp_path / "a.html", tmp_path / "a.json"], None, None) == 1
    assert "a.html: " in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


def test_a_format_that_is_not_known_is_wrong_use(tmp_path: Path) -> None:
    result = kehoach("crosscheck", FAMILY, "--out", tmp_path / "a.pdf")
    assert result.returncode == 2
    assert "a.pdf" in result.stderr
    assert list(tmp_path.iterdir()) == []

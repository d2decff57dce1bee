"""`kehoach report` as a user runs it."""

from pathlib import Path

from tests.cli.test_extract import kehoach
from tests.plans import PLAN


def test_a_plan_file_and_its_record_give_the_same_page(tmp_path: Path) -> None:
    plan = tmp_path / "kế hoạch.txt"
    plan.write_text(PLAN, "utf-8")
    result = kehoach("report", plan, cwd=tmp_path)
    assert result.returncode == 0
    assert result.stderr == "kehoach: the report is in kế hoạch.html\n"
    page = (tmp_path / "kế hoạch.html").read_text("utf-8")
    assert page.startswith("<!doctype html>\n")
    assert "12/KH-UBND" in page
    (tmp_path / "record.json").write_text(kehoach("extract", plan).stdout, "utf-8")
    assert kehoach("report", tmp_path / "record.json", "--out", tmp_path / "new" / "b.html").returncode == 0
    assert (tmp_path / "new" / "b.html").read_text("utf-8") == page


def test_what_is_no_plan_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"schema_version": "0"}')
    result = kehoach("report", tmp_path / "a.json", cwd=tmp_path)
    assert result.returncode == 1
    assert "is a record of schema version 0" in result.stderr
    assert len(result.stderr.splitlines()) == 1
    result = kehoach("report", tmp_path / "absent.pdf", cwd=tmp_path)
    assert result.returncode == 1
    assert "absent.pdf" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]

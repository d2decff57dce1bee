"""`kehoach collect` as a user runs it, and `kehoach crosscheck` on what it keeps."""

from pathlib import Path

import duckdb
import pytest

from extractor.output.jsonfile import record_json
from extractor.pipeline import extract_text
from tests.cli.test_extract import kehoach
from tests.plans import PLAN

FAMILY = Path(__file__).parents[2] / "corpora/families/nong-thon-moi-2024/text"


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    folder = tmp_path / "plans"
    folder.mkdir()
    (folder / "a.txt").write_text(PLAN, "utf-8")
    (folder / "b.txt").write_text(PLAN.replace("12/KH", "13/KH").replace("mùa hè", "mùa đông"), "utf-8")
    return folder


def test_plans_are_kept_and_versions_told(tmp_path: Path, plans: Path) -> None:
    store = tmp_path / "kept" / "plans.duckdb"
    first = kehoach("collect", plans, "--store", store, "--workers", "2")
    assert (first.returncode, first.stderr) == (0, f"kehoach: new 2; 2 plans in {store}\n")
    (plans / "a.txt").write_text(PLAN.replace("trên 95%", "trên 98%"), "utf-8")
    second = kehoach("collect", plans, "--store", store)
    assert second.returncode == 0
    assert second.stderr.splitlines() == [
        f"kehoach: {plans / 'a.txt'}: version 2 of a plan that is known",
        f"kehoach: known already 1, new versions 1; 2 plans in {store}",
    ]
    with duckdb.connect(str(store)) as connection:
        rows = connection.execute("SELECT name, code, version FROM plans ORDER BY name, version").fetchall()
    assert rows == [("a.txt", "12/KH-UBND", 1), ("a.txt", "12/KH-UBND", 2), ("b.txt", "13/KH-UBND", 1)]


def test_a_plan_is_not_read_again_beside_its_record(tmp_path: Path, plans: Path) -> None:
    (plans / "a.json").write_text(kehoach("extract", plans / "a.txt").stdout, "utf-8")
    result = kehoach("collect", plans, "--store", tmp_path / "plans.duckdb")
    assert result.stderr == f"kehoach: known already 1, new 2; 2 plans in {tmp_path / 'plans.duckdb'}\n"


def test_a_store_is_checked_without_files(tmp_path: Path) -> None:
    store, out = tmp_path / "plans.duckdb", tmp_path / "found.json"
    assert kehoach("collect", FAMILY, "--store", store).returncode == 0
    result = kehoach("crosscheck", "--store", store)
    assert result.returncode == 0
    assert result.stdout == kehoach("crosscheck", FAMILY, "--out", out).stdout


def test_nothing_to_check_is_wrong_use(tmp_path: Path) -> None:
    for arguments in ((), ("--store", tmp_path / "none.duckdb")):
        result = kehoach("crosscheck", *arguments)
        assert result.returncode == 2
        assert "name records or plan files" in result.stderr
    assert not (tmp_path / "none.duckdb").exists()


def test_bad_files_are_told_and_the_rest_is_kept(tmp_path: Path, plans: Path) -> None:
    (plans / "empty").mkdir()
    (plans / "blank.txt").write_text("")
    (plans / "bill.txt").write_text("Hóa đơn bán hàng\n", "utf-8")
    (plans / "settings.json").write_text('{"a": 1}')
    (plans / "old.json").write_text(record_json(extract_text(PLAN)).replace('"1"', '"9"', 1), "utf-8")
    store = tmp_path / "plans.duckdb"
    result = kehoach("collect", plans, plans / "empty", "--store", store)
    assert result.returncode == 1
    assert result.stderr.splitlines() == [
        f"kehoach: {plans / 'empty'}: no plan and no record here",
        f"kehoach: {plans / 'old.json'}: is a record of schema version 9, this program reads version 1; "
        "extract the plan again",
        f"kehoach: {plans / 'settings.json'}: is no record of a plan",
        f"kehoach: {plans / 'bill.txt'}: it has neither a code nor a title, so it is left out",
        f"kehoach: {plans / 'blank.txt'}: The file is empty; check that it was saved or downloaded whole.",
        f"kehoach: new 2, without code and title 1; 2 plans in {store}",
    ]


def test_a_store_that_another_run_has_open(tmp_path: Path, plans: Path) -> None:
    store = tmp_path / "plans.duckdb"
    with duckdb.connect(str(store)):
        result = kehoach("collect", plans, "--store", store)
    assert (result.returncode, result.stderr) == (1, f"kehoach: {store}: another run is at work here\n")


def test_messages_in_vietnamese(tmp_path: Path, plans: Path) -> None:
    result = kehoach("collect", plans, "--store", tmp_path / "plans.duckdb", lang="vi_VN.UTF-8")
    assert result.stderr == f"kehoach: kế hoạch mới 2; 2 kế hoạch trong {tmp_path / 'plans.duckdb'}\n"

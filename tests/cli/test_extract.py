"""`kehoach extract` as a user runs it: output, messages, exit status."""

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from extractor.pipeline import extract
from tests.plans import PLAN


def kehoach(
    *arguments: str | Path, lang: str = "C.UTF-8", cwd: Path | None = None, path: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the command; `path` is searched for modules before the others."""
    modules = os.pathsep.join(map(str, filter(None, (path, Path(__file__).parents[2]))))
    environment = {**os.environ, "LC_ALL": lang, "PYTHONPATH": modules}
    command = [sys.executable, "-c", "from extractor.cli import main; main()", *map(str, arguments)]
    return subprocess.run(
        command, check=False, capture_output=True, encoding="utf-8", env=environment, cwd=cwd, timeout=120
    )


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "Kế hoạch số 12.txt"
    path.write_text(PLAN, "utf-8")
    return path


def test_one_file_to_standard_output(plan: Path) -> None:
    result = kehoach("extract", plan)
    record = json.loads(result.stdout)
    assert (result.returncode, result.stderr) == (0, "")
    assert record["plan"]["code"] == "12/KH-UBND"
    assert record["text"] == PLAN
    assert record["source"]["name"] == plan.name
    assert [c["code"] for c in record["citations"]] == [None, "31/KH-UBND"]


def test_the_same_bytes_each_time(plan: Path) -> None:
    assert kehoach("extract", plan).stdout == kehoach("extract", plan, lang="vi_VN.UTF-8").stdout


def test_chosen_layers_only(plan: Path) -> None:
    record = json.loads(kehoach("extract", plan, "--layers", "dates").stdout)
    assert record["dates"]
    assert (record["citations"], record["percentages"]) == ([], [])


def test_unknown_layer_is_wrong_use(plan: Path) -> None:
    result = kehoach("extract", plan, "--layers", "dates,colours")
    assert result.returncode == 2
    assert "colours" in result.stderr


def test_missing_file(tmp_path: Path) -> None:
    result = kehoach("extract", tmp_path / "none.txt")
    assert result.returncode == 1
    assert result.stderr == f"kehoach: {tmp_path / 'none.txt'}: There is no such file; check the path.\n"
    assert result.stdout == ""


def test_a_name_of_a_file_cannot_write_on_the_terminal(tmp_path: Path) -> None:
    result = kehoach("extract", tmp_path / "a\x1b[2J\n\u202ekehoach: done.txt")
    assert result.returncode == 1
    missing = "There is no such file; check the path."
    assert result.stderr == f"kehoach: {tmp_path}/a\ufffd[2J\ufffd\ufffdkehoach: done.txt: {missing}\n"


def test_messages_in_vietnamese(tmp_path: Path) -> None:
    result = kehoach("extract", tmp_path / "none.txt", lang="vi_VN.UTF-8")
    assert "Không có tệp này; hãy kiểm tra lại đường dẫn." in result.stderr
    assert "Trích xuất bản ghi" in kehoach("--help", lang="vi_VN.UTF-8").stdout


def test_a_folder_needs_out(tmp_path: Path, plan: Path) -> None:
    result = kehoach("extract", tmp_path)
    assert result.returncode == 2
    assert "--out" in result.stderr


def test_a_text_that_is_no_plan(tmp_path: Path) -> None:
    page = tmp_path / "invoice.txt"
    page.write_text("Invoice No. 4711\nTotal: 120 USD\nThank you for your order.\n", "utf-8")
    result = kehoach("extract", page)
    record = json.loads(result.stdout)
    assert result.returncode == 0
    assert (record["plan"]["code"], record["plan"]["title"]) == (None, None)
    assert [warning["code"] for warning in record["warnings"]] == ["no_plan"]
    assert "No plan was found" in result.stderr


@pytest.mark.parametrize("workers", [1, 2])
def test_many_files_one_bad(tmp_path: Path, plan: Path, workers: int) -> None:
    folder, out = tmp_path / "old plans", tmp_path / "out"
    (folder / "2024").mkdir(parents=True)
    plan.rename(folder / "2024" / plan.name)
    (folder / "empty.txt").write_text("")
    (folder / "picture.pdf").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    (folder / "notes.xyz").write_text("not looked at")
    result = kehoach("extract", folder, "--out", out, "--workers", str(workers))
    assert result.returncode == 1
    *lines, summary = result.stderr.splitlines()
    lines.sort()
    assert len(lines) == 2
    assert "1 of 3 files extracted (0 by an earlier run), 0 duplicates, 2 failed" in summary
    assert lines[0].startswith(f"kehoach: {folder}/empty.txt: ")
    assert lines[1].startswith(f"kehoach: {folder}/picture.pdf: ")
    record = json.loads((out / "2024" / "Kế hoạch số 12.json").read_text("utf-8"))
    assert record["plan"]["date"] == "2024-03-05"
    rows = list(csv.DictReader((out / "plans.csv").read_text("utf-8-sig").splitlines()))
    assert [(Path(row["file"]).name, row["failure"]) for row in rows] == [
        (plan.name, ""),
        ("empty.txt", "empty"),
        ("picture.pdf", "broken"),
    ]
    assert rows[0]["record"] == "2024/Kế hoạch số 12.json"
    assert sorted(p.name for p in out.rglob("*") if p.is_file()) == [
        ".journal.jsonl",
        "Kế hoạch số 12.json",
        "plans.csv",
        "quarantine.csv",
    ]
    refused = list(csv.DictReader((out / "quarantine.csv").read_text("utf-8-sig").splitlines()))
    assert [row["code"] for row in refused] == ["empty", "broken"]
    assert refused[0]["reason"].startswith("The file is empty")
    assert refused[0]["reason_vi"].startswith("Tệp rỗng")


def test_records_of_files_equal_those_of_the_python_api(tmp_path: Path, plan: Path) -> None:
    kehoach("extract", plan, "--out", tmp_path / "out")
    written = json.loads((tmp_path / "out" / "Kế hoạch số 12.json").read_text("utf-8"))
    assert written == json.loads(extract(plan).model_dump_json())


def test_out_that_is_a_file(tmp_path: Path, plan: Path) -> None:
    (tmp_path / "out").write_text("")
    result = kehoach("extract", plan, "--out", tmp_path / "out")
    assert result.returncode == 2
    assert "is a file" in result.stderr


def test_no_plan_file_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = kehoach("extract", tmp_path / "empty", "--out", tmp_path / "out")
    assert result.returncode == 1
    assert "no plan file" in result.stderr


def test_schema_and_help() -> None:
    assert json.loads(kehoach("schema").stdout)["title"] == "PlanRecord"
    assert {"extract", "evaluate", "schema"} <= set(kehoach("--help").stdout.split())


def test_register_of_a_folder(tmp_path: Path, plan: Path) -> None:
    kehoach("extract", plan, "--out", tmp_path / "out")
    (tmp_path / "out" / "other.json").write_text('{"plan": 1}')
    book, metadata = tmp_path / "so-dang-ky.xlsx", tmp_path / "out" / "metadata"
    for _ in range(2):
        result = kehoach("register", tmp_path / "out", "--out", book, "--metadata", metadata)
        assert result.returncode == 1
        assert [line.split(": ", 1)[1] for line in result.stderr.splitlines()] == [
            f"{tmp_path / 'out' / 'other.json'}: is no record of a plan",
            f"1 plans in {book}",
        ]
    assert openpyxl.load_workbook(book)["Sổ đăng ký"]["B2"].value == "12/KH-UBND"
    assert json.loads((metadata / "Kế hoạch số 12.json").read_text("utf-8"))["IssuedDate"] == "05/03/2024"
    assert "<edXML:CodeNumber>12</edXML:CodeNumber>" in (metadata / "Kế hoạch số 12.xml").read_text("utf-8")


def test_formats_and_duplicates(tmp_path: Path, plan: Path) -> None:
    (tmp_path / "copy of it.txt").write_bytes(plan.read_bytes())
    result = kehoach("extract", tmp_path, "--out", tmp_path / "out", "--format", "csv,jsonl", "--format", "xlsx")
    assert "1 of 2 files extracted (0 by an earlier run), 1 duplicates, 0 failed" in result.stderr
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert {"targets.csv", "records.jsonl", "plans.xlsx"} < names
    assert {"plans.duckdb", "targets.parquet", "quarantine.csv"}.isdisjoint(names)
    rows = list(csv.DictReader((tmp_path / "out" / "plans.csv").read_text("utf-8-sig").splitlines()))
    assert [(row["record"], row["duplicate_of"]) for row in rows] == [
        ("Kế hoạch số 12.json", ""),
        ("", str(plan)),
    ]


WITHOUT_RAY = """
import importlib.util
find = importlib.util.find_spec
importlib.util.find_spec = lambda name, *package: None if name == "ray" else find(name, *package)
"""


def test_ray_that_is_not_installed_is_told_in_one_line(tmp_path: Path, plan: Path) -> None:
    (tmp_path / "hidden").mkdir()
    (tmp_path / "hidden" / "sitecustomize.py").write_text(WITHOUT_RAY)
    result = kehoach("extract", plan, "--out", tmp_path / "out", "--engine", "ray", path=tmp_path / "hidden")
    assert result.returncode == 2
    assert result.stderr == (
        "kehoach: --engine ray needs the package ray, which is not installed: pip install 'kehoach[ray]'\n"
    )
    assert not (tmp_path / "out").exists()


def test_unknown_format_is_wrong_use(tmp_path: Path, plan: Path) -> None:
    result = kehoach("extract", plan, "--out", tmp_path / "out", "--format", "csv,doc")
    assert (result.returncode, "doc" in result.stderr) == (2, True)

"""The tables of a batch in each format: the same values, ready for their programs."""

import csv
import errno
import json
import os
from contextlib import ExitStack
from pathlib import Path

import duckdb
import openpyxl
import pyarrow.parquet
import pytest

from extractor.output.export import FORMATS, _database, export
from extractor.output.index import INDEX, index_row
from extractor.output.jsonfile import record_json
from extractor.output.tables import LAYER_TABLES
from extractor.output.xlsx import Workbook
from extractor.pipeline import extract_text
from tests.plans import PLAN


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of one plan in a folder 2024/, and of one file that failed."""
    made = tmp_path_factory.mktemp("out")
    record = extract_text(PLAN)
    (made / "2024").mkdir()
    (made / "2024" / "a.json").write_text(record_json(record), "utf-8")
    rows = [
        {"file": "=a.txt", "record": "2024/a.json", **index_row(record)},
        {"file": "b.txt", "failure": "empty", "reason": "- rỗng"},
    ]
    export(made, FORMATS, INDEX, [INDEX.row(row) for row in rows], ["2024/a.json"])
    return made


def test_all_files_are_there(folder: Path) -> None:
    tables = ["plans", *(table.name for table in LAYER_TABLES)]
    expected = {f"{name}.{ending}" for name in tables for ending in ("csv", "parquet")}
    assert {path.name for path in folder.iterdir()} == expected | {
        "2024",
        "records.jsonl",
        "plans.xlsx",
        "plans.duckdb",
    }
    assert {"citations", "back_references", "targets", "responsibilities", "findings", "conformance"} < set(tables)


def test_duckdb_can_be_asked_at_once(folder: Path) -> None:
    with duckdb.connect(str(folder / "plans.duckdb"), read_only=True) as database:
        found = database.execute(
            "SELECT p.code, t.comparator, t.value, t.unit, t.deadline FROM plans p JOIN targets t ON t.plan = p.record"
        ).fetchall()
        bound = database.execute("SELECT deadline_value, deadline_bound, roles FROM responsibilities").fetchall()
        failed = database.execute("SELECT file, failure, pages FROM plans WHERE record IS NULL").fetchall()
    assert found == [("12/KH-UBND", "gt", 95.0, "%", "2024")]
    assert ("2024-12-15", "before", "lead; monitor; implement") in bound
    assert failed == [("b.txt", "empty", None)]


def test_parquet_has_the_kinds_of_the_values(folder: Path) -> None:
    citations = pyarrow.parquet.read_table(folder / "citations.parquet").to_pylist()
    assert [(row["plan"], row["code"], row["date"], row["relation"]) for row in citations] == [
        ("2024/a.json", None, "2007", "basis"),
        ("2024/a.json", "31/KH-UBND", "2024-02-20", "basis"),
    ]
    kinds = {field.name: str(field.type) for field in pyarrow.parquet.read_schema(folder / "targets.parquet")}
    assert (kinds["start"], kinds["value"], kinds["baseline_value"], kinds["unit"]) == (
        "int64",
        "double",
        "double",
        "string",
    )
    assert pyarrow.parquet.read_table(folder / "funding.parquet").num_rows == 0


def test_no_text_becomes_a_formula_in_csv(folder: Path) -> None:
    assert (folder / "plans.csv").read_bytes().startswith(b"\xef\xbb\xbffile,record,")
    first, second = csv.DictReader((folder / "plans.csv").read_text("utf-8-sig").splitlines())
    assert (first["file"], first["code"], second["reason"]) == ("'=a.txt", "12/KH-UBND", "'- rỗng")


def test_workbook(folder: Path) -> None:
    book = openpyxl.load_workbook(folder / "plans.xlsx")
    assert book.sheetnames == ["plans", *(table.name for table in LAYER_TABLES)]
    plans = book["plans"]
    assert (plans["A2"].value, plans["A2"].data_type, plans["A2"].quotePrefix) == ("=a.txt", "s", True)
    assert plans["C2"].value == "12/KH-UBND"
    assert {sheet.freeze_panes for sheet in book} == {"A2"}
    targets = {cell.value: book["targets"].cell(2, cell.column).value for cell in book["targets"][1]}
    assert (targets["value"], targets["comparator"], targets["plan"]) == (95, "gt", "2024/a.json")


def fill_the_database(path: Path) -> None:
    with _database(path):
        (path.parent / f"{next(path.parent.iterdir()).name}.wal").write_text("")
        raise duckdb.IOException(f"Could not write file: {os.strerror(errno.ENOSPC)}")


def test_a_full_disk_under_the_database_is_told_as_any_other(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No space left") as caught:
        fill_the_database(tmp_path / "plans.duckdb")
    assert (caught.value.errno, list(tmp_path.iterdir())) == (errno.ENOSPC, [])


def test_a_full_disk_under_the_workbook_is_told_as_any_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(book: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("xlsxwriter.Workbook._store_workbook", full)
    with pytest.raises(OSError, match="No space left") as caught, ExitStack() as stack:
        Workbook(tmp_path / "plans.xlsx", stack).add(INDEX, [])
    assert (caught.value.errno, list(tmp_path.iterdir())) == (errno.ENOSPC, [])


def test_json_lines(folder: Path) -> None:
    (line,) = (folder / "records.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line) == json.loads((folder / "2024" / "a.json").read_text("utf-8"))

"""Records and tables as files."""

import csv
import json
from pathlib import Path

import pytest

from extractor.output.csvfile import write_csv
from extractor.output.index import INDEX, index_row
from extractor.output.jsonfile import record_json, write_whole
from extractor.pipeline import extract_text
from tests.plans import PLAN


def test_json_keeps_vietnamese_letters_and_ends_in_a_line_end() -> None:
    written = record_json(extract_text(PLAN))
    assert "Phòng, chống dịch bệnh mùa hè năm 2024" in written
    assert written.endswith("}\n")
    assert json.loads(written)["text"] == PLAN


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "new" / "a.json"
    write_whole(target, "một\n")
    write_whole(target, "hai\n")
    assert target.read_bytes() == b"hai\n"
    assert [path.name for path in target.parent.iterdir()] == ["a.json"]


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.json"
    write_whole(target, "old")

    def fail(self: Path, other: Path) -> None:
        raise OSError("no space")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="no space"):
        write_whole(target, "new")
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


def test_table_of_plans(tmp_path: Path) -> None:
    rows = [{"file": "a", **index_row(extract_text(PLAN))}, {"file": "b", "failure": "empty"}]
    path = tmp_path / "plans.csv"
    write_csv(path, INDEX, map(INDEX.row, rows))
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    first, second = csv.DictReader(path.read_text("utf-8-sig").splitlines())
    assert (first["code"], first["issuer"], first["dates"]) == ("12/KH-UBND", "Ủy ban nhân dân huyện Mộc Sơn", "7")
    assert (second["file"], second["code"], second["dates"], second["failure"]) == ("b", "", "", "empty")

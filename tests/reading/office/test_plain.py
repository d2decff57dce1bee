"""Old Word files without LibreOffice: the bare text, and a warning of what is lost."""

import hashlib
import os
import shutil
from pathlib import Path

import pytest

from corpora.build.__main__ import ROOT
from extractor.pipeline import extract
from extractor.reading import read_bytes, read_file
from tests.reading.office.compound_files import compound
from tests.reading.office.test_refused import WORD, refusal

pytestmark = pytest.mark.antiword

DOCUMENT = ROOT / "corpora/doc/nong-thon-moi-huyen-2023.doc"


def only(monkeypatch: pytest.MonkeyPatch, folder: Path, *programs: str) -> None:
    """Play a machine on which only these programs are installed."""
    for program in programs:
        found = shutil.which(program)
        assert found is not None
        (folder / program).symlink_to(found)
    monkeypatch.setenv("PATH", str(folder))


@pytest.mark.parametrize("program", ["antiword", "catdoc"])
def test_the_text_is_read_and_the_loss_is_told(program: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    only(monkeypatch, tmp_path, program)
    source = read_file(DOCUMENT)
    (warning,) = source.warnings
    assert warning.code == "read_plainly"
    assert warning.message.startswith(
        f"Read by {program}, for LibreOffice is not installed: tables, automatic numbering"
    )
    assert warning.message_vi.startswith(f"Đọc bằng {program} vì chưa cài LibreOffice: bảng, số thứ tự tự động")
    assert source.media_type == "application/msword"
    assert source.sha256 == hashlib.sha256(DOCUMENT.read_bytes()).hexdigest()
    assert source.name == DOCUMENT.name
    assert "Triển khai Chương trình mục tiêu quốc gia xây dựng nông thôn mới" in source.text


def test_the_fields_of_the_plan_are_found_in_bare_text(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    only(monkeypatch, tmp_path, "antiword", "catdoc")
    record = extract(DOCUMENT)
    assert record.plan.code == "52/KH-UBND"
    assert record.plan.date == "2023-03-17"
    assert record.plan.issuer is not None
    assert record.plan.issuer.name == "Ủy ban nhân dân huyện Ea Kar"
    assert {citation.code for citation in record.citations} >= {"263/QĐ-TTg", "05/2022/QĐ-UBND", "09-NQ/HU"}
    assert [warning.message.split(",")[0] for warning in record.warnings] == ["Read by antiword"]


def test_a_file_that_the_program_fails_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    only(monkeypatch, tmp_path, "antiword")
    assert refusal(compound(WORD)).code in {"unconverted", "empty"}


def test_text_files_need_no_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    only(monkeypatch, tmp_path)
    assert os.environ["PATH"] == str(tmp_path)
    assert read_bytes("Kế hoạch\n".encode()).text == "Kế hoạch\n"

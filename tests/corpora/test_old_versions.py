"""The old versions of the plans (.doc, TCVN3, VNI) are fresh and give the same records as the Unicode originals."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from corpora.build.__main__ import ROOT
from corpora.build.legacy import encode
from corpora.build.old import VERSIONS, old_text
from corpora.build.pdf import pdf_of
from corpora.build.source import read_source
from corpora.build.text import clean_text
from corpora.build.word import word_of
from extractor.evaluation.relocate import relocate
from extractor.pipeline import extract, extract_text
from extractor.reading import read_bytes
from extractor.records import LAYERS
from tests.corpora.test_built_files import gold_of_file

TITLES = {"tcvn3": "TCVN3 (ABC)", "vni": "VNI"}
PLACES = {"start", "end"}
versions = pytest.mark.parametrize(
    "version",
    [pytest.param(v, marks=pytest.mark.libreoffice if v.endswith(".doc") else ()) for v in VERSIONS],
)
texts = pytest.mark.parametrize("version", [v for v in VERSIONS if v.endswith(".txt")])


def source_path(version: str) -> Path:
    return ROOT / f"corpora/sources/{Path(version).stem}.plan"


@cache
def record_of(version: str) -> dict[str, Any]:
    """Return the record of an old version; each .doc is converted once."""
    record: dict[str, Any] = json.loads(extract(ROOT / "corpora" / version).model_dump_json())
    return record


def original_of(version: str) -> dict[str, Any]:
    """Return the record of the same plan in Unicode, in the like format."""
    name, ending = Path(version).stem, Path(version).suffix
    if ending == ".txt":
        record = extract_text(old_text(clean_text(read_source(source_path(version))).text, VERSIONS[version] or ""))
    else:
        record = extract(ROOT / "corpora" / {".doc": f"docx/{name}.docx", ".pdf": f"pdf/{name}.pdf"}[ending])
    original: dict[str, Any] = json.loads(record.model_dump_json())
    return original


def values(part: Any) -> Any:
    """Return what a record says, wherever it stands and however its lines are broken."""
    if isinstance(part, dict):
        return {name: values(value) for name, value in part.items() if name not in PLACES}
    if isinstance(part, list):
        return [values(value) for value in part]
    return " ".join(part.split()) if isinstance(part, str) else part


@versions
@pytest.mark.parametrize("layer", ["plan", *LAYERS])
def test_the_records_are_those_of_the_original(version: str, layer: str) -> None:
    assert values(record_of(version)[layer]) == values(original_of(version)[layer])


@versions
def test_the_encoding_is_told(version: str) -> None:
    encoding = VERSIONS[version]
    told = [warning["message"].split(" was ")[0] for warning in record_of(version)["warnings"]]
    assert told == ([f"Text in the old encoding {TITLES[encoding]}"] if encoding else [])


@versions
def test_gold_is_found_in_the_text(version: str) -> None:
    clean = clean_text(read_source(source_path(version))).text
    text = record_of(version)["text"].replace("Uỷ", "Ủy").replace("UỶ", "ỦY")
    assert relocate(gold_of_file(source_path(version)), clean, text).lost == []


@pytest.mark.parametrize("version", [v for v in VERSIONS if v.endswith(".doc")])
@pytest.mark.libreoffice
def test_doc_files_are_fresh_and_read_as_the_word_file_they_are_made_of(version: str) -> None:
    word = word_of(read_source(source_path(version)), VERSIONS[version], own_starts=True)
    assert record_of(version)["text"] == read_bytes(word).text, "run make corpora"
    assert record_of(version)["source"]["media_type"] == "application/msword"


@texts
def test_texts_are_fresh(version: str) -> None:
    encoding = VERSIONS[version] or ""
    text = old_text(clean_text(read_source(source_path(version))).text, encoding)
    assert (ROOT / "corpora" / version).read_bytes() == encode(text, encoding), "run make corpora"


def test_the_pdf_is_fresh() -> None:
    version = "tcvn3/viec-lam-tinh-2018.pdf"
    built = pdf_of(read_source(source_path(version)), "tcvn3")
    assert read_bytes(built).text == record_of(version)["text"], "run make corpora"


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
@pytest.mark.parametrize("path", sorted((ROOT / "corpora/sources").glob("*.plan")), ids=lambda path: path.stem)
def test_every_plan_reads_the_same_from_a_word_file_in_old_fonts(path: Path, encoding: str) -> None:
    source = read_source(path)
    assert read_bytes(word_of(source, encoding)).text == read_bytes(word_of(source)).text

"""The lexicon files that citations are read with: document types, laws, organs, clauses."""

import tomllib
from pathlib import Path

import pytest
from pydantic import BaseModel, ValidationError

from extractor.lexicon import clause_words, document_types, laws, organ_words
from extractor.lexicon.clause_words import ClauseWords, alternatives
from extractor.lexicon.document_types import load_document_types

ADMINISTRATIVE = "NQ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA DA BC BB TTr HĐ CĐ BGN BTT GUQ GM GGT GNP PG PC PB".split()
"""NĐ 30/2020/NĐ-CP, Phụ lục III: the 27 types that have an abbreviation."""


def test_all_administrative_types_are_known() -> None:
    assert {kind.abbreviation for kind in load_document_types().types} >= set(ADMINISTRATIVE)
    assert load_document_types().symbols >= set(ADMINISTRATIVE)


@pytest.mark.parametrize(
    ("name", "abbreviation"),
    [
        ("Công văn", "CV"),
        ("Thông báo kết luận", "TB"),
        ("Nghị quyết liên tịch", "NQLT"),
        ("Thông tư liên tịch", "TTLT"),
        ("Công điện", "CĐ"),
        ("Luật", "Luật"),
        ("Chương trình hành động", "CTr"),
    ],
)
def test_names_and_abbreviations(name: str, abbreviation: str) -> None:
    [kind] = [kind for kind in load_document_types().types if kind.name == name]
    assert kind.abbreviation == abbreviation


def test_no_name_stands_twice() -> None:
    names = [kind.name for kind in load_document_types().types]
    assert sorted(set(names)) == sorted(names)


def test_longer_names_are_tried_first() -> None:
    found = [name for name, _ in load_document_types().by_last_word["tịch"]]
    assert found == sorted(found, key=len, reverse=True)
    assert "thông tư liên tịch" in found


@pytest.mark.parametrize("file", ["document_types", "laws", "organ_words", "clause_words"])
def test_unknown_keys_are_refused(file: str) -> None:
    raw = tomllib.loads((Path(document_types.__file__).parent / f"{file}.toml").read_text("utf-8"))
    models: dict[str, type[BaseModel]] = {
        "document_types": document_types._File,
        "laws": laws._File,
        "organ_words": organ_words._File,
        "clause_words": ClauseWords,
    }
    model = models[file]
    model.model_validate(raw)
    with pytest.raises(ValidationError, match="surprise"):
        model.model_validate({**raw, "surprise": 1})


def test_alternatives_match_whole_words_longest_first() -> None:
    assert alternatives("quy, quy định ,\n ban   hành") == r"(?:ban[ ]hành|quy[ ]định|quy)(?!\p{L})"


def test_clause_words_are_loaded_once() -> None:
    assert clause_words.load_clause_words() is clause_words.load_clause_words()

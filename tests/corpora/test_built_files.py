"""The built files in the repository are fresh, and their gold keeps to the contract's form."""

import json
from pathlib import Path
from typing import Any

import docx
import pytest
import regex
from docx.oxml.ns import qn
from pydantic import BaseModel

from corpora.build.__main__ import ROOT, text_files
from corpora.build.source import read_source
from corpora.build.text import clean_text
from corpora.build.word import word_of
from extractor import records
from extractor.evaluation.relocate import relocate
from extractor.reading.files import read_file

SOURCES = sorted((ROOT / "corpora/sources").glob("*.plan"))
MODELS: dict[str, type[BaseModel]] = {
    "citations": records.Citation,
    "dates": records.Date,
    "percentages": records.Percentage,
    "criteria": records.Criterion,
    "targets": records.Target,
    "responsibilities": records.Responsibility,
    "funding": records.Funding,
    "outline": records.Heading,
    "findings": records.Finding,
}
GOLD_ONLY = {"optional", "accept", "skip"}
ADDED = {"findings": {"message_vi": ""}}
"""What records say and gold does not."""

GOLD = sorted([*(ROOT / "gold").glob("*.json"), *(ROOT / "gold/families").glob("*/*.json")])
PLANS = [path for path in GOLD if path.name != "family.json"]

KEPT_AS_TEXT = ("unseen", "held-out", "held-out-2", "held-out-3", "held-out-4", "held-out-5", "held-out-6")
PLAIN = sorted(path for name in KEPT_AS_TEXT for path in (ROOT / "gold" / name).glob("*.json"))
"""Gold of the plans that are kept as text only."""

DATE_OPENING = regex.compile(r"(?i)ngày|tháng|quý|năm|các năm|giai\sđoạn|nhiệm kỳ|sáu tháng|\d|I{1,3}\b|IV\b")
"""What a calendar expression opens with; a second quarter ("Quý II, III") and a number have no unit word."""

each_source = pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
each_plan = pytest.mark.parametrize("path", PLANS + PLAIN, ids=lambda path: path.stem)
"""Gold files of the plans that stand alone, of those of families, and of those kept as text only."""


def gold_of_file(path: Path) -> dict[str, Any]:
    """Return the gold of a source."""
    return gold_at(ROOT / f"gold/{path.stem}.json")


def gold_at(path: Path) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return gold


def text_of_gold(path: Path) -> str:
    folder = ROOT / "corpora" / path.parent.relative_to(ROOT / "gold")
    if path not in PLAIN:
        folder /= "text"
    return (folder / f"{path.stem}.txt").read_text("utf-8")


def words_of_word_file(content: Path) -> str:
    """All text of the body in order, numbering labels left out."""
    body = docx.Document(str(content)).element.body
    return "\n".join("".join(p.itertext()) for p in body.iter(qn("w:p")))


def test_every_source_has_gold() -> None:
    families = (ROOT / "corpora/families").glob("*/*.plan")
    assert SOURCES
    assert {path.stem for path in PLANS} == {path.stem for path in [*SOURCES, *families]}


@each_source
def test_texts_and_gold_are_fresh(path: Path) -> None:
    for name, content in text_files(read_source(path)):
        assert (ROOT / name).read_bytes() == content, f"{name} is stale: run make corpora"


@each_source
def test_word_file_is_fresh(path: Path, tmp_path: Path) -> None:
    built = word_of(read_source(path))
    assert built == word_of(read_source(path))
    (tmp_path / "a.docx").write_bytes(built)
    kept = ROOT / f"corpora/docx/{path.stem}.docx"
    assert words_of_word_file(tmp_path / "a.docx") == words_of_word_file(kept), "run make corpora"


@each_source
@pytest.mark.parametrize("form", ["wrapped/{}.txt", "markdown/{}.md", "docx/{}.docx", "pdf/{}.pdf"])
def test_gold_is_found_in_the_text_of_every_format(path: Path, form: str) -> None:
    other = read_file(ROOT / "corpora" / form.format(path.stem)).text
    relocation = relocate(gold_of_file(path), clean_text(read_source(path)).text, other)
    assert relocation.lost == []
    for layer in records.LAYERS:
        for record in relocation.gold[layer]:
            for quote in record.get("quotes", [record]):
                assert other[quote["start"] : quote["end"]] == quote["quote"]


@each_plan
def test_quotes_equal_their_slices(path: Path) -> None:
    text = text_of_gold(path)
    gold = gold_at(path)
    for layer in records.LAYERS:
        for record in gold[layer]:
            for quote in record.get("quotes", [record]):
                assert text[quote["start"] : quote["end"]] == quote["quote"]


@each_plan
def test_gold_fits_the_record_models(path: Path) -> None:
    gold = gold_at(path)
    records.Plan.model_validate(gold["plan"])
    assert set(gold) - {"plan", "plan_accept", "plan_optional"} == set(records.LAYERS)
    for layer, model in MODELS.items():
        for record in gold[layer]:
            stated = {k: v for k, v in record.items() if k not in GOLD_ONLY}
            stated |= {**ADDED.get(layer, {}), "rule": "gold"}
            model.model_validate(stated)
            for name, values in record.get("accept", {}).items():
                for value in values:
                    model.model_validate({**stated, name: value})


@each_plan
def test_date_quotes_run_from_the_unit_word_to_the_year(path: Path) -> None:
    for date in gold_at(path)["dates"]:
        assert DATE_OPENING.match(date["quote"]), date
        assert date["quote"][-1].isalnum(), date


@each_plan
def test_quotes_start_and_end_at_words(path: Path) -> None:
    text = text_of_gold(path)
    gold = gold_at(path)
    for layer in set(records.LAYERS) - {"findings"}:
        for record in gold[layer]:
            start, end = record["start"], record["end"]
            assert record["quote"] == record["quote"].strip(), record
            assert not (start and text[start - 1].isalnum() and text[start].isalnum()), record
            assert not (end < len(text) and text[end - 1].isalnum() and text[end].isalnum()), record

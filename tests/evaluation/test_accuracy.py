"""Agreement with gold does not fall: on the real plans, and on the project's own plans in each file format."""

import json
from pathlib import Path

import pytest

from extractor.evaluation.relocate import relocate
from extractor.evaluation.score import Score, score_all
from extractor.pipeline import extract, extract_text
from tests.shared import seed_gold, seed_names, seed_text

ROOT = Path(__file__).parents[2]
FLOORS = {
    "citations": 0.98,
    "dates": 0.98,
    "percentages": 0.99,
    "criteria": 0.97,
    "targets": 0.95,
    "responsibilities": 0.92,
    "funding": 0.98,
    "outline": 0.95,
    "findings": 0.9,
}
ATTRIBUTES = {
    "citations": ("issuer", "title", "relation"),
    "dates": ("bound",),
    "targets": ("change", "baseline", "required", "deadline", "place"),
    "responsibilities": ("deadline", "recurrence", "task", "layout"),
}


def assert_holds(score: Score) -> None:
    assert score.plan >= 0.97
    assert {layer: s.f1 for layer, s in score.layers.items() if s.f1 < FLOORS[layer]} == {}
    assert score.micro >= 0.96
    for layer, names in ATTRIBUTES.items():
        for name in names:
            right, all_ = score.layers[layer].attributes[name]
            assert right >= 0.92 * all_, (layer, name, right, all_)


@pytest.mark.shared
def test_real_plans() -> None:
    score = score_all(
        (name, seed_gold(name), json.loads(extract_text(seed_text(name)).model_dump_json())) for name in seed_names()
    )
    assert_holds(score)


@pytest.mark.parametrize(
    ("folder", "ending"),
    [("text", ".txt"), ("wrapped", ".txt"), ("markdown", ".md"), ("docx", ".docx"), ("pdf", ".pdf")],
)
def test_own_plans(folder: str, ending: str) -> None:
    score = Score()
    for path in sorted((ROOT / "gold").glob("*.json")):
        record = extract(ROOT / "corpora" / folder / f"{path.stem}{ending}")
        clean = (ROOT / "corpora/text" / f"{path.stem}.txt").read_text("utf-8")
        placed = relocate(json.loads(path.read_text("utf-8")), clean, record.text)
        assert placed.lost == []
        score.add(path.stem, placed.gold, json.loads(record.model_dump_json()))
    assert len(score.documents) >= 11
    assert_holds(score)


@pytest.mark.parametrize(
    ("folder", "plans"), [("held-out", 4), ("held-out-2", 5), ("held-out-3", 4), ("held-out-4", 5)]
)
def test_plans_once_held_out(folder: str, plans: int) -> None:
    score = Score()
    for path in sorted((ROOT / "gold" / folder).glob("*.json")):
        record = extract(ROOT / "corpora" / folder / f"{path.stem}.txt")
        score.add(path.stem, json.loads(path.read_text("utf-8")), json.loads(record.model_dump_json()))
    assert len(score.documents) == plans
    assert score.plan >= 0.98
    assert score.micro >= 0.96
    for layer, floor in (("citations", 0.96), ("dates", 0.97), ("targets", 0.92), ("responsibilities", 0.93)):
        assert score.layers[layer].f1 >= floor, layer


def test_plans_marked_blind() -> None:
    score = Score()
    for path in sorted((ROOT / "gold/unseen").glob("*.json")):
        record = extract(ROOT / f"corpora/unseen/{path.stem}.txt")
        score.add(path.stem, json.loads(path.read_text("utf-8")), json.loads(record.model_dump_json()))
    assert len(score.documents) >= 8
    assert score.plan >= 0.98
    assert score.micro >= 0.97
    for layer, floor in (("citations", 0.98), ("dates", 0.99), ("targets", 0.93), ("responsibilities", 0.95)):
        assert score.layers[layer].f1 >= floor, layer


@pytest.mark.parametrize(("folder", "floor"), [("scan", 0.95), ("scan-degraded", 0.9)])
def test_scans_of_own_plans(folder: str, floor: float) -> None:
    score = Score()
    paths = sorted((ROOT / "corpora" / folder).glob("*.pdf"))
    assert len(paths) == 4
    for path in paths:
        record = extract(path)
        gold = json.loads((ROOT / f"gold/{path.stem}.json").read_text("utf-8"))
        clean = (ROOT / f"corpora/text/{path.stem}.txt").read_text("utf-8")
        placed = relocate(gold, clean, record.text, recognised=True)
        assert placed.lost == []
        score.add(path.stem, placed.gold, json.loads(record.model_dump_json()))
    assert score.plan >= 0.9
    for layer in ("citations", "dates", "percentages"):
        assert score.layers[layer].f1 >= floor, layer

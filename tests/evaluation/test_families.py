"""Records made of the gold of the families' plans."""

from pathlib import Path

import pytest

from extractor.evaluation.families import GOLD_FILE, gold_record
from extractor.evaluation.gold import load_gold

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "gold/families"
TEXTS = ROOT / "corpora/families"
PLANS = [path for path in sorted(GOLD.glob("*/*.json")) if path.name != GOLD_FILE]
KINDS = {"tinh": "tỉnh", "huyen": "huyện", "thi": "thị xã", "xa": "xã", "phuong": "phường"}
"""Kind of the unit by the first word of the plan's name."""


def test_a_record_of_gold_says_what_the_gold_says() -> None:
    name = "phuong-sa-dec"
    gold = load_gold(GOLD / f"y-te-2026/{name}.json")
    record = gold_record(gold, (TEXTS / f"y-te-2026/text/{name}.txt").read_text("utf-8"), f"{name}.txt")
    assert [(t.quote, t.start) for t in record.targets] == [(t["quote"], t["start"]) for t in gold["targets"]]
    assert record.plan.code == "31/KH-UBND"
    assert record.source.name == "phuong-sa-dec.txt"
    unit = record.plan.issuer.unit
    assert unit is not None
    assert (unit.code, unit.kind, unit.parent) == ("29905", "phường", "82")


def test_places_of_targets_are_looked_up() -> None:
    gold = load_gold(GOLD / "y-te-2026/tinh-dong-thap.json")
    record = gold_record(gold, (TEXTS / "y-te-2026/text/tinh-dong-thap.txt").read_text("utf-8"), "tinh-dong-thap.txt")
    assert [(t.place, t.place_unit) for t in record.targets if t.place] == [("phường Sa Đéc", "29905")]


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_every_plan_is_of_a_real_unit(path: Path) -> None:
    text = (TEXTS / path.parent.name / "text" / f"{path.stem}.txt").read_text("utf-8")
    unit = gold_record(load_gold(path), text, path.name).plan.issuer.unit
    assert unit is not None
    assert unit.kind == KINDS[path.stem.split("-")[0]]

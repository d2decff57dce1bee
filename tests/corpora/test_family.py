"""The gold of families: quotes get their places, what is wrong is refused, the built files are fresh."""

import json
from pathlib import Path
from typing import Any

import pytest

from corpora.build.__main__ import ROOT
from corpora.build.family import FamilyError, families, family_files, family_gold

GOLDS: dict[str, dict[str, Any]] = {
    "tinh": {"targets": [{"quote": "90%", "start": 5, "end": 8}, {"quote": "90%", "start": 20, "end": 23}]},
    "huyen": {
        "targets": [{"quote": "80%", "start": 7, "end": 10}],
        "citations": [{"code": "15/KH-UBND", "quote": "Kế hoạch số 15/KH-UBND", "start": 0, "end": 22}],
    },
}
FAMILIES = sorted((ROOT / "gold/families").glob("*/family.json"))
ALARMS = {"weaker", "missing", "different deadline", "different agency"}
VERDICT = {"upper": "tinh", "upper_quote": "90%", "upper_nth": 2, "lower": "huyen", "kind": "missing"}


def test_quotes_get_their_places() -> None:
    fault = {"plan": "huyen", "kind": "wrong_date", "code": "15/KH-UBND"}
    weaker = {**VERDICT, "kind": "weaker", "lower_quote": "80%"}
    gold = family_gold({"verdict": [VERDICT, weaker], "fault": [fault]}, GOLDS)
    upper = {"plan": "tinh", "quote": "90%", "start": 20, "end": 23}
    assert gold["verdicts"] == [
        {"kind": "missing", "upper": upper, "lower": {"plan": "huyen"}},
        {"kind": "weaker", "upper": upper, "lower": {"plan": "huyen", "quote": "80%", "start": 7, "end": 10}},
    ]
    assert gold["faults"] == [{**fault, "quote": "Kế hoạch số 15/KH-UBND", "start": 0, "end": 22}]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"upper_quote": "91%"}, "'91%' is not marked"),
        ({"upper_nth": 3}, "there are 2"),
        ({"lower": "xa"}, "no plan 'xa'"),
        ({"kind": "worse"}, "unknown kind 'worse'"),
        ({"kind": "met"}, "lower_quote is needed"),
        ({"place": "A"}, "unknown: \\['place'\\]"),
    ],
)
def test_faults_are_refused(change: dict[str, Any], said: str) -> None:
    with pytest.raises(FamilyError, match=said):
        family_gold({"verdict": [{**VERDICT, **change}]}, GOLDS)


def test_built_families_are_fresh() -> None:
    folders = families(ROOT)
    assert folders
    for folder in folders:
        for name, content in family_files(folder):
            assert (ROOT / name).read_bytes() == content, f"{name} is stale: run make corpora"


def family(path: Path) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return gold


each_family = pytest.mark.parametrize("path", FAMILIES, ids=lambda path: path.parent.name)


@each_family
def test_verdicts_stand_on_parent_links(path: Path) -> None:
    gold = family(path)
    parents = {(link["lower"], link["upper"]) for link in gold["links"] if link["kind"] == "parent"}
    assert {(v["lower"]["plan"], v["upper"]["plan"]) for v in gold["verdicts"]} == parents


@each_family
def test_targets_are_paired_one_to_one(path: Path) -> None:
    verdicts = family(path)["verdicts"]
    upper = [(v["upper"]["plan"], v["upper"]["start"], v["lower"]["plan"]) for v in verdicts]
    lower = [(v["lower"]["plan"], v["lower"]["start"], v["upper"]["plan"]) for v in verdicts if "start" in v["lower"]]
    assert len(upper) == len(set(upper))
    assert len(lower) == len(set(lower))


@each_family
def test_sums_add_up_over_the_pairs_that_are_part_of_them(path: Path) -> None:
    gold = family(path)
    for row in gold["sums"]:
        assert row["expected"] - row["total"] == pytest.approx(row["gap"])
        parts = [v["lower"]["plan"] for v in gold["verdicts"] if v["upper"] == row["upper"]]
        assert set(row["parts"]) <= set(parts)
        assert {v["kind"] for v in gold["verdicts"] if v["upper"] == row["upper"]} == {"not comparable"}


def test_one_family_is_without_faults() -> None:
    gold = family(ROOT / "gold/families/chuyen-doi-so-2024/family.json")
    assert gold["faults"] == []
    assert ALARMS.isdisjoint(v["kind"] for v in gold["verdicts"])


def test_the_faulty_families_hold_every_kind_of_verdict() -> None:
    for name in ("nong-thon-moi-2024", "y-te-2026"):
        kinds = {v["kind"] for v in family(ROOT / f"gold/families/{name}/family.json")["verdicts"]}
        assert kinds == ALARMS | {"met", "stricter", "not comparable"}

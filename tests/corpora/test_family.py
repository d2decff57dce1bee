"""The gold of families: quotes get their places, what is wrong is refused, the built files are fresh."""

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

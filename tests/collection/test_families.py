"""The cross-check of families of plans, over records made of their gold."""

from pathlib import Path

import pytest

from extractor.evaluation.families import score_folder

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("family", ["nong-thon-moi-2024", "y-te-2026", "chuyen-doi-so-2024"])
def test_agreement_with_the_gold_of_a_family(family: str) -> None:
    scores = score_folder(ROOT / "gold/families" / family, ROOT / "corpora/families" / family / "text")
    score = scores[f"{family}, gold records"]
    assert score.links.f1 >= 0.98
    assert score.pairs.f1 >= 0.95
    assert score.faults.f1 == 1
    assert score.sums.f1 == 1
    assert score.verdicts >= 0.95
    assert score.false_alarms == 0

"""The cross-check of families of plans, over records made of their gold and over extracted ones."""

from pathlib import Path

import pytest

from extractor.evaluation.families import score_folder

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("family", "sums"),
    [("nong-thon-moi-2024", 1), ("y-te-2026", 1), ("chuyen-doi-so-2024", 1), ("viec-lam-2023", 0.94)],
)
def test_agreement_with_the_gold_of_a_family(family: str, sums: float) -> None:
    scores = score_folder(ROOT / "gold/families" / family, ROOT / "corpora/families" / family / "text")
    for records in ("gold records", "extracted records"):
        score = scores[f"{family}, {records}"]
        assert score.links.f1 >= 0.98
        assert score.pairs.f1 >= 0.95
        assert score.faults.f1 == 1
        assert score.sums.f1 >= sums
        assert score.verdicts >= 0.95
        assert score.false_alarms == 0

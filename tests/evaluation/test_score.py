"""What counts as agreement, on small records of our own."""

from typing import Any

import pytest

from extractor.evaluation.attributes import attribute_right
from extractor.evaluation.matching import pair
from extractor.evaluation.report import changes, fault_line, table
from extractor.evaluation.score import score_all


def record(start: int, end: int, **values: Any) -> dict[str, Any]:
    return {"start": start, "end": end, "quote": "x" * (end - start), **values}


def test_pairs_need_overlap_and_equal_keys() -> None:
    gold = [record(0, 5, value="2024"), record(10, 15, value="2025"), record(20, 25, value="2026")]
    predicted = [record(0, 5, value="2025"), record(12, 15, value="2025"), record(26, 30, value="2026")]
    assert pair("dates", gold, predicted) == [(1, 1)]


def test_the_exact_span_is_taken_before_a_nearer_start() -> None:
    gold = [record(10, 15, value=5)]
    assert pair("percentages", gold, [record(10, 16, value=5), record(10, 15, value=5)]) == [(0, 1)]


def test_optional_gold_takes_nothing_from_gold_that_counts() -> None:
    gold = [record(0, 5, value=5, optional=True), record(0, 5, value=5)]
    assert pair("percentages", gold, [record(0, 5, value=5)]) == [(1, 0)]


def test_accepted_values_count() -> None:
    gold = [record(0, 5, value=4, unit="Chương trình", accept={"unit": ["đề án"]})]
    assert pair("targets", gold, [record(0, 5, value=4, unit="Đề án")]) == [(0, 0)]
    assert pair("targets", gold, [record(0, 5, value=4, unit="dự án")]) == []


@pytest.mark.parametrize(
    ("agency", "roles", "criteria", "right"),
    [
        ("Phòng Nông nghiệp và Phát triển nông thôn", ["lead"], ["2"], True),
        ("Phòng NN & PTNT", ["lead", "advise"], ["02"], True),
        ("Phòng NN & PTNT", ["coordinate"], ["2"], False),
        ("Phòng NN & PTNT", ["lead"], [], False),
        ("Phòng Tư pháp", ["lead"], ["2"], False),
    ],
)
def test_responsibilities(agency: str, roles: list[str], criteria: list[str], right: bool) -> None:
    gold = [record(0, 9, agency="Phòng NN và PTNT", roles=["lead"], criteria=["2"])]
    predicted = [record(0, 9, agency=agency, roles=roles, criteria=criteria)]
    assert bool(pair("responsibilities", gold, predicted)) is right


@pytest.mark.parametrize(
    ("name", "gold", "predicted", "right"),
    [
        ("bound", None, "on", True),
        ("bound", "by", "on", False),
        ("deadline", {"value": "2024", "bound": "on"}, {"value": "2024"}, True),
        ("deadline", "2024", {"value": "2024"}, True),
        ("deadline", None, "2024", False),
        ("baseline", {"value": 58, "unit": "%", "of": None}, {"value": 58.0, "unit": "phần trăm"}, True),
        ("required", {"comparator": "ge", "value": 40}, {"comparator": "gt", "value": 40}, False),
        ("task", "rà soát các tiêu chí của xã", "rà soát tiêu chí của xã", True),
        ("task", "rà soát", None, False),
        ("task", "", None, True),
        ("change", "reach", "keep", False),
    ],
)
def test_attributes(name: str, gold: Any, predicted: Any, right: bool) -> None:
    assert attribute_right(name, {name: gold}, {name: predicted}) is right


GOLD = {
    "plan": {"number": "7", "recipients": ["Như trên"]},
    "plan_optional": ["title"],
    "dates": [
        record(0, 4, value="2024"),
        record(5, 9, value="2025", bound="by"),
        record(10, 14, value="2026", optional=True),
    ],
}
FOUND = {
    "plan": {"number": "8", "recipients": ["như trên;"]},
    "dates": [record(5, 9, value="2025"), record(10, 14, value="2026"), record(20, 24, value="2030")],
}


def test_counts_of_one_document() -> None:
    score = score_all([("a", GOLD, FOUND)])
    dates = score.layers["dates"]
    assert (dates.hits, dates.gold, dates.predicted, dates.exact) == (1, 2, 2, 1)
    assert (dates.precision, dates.recall, dates.f1) == (0.5, 0.5, 0.5)
    assert dates.attributes == {"bound": (0, 1)}
    assert (score.plan_right, score.plan_fields) == (12, 13)
    assert [(f.kind, f.name) for f in score.faults] == [
        ("plan", "number"),
        ("attribute", "bound"),
        ("miss", None),
        ("false", None),
    ]


def test_nothing_to_find_and_nothing_found_is_full_agreement() -> None:
    assert score_all([("a", {"funding": []}, {})]).layers["funding"].f1 == 1.0


def test_table_and_fault_lines() -> None:
    score = score_all([("a", GOLD, FOUND)])
    assert "| dates | 0.500 | 0.500 | 0.500 | 2 | 2 | 1.00 | bound 0.00 |" in table(score).splitlines()
    assert [fault_line(fault) for fault in score.faults] == [
        'PLAN a plan.number: gold "7", found "8"',
        'ATTR a dates.bound: gold "by", found null at "xxxx"',
        'MISS a dates: {"quote": "xxxx", "value": "2024"}',
        'FALSE a dates: {"quote": "xxxx", "value": "2030"}',
    ]


def test_changes_between_two_scores() -> None:
    before = score_all([("a", GOLD, FOUND)])
    after = score_all(
        [("a", GOLD, {**FOUND, "dates": [record(5, 9, value="2025", bound="by"), record(30, 34, value="2031")]})]
    )
    assert list(changes(before, after)) == [
        '+ mended: ATTR a dates.bound: gold "by", found null at "xxxx"',
        '+ mended: FALSE a dates: {"quote": "xxxx", "value": "2030"}',
        '- new: FALSE a dates: {"quote": "xxxx", "value": "2031"}',
        "plan fields 0.923 → 0.923, micro average 0.500 → 0.500",
    ]

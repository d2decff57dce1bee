"""Generated records of a country's plans: the same each time, sound, and varied."""

from itertools import islice, pairwise

import pytest

from benchmarks.country import record, units
from extractor.lexicon.admin_units import AdminUnit
from extractor.records import PlanRecord


@pytest.fixture(scope="module")
def first() -> list[tuple[AdminUnit, ...]]:
    return list(islice(units(), 13))


@pytest.fixture(scope="module")
def records(first: list[tuple[AdminUnit, ...]]) -> list[PlanRecord]:
    return [record(*line) for line in first]


def test_a_province_its_districts_and_their_communes(first: list[tuple[AdminUnit, ...]]) -> None:
    assert [line[-1].level for line in first[:3]] == ["province", "district", "commune"]
    assert all(above.code == below.parent for line in first for above, below in pairwise(line))
    assert len({line[-1].code for line in first}) == len(first)


def test_the_same_records_each_time(first: list[tuple[AdminUnit, ...]], records: list[PlanRecord]) -> None:
    assert [record(*line) for line in first] == records


def test_quotes_stand_in_the_text(records: list[PlanRecord]) -> None:
    for made in records:
        found = [*made.targets, *made.citations, *made.dates, *made.responsibilities, *made.outline]
        assert len(found) > 60
        assert all(made.text[item.start : item.end] == item.quote for item in found)


def test_plans_differ_in_words_units_and_gaps(records: list[PlanRecord]) -> None:
    named = [{target.indicator for target in made.targets} for made in records]
    assert len(set.union(*named)) > len(set.intersection(*named)) + 40
    assert {"km", "m", "phút", "giờ"} <= {target.unit for made in records for target in made.targets}
    assert len({len(made.targets) for made in records}) > 3


def test_lower_plans_cite_the_one_above(records: list[PlanRecord]) -> None:
    province, district, *_ = records
    assert province.plan.code in {citation.code for citation in district.citations}

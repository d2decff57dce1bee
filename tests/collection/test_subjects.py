"""Units with which a clause begins, below the unit of its plan."""

import pytest

from extractor.collection.members import Member, days
from extractor.collection.subjects import unit_of_clause
from extractor.records.crosscheck import PlanNode


def member(unit: str | None, date: str = "2024-03-05") -> Member:
    node = PlanNode("p", "p.txt", 1, "9/KH-UBND", "UBND tỉnh Hòa Bình", "province", unit, date, None, "Trồng cây")
    return Member(node, None, (), None, "", None, days(date), (), (), (), {}, frozenset())


@pytest.mark.parametrize(
    ("before", "unit"),
    [
        ("Huyện Mai Châu hoàn thành ", ("Huyện Mai Châu", "156")),
        ("- huyện Mai Châu trồng ", ("huyện Mai Châu", "156")),
        ("Xã Bao La Phấn đấu đạt ", ("Xã Bao La", "05227")),
        ("Trồng cây tại huyện Mai Châu ", None),
        ("Huyện Hàm Yên hoàn thành ", None),
        ("Xã Mai Châu hoàn thành ", None),
        ("Huyện hoàn thành ", None),
    ],
)
def test_the_unit_of_a_clause(before: str, unit: tuple[str, str] | None) -> None:
    assert unit_of_clause(before, member("17")) == unit


def test_a_plan_without_unit_has_none_below() -> None:
    assert unit_of_clause("Huyện Mai Châu hoàn thành ", member(None)) is None

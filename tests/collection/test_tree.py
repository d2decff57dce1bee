"""The tree of units by the day of a plan: three levels until 30 June 2025, two from then on."""

import pytest

from extractor.collection.members import Member, days
from extractor.collection.tree import Tree, above
from extractor.records import Level
from extractor.records.crosscheck import PlanNode

HOA_BINH, MAI_CHAU, BAO_LA = "17", "156", "05227"
PHU_THO, NEW_BAO_LA = "25", "05245"


def member(
    level: Level,
    unit: str | None,
    parent: str | None,
    date: str | None = "2024-03-05",
    successors: tuple[str, ...] = (),
) -> Member:
    node = PlanNode(f"{level} {unit} {date}", "a.txt", 1, "7/KH-UBND", "UBND", level, unit, date, None, "Trồng cây")
    return Member(node, parent, successors, None, "", None, days(date), (), (), (), {}, frozenset())


CENTRE = member("central", None, None)
PROVINCE = member("province", HOA_BINH, None, successors=(PHU_THO,))
DISTRICT = member("district", MAI_CHAU, HOA_BINH)
COMMUNE = member("commune", BAO_LA, MAI_CHAU, successors=(NEW_BAO_LA,))
LATER_PROVINCE = member("province", PHU_THO, None, "2025-09-01")
LATER_COMMUNE = member("commune", NEW_BAO_LA, PHU_THO, "2025-09-01")


@pytest.mark.parametrize(
    ("plan", "units"),
    [
        (PROVINCE, []),
        (DISTRICT, [HOA_BINH]),
        (COMMUNE, [MAI_CHAU, HOA_BINH]),
        (LATER_COMMUNE, [PHU_THO]),
        (member("commune", BAO_LA, MAI_CHAU, None), [MAI_CHAU, HOA_BINH]),
    ],
)
def test_units_above_at_the_plans_date(plan: Member, units: list[str]) -> None:
    assert list(Tree([]).units_above(plan)) == units


def test_plans_of_the_units_above_the_nearest_first() -> None:
    tree = Tree([COMMUNE, PROVINCE, CENTRE, DISTRICT])
    assert list(tree.ancestors(COMMUNE)) == [(MAI_CHAU, [DISTRICT]), (HOA_BINH, [PROVINCE]), ("", [CENTRE])]
    assert list(tree.ancestors(CENTRE)) == []


def test_a_plan_of_a_province_that_was_merged_stands_above_its_successors_communes() -> None:
    assert list(Tree([PROVINCE, LATER_PROVINCE]).ancestors(LATER_COMMUNE)) == [
        (PHU_THO, [PROVINCE, LATER_PROVINCE]),
        ("", []),
    ]


def test_a_unit_lies_in_itself_and_in_those_above() -> None:
    tree = Tree([])
    assert all(tree.lies_in(COMMUNE, code) for code in (BAO_LA, MAI_CHAU, HOA_BINH))
    assert not tree.lies_in(DISTRICT, BAO_LA)


def test_the_number_of_units_right_below() -> None:
    tree = Tree([])
    assert tree.children(CENTRE) == 63
    assert tree.children(member("central", None, None, "2025-09-01")) == 34
    assert tree.children(LATER_PROVINCE) == 148
    assert tree.children(member("province", HOA_BINH, None, None)) is None


def test_levels_above() -> None:
    assert above(PROVINCE, COMMUNE)
    assert above(CENTRE, PROVINCE)
    assert not above(COMMUNE, COMMUNE)
    assert not above(member("other", None, None), COMMUNE)

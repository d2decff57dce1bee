"""What is to be looked at within one plan: targets that nobody answers for, tasks without a time."""

from collections.abc import Sequence
from typing import Any

import pytest

from extractor.collection.held import HeldDeadline, HeldResponsibility, HeldTarget
from extractor.collection.members import Member
from extractor.collection.notices import notices_of
from extractor.collection.store import Store
from extractor.pipeline import extract_text
from extractor.records.crosscheck import PlanNode

NODE = PlanNode("p", "p.txt", 1, "9/KH-UBND", "UBND xã Bao La", "commune", None, "2024-03-05", "2024", "Y tế")


def task(agency: str, **fields: Any) -> HeldResponsibility:
    given = {"roles": ("lead",), "layout": "list", **fields}
    return HeldResponsibility(quote=agency, start=0, end=len(agency), agency=agency, **given)


def target(criterion: str | None) -> HeldTarget:
    return HeldTarget(quote="90%", start=9, end=12, criterion=criterion, change="reach", value=90, unit="%")


def notices(targets: Sequence[HeldTarget], tasks: Sequence[HeldResponsibility]) -> list[tuple[str, str]]:
    member = Member(NODE, None, (), None, "", None, None, tuple(targets), (), tuple(tasks), {}, frozenset())
    return [(notice.kind, notice.message) for notice in notices_of(member)]


GIVEN = [task("Trạm Y tế", criteria=("1",)), task("Công an", criteria=("2",)), task("Văn phòng", criteria=("3.1",))]


def test_a_criterion_that_nobody_answers_for_is_told_once() -> None:
    found = notices([target("1"), target("7"), target("7"), target(None)], GIVEN)
    assert found == [("target_without_agency", "no agency is named for criterion 7, though others have one")]


@pytest.mark.parametrize("criterion", ["2", "2.4", "3", "3.1"])
def test_a_criterion_and_its_parts_have_one_agency(criterion: str) -> None:
    assert notices([target(criterion)], GIVEN) == []


def test_a_plan_that_gives_few_criteria_to_agencies_says_nothing() -> None:
    assert notices([target("7")], GIVEN[:2]) == []


TIMED = [task(name, deadline=HeldDeadline(value="2024-06")) for name in ("Phòng A", "Phòng B", "Phòng C")]


@pytest.mark.parametrize(
    ("other", "count"),
    [
        (task("Phòng D"), 1),
        (task("Phòng D", recurrence="P1M"), 0),
        (task("Phòng D", roles=("coordinate",)), 0),
        (task("Phòng D", layout="sentence"), 0),
    ],
)
def test_a_task_without_a_time_among_tasks_with_times(other: HeldResponsibility, count: int) -> None:
    assert [kind for kind, _ in notices([], [*TIMED, other])] == ["task_without_deadline"] * count


def test_a_plan_that_sets_few_times_says_nothing() -> None:
    assert notices([], [*TIMED[:2], task("Phòng D")]) == []
    assert notices([], [*TIMED, *(task(f"Phòng {number}") for number in range(8))]) == []


def test_notices_of_an_extracted_plan() -> None:
    text = (
        "ỦY BAN NHÂN DÂN\nXÃ BAO LA\nSố: 9/KH-UBND\nBao La, ngày 5 tháng 3 năm 2024\n\nKẾ HOẠCH\n"
        "Xây dựng nông thôn mới năm 2024\n\nI. MỤC TIÊU\n\n"
        "- Tiêu chí số 15 về Y tế: 95% người dân có thẻ bảo hiểm y tế.\n"
        "- Tiêu chí số 17 về Môi trường: 70% hộ dân dùng nước sạch.\n\nII. PHÂN CÔNG\n\n"
        "1. Trạm Y tế xã chủ trì thực hiện tiêu chí số 15.\n\n"
        "2. Công an xã chủ trì thực hiện tiêu chí số 19.\n\n"
        "3. Trường Tiểu học chủ trì thực hiện tiêu chí số 14.\n"
    )
    with Store() as store:
        store.add(extract_text(text), "a.txt")
        (member,) = store.members()
    (notice,) = notices_of(member)
    assert (notice.quote, text[notice.start : notice.end]) == ("70%", "70%")
    assert notice.message_vi == "tiêu chí 17 chưa giao cơ quan phụ trách, trong khi các tiêu chí khác đã giao"

"""Replaced documents, by whom they are cited; sums that absent units may still change."""

import pytest

from extractor.collection.crosscheck import cross_check
from extractor.collection.store import Store
from extractor.collection.sums import _status
from extractor.pipeline import extract_text
from extractor.records.crosscheck import CitationFault

HEAD = (
    "ỦY BAN NHÂN DÂN\n{unit}\n-------\nSố: {number}/KH-UBND\n\n{place}, ngày 5 tháng 3 năm 2024\n\n"
    "KẾ HOẠCH\nTrồng cây năm 2024\n\n"
)
REPLACES = "I. MỤC ĐÍCH\n\nQuyết định số 9/QĐ-UBND được thay thế bởi Quyết định số 15/QĐ-UBND ngày 02/01/2024.\n"
CITES = "Căn cứ Quyết định số 9/QĐ-UBND của UBND huyện về việc giao chỉ tiêu;\n\nI. MỤC ĐÍCH\n"


def faults(*plans: tuple[str, str, str]) -> list[CitationFault]:
    with Store() as store:
        for number, (unit, place, body) in enumerate(plans, 3):
            record = extract_text(HEAD.format(unit=unit, place=place, number=number) + body)
            assert store.add(record, f"{number}.txt").how == "new"
        return [fault for fault in cross_check(store.members()).faults if fault.kind == "replaced"]


def test_a_unit_that_cites_its_own_replaced_decision() -> None:
    (fault,) = faults(("HUYỆN MAI CHÂU", "Mai Châu", REPLACES), ("HUYỆN MAI CHÂU", "Mai Châu", CITES))
    assert fault.quote.startswith("Quyết định số 9/QĐ-UBND")
    assert "15/QĐ-UBND" in fault.message


def test_another_units_decision_of_the_same_number_is_another_one() -> None:
    assert faults(("HUYỆN MAI CHÂU", "Mai Châu", REPLACES), ("HUYỆN THANH HÀ", "Thanh Hà", CITES)) == []


def test_the_plan_that_tells_of_the_replacement_is_not_faulted() -> None:
    assert faults(("HUYỆN MAI CHÂU", "Mai Châu", CITES + REPLACES)) == []


@pytest.mark.parametrize(
    ("lacking", "absent", "less", "status"),
    [
        (0, 6, False, "reached"),
        (5, 6, False, "incomplete"),
        (5, 0, False, "short"),
        (-30, 6, True, "incomplete"),
        (-30, 0, True, "reached"),
        (5, 6, True, "short"),
    ],
)
def test_how_a_sum_stands(lacking: float, absent: int, less: bool, status: str) -> None:
    assert _status(lacking, absent, may_grow_over=less) == status

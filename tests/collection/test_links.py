"""Links between plans: by citation, by programme, and where two plans have one number."""

import pytest

from extractor.collection.crosscheck import cross_check
from extractor.collection.store import Store
from extractor.pipeline import extract_text
from extractor.records.crosscheck import CrossCheck

HEAD = (
    "ỦY BAN NHÂN DÂN\n{unit}\n-------\nSố: {number}/KH-UBND\n\n{place}, ngày {day} tháng 3 năm 2024\n\n"
    "KẾ HOẠCH\n{title}\n\n{cites}\n\nI. MỤC ĐÍCH\n"
)
WATER = "Cấp nước sạch nông thôn năm 2024"


def plan(unit: str, place: str, *, number: int = 7, title: str = WATER, cites: str = "", day: int = 5) -> str:
    return HEAD.format(unit=unit, place=place, number=number, title=title, cites=cites, day=day)


def checked(*plans: str) -> CrossCheck:
    with Store() as store:
        for index, text in enumerate(plans):
            assert store.add(extract_text(text), f"{index}").how == "new"
        return cross_check(store.members())


def links(*plans: str) -> set[tuple[str, str, str, tuple[str, ...]]]:
    """Return lower, upper, kind and reasons of the links, plans by their index."""
    found = checked(*plans)
    names = {node.id: node.name for node in found.plans}
    return {(names[link.lower], names[link.upper], link.kind, link.by) for link in found.links}


PROVINCE, DISTRICT, COMMUNE = ("TỈNH HÒA BÌNH", "Hòa Bình"), ("HUYỆN MAI CHÂU", "Mai Châu"), ("XÃ BAO LA", "Bao La")


def test_a_plan_of_the_same_programme_above() -> None:
    assert links(plan(*PROVINCE), plan(*DISTRICT)) == {("1", "0", "parent", ("programme",))}


def test_the_nearest_unit_above_that_has_a_plan() -> None:
    commune = plan(*COMMUNE, cites="Thực hiện Chương trình công tác của UBND huyện Mai Châu;")
    assert links(plan(*PROVINCE), plan(*DISTRICT), commune) == {
        ("1", "0", "parent", ("programme",)),
        ("2", "1", "parent", ("programme",)),
    }


def test_a_plan_of_another_programme_is_cited_only() -> None:
    cites = "Căn cứ Kế hoạch số 7/KH-UBND ngày 05/3/2024 của UBND tỉnh Hòa Bình về phòng cháy;"
    upper = plan(*PROVINCE, title="Phòng cháy, chữa cháy rừng năm 2024")
    assert links(upper, plan(*DISTRICT, number=9, cites=cites)) == {("1", "0", "cites", ("citation",))}


def test_a_plan_named_as_basis_needs_fewer_words_in_common() -> None:
    upper = plan(*PROVINCE, title="Cấp nước sạch và vệ sinh môi trường nông thôn năm 2024")
    words = "Kế hoạch số 7/KH-UBND ngày 05/3/2024 của UBND tỉnh Hòa Bình;"
    lower = plan(*DISTRICT, number=9, title="Nước sạch, nhà tiêu hợp vệ sinh năm 2024", cites=f"Căn cứ {words}")
    assert links(upper, lower) == {("1", "0", "parent", ("citation", "programme"))}
    uncited = plan(*DISTRICT, number=9, title="Nước sạch, nhà tiêu hợp vệ sinh năm 2024")
    assert links(upper, uncited) == set()


@pytest.mark.parametrize("issuer", ["UBND huyện Mai Châu", "UBND huyện"])
def test_of_two_plans_with_one_number_the_unit_above_is_meant(issuer: str) -> None:
    other = plan("HUYỆN TÂN LẠC", "Tân Lạc")
    commune = plan(
        *COMMUNE, number=9, title="Họp xã", cites=f"Căn cứ Kế hoạch số 7/KH-UBND ngày 05/3/2024 của {issuer};"
    )
    assert links(plan(*DISTRICT), other, commune) == {("2", "0", "cites", ("citation",))}


def test_a_cited_plan_of_a_unit_that_is_not_above() -> None:
    cites = "Tham khảo Kế hoạch số 7/KH-UBND ngày 05/3/2024 của UBND huyện Tân Lạc;"
    other = plan("HUYỆN TÂN LẠC", "Tân Lạc", title="Trồng rừng năm 2024")
    assert links(plan(*DISTRICT, number=9, cites=cites), other) == {("0", "1", "cites", ("citation",))}


@pytest.mark.parametrize(
    ("cited", "kinds"),
    [
        ("số 7/KH-UBND ngày 05/3/2024", []),
        ("số 7/KH-UBND", []),
        ("số 7/KH-UBND ngày 15/3/2024", ["wrong_date"]),
        ("số 7/KH-UBNĐ ngày 05/3/2024", []),
        ("số 7/KH-UBNT ngày 05/3/2024", ["wrong_symbol"]),
        ("số 77/KH-UBND ngày 05/3/2024", ["absent"]),
    ],
)
def test_citations_that_do_not_fit(cited: str, kinds: list[str]) -> None:
    found = checked(
        plan(*PROVINCE), plan(*DISTRICT, number=9, cites=f"Căn cứ Kế hoạch {cited} của UBND tỉnh Hòa Bình;")
    )
    assert [fault.kind for fault in found.faults] == kinds


MINISTRY = (
    "BỘ Y TẾ\n-------\nSố: 88/KH-BYT\n\nHà Nội, ngày 5 tháng 01 năm 2024\n\nKẾ HOẠCH\n"
    "Phòng, chống bệnh lao năm 2024\n\nI. MỤC TIÊU\n\n"
    "- Khám sàng lọc cho 90.000 người.\n- 95% người bệnh lao được điều trị.\n"
)
AGAINST_ILLNESS = "Phòng, chống bệnh lao năm 2024"


def test_a_plan_of_the_centre_stands_above_those_of_provinces() -> None:
    cites = "Thực hiện Kế hoạch số 88/KH-BYT ngày 05/01/2024 của Bộ Y tế;"
    one = plan(*PROVINCE, title=AGAINST_ILLNESS, cites=cites)
    other = plan("TỈNH TUYÊN QUANG", "Tuyên Quang", title=AGAINST_ILLNESS)
    assert links(MINISTRY, one, other) == {
        ("1", "0", "parent", ("citation", "programme")),
        ("2", "0", "parent", ("programme",)),
    }


def test_what_provinces_add_to_a_sum_of_the_centre() -> None:
    body = "\nII. MỤC TIÊU\n\n- Khám sàng lọc cho {} người.\n- 96% người bệnh lao được điều trị.\n"
    one = plan(*PROVINCE, title=AGAINST_ILLNESS) + body.format("1.500")
    other = plan("TỈNH TUYÊN QUANG", "Tuyên Quang", title=AGAINST_ILLNESS) + body.format("2.000")
    found = checked(MINISTRY, one, other)
    assert sorted(verdict.kind for verdict in found.verdicts) == ["not comparable"] * 2 + ["stricter"] * 2
    (added,) = found.sums
    assert (added.expected, added.total, added.gap, added.status) == (90_000, 3500, 86_500, "incomplete")
    assert added.units_absent == 61
    assert found.problems == ()

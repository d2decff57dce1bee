import pytest

from extractor.language.document import document_of_text
from extractor.layers.dates.bare import BARE_RULES
from extractor.layers.dates.find import find_dates
from extractor.layers.dates.patterns import UNIT_RULES
from extractor.layers.outline.find import find_outline
from extractor.records import Plan
from tests.layers.examples import cases, check_example


@pytest.mark.parametrize(("rule", "example"), cases((*UNIT_RULES, *BARE_RULES)))
def test_examples(rule: str, example: str) -> None:
    check_example(example, "dates", find_dates)


def test_year_of_the_heading_in_a_plan_for_several_years() -> None:
    document = document_of_text(
        "KẾ HOẠCH\n\nI. LỘ TRÌNH\n\n1. Năm 2026\n\n- Quý II: khảo sát.\n\n2. Năm 2027\n\n- Quý III: tổng kết.\n"
    )
    document.plan = Plan(period="2026/2027")
    document.records["outline"] = list(find_outline(document))
    assert [date.value for date in find_dates(document)] == ["2026", "2026-34", "2027", "2027-35"]


def test_times_in_a_column_headed_as_such() -> None:
    document = document_of_text(
        "TT\tNội dung\tThời gian\tSố xã\n1\tKhảo sát\t05/3\t5/7\n2\tTập huấn\t2024\t2024\n3\tBáo cáo\t6/6; 6/12\t6/6\n"
    )
    document.plan = Plan(period="2024")
    found = [(date.quote, date.value) for date in find_dates(document)]
    assert found == [("05/3", "2024-03-05"), ("2024", "2024"), ("6/6", "2024-06-06"), ("6/12", "2024-12-06")]


def test_a_day_that_the_month_lacks_is_left_open_and_marked() -> None:
    (date,) = find_dates(document_of_text("trước ngày 31/9/2024"))
    assert (date.value, date.bound) == ("2024-09-XX", "before")
    assert date.review


def test_year_without_a_period_is_that_of_the_issue_date() -> None:
    document = document_of_text("hoàn thành trong tháng 4")
    document.plan = Plan(date="2023-03-XX")
    assert [date.value for date in find_dates(document)] == ["2023-04"]


def test_quotes_keep_a_line_end_inside_a_time() -> None:
    text = "Kế hoạch này thực hiện đến hết năm\n2025, sơ kết trong ngày\n15/6/2024."
    found = find_dates(document_of_text(text))
    assert [(date.quote, date.value, date.bound) for date in found] == [
        ("năm\n2025", "2025", "by"),
        ("ngày\n15/6/2024", "2024-06-15", "within"),
    ]

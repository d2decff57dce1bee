from datetime import date

import pytest

from extractor.layers import edtf


def test_building() -> None:
    assert edtf.year(2024) == "2024"
    assert edtf.year(24) is None
    assert edtf.month(2024, 3) == "2024-03"
    assert edtf.month(2024, 13) is None
    assert edtf.month(None, 10) == "XXXX-10"
    assert edtf.day(2024, 2, 29) == "2024-02-29"
    assert edtf.day(2023, 2, 29) is None
    assert edtf.day(2024, 3, None) == "2024-03-XX"
    assert edtf.day(2022, None, None) == "2022-XX-XX"
    assert edtf.day(None, 2, 29) == "XXXX-02-29"
    assert edtf.quarter(2024, 4) == "2024-36"
    assert edtf.quarter(2024, 5) is None
    assert edtf.half_year(2024, 2) == "2024-41"
    assert edtf.interval("2021", "2025") == "2021/2025"
    assert edtf.interval("2025", "2021") is None
    assert edtf.interval("2025", None) is None
    assert edtf.interval("XXXX-11", "XXXX-02") == "XXXX-11/XXXX-02"
    assert edtf.one_of_each(["2020-06", "2020-10", "2020-06"]) == "{2020-06,2020-10}"
    assert edtf.one_of_each(["2020-06"]) == "2020-06"
    assert edtf.one_of_each([]) is None


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-02-10", date(2024, 2, 10), date(2024, 2, 10)),
        ("2024-02-XX", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-XX-XX", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-33", date(2024, 1, 1), date(2024, 3, 31)),
        ("2024-36", date(2024, 10, 1), date(2024, 12, 31)),
        ("2024-41", date(2024, 7, 1), date(2024, 12, 31)),
        ("2021/2025", date(2021, 1, 1), date(2025, 12, 31)),
        ("2025/..", date(2025, 1, 1), date.max),
        ("{2020-06,2020-10}", date(2020, 6, 1), date(2020, 10, 31)),
        ("2022-02-31", date(2022, 2, 1), date(2022, 2, 28)),
    ],
)
def test_bounds(value: str, first: date, last: date) -> None:
    assert edtf.bounds(value) == (first, last)


@pytest.mark.parametrize(("value", "day"), [("2024-03-01", date(2024, 3, 1)), ("2023-02-28", date(2023, 2, 28))])
def test_the_first_and_the_last_day_of_a_month_are_days(value: str, day: date) -> None:
    assert edtf.bounds(value) == (day, day)


@pytest.mark.parametrize("value", ["2023-02-00", "2023-02-29", "2023-02-XX"])
def test_a_day_that_its_month_does_not_have_may_be_any(value: str) -> None:
    assert edtf.bounds(value) == (date(2023, 2, 1), date(2023, 2, 28))


@pytest.mark.parametrize("value", ["XXXX-11-20", "2024-55", "2024-13-01", "0000", "hằng năm"])
def test_times_that_can_not_be_placed(value: str) -> None:
    with pytest.raises(ValueError, match="no "):
        edtf.bounds(value)


def test_comparing() -> None:
    assert edtf.contains("2021/2025", "2024-10")
    assert not edtf.contains("2024-34", "2024-10")
    assert edtf.contains("2024-36", "2024-10-15")
    assert not edtf.contains("XXXX-11", "2024-11")
    assert edtf.overlaps("2024-33", "2024-03-15")
    assert not edtf.overlaps("2024", "2025/2030")
    assert edtf.ends_before("2023-12-31", "2024")
    assert not edtf.ends_before("2024-10", "2024-10-15")
    assert edtf.year_of("2024-03-XX") == 2024
    assert edtf.year_of("2021/2025") is None
    assert edtf.year_of("XXXX-03") is None
    assert edtf.year_of(None) is None


def test_sort_key_orders_by_first_day() -> None:
    values = ["XXXX-01", "2025", "2024-33", "2024-02-10", "2024-01-01"]
    assert sorted(values, key=edtf.sort_key) == ["2024-01-01", "2024-33", "2024-02-10", "2025", "XXXX-01"]

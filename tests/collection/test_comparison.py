"""Quantities, words and verdicts on hand-made targets."""

from dataclasses import replace
from typing import Any

import pytest

from extractor.collection.agencies import sectors_of
from extractor.collection.alignment import Pair, align
from extractor.collection.counted import asked_of_each, counted_levels
from extractor.collection.held import HeldTarget
from extractor.collection.links import folded_code
from extractor.collection.measured import Measured
from extractor.collection.members import days
from extractor.collection.quantities import less_is_better, quantity_of
from extractor.collection.verdicts import judge
from extractor.collection.wording import meaning


def target(indicator: str, value: float, unit: str = "%", **fields: Any) -> HeldTarget:
    given = {"quote": "x", "start": 0, "end": 1, "change": "reach", **fields}
    return HeldTarget(indicator=indicator, value=value, unit=unit, **given)


def measured(item: HeldTarget, index: int = 0, until: str | None = "2025") -> Measured:
    words = meaning(item.indicator or "")
    return Measured(index, item, quantity_of(item), words, item.criterion, frozenset(), days(until))


@pytest.mark.parametrize(
    ("unit", "value", "kind", "low"),
    [
        ("triệu đồng/người/năm", 41.5, "money/người", 41_500_000),
        ("đồng/người", 41_500_000, "money/người", 41_500_000),
        ("km", 1.8, "length", 1800),
        ("m", 1800, "length", 1800),
        ("giờ", 0.5, "time", 30),
        ("bác sĩ/10.000 dân", 12, "bác sĩ/dân", 0.0012),
        ("bác sĩ/1.000 dân", 1.2, "bác sĩ/dân", 0.0012),
        ("triệu đồng/1 hộ", 2, "money/hộ", 2_000_000),
        ("mô hình", 3, "mô hình", 3),
    ],
)
def test_figures_in_one_unit(unit: str, value: float, kind: str, low: float) -> None:
    quantity = quantity_of(target("thu nhập", value, unit))
    assert quantity.kind == kind
    assert quantity.low == pytest.approx(low)


def test_money_for_each_head() -> None:
    assert quantity_of(target("thu nhập bình quân đầu người", 40, "triệu đồng")).kind == "money/người"
    assert quantity_of(target("vốn vay cho người nghèo", 40, "triệu đồng")).kind == "money"


@pytest.mark.parametrize(
    ("item", "change"),
    [
        (target("người tham gia bảo hiểm y tế tăng thêm", 900, "người"), "more"),
        (target("người tham gia bảo hiểm y tế", 900, "người"), "level"),
        (target("người được tạo việc làm mới", 900, "người"), "more"),
        (target("lao động có việc làm", 900, "người"), "level"),
        (target("xã đạt chuẩn nông thôn mới", 9, "xã"), "level"),
        (target("kiên cố hóa kênh mương", 80, change="do"), "level"),
        (target("kiên cố hóa kênh mương", 4, "km", change="do"), "more"),
    ],
)
def test_levels_and_additions(item: HeldTarget, change: str) -> None:
    assert quantity_of(item).change == change


def test_what_is_added_up() -> None:
    assert quantity_of(target("đường được cứng hóa", 12, "km")).additive
    assert not quantity_of(target("hộ có thẻ BHYT", 90)).additive
    assert not quantity_of(target("số tiêu chí bình quân", 15, "tiêu chí")).additive
    assert not quantity_of(target("thời gian chờ", 30, "phút")).additive
    assert not quantity_of(target("thời gian giải quyết hồ sơ", 7, "ngày làm việc")).additive


@pytest.mark.parametrize(
    ("item", "less"),
    [
        (target("tỷ lệ hộ nghèo", 3), True),
        (target("thời gian giải quyết hồ sơ đất đai", 7, "ngày làm việc"), True),
        (target("thời gian phát sóng", 30, "phút"), False),
        (target("số vụ tai nạn", 5, "vụ", comparator="le"), True),
        (target("tỷ lệ hộ nghèo", 3, change="decrease"), False),
        (target("hộ nghèo có thẻ bảo hiểm y tế", 100), False),
        (target("hộ dùng nước sạch", 60), False),
    ],
)
def test_less_is_better(item: HeldTarget, less: bool) -> None:
    assert less_is_better(item) is less


@pytest.mark.parametrize(
    ("upper", "lower", "verdict"),
    [
        (target("hộ dùng nước sạch", 60), target("hộ dùng nước sạch", 60), "met"),
        (target("hộ dùng nước sạch", 60), target("hộ dùng nước sạch", 65), "stricter"),
        (target("hộ dùng nước sạch", 60), target("hộ dùng nước sạch", 55), "weaker"),
        (target("hộ dùng nước sạch", 90, comparator="gt"), target("hộ dùng nước sạch", 90), "weaker"),
        (target("hộ dùng nước sạch", 85), target("hộ dùng nước sạch", 85, comparator="gt"), "stricter"),
        (target("hộ có điện", 85, comparator="gt"), target("hộ có điện", 85, comparator="gt"), "met"),
        (target("xã có trạm y tế", 90), target("xã có trạm y tế", 13, "xã", of=13, percent=100), "stricter"),
        (target("nam giới hút thuốc lá", 36), target("nam giới hút thuốc lá", 34), "stricter"),
        (target("tỷ lệ hộ nghèo", 5), target("tỷ lệ hộ nghèo", 4), "stricter"),
        (target("tỷ lệ hộ nghèo", 5), target("tỷ lệ hộ nghèo", 6), "weaker"),
        (target("giảm hộ nghèo", 2, upper=3), target("giảm hộ nghèo", 2.5), "met"),
        (target("số ca mắc", 5, comparator="ge"), target("số ca mắc", 5, comparator="le"), "not comparable"),
    ],
)
def test_verdicts(upper: HeldTarget, lower: HeldTarget, verdict: str) -> None:
    assert judge(Pair(measured(upper), measured(lower), 1, ()))[0] == verdict


def test_times_of_a_pair() -> None:
    full, less = target("hộ dùng nước sạch", 60), target("hộ dùng nước sạch", 50)
    later = Pair(measured(full, until="2025"), measured(full, until="2026"), 1, ())
    earlier = Pair(measured(full, until="2025"), measured(less, until="2024"), 1, ())
    assert judge(later)[0] == "different deadline"
    assert judge(earlier) == ("not comparable", "interim")


def test_pairs_are_one_to_one_and_the_likest_first() -> None:
    uppers = [measured(target("tỷ lệ hộ nghèo", 3), 0), measured(target("tỷ lệ hộ nghèo dân tộc thiểu số", 9), 1)]
    lowers = [measured(target("tỷ lệ hộ nghèo là người DTTS", 8), 0), measured(target("hộ nghèo đa chiều", 3), 1)]
    assert [(p.upper.index, p.lower.index) for p in align(uppers, lowers)] == [(0, 1), (1, 0)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (target("hộ dùng nước sạch", 60), target("hộ dùng nước sạch", 60, "hộ")),
        (target("hộ dùng nước sạch", 60), target("hộ dùng nước sạch", 6, change="increase")),
        (target("hộ dùng nước sạch", 60), target("trẻ em được tiêm chủng", 60)),
        (target("xã về đích sớm", 6, "xã", criterion="2"), target("xã đạt chuẩn", 6, "xã", criterion="9")),
    ],
)
def test_no_pair(one: HeldTarget, other: HeldTarget) -> None:
    assert align([measured(one)], [measured(other)]) == []


def test_a_count_out_of_a_total_meets_a_share() -> None:
    one, other = target("xã có trạm y tế", 90), target("xã có trạm y tế", 13, "xã", of=15)
    assert len(align([measured(one)], [measured(other)])) == 1
    assert len(align([measured(other)], [measured(one)])) == 1
    assert align([measured(one)], [measured(target("xã có trạm y tế", 13, "xã"))]) == []


def test_a_part_of_the_lower_area_is_not_the_lower_plan() -> None:
    upper = target("tiêu chí nông thôn mới", 19, "tiêu chí")
    part = replace(measured(target("tiêu chí nông thôn mới", 19, "tiêu chí", place_unit="02398")), of_part=True)
    assert align([measured(upper)], [part]) == []


def test_the_only_one_of_its_kind_under_a_criterion_may_have_other_words() -> None:
    upper = target("xe buýt chạy bằng điện", 30, criterion="4")
    lower = target("xe không khói trên phố đi bộ", 30, criterion="4")
    (pair,) = align([measured(upper)], [measured(lower)])
    assert pair.reasons == ("like words", "same criterion")
    other = measured(target("xe đạp công cộng", 20, criterion="4"), 1)
    assert align([measured(upper)], [measured(lower), other]) == []
    assert align([measured(replace(upper, criterion=None))], [measured(replace(lower, criterion=None))]) == []


def test_a_plans_own_numbers_do_not_part_its_targets() -> None:
    upper, lower = (
        target("thời gian chờ khám", 45, "phút", criterion="3"),
        target("chờ khám", 0.5, "giờ", criterion="1"),
    )
    assert align([measured(upper)], [measured(lower)]) == []
    (pair,) = align([replace(measured(upper), own_number=True)], [replace(measured(lower), own_number=True)])
    assert "own numbers" in pair.reasons


def test_the_same_criterion_goes_before_the_same_words() -> None:
    uppers = [measured(target("xã đạt tiêu chí", 6, "xã", criterion=number), i) for i, number in enumerate("29")]
    lowers = [measured(target("xã đạt tiêu chí", 1, "xã", criterion=number), i) for i, number in enumerate("92")]
    assert [(p.upper.index, p.lower.index) for p in align(uppers, lowers)] == [(0, 1), (1, 0)]


def test_words_of_one_meaning() -> None:
    assert meaning("tỷ lệ người dân tham gia BHYT") == meaning("người dân tham gia bảo hiểm y tế")
    assert meaning("số lao động qua đào tạo") == meaning("lao động đã qua đào tạo")


def test_fields_of_agencies() -> None:
    assert sectors_of("Sở Y tế") & sectors_of("Phòng Y tế huyện")
    assert not sectors_of("Sở Y tế") & sectors_of("Phòng Tư pháp")
    assert sectors_of("Chi cục Dân số") & sectors_of("Phòng Văn hóa - Xã hội xã")
    assert sectors_of("UBND các xã") == frozenset()


def test_codes_but_for_slips() -> None:
    assert folded_code("28 /KH-UBND") == folded_code("28/kh–UBND")
    assert folded_code("28/KH-UBND") != folded_code("29/KH-UBND")


def test_a_target_asked_of_each_unit() -> None:
    assert asked_of_each(target("mô hình chuyển đổi số", 1, "mô hình", place="mỗi xã")) == "xã"
    assert asked_of_each(target("mô hình chuyển đổi số", 1, "mô hình")) is None


def test_the_levels_whose_units_are_counted() -> None:
    assert counted_levels(target("số xã đạt chuẩn", 90)) == ("commune",)
    assert counted_levels(target("đạt chuẩn nông thôn mới", 2, "huyện")) == ("district",)
    assert counted_levels(target("hộ dân của xã dùng nước sạch", 90)) == ()

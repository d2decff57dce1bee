"""Targets made ready: words, labels, places and clauses of what extraction found."""

from typing import Any

import pytest

from extractor.collection.held import HeldTarget
from extractor.collection.measured import Measured, measured_targets
from extractor.collection.members import Member
from extractor.collection.wording import meaning
from extractor.records.crosscheck import PlanNode

NODE = PlanNode("p", "p.txt", 1, "9/KH-UBND", "UBND xã Bao La", "commune", "05092", "2024-03-05", "2024", "Y tế")


def measured(text: str, quote: str, own_numbers: frozenset[str] = frozenset(), **fields: Any) -> Measured:
    """Make ready the target whose figure stands at a quote in a text."""
    start = text.index(quote)
    given = {"value": 1, "unit": "%", "change": "reach", **fields}
    target = HeldTarget(quote=quote, start=start, end=start + len(quote), **given)
    member = Member(NODE, None, (), "Bao La", text, None, None, (target,), (), (), {}, own_numbers)
    (made,) = measured_targets(member)
    return made


@pytest.mark.parametrize(
    ("text", "quote", "fields", "words"),
    [
        ("1. Nước sạch: 95% người dân dùng;", "95%", {"indicator": "Nước sạch"}, "Nước sạch người dân dùng"),
        ("- Tại trụ sở: 100% văn bản được ký số; 90% hồ sơ", "100%", {"indicator": "trụ sở"}, "trụ sở văn bản ký số"),
        ("2\tHộ dùng nước sạch\t83%\tTrạm cấp nước", "83%", {}, "Hộ dùng nước sạch"),
        ("Trồng cây. Trồng 900 cây xanh. Chăm sóc cây.", "900 cây", {"indicator": "cây", "unit": "cây"}, "Trồng xanh"),
        ("a) Trẻ em: tiêm chủng 95%; cấp xã: 80% hộ có sổ", "80%", {"indicator": "cấp xã"}, "cấp xã hộ có sổ"),
        ("Tỷ lệ hộ nghèo còn 3%", "3%", {"indicator": "Tỷ lệ hộ nghèo"}, "hộ nghèo"),
    ],
)  # fmt: skip
def test_an_indicator_that_says_nothing_is_read_from_the_clause(
    text: str, quote: str, fields: dict[str, Any], words: str
) -> None:
    assert measured(text, quote, **fields).words == meaning(words)


def test_a_label_adds_its_words() -> None:
    made = measured("4. Sổ sức khỏe điện tử: 60% người dân lập sổ", "60%", indicator="người dân lập sổ")
    assert made.words == meaning("người dân lập sổ")
    assert made.labelled == meaning("Sổ sức khỏe điện tử người dân lập sổ")
    assert measured("60% người dân lập sổ", "60%", indicator="người dân lập sổ").labelled == ""


def test_what_each_unit_is_asked_for_stands_in_the_clause() -> None:
    text = "Từng bước làm. Mỗi xã xây dựng ít nhất 01 mô hình; 02 câu lạc bộ"
    assert measured(text, "ít nhất 01 mô hình", unit="mô hình", indicator="mô hình").each == "xã"
    assert measured(text, "02 câu lạc bộ", unit="câu lạc bộ", indicator="câu lạc bộ").each is None


@pytest.mark.parametrize(
    ("place", "unit", "part"),
    [
        (None, None, False),
        ("xã Bao La", "05092", False),
        ("xã Mai Hạ", "05098", True),
        ("thôn Tân Thịnh", None, True),
        ("địa bàn đô thị", None, False),
    ],
)
def test_targets_of_a_part_of_the_area(place: str | None, unit: str | None, part: bool) -> None:
    made = measured("Trồng 900 cây", "900 cây", indicator="cây xanh", place=place, place_unit=unit)
    assert made.of_part is part


def test_a_kind_of_area_belongs_to_the_words() -> None:
    made = measured("Hộ dùng nước sạch 90%", "90%", indicator="hộ dùng nước sạch", place="địa bàn đô thị")
    assert made.words == meaning("hộ dùng nước sạch địa bàn đô thị")


def test_numbers_that_the_plan_itself_gives() -> None:
    text = "Chỉ tiêu số 3: chờ khám 45 phút"
    assert measured(text, "45 phút", frozenset("3"), criterion="3", unit="phút", indicator="chờ khám").own_number
    assert not measured(text, "45 phút", criterion="3", unit="phút", indicator="chờ khám").own_number

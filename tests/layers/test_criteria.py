"""The layer `criteria`: openings, names and the sets that numbers belong to."""

from typing import Any

import pytest
from pydantic import ValidationError

from extractor.language.document import Document, document_of_text
from extractor.layers.criteria.find import find_criteria
from extractor.layers.criteria.patterns import RULES
from extractor.lexicon import criteria_sets
from extractor.records import Heading, Plan
from tests.layers.examples import cases, check_example


@pytest.mark.parametrize(("rule", "example"), cases(RULES))
def test_examples(rule: str, example: str) -> None:
    check_example(example, "criteria", find_criteria)


def document_of(text: str, headings: list[tuple[str, int]], **plan: str) -> Document:
    document = document_of_text(text)
    document.plan = Plan.model_validate(plan)
    document.records["outline"] = [
        Heading(number=None, title=line, level=level, rule="test", **_place(text, line)) for line, level in headings
    ]
    return document


def _place(text: str, line: str) -> dict[str, Any]:
    start = text.index(line)
    return {"quote": line, "start": start, "end": start + len(line)}


def sets_of(document: Document) -> list[tuple[str, str | None]]:
    return [(criterion.number, criterion.set) for criterion in find_criteria(document)]


@pytest.mark.parametrize(
    ("names", "date", "expected"),
    [
        ({5: "Trường học", 14: "Giáo dục và Đào tạo", 17: "Môi trường và an toàn thực phẩm"}, "2019-03-05", "xa-2016"),
        ({5: "Trường học", 14: "Giáo dục và Đào tạo", 17: "Môi trường và an toàn thực phẩm"}, "2023-03-05", "xa-2021"),
        ({5: "Giáo dục", 14: "Y tế", 17: "Môi trường"}, "2023-XX-XX", "xa-nang-cao-2021"),
        ({5: "Trường học", 14: "Giáo dục", 17: "Môi trường"}, "2013-01-20", "xa-2009"),
    ],
)
def test_names_and_date_pick_the_set(names: dict[int, str], date: str, expected: str) -> None:
    text = "\n".join(["Nông thôn mới", *(f"Tiêu chí số {number}: {name}" for number, name in names.items())])
    assert {chosen for _, chosen in sets_of(document_of(text, [], date=date))} == {expected}


def test_shared_names_leave_the_set_open_until_a_heading_names_the_tier() -> None:
    text = "I. CÁC TIÊU CHÍ XÃ NÔNG THÔN MỚI NÂNG CAO\n- Tiêu chí số 2: Giao thông\n- Tiêu chí số 10: Thu nhập"
    heading = ("I. CÁC TIÊU CHÍ XÃ NÔNG THÔN MỚI NÂNG CAO", 1)
    assert sets_of(document_of(text, [], date="2023-04-01")) == [("2", None), ("10", None)]
    assert sets_of(document_of(text, [heading], date="2023-04-01")) == [
        ("2", "xa-nang-cao-2021"),
        ("10", "xa-nang-cao-2021"),
    ]


def test_title_names_the_tier_of_numbers_without_names() -> None:
    text = "Tiêu chí 1: Tiếp tục duy trì xã nông thôn mới nâng cao.\nTiêu chí 3: Tiếp tục phủ sóng."
    document = document_of(text, [], date="2024-02-01", title="Xây dựng xã An Bình đạt nông thôn mới kiểu mẫu")
    assert sets_of(document) == [("1", "xa-kieu-mau-2021"), ("3", "xa-kieu-mau-2021")]


def test_villages_have_no_national_set() -> None:
    text = "Tiêu chí 2: Giao thông\nTiêu chí 4: Điện\nTiêu chí 9: Nhà ở dân cư"
    document = document_of(text, [], date="2024-02-01", title="Xây dựng khu dân cư nông thôn mới kiểu mẫu năm 2024")
    assert {chosen for _, chosen in sets_of(document)} == {None}


def test_other_subjects_have_no_set() -> None:
    text = "Bộ tiêu chí đô thị văn minh\nTiêu chí số 1: Quy hoạch\nTiêu chí số 2: Giao thông"
    assert sets_of(document_of(text, [], date="2024-02-01")) == [("1", None), ("2", None)]


def test_misnumbered_and_renamed_criteria_are_marked_for_review() -> None:
    text = (
        "Nông thôn mới\nTiêu chí số 5: Trường học\nTiêu chí số 9: Thu nhập\nTiêu chí số 14: Giáo dục và Đào tạo\n"
        "Tiêu chí số 15: Chăm sóc sức khỏe\nTiêu chí số 16: Văn hóa\nTiêu chí số 17: Môi trường"
    )
    reviews = {c.number: c.review for c in find_criteria(document_of(text, [], date="2023-04-01"))}
    assert reviews["5"] is None
    assert reviews["9"] == "xa-2021: this name stands at number 10"
    assert reviews["15"] == "xa-2021: number 15 is “Y tế”"


def test_lexicon_refuses_unknown_keys() -> None:
    with pytest.raises(ValidationError):
        criteria_sets._File.model_validate({"set": [{"id": "x", "colour": "red"}]})

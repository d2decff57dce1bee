"""The report of one plan: text, spans and facts."""

from typing import Any, get_args

import lxml.html
import pytest

from extractor.output.pages.facts import facts
from extractor.output.pages.plan_page import LAYERS, plan_page
from extractor.output.pages.spans import Mark, Piece, pieces
from extractor.output.record_words import load_record_words
from extractor.pipeline import extract_text
from extractor.records import Citation, Deadline, Finding, FormPoint, PlanRecord, Responsibility, Target
from extractor.records.common import Bound, Comparator
from extractor.records.layers import Change, Relation, Role
from tests.plans import PLAN

_AT = {"quote": "…", "start": 0, "end": 1, "rule": "r"}


@pytest.fixture(scope="module")
def record() -> PlanRecord:
    return extract_text(PLAN)


@pytest.fixture(scope="module")
def page(record: PlanRecord) -> Any:
    return lxml.html.fromstring(plan_page(record))


def _told(item: Target | Citation | Responsibility) -> dict[str, tuple[str, str]]:
    return {fact.name.en: (fact.value.vi, fact.value.en) for fact in facts(item)}


def test_pieces_of_records_that_overlap_nest_and_touch() -> None:
    marks = [
        Mark(0, 6, "targets", "t"),
        Mark(2, 4, "dates", "d"),
        Mark(4, 9, "citations", "c"),
        Mark(9, 10, "dates", "e"),
        Mark(3, 3, "dates", "empty"),
    ]
    assert list(pieces("0123456789ab", marks)) == [
        Piece("01", ("targets",), ("t",)),
        Piece("23", ("targets", "dates"), ("t", "d")),
        Piece("45", ("targets", "citations"), ("t", "c")),
        Piece("678", ("citations",), ("c",)),
        Piece("9", ("dates",), ("e",)),
        Piece("ab", (), ()),
    ]


def test_the_text_stands_there_whole(page: Any) -> None:
    (text,) = page.xpath("//article")
    assert text.text_content() == PLAN


def test_each_record_is_marked_in_the_text_and_listed(page: Any, record: PlanRecord) -> None:
    for layer in LAYERS:
        for number, item in enumerate(getattr(record, layer)):
            name = f"{layer}-{number}"
            parts = page.xpath(f"//article//*[contains(concat(' ', @data-r, ' '), ' {name} ')]")
            assert "".join(part.text_content() for part in parts) == item.quote
            assert len(page.xpath(f"//li[@data-id='{name}']")) == 1
    assert record.targets
    assert record.citations


def test_facts_of_a_target() -> None:
    target = Target.model_validate(
        {
            **_AT,
            "indicator": "tỷ lệ hộ nghèo",
            "change": "decrease",
            "comparator": "le",
            "value": 3.5,
            "upper": 4,
            "unit": "%",
            "baseline": {"value": 5.25, "unit": "%", "date": "2023"},
            "required": {"comparator": "ge", "value": 1200, "unit": "hộ"},
            "deadline": "2025-06-30",
        }
    )
    assert _told(target) == {
        "indicator": ("tỷ lệ hộ nghèo", "tỷ lệ hộ nghèo"),
        "figure": ("≤ 3,5 – 4%", "≤ 3.5 – 4%"),
        "change": ("giảm", "decrease"),
        "baseline": ("5,25% (năm 2023)", "5.25% (2023)"),
        "required": ("≥ 1.200 hộ", "≥ 1,200 hộ"),
        "deadline": ("30/6/2025", "2025-06-30"),
    }


def test_facts_of_a_responsibility_leave_out_what_the_quote_says() -> None:
    given = {
        **_AT,
        "quote": "Sở Y tế",
        "agency": "Sở Y tế",
        "agency_name": "Sở Y tế",
        "roles": ["lead", "monitor"],
        "deadline": Deadline(value="2024-12-15", bound="before"),
        "recurrence": "P3M",
        "criteria": ["15", "16"],
        "layout": "list",
    }
    assert _told(Responsibility.model_validate(given)) == {
        "roles": ("chủ trì, theo dõi", "lead, monitor"),
        "deadline": ("trước 15/12/2024", "before 2024-12-15"),
        "recurrence": ("hằng quý", "quarterly"),
        "criteria": ("15, 16", "15, 16"),
    }


@pytest.mark.parametrize(
    ("field", "codes"),
    [("relation", Relation), ("roles", Role), ("change", Change), ("bound", Bound), ("comparator", Comparator)],
)
def test_every_code_of_a_record_has_a_name(field: str, codes: Any) -> None:
    assert set(load_record_words().codes[field]) == set(get_args(codes))


def test_findings_and_broken_form_stand_on_top(record: PlanRecord) -> None:
    said = {"message": "The parts make 9.", "message_vi": "Cộng các phần được 9."}
    quotes = [{"quote": PLAN[:15], "start": 0, "end": 15}, {"quote": PLAN[16:29], "start": 16, "end": 29}]
    finding = Finding.model_validate({**said, "code": "sum", "severity": "error", "quotes": quotes, "rule": "r"})
    form = FormPoint.model_validate(
        {"id": "date", "status": "not_met", "message": "m", "message_vi": "Ngày ghi đủ.", "source": "NĐ 30/2020/NĐ-CP"}
    )
    faulty = record.model_copy(update={"findings": [finding], "conformance": [form]})
    page: Any = lxml.html.fromstring(plan_page(faulty))
    first, second = page.xpath("//section[@id='findings']//li")
    assert "✕" in first.text_content()
    assert "Cộng các phần được 9." in first.text_content()
    assert "Ngày ghi đủ." in second.text_content()
    marked = page.xpath("//article//*[contains(concat(' ', @data-r, ' '), ' findings-0 ')]")
    assert "".join(part.text_content() for part in marked) == PLAN[:15] + PLAN[16:29]


def test_markup_in_a_plan_stays_text() -> None:
    hostile = PLAN.replace("mùa hè", "<script>alert(1)</script>")
    page: Any = lxml.html.fromstring(plan_page(extract_text(hostile)))
    assert page.xpath("//article")[0].text_content() == hostile
    assert len(page.xpath("//script")) == 2

import json
from pathlib import Path
from typing import Any

import pytest

from extractor.language.document import document_of_text
from extractor.layers.plan.find import find_plan
from extractor.layers.plan.patterns import RULES
from tests.layers.examples import cases
from tests.layers.plans import Case, load_cases

BODY = "KẾ HOẠCH\nTrồng rừng năm 2024\nI. MỤC TIÊU\nTrồng 500 ha rừng sản xuất trên đất trống.\n"


def read(text: str) -> dict[str, Any]:
    """The plan of a text; every value's evidence is checked against the text."""
    plan = find_plan(document_of_text(text)).model_dump(exclude={"issuer": {"unit"}})
    for place in plan["evidence"].values():
        assert text[place["start"] : place["end"]] == place["quote"]
    assert set(plan["rules"]) == set(plan["evidence"])
    return plan


def fields(plan: dict[str, Any], names: dict[str, Any]) -> dict[str, Any]:
    """Take fields out of a plan by their dotted names."""
    taken = {}
    for name in names:
        value: Any = plan
        for part in name.split("."):
            value = value[part]
        taken[name] = value
    return taken


@pytest.mark.parametrize(("rule", "example"), cases(RULES))
def test_examples(rule: str, example: str) -> None:
    head, _, text = example.partition(" :: ")
    expected = json.loads(head)
    assert fields(read(text), expected) == expected


@pytest.mark.parametrize("case", load_cases("heads.txt"), ids=lambda case: case.name)
def test_head(case: Case) -> None:
    assert fields(read(case.text), case.expected) == case.expected


@pytest.mark.parametrize("case", load_cases("issuers.txt"), ids=lambda case: case.name)
def test_issuer_without_header(case: Case) -> None:
    assert fields(read(case.text), case.expected) == case.expected


@pytest.mark.parametrize("case", load_cases("ends.txt"), ids=lambda case: case.name)
def test_end(case: Case) -> None:
    assert fields(read(BODY + case.text), case.expected) == case.expected


PERIODS = [line.split(" | ") for line in (Path(__file__).parent / "plans/periods.txt").read_text("utf-8").splitlines()]


@pytest.mark.parametrize(("period", "title"), PERIODS)
def test_period(period: str, title: str) -> None:
    plan = read(f"KẾ HOẠCH\n{title}\n\nCăn cứ Kế hoạch số 3/KH-UBND ngày 02/01/2019;\n")
    assert (plan["title"], plan["period"]) == (title, None if period == "null" else period)


def test_title_of_words_without_their_blanks() -> None:
    plan = read("Số: 4/KH-UBND\nKẾ HOẠCH\nTHỰCHIỆN DỰ ÁN TRỒNG RỪNG TỈNHYÊN BÁI NĂM 2019\nCăn cứ Luật Lâm nghiệp;\n")
    assert plan["title"] == "THỰC HIỆN DỰ ÁN TRỒNG RỪNG TỈNH YÊN BÁI NĂM 2019"
    assert plan["period"] == "2019"

"""Layers `citations` and `back_references`: the rules' examples and varied sentences through the whole layer."""

from pathlib import Path

import pytest

from extractor.language.document import Document
from extractor.layers.back_references.find import find_back_references
from extractor.layers.back_references.patterns import RULES as BACK_RULES
from extractor.layers.citations.attribute_patterns import ATTRIBUTE_RULES
from extractor.layers.citations.find import find_citations
from extractor.layers.citations.patterns import RULES
from extractor.layers.citations.provision_patterns import PROVISION_RULES
from extractor.pipeline import extract_text
from extractor.records import BackReference
from tests.layers.examples import cases, check_example

SENTENCES = [
    pytest.param(sentence, id=f"{path.stem}-{number}")
    for path in sorted((Path(__file__).parent / "citations").glob("*.txt"))
    for number, sentence in enumerate(path.read_text("utf-8").strip("\n").split("\n---\n"))
]


def references(document: Document) -> list[BackReference]:
    document.records["citations"] = list(find_citations(document))
    return find_back_references(document)


@pytest.mark.parametrize(("rule", "example"), cases((*RULES, *ATTRIBUTE_RULES, *PROVISION_RULES)))
def test_example(rule: str, example: str) -> None:
    check_example(example, "citations", find_citations)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentence(sentence: str) -> None:
    check_example(sentence, "citations", find_citations)


@pytest.mark.parametrize(("rule", "example"), cases(BACK_RULES))
def test_back_reference(rule: str, example: str) -> None:
    check_example(example, "back_references", references)


def test_a_web_page_that_names_the_plan_above_its_header_cites_nothing() -> None:
    page = (
        "Kế hoạch 64/KH-UBND năm 2020 phát triển thủy sản tỉnh Bạc Liêu\nSố hiệu: 64/KH-UBND Loại văn bản: Kế hoạch\n"
        "ỦY BAN NHÂN DÂN\nTỈNH BẠC LIÊU\nSố: 64/KH-UBND\nBạc Liêu, ngày 03 tháng 6 năm 2020\nKẾ HOẠCH\n"
        "Phát triển thủy sản năm 2020\nCăn cứ Quyết định số 8/QĐ-UBND ngày 06/01/2020 của UBND tỉnh;\nI. MỤC TIÊU\n"
    )
    result = extract_text(page)
    assert result.plan.code == "64/KH-UBND"
    assert [citation.code for citation in result.citations] == ["8/QĐ-UBND"]

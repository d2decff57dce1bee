from collections.abc import Sequence

import pytest

from extractor.language.document import Document
from extractor.layers.funding.find import find_funding
from extractor.layers.funding.money import in_dong, money_in
from extractor.layers.funding.patterns import RULES
from extractor.layers.outline.find import find_outline
from extractor.records import Funding
from tests.layers.examples import cases, check_example


def find(document: Document) -> Sequence[Funding]:
    document.records["outline"] = list(find_outline(document))
    return find_funding(document)


@pytest.mark.parametrize(("rule", "example"), cases(RULES))
def test_examples(rule: str, example: str) -> None:
    check_example(example, "funding", find)


@pytest.mark.parametrize(
    ("written", "vnd"),
    [
        ("12,5 tỷ đồng", 12_500_000_000),
        ("222.500 triệu đồng", 222_500_000_000),
        ("350.000.000 đồng", 350_000_000),
        ("850 nghìn đồng", 850_000),
        ("75 triệu", 75_000_000),
        ("1,2 tỷ", 1_200_000_000),
        ("4.500.000đ", 4_500_000),
        ("20 trđ", 20_000_000),
    ],
)
def test_money_in_dong(written: str, vnd: int) -> None:
    (money,) = money_in(written)
    assert money.vnd == vnd
    assert in_dong(money.amount, money.unit) == vnd


@pytest.mark.parametrize(
    "written", ["50 triệu đồng/hộ", "62 triệu đồng/người/năm", "5 tỷ lệ", "3 hợp đồng", "2 tỷ USD"]
)
def test_rates_and_other_words_are_no_money(written: str) -> None:
    assert not list(money_in(written))

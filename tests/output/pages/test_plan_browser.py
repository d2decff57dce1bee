"""The report of one plan as a user sees and uses it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from extractor.output.pages.plan_page import plan_page
from extractor.pipeline import extract_text
from tests.output.pages.browser import opened
from tests.plans import PLAN

pytestmark = pytest.mark.browser


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Any]:
    path = tmp_path / "kế hoạch.html"
    path.write_text(plan_page(extract_text(PLAN)), "utf-8")
    with opened(path) as shown:
        yield shown


def _lit(page: Any, where: str) -> str:
    return "".join(page.locator(f"{where} .lit").all_inner_texts())


def test_one_side_lights_up_the_other(page: Any) -> None:
    page.locator('[data-id="targets-0"]').hover()
    assert _lit(page, "article") == "trên 95%"
    page.locator("article [data-r]", has_text="15/12/2024").hover()
    assert "15/12/2024" in _lit(page, "aside")


def test_enter_goes_to_the_other_side_and_back(page: Any) -> None:
    page.locator("aside .item").first.focus()
    page.keyboard.press("ArrowDown")
    assert "Ủy ban nhân dân huyện Mộc Sơn" in page.evaluate("document.activeElement.innerText")
    page.locator('[data-id="citations-1"]').focus()
    page.keyboard.press("Enter")
    assert "Kế hoạch số 31/KH-UBND" in page.evaluate("document.activeElement.innerText")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('aside') !== null")


def test_layers_can_be_switched_off(page: Any) -> None:
    colour = "e => getComputedStyle(e).borderBottomColor"
    target = page.locator("article .targets").first
    before = target.evaluate(colour)
    page.locator("[data-layer=targets]").uncheck()
    assert target.evaluate(colour) == "rgba(0, 0, 0, 0)" != before
    assert page.locator("details.targets").is_hidden()
    page.locator("[data-layer=targets]").check()
    assert target.evaluate(colour) == before


def test_english_without_reloading(page: Any) -> None:
    assert page.locator("#findings h2").inner_text().startswith("Điểm cần xem")
    page.get_by_role("button", name="English").click()
    assert page.locator("#findings h2").inner_text().startswith("To look at")
    assert "indicator trẻ em dưới 1 tuổi" in page.locator('[data-id="targets-0"]').inner_text()
    assert page.locator("article").inner_text().startswith("ỦY BAN NHÂN DÂN")


def test_it_prints_on_a4_with_text_and_record(page: Any, tmp_path: Path) -> None:
    page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    with pypdfium2.PdfDocument(tmp_path / "page.pdf") as document:
        assert [round(side) for side in document[0].get_size()] == [595, 842]
        text = " ".join("\n".join(sheet.get_textpage().get_text_range() for sheet in document).split())
    assert "Phấn đấu trên 95% trẻ em dưới 1 tuổi" in text
    assert "chủ trì" in text
    assert "Nguyễn Văn An" in text

"""The page of a cross-check as a user sees and uses it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from extractor.output.crosscheckfile import write_crosscheck
from tests.output.crosschecks import many, small
from tests.output.pages.browser import opened

pytestmark = pytest.mark.browser


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Any]:
    path = tmp_path / "đối chiếu.html"
    write_crosscheck(path, small())
    with opened(path) as shown:
        yield shown


def _rows(page: Any) -> list[str]:
    """Return the indicators of the rows that are shown."""
    names = page.locator(".grid tbody > tr:not(.detail) .name")
    return [name.inner_text() for name in names.all() if name.is_visible()]


_ALL = ["tỷ lệ hộ dùng nước sạch", "tỷ lệ hộ nghèo", "đường ống làm mới", "hộ được dùng nước sạch"]


def test_filters_by_verdict_plan_criterion_and_words(page: Any) -> None:
    assert _rows(page) == _ALL
    assert page.locator("#shown").inner_text() == "Hiện 4/4 chỉ tiêu"
    page.locator(".filter.missing").click()
    assert _rows(page) == ["tỷ lệ hộ nghèo"]
    page.locator(".filter.weaker").click()
    assert _rows(page) == ["tỷ lệ hộ dùng nước sạch", "tỷ lệ hộ nghèo"]
    page.locator("#plan").select_option("41")
    assert _rows(page) == []
    assert page.locator("#nothing").is_visible()
    page.locator("#clear").click()
    assert _rows(page) == _ALL
    page.locator("#criterion").select_option("17")
    assert _rows(page) == ["tỷ lệ hộ dùng nước sạch", "hộ được dùng nước sạch"]
    page.locator("#clear").click()
    page.locator("#search").fill("ho ngheo")
    page.locator(".grid tbody tr", has_text="đường ống làm mới").wait_for(state="hidden")
    assert _rows(page) == ["tỷ lệ hộ nghèo"]


def test_a_number_of_the_overview_leads_to_its_verdicts(page: Any) -> None:
    page.locator('[data-show="weaker"][data-plan="34"]').click()
    assert _rows(page) == ["tỷ lệ hộ dùng nước sạch"]
    assert page.locator("#plan").input_value() == "34"
    heads = [head.inner_text().split("\n")[0] for head in page.locator("th.plan").all() if head.is_visible()]
    assert heads == ["Huyện Bắc Lâm"]


def test_a_cell_opens_both_quotes_in_context(page: Any) -> None:
    page.locator(".v.weaker").click()
    pane = page.locator(".detail .pane")
    assert [quote.inner_text() for quote in pane.locator(".quote").all()] == [
        "- Phấn đấu tỷ lệ hộ dùng nước sạch đạt trên 92%.",
        "- Phấn đấu hộ được dùng nước sạch đạt 88%.",
    ]
    assert [mark.inner_text() for mark in pane.locator("mark").all()] == ["trên 92%", "88%"]
    assert pane.locator(".say").inner_text() == ("▼ thấp hơn: nói bằng tiếng Việt · cách gọi gần nhau · độ giống 0,82")
    page.locator(".v.weaker").click()
    assert page.locator(".detail").count() == 0


def test_a_row_opens_all_its_plans(page: Any) -> None:
    page.locator(".open", has_text="tỷ lệ hộ nghèo").click()
    pairs = page.locator(".detail .pairs").inner_text()
    assert "✕ thiếu Huyện Bắc Lâm" in pairs
    assert "▲ cao hơn Huyện Nam Lâm" in pairs


def test_english_without_reloading(page: Any) -> None:
    page.locator(".v.missing").click()
    page.get_by_role("button", name="English").click()
    assert page.locator("h1").inner_text() == "Cross-check of plans"
    assert page.locator(".filter.missing").inner_text() == "✕ missing 1"
    assert page.locator(".v.missing").get_attribute("aria-label") == "Huyện Bắc Lâm: missing"
    assert page.locator("#plan option").first.inner_text() == "all"
    assert page.locator(".detail .say").inner_text().startswith("✕ missing: said in English")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.title() == "Cross-check of plans"
    assert page.locator("h1 .vi").is_hidden()


def _focused(page: Any) -> str:
    return str(page.evaluate("document.activeElement.innerText")).replace("\n", " ")


def test_the_keyboard_alone_is_enough(page: Any) -> None:
    page.locator("#open-all").focus()
    page.keyboard.press("Tab")
    assert _focused(page).endswith("trên 92%")
    page.keyboard.press("ArrowRight")
    assert _focused(page) == "▼ 88%"
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("ArrowDown")
    assert _focused(page) == "✕ thiếu"
    page.keyboard.press("End")
    assert _focused(page) == "▲ 3%"
    page.keyboard.press("Enter")
    assert page.locator(".detail mark").first.inner_text() == "3,4%"
    page.keyboard.press("Escape")
    assert page.locator(".detail").count() == 0
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"


def test_the_graph_lights_up_what_belongs_together(page: Any) -> None:
    page.locator('.box[data-id="41"]').hover()
    hot = page.locator(".graph .hot").evaluate_all("all => all.map(one => one.dataset.id ?? one.dataset.other)")
    assert sorted(hot) == ["41", "QĐ 268", "QĐ 268"]


def test_a_hundred_plans_open_and_filter(tmp_path: Path) -> None:
    path = tmp_path / "many.html"
    write_crosscheck(path, many(flat=True))
    with opened(path) as page:
        assert page.locator("td[data-v]").count() == 3960
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.locator(".filter.weaker").click()
        page.locator("#plan").select_option("7")
        expected = sum(1 for target in range(40) if (6 + target) % 6 == 2)
        assert len(_rows(page)) == expected
        page.locator("#search").fill("nhóm 38 trong")
        page.locator(".grid tbody tr", has_text="nhóm 2 trong").wait_for(state="hidden")
        assert page.locator("#shown").inner_text() == "Hiện 1/40 chỉ tiêu"


_IS_IN_VIEW = """() => {
    const box = document.activeElement.getBoundingClientRect();
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return top !== null && top.closest(".key") === document.activeElement;
}"""


def test_the_focus_is_never_covered(tmp_path: Path) -> None:
    path = tmp_path / "many.html"
    write_crosscheck(path, many(flat=True))
    with opened(path) as page:
        page.locator(".grid .v").first.focus()
        for key, times in (("ArrowDown", 39), ("End", 1), ("ArrowLeft", 60), ("ArrowUp", 39), ("ArrowRight", 9)):
            for _ in range(times):
                page.keyboard.press(key)
            assert page.evaluate(_IS_IN_VIEW), key


def test_it_prints_on_a4(page: Any, tmp_path: Path) -> None:
    page.locator(".open", has_text="tỷ lệ hộ nghèo").click()
    page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    with pypdfium2.PdfDocument(tmp_path / "page.pdf") as document:
        assert [round(side) for side in document[0].get_size()] == [842, 595]
        text = "\n".join(sheet.get_textpage().get_text_range() for sheet in document)
    assert "tỷ lệ hộ dùng nước sạch" in text
    assert "Phấn đấu tỷ lệ hộ nghèo đạt 3%" in text
    assert "Bỏ lọc" not in text

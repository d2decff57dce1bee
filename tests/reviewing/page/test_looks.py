"""The page on the screens of offices and for those who do not see or use it like others; hostile documents."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from extractor import extract_text
from tests.plans import PLAN
from tests.reviewing.page.window import SIZES, ZOOMED, Browser, browsing, open_plan, press, reviewing

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>"
PLANS = [(*SIZES[0], 1), (*SIZES[1], 1), (*ZOOMED, 2)]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Start a browser on plans of which one is hostile."""
    folder = tmp_path_factory.mktemp("plans")
    (folder / "plan.txt").write_text(PLAN, "utf-8")
    hostile = PLAN.replace("Phòng, chống dịch bệnh mùa hè", f"Phòng dịch {HOSTILE}")
    hostile = hostile.replace("Trung tâm Y tế huyện", f"Trung tâm {HOSTILE}").replace("trên 95%", f"trên 95%{HOSTILE}")
    record = extract_text(hostile).model_dump(mode="json")
    record["source"]["name"] = f"{HOSTILE.replace('/', '')}.txt"
    for item in [*record["responsibilities"], *record["targets"]]:
        item["review"] = HOSTILE
    record["responsibilities"][0]["agency"] = record["targets"][0]["unit"] = HOSTILE
    record["plan"]["title"] = HOSTILE
    (folder / "hostile.json").write_text(json.dumps(record, ensure_ascii=False), "utf-8")
    out = tmp_path_factory.mktemp("out")
    with reviewing(folder, out) as address, browsing(address) as started:
        yield started


def _overflow(page: Any) -> list[str]:
    """Return what reaches beyond the window sideways."""
    return list(
        page.evaluate(
            """() => [...document.querySelectorAll("button, input, select, textarea, h1, h2, h3, td, th, p")]
                .filter((one) => one.checkVisibility() && !one.closest(".unseen, .scroll"))
                .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
                .map((one) => one.outerHTML.slice(0, 80))"""
        )
    )


@pytest.mark.browser
@pytest.mark.parametrize(("width", "height", "scale"), PLANS)
def test_nothing_is_cut_off(browser: Browser, width: int, height: int, scale: int) -> None:
    page = browser.window((width, height), scale)
    assert _overflow(page) == []
    open_plan(page, "plan.txt")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert _overflow(page) == []
    press(page, "5", "e")
    field = page.get_by_label("giá trị", exact=True)
    field.scroll_into_view_if_needed()
    assert field.is_visible()
    assert _overflow(page) == []
    press(page, "Escape", "?")
    page.get_by_role("dialog").wait_for()
    assert page.evaluate("document.querySelector('dialog').getBoundingClientRect().bottom <= innerHeight")


@pytest.mark.browser
@pytest.mark.axe
@pytest.mark.parametrize(("width", "height", "scale"), PLANS)
def test_axe_finds_no_serious_fault(browser: Browser, width: int, height: int, scale: int) -> None:
    from axe_playwright_python.sync_playwright import Axe

    def serious() -> list[tuple[str, str]]:
        found = Axe().run(page).response["violations"]
        grave = [one for one in found if one["impact"] in ("serious", "critical")]
        return [(one["id"], one["nodes"][0]["html"][:200]) for one in grave]

    page = browser.window((width, height), scale)
    assert serious() == []
    open_plan(page, "plan.txt")
    press(page, "5")
    assert serious() == []
    press(page, "l", "/")
    page.keyboard.type("truyền nhiễm")
    press(page, "Enter", "Escape")
    page.locator(".selected").wait_for()
    assert serious() == []
    press(page, "l", "0")
    assert serious() == []
    press(page, "?")
    page.get_by_role("dialog").wait_for()
    assert serious() == []


@pytest.mark.browser
def test_a_hostile_document_is_shown_as_text(browser: Browser) -> None:
    page = browser.window()
    page.on("dialog", lambda dialog: pytest.fail("a script of the document ran"))
    row = page.locator("tbody tr", has_text="alert(1)")
    assert HOSTILE in row.inner_text()
    row.get_by_role("button").click()
    page.locator(".row[data-key]").first.wait_for()
    assert page.locator("h1").inner_text() == HOSTILE
    press(page, "6")
    assert HOSTILE in page.locator(".inspector .why").inner_text()
    assert page.get_by_label("cơ quan", exact=True).input_value() == HOSTILE
    assert HOSTILE in page.locator("#text").inner_text()
    assert page.evaluate("[document.scripts.length, document.images.length]") == [1, 0]
    press(page, "/")
    page.keyboard.type("<script>alert")
    press(page, "Enter", "Escape", "6")
    assert page.locator("body").inner_html().count("<script") == 0


@pytest.mark.browser
def test_letters_are_not_shortcuts_while_writing_or_when_switched_off(browser: Browser) -> None:
    page = browser.open("plan.txt")
    press(page, "5", "e")
    page.get_by_label("đơn vị", exact=True).fill("")
    page.keyboard.type("jan")
    assert page.get_by_label("đơn vị", exact=True).input_value() == "jan"
    press(page, "Control+z", "Escape", "?")
    page.get_by_role("checkbox", name="phím tắt một phím").uncheck()
    press(page, "Escape", "Delete", "Control+z")
    before = page.locator(".row[aria-current=true]").get_attribute("data-key")
    press(page, "j", "a")
    assert page.locator(".row[aria-current=true]").get_attribute("data-key") == before
    press(page, "ArrowDown")
    assert page.locator(".row[aria-current=true]").get_attribute("data-key") != before

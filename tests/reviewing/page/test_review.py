"""A review as a person does it, by keyboard: from the queue to a gold file that the evaluation reads."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.plans import PLAN
from tests.reviewing.page.conftest import MISSED
from tests.reviewing.page.window import Browser, focused_row, open_plan, press, run, wait_saved

pytestmark = pytest.mark.browser

PLANS = ("correct", "add", "caret", "undo", "delete", "finish", "form", "image")


def _gold(out: Path, name: str) -> Any:
    return json.loads((out / "gold" / f"{name}.json").read_text("utf-8"))


def test_a_target_is_corrected_and_kept(browser: Browser, out: Path, folder: Path) -> None:
    page = browser.open("correct.json")
    press(page, "5")
    assert focused_row(page) == "trên 95%"
    page.get_by_label("giá trị", exact=True).focus()
    press(page, "Control+a")
    page.keyboard.type("97,5")
    press(page, "Enter")
    assert page.evaluate("document.activeElement.className") == "row"
    wait_saved(page)
    page.reload()
    page.locator(".row[data-key]").first.wait_for()
    press(page, "5")
    assert page.get_by_label("giá trị", exact=True).input_value() == "97,5"
    assert page.locator(".row[aria-current=true] .sign").get_attribute("title") == "đã sửa"
    (target,) = _gold(out, "correct")["targets"]
    assert (target["value"], target["comparator"], target["quote"]) == (97.5, "gt", "trên 95%")
    assert json.loads((out / "records/correct.json").read_text("utf-8")) == json.loads(
        (folder / "correct.json").read_text("utf-8")
    )


def test_a_missed_citation_is_added_by_finding_its_words(browser: Browser, out: Path, tmp_path: Path) -> None:
    page = browser.open("add.json")
    press(page, "/")
    page.keyboard.type(MISSED.lower())
    press(page, "Enter", "Escape")
    assert page.locator(".selected .quote").inner_text() == MISSED
    press(page, "1")
    wait_saved(page)
    assert focused_row(page) == MISSED
    page.reload()
    page.get_by_role("button", name=MISSED).wait_for()
    added = next(one for one in _gold(out, "add")["citations"] if one["quote"] == MISSED)
    assert PLAN[added["start"] : added["end"]] == MISSED
    assert {name: added[name] for name in ("type", "number", "symbol", "code", "date", "issuer", "relation")} == {
        "type": "KH",
        "number": "31",
        "symbol": "KH-UBND",
        "code": "31/KH-UBND",
        "date": "2024-02-20",
        "issuer": "UBND tỉnh",
        "relation": "reference",
    }
    press(page, "Control+Enter")
    page.locator(".chip.done, .plan").first.wait_for()
    (tmp_path / "add.txt").write_text(PLAN, "utf-8")
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold/add.json").write_bytes((out / "gold/add.json").read_bytes())
    told = run("evaluate", tmp_path / "gold", "--texts", tmp_path, "--errors")
    assert "| citations | 1.000 | 1.000 | 1.000 | 2 | 2 | 1.00 |" in told


def test_text_is_selected_with_the_caret(browser: Browser) -> None:
    page = browser.open("caret.json")
    press(page, "5", "t", "End", "Home", *["Control+ArrowRight"] * 3, *["Control+Shift+ArrowRight"] * 2)
    assert page.locator(".text .caret").is_visible()
    selected = page.locator(".selected .quote").inner_text()
    assert selected
    assert selected in PLAN
    assert page.evaluate("getSelection().toString()").strip() == selected
    press(page, "Escape")
    assert page.locator(".selected").count() == 0


def test_text_is_selected_with_the_mouse_and_a_record_moved_there(browser: Browser) -> None:
    page = browser.open("caret.json")
    press(page, "5")
    place = page.locator(".line", has_text="trẻ em dưới 1 tuổi")
    place.scroll_into_view_if_needed()
    box = page.evaluate(
        """() => {
            const line = [...document.querySelectorAll(".line")].find((one) => one.textContent.includes("95% trẻ"));
            const range = document.createRange();
            range.setStart(line.firstChild, line.textContent.indexOf("95%"));
            range.setEnd(line.firstChild, line.textContent.indexOf("95%") + 3);
            const { left, right, top, height } = range.getBoundingClientRect();
            return { left, right, y: top + height / 2 };
        }"""
    )
    page.mouse.move(box["left"] + 1, box["y"])
    page.mouse.down()
    page.mouse.move(box["right"], box["y"], steps=4)
    page.mouse.up()
    assert page.locator(".selected .quote").inner_text() == "95%"
    press(page, "r")
    assert focused_row(page) == "95%"
    press(page, "Control+z")
    assert focused_row(page) == "trên 95%"
    wait_saved(page)


def test_undo_and_redo_go_through_all_steps(browser: Browser, out: Path) -> None:
    page = browser.open("undo.json")
    press(page, "5", "a")
    page.locator(".row[aria-current=true]").wait_for()
    press(page, "5", "Delete")
    wait_saved(page)
    assert _gold(out, "undo")["targets"] == []
    press(page, "Control+z")
    assert page.locator(".row[aria-current=true] .sign").get_attribute("title") == "đã nhận"
    press(page, "Control+z")
    assert page.locator(".row[aria-current=true] .sign").get_attribute("title") in (None, "")
    press(page, "Control+Shift+z", "Control+y")
    assert page.locator("[aria-label='Chỉ tiêu'] .row").count() == 0
    press(page, "Control+z", "Control+z")
    wait_saved(page)
    assert [one["quote"] for one in _gold(out, "undo")["targets"]] == ["trên 95%"]


def test_the_form_of_the_plan_is_corrected(browser: Browser, out: Path) -> None:
    page = browser.open("form.json")
    press(page, "0")
    page.locator(".row", has_text="Nguyễn Văn An").click()
    press(page, "e", "End")
    page.keyboard.type("h")
    press(page, "Escape")
    wait_saved(page)
    assert _gold(out, "form")["plan"]["signer"]["name"] == "Nguyễn Văn Anh"
    assert page.locator("#text .r6o-annotation").count() > 0


def test_done_leads_to_the_next_plan_and_all_are_exported(browser: Browser, tmp_path: Path) -> None:
    page = browser.open("finish.json")
    press(page, "Control+Enter")
    page.locator(".bar .title p", has_not_text="finish.json").wait_for()
    press(page, "q")
    row = page.locator("tbody tr", has=page.get_by_text("finish.json", exact=True))
    assert row.locator(".chip").inner_text() == "đã soát xong"
    assert "Lan" in row.inner_text()
    assert page.locator("tbody tr").last.locator(".chip").inner_text() == "đã soát xong"
    with page.expect_download() as download:
        page.get_by_role("button", name="W3C Web Annotation").click()
    download.value.save_as(tmp_path / "export")
    assert (tmp_path / "export").stat().st_size > 100
    open_plan(page, "finish.json")
    page.get_by_role("button", name="Soát lại").click()
    wait_saved(page)
    page.get_by_role("button", name="Danh sách").click()
    assert row.locator(".chip").inner_text() == "đang soát"


def test_items_light_up_on_the_other_side(browser: Browser) -> None:
    page = browser.open("image.json")
    press(page, "5")
    key = page.locator(".row[aria-current=true]").get_attribute("data-key")
    mark = page.locator(f'.r6o-annotation[data-annotation="{key}"]').first
    mark.wait_for(state="attached")
    lit = mark.evaluate("one => one.style.backgroundColor")
    other = page.locator(".r6o-annotation").first.evaluate("one => one.style.backgroundColor")
    assert lit != other
    citation = page.locator("[aria-label='Văn bản viện dẫn'] .row").first
    citation.hover()
    key = citation.get_attribute("data-key")
    box = page.wait_for_function(
        """key => {
            const mark = document.querySelector(`[data-annotation='${key}']`);
            return mark?.style.backgroundColor.endsWith("0.34)") && mark.getBoundingClientRect().toJSON();
        }""",
        arg=key,
    ).json_value()
    page.mouse.move(box["x"] + box["width"] / 3, box["y"] + box["height"] / 2)
    page.locator(f'.row.lit[data-key="{key}"]').wait_for()
    page.mouse.down()
    page.mouse.up()
    page.locator(f'.row[aria-current=true][data-key="{key}"]').wait_for()
    page.locator(".legend").get_by_role("button", name="Văn bản viện dẫn").click()
    page.locator(f'.r6o-annotation[data-annotation="{key}"]').first.wait_for(state="detached")


def test_a_deadline_is_taken_from_an_assignment_and_given_back(browser: Browser, out: Path) -> None:
    page = browser.open("form.json")
    press(page, "6")
    field = page.get_by_label("thời hạn, giá trị", exact=True)
    assert field.input_value() == "2024-12-15"
    field.fill("")
    wait_saved(page)
    assert _gold(out, "form")["responsibilities"][0]["deadline"] is None
    field.fill("2024-12")
    wait_saved(page)
    assert _gold(out, "form")["responsibilities"][0]["deadline"] == {"value": "2024-12", "bound": "on"}


def test_english_without_reloading(browser: Browser) -> None:
    page = browser.open("image.json")
    page.get_by_role("button", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.get_by_role("button", name="Done, next plan").is_visible()
    assert page.locator(".legend").get_by_role("button", name="Targets").is_visible()
    press(page, "5")
    page.get_by_label("value", exact=True).focus()
    assert page.get_by_label("value", exact=True).input_value() == "95"
    press(page, "Escape", "?")
    page.get_by_role("dialog", name="Keys").wait_for()
    press(page, "Escape")
    page.get_by_role("dialog").wait_for(state="hidden")

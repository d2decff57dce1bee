"""Two windows on one plan: neither overwrites the other, and nothing is lost silently."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.reviewing.page.window import Browser, focused_row, press, wait_saved

pytestmark = pytest.mark.browser

PLANS = ("both", "offline", "refused")


def _gold(out: Path, name: str) -> Any:
    return json.loads((out / "gold" / f"{name}.json").read_text("utf-8"))


def _set_value(page: Any, value: str) -> None:
    press(page, "5")
    page.get_by_label("giá trị", exact=True).fill(value)


def test_the_second_is_told_and_applies_its_changes_again(browser: Browser, out: Path) -> None:
    one, other = browser.open("both.json"), browser.open("both.json")
    press(one, "1", "Delete")
    wait_saved(one)
    _set_value(other, "99")
    told = other.get_by_role("alert")
    told.wait_for()
    assert "Kế hoạch này vừa được lưu ở cửa sổ khác (Lan" in told.inner_text()
    assert "không bị mất" in told.inner_text()
    # the refused answer is told by the browser's console too
    assert all("412" in fault for fault in browser.faults)
    browser.faults.clear()
    assert _gold(out, "both")["targets"][0]["value"] == 95
    told.get_by_role("button", name="Mở bản mới hơn").click()
    mine = other.locator(".notice.kept")
    mine.wait_for()
    assert [line.inner_text() for line in mine.locator("li").all()] == ["sửa · Chỉ tiêu: trên 95%"]
    assert other.locator("[aria-label='Văn bản viện dẫn'] .row").count() == 0
    press(other, "5")
    assert other.get_by_label("giá trị", exact=True).input_value() == "95"
    mine.get_by_role("button", name="Áp lại tất cả").click()
    wait_saved(other)
    gold = _gold(out, "both")
    assert (gold["targets"][0]["value"], gold["citations"]) == (99, [])
    press(one, "5", "a")
    one.get_by_role("alert").wait_for()
    browser.faults.clear()


def test_changes_wait_for_a_server_that_is_away(browser: Browser, out: Path) -> None:
    page = browser.open("offline.json")
    page.context.set_offline(True)
    _set_value(page, "96")
    page.get_by_role("alert").wait_for()
    assert "Không gọi được chương trình" in page.get_by_role("alert").inner_text()
    browser.faults.clear()
    page.context.set_offline(False)
    page.get_by_role("button", name="Lưu lại").click()
    wait_saved(page)
    assert page.get_by_role("alert").count() == 0
    assert _gold(out, "offline")["targets"][0]["value"] == 96
    browser.faults.clear()


def test_a_value_that_cannot_stand_is_told_and_not_saved(browser: Browser) -> None:
    page = browser.open("refused.json")
    _set_value(page, "rất nhiều")
    field = page.get_by_label("giá trị", exact=True)
    assert field.get_attribute("aria-invalid") == "true"
    assert page.get_by_text("Giá trị này không ghi được.").is_visible()
    assert page.locator('.status[data-state="saved"]').is_visible()
    field.fill("1.000")
    wait_saved(page)
    press(page, "Enter")
    assert "> 1000" in page.locator(".row[aria-current=true] .summary").inner_text()
    press(page, "Control+z")
    assert focused_row(page) == "trên 95%"
    assert field.input_value() == "95"
    wait_saved(page)

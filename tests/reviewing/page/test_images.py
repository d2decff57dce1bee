"""The image of a page beside the record: boxes around the words of the focused record, and from a word to it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reviewing.page.window import ROOT, Browser, browsing, focused_row, press, reviewing

pytestmark = pytest.mark.browser

PDF = ROOT / "corpora/pdf/giam-ngheo-xa-2022.pdf"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Start a browser on a PDF file."""
    folder: Path = tmp_path_factory.mktemp("plans")
    shutil.copy(PDF, folder)
    with reviewing(folder, tmp_path_factory.mktemp("out")) as address, browsing(address) as started:
        yield started


def test_words_of_the_focused_record_are_boxed_on_its_page(browser: Browser) -> None:
    page = browser.open(PDF.name)
    press(page, "1", "i")
    box = page.locator(".boxes rect").first
    box.wait_for()
    page.wait_for_function("() => document.querySelector('.paper canvas').width > 500")
    assert page.locator(".pager span").first.inner_text().startswith("Trang 1/")
    before = focused_row(page)
    area = box.bounding_box()
    press(page, "5")
    page.wait_for_function("text => document.querySelector('.row[aria-current=true]').innerText !== text", arg=before)
    page.locator(".boxes rect").first.wait_for()
    while page.locator(".pager span").first.inner_text().split("/")[0] != "Trang 1":
        page.get_by_role("button", name="Trang trước").click()
    page.locator(".sheet").evaluate("sheet => { sheet.scrollTop = 0 }")
    page.wait_for_timeout(500)
    page.mouse.click(area["x"] + 12, area["y"] + area["height"] / 2)
    page.locator("[aria-label='Văn bản viện dẫn'] .row[aria-current=true]").wait_for()
    press(page, "i")
    page.locator("#text").wait_for()
    assert page.locator(".paper").count() == 0

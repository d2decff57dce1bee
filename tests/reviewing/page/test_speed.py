"""A plan of 100 kB with 800 records and more: opened and scrolled."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from extractor import extract_text
from tests.plans import PLAN
from tests.reviewing.page.window import Browser, browsing, press, reviewing

pytestmark = pytest.mark.browser

OPENED = 6.0
"""Seconds until a plan of 800 records is drawn, on a machine that has much else to do; a quiet one takes a tenth."""
SMOOTH = 16.0
"""Milliseconds of the processor that the page may take for a frame: what a screen of 60 Hz leaves."""
STEP = 120.0
"""The same for the answer to a key."""

WORK = (
    "{number}. Trung tâm Y tế huyện tổ chức {number} lớp tập huấn cho 45 cán bộ trước ngày 15/12/2024 theo Quyết định "
    "số {number}/QĐ-UBND ngày 05/6/2023 của UBND tỉnh; phấn đấu trên 95% hộ dân dùng nước sạch.\n"
)
WORDS = (
    "Việc triển khai bám sát tình hình thực tế, bảo đảm thiết thực, tiết kiệm và hiệu quả, huy động được sự tham gia "
    "của nhân dân. "
)


def plan(works: int, words: int) -> str:
    """Return a plan with so many works, each followed by so many sentences without a record."""
    text = "".join(f"{WORK.format(number=number)}{WORDS * words}\n" for number in range(2, works + 2))
    return PLAN.replace("\nNơi nhận:", f"{text}\nNơi nhận:")


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Start a browser on a plan of 100 kB with 800 records and one with 2,000."""
    folder = tmp_path_factory.mktemp("plans")
    for name, works, words, least in (("large", 120, 4, 800), ("dense", 320, 0, 2_000)):
        record = extract_text(plan(works, words)).model_dump(mode="json")
        layers = ("citations", "dates", "percentages", "targets", "responsibilities")
        assert sum(len(record[layer]) for layer in layers) >= least
        record["source"]["name"] = f"{name}.txt"
        if name == "large":
            assert len(record["text"].encode()) > 100_000
        (folder / f"{name}.json").write_text(json.dumps(record, ensure_ascii=False), "utf-8")
    with reviewing(folder, tmp_path_factory.mktemp("out")) as address, browsing(address) as started:
        yield started


class Processor:
    """Tells how long the page's thread has worked; other programs on the machine do not count."""

    def __init__(self, page: Any) -> None:
        self._session = page.context.new_cdp_session(page)
        self._session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def milliseconds(self) -> float:
        """Return the time since the page was opened."""
        metrics = self._session.send("Performance.getMetrics")["metrics"]
        return float(next(one["value"] for one in metrics if one["name"] == "TaskDuration")) * 1000


FRAMES = """async (id) => {
    const scroller = document.getElementById(id);
    const frames = [];
    let last = performance.now();
    for (let count = 0; count < 180; count++) {
        scroller.scrollTop += 70;
        await new Promise(requestAnimationFrame);
        const now = performance.now();
        frames.push(now - last);
        last = now;
    }
    return frames.sort((one, other) => one - other);
}"""


OPEN = """(file) => new Promise((resolve) => {
    const start = performance.now();
    const look = () => {
        const drawn = document.querySelector(".row[data-key]") && document.querySelector(".r6o-annotation");
        if (!drawn) setTimeout(look, 5);
        else requestAnimationFrame(() => setTimeout(() => resolve((performance.now() - start) / 1000)));
    };
    const row = [...document.querySelectorAll("tbody tr")].find((one) => one.innerText.includes(file));
    row.querySelector("button").click();
    look();
})"""


@pytest.mark.parametrize(("file", "records"), [("large.json", 800), ("dense.json", 2_000)])
def test_it_opens_at_once_and_scrolls_smoothly(browser: Browser, file: str, records: int) -> None:
    page = browser.window()
    page.locator("tbody .chip.new").nth(1).wait_for()
    processor = Processor(page)
    opened = page.evaluate(OPEN, file)
    print(f"{file}: opened in {opened:.2f} s, of which the page worked {processor.milliseconds():.0f} ms")
    assert page.locator(".row[data-key]").count() >= records
    assert opened < OPENED
    for side in ("text", "list"):
        before = processor.milliseconds()
        frames = page.evaluate(FRAMES, side)
        work = (processor.milliseconds() - before) / len(frames)
        print(f"{side}: {work:.1f} ms of work a frame; frames of {frames[90]:.0f} ms, 95 % within {frames[171]:.0f}")
        assert work < SMOOTH


def test_a_key_is_answered_at_once(browser: Browser) -> None:
    page = browser.open("dense.json")
    press(page, "5")
    processor = Processor(page)
    before = processor.milliseconds()
    for _ in range(20):
        page.keyboard.press("j")
        page.evaluate("new Promise(requestAnimationFrame)")
    work = (processor.milliseconds() - before) / 20
    print(f"{work:.0f} ms of work a step")
    assert work < STEP

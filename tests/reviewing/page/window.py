"""Windows of a headless Chromium on the real server of `kehoach review`; what their consoles say is kept."""

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.output.pages.browser import FLAGS

ROOT = Path(__file__).parents[3]
CODE = "from extractor.cli import main; main()"
SIZES = [(1366, 768), (1920, 1080)]
"""Of the screens of offices."""
ZOOMED = (683, 384)
"""What a window of 1366×768 shows at 200 % zoom, in CSS pixels."""


def run(*arguments: str | Path) -> str:
    """Run the command and return what it prints."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-c", CODE, *map(str, arguments)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@contextmanager
def reviewing(folder: Path, out: Path) -> Iterator[str]:
    """Serve a review; gives the address that is printed."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-c", CODE, "review", str(folder), "--out", str(out), "--reviewer", "Lan"]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout is not None
    try:
        found = re.search(r"http://127\.0\.0\.1:\d+/#token=\S+", process.stdout.readline())
        assert found
        # what else it prints is read, so that it never waits for a full pipe
        threading.Thread(target=process.stdout.read, daemon=True).start()
        yield found[0]
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(60)


class Browser:
    """A Chromium whose windows must not complain, nor ask for anything but the server."""

    def __init__(self, browser: Any, address: str) -> None:
        self._browser = browser
        self.address = address
        self.faults: list[str] = []

    def window(self, size: tuple[int, int] = SIZES[0], scale: float = 1, language: str = "vi-VN") -> Any:
        """Open a window of its own on the queue."""
        context = self._browser.new_context(
            viewport={"width": size[0], "height": size[1]}, device_scale_factor=scale, locale=language
        )
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("request", lambda request: self._note(request.url))
        page.goto(self.address)
        page.locator("table").wait_for()
        return page

    def open(self, file: str, **options: Any) -> Any:
        """Open a window on the plan of a file."""
        page = self.window(**options)
        open_plan(page, file)
        return page

    def _hear(self, told: Any) -> None:
        if told.type in ("error", "warning"):
            self.faults.append(told.text)

    def _note(self, url: str) -> None:
        if not url.startswith((self.address.split("#")[0], "blob:")):
            self.faults.append(f"asked for {url}")


def open_plan(page: Any, file: str) -> None:
    """Open a plan of the queue and wait until it is shown."""
    page.locator("tbody tr", has=page.get_by_text(file, exact=True)).get_by_role("button").click()
    page.locator(".row[data-key]").first.wait_for(state="attached")


@contextmanager
def browsing(address: str) -> Iterator[Browser]:
    """Start a browser; raises AssertionError where a window complained."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path="/usr/bin/chromium", args=list(FLAGS), headless=True)
        try:
            browser = Browser(chromium, address)
            yield browser
            assert browser.faults == []
        finally:
            chromium.close()


def wait_saved(page: Any) -> None:
    """Wait until all is saved."""
    page.locator('.status[data-state="saved"]').wait_for()


def press(page: Any, *keys: str) -> None:
    """Press one key after another."""
    for key in keys:
        page.keyboard.press(key)


def focused_row(page: Any) -> str:
    """Return the quote of the focused record."""
    return str(page.locator(".row[aria-current=true] .quote").inner_text())

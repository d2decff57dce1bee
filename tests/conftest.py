"""What all tests share: tests that need what not every machine has are left out there, and the summary says so."""

import importlib.util
import shutil
import subprocess
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "shared"
"""Real plans with their gold and the referee."""


def _may_mount() -> bool:
    """Tell whether a process may have file systems of its own."""
    command = ["unshare", "--map-root-user", "--mount", "mount", "-t", "tmpfs", "none", "/mnt"]
    return bool(shutil.which("unshare")) and subprocess.run(command, capture_output=True, check=False).returncode == 0


NEEDS = {
    "shared": ("real plans", (SHARED / "seeds").is_dir(), f"there is no folder {SHARED.name} beside the checkout"),
    "ray": ("Ray", importlib.util.find_spec("ray") is not None, "the package ray is not installed"),
    "mounts": ("a full disk", _may_mount(), "this user may not mount a small one"),
    "browser": (
        "pages in a browser",
        shutil.which("chromium") is not None and importlib.util.find_spec("playwright") is not None,
        "chromium or the package playwright is not installed",
    ),
    "axe": (
        "accessibility",
        importlib.util.find_spec("axe_playwright_python") is not None,
        "the package axe-playwright-python is not installed",
    ),
    "iconv": ("glibc's tables", shutil.which("iconv") is not None, "iconv is not installed"),
    "curl": ("commands of the docs", shutil.which("curl") is not None, "curl is not installed"),
    "libreoffice": ("old Word files", shutil.which("soffice") is not None, "LibreOffice is not installed"),
    "antiword": (
        "bare text of old Word files",
        shutil.which("antiword") is not None and shutil.which("catdoc") is not None,
        "antiword or catdoc is not installed",
    ),
}
"""What tests with a mark are about, whether this machine has what they need, and what to say where it has not."""


def pytest_configure(config: pytest.Config) -> None:
    for mark, (subject, _, absent) in NEEDS.items():
        config.addinivalue_line("markers", f"{mark}: on {subject}; left out where {absent}")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for mark, (_, present, _) in NEEDS.items():
        needing = [] if present else [item for item in items if item.get_closest_marker(mark)]
        if needing:
            config.hook.pytest_deselected(items=needing)
            items[:] = [item for item in items if item not in needing]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say what is left out; the count is not known here when workers collect the tests."""
    for subject, present, absent in NEEDS.values():
        if not present:
            terminalreporter.write_line(f"left out: the tests on {subject}, for {absent}")

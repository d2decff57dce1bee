"""What all tests share: tests that need what not every machine has are left out there, and the summary says so."""

import shutil
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "shared"
"""Real plans with their gold and the referee."""

NEEDS = {
    "shared": ("real plans", (SHARED / "seeds").is_dir(), f"there is no folder {SHARED.name} beside the checkout"),
    "office": ("Word files of old", shutil.which("soffice") is not None, "LibreOffice is not installed"),
    "antiword": ("antiword", shutil.which("antiword") is not None, "antiword is not installed"),
    "iconv": ("glibc's tables", shutil.which("iconv") is not None, "iconv is not installed"),
}
"""What tests with a mark are about, whether this machine has what they need, and what to say where it has not."""

_left_out = pytest.StashKey[dict[str, int]]()


def pytest_configure(config: pytest.Config) -> None:
    for mark, (subject, _, absent) in NEEDS.items():
        config.addinivalue_line("markers", f"{mark}: on {subject}; left out where {absent}")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    counts = config.stash.setdefault(_left_out, {})
    for mark, (_, present, _) in NEEDS.items():
        needing = [] if present else [item for item in items if item.get_closest_marker(mark)]
        if needing:
            counts[mark] = len(needing)
            config.hook.pytest_deselected(items=needing)
            items[:] = [item for item in items if item not in needing]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    for mark, count in config.stash.get(_left_out, {}).items():
        subject, _, absent = NEEDS[mark]
        terminalreporter.write_line(f"left out: {count} tests on {subject}, for {absent}")

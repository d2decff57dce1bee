"""What all tests share: the folder of real plans beside the checkout, which not every machine has."""

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "shared"
"""Real plans with their gold and the referee; tests that need them bear the mark `shared`."""

_left_out = pytest.StashKey[int]()


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "shared: reads the real plans in ../shared; left out where that folder is absent"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if (SHARED / "seeds").is_dir():
        return
    needing = [item for item in items if item.get_closest_marker("shared")]
    config.stash[_left_out] = len(needing)
    if needing:
        config.hook.pytest_deselected(items=needing)
        items[:] = [item for item in items if item not in needing]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if count := config.stash.get(_left_out, 0):
        terminalreporter.write_line(
            f"left out: {count} tests on real plans, for there is no folder {SHARED.name} beside the checkout"
        )

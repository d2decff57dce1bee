"""Reads the real plans, their gold and the referee from the folder beside the checkout."""

import importlib.util
import json
import unicodedata
from types import ModuleType
from typing import Any

from tests.conftest import SHARED


def seed_names() -> list[str]:
    """List the real plans that have gold; empty where the folder is absent."""
    return sorted(path.stem for path in (SHARED / "gold").glob("*.json"))


def seed_text(name: str) -> str:
    """Return the text of a real plan, NFC with LF line ends."""
    text = (SHARED / "seeds" / f"{name}.txt").read_text("utf-8-sig")
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def seed_gold(name: str) -> dict[str, Any]:
    """Return the gold of a real plan."""
    gold: dict[str, Any] = json.loads((SHARED / "gold" / f"{name}.json").read_text("utf-8"))
    return gold


def referee() -> ModuleType:
    """Load the contract's own scorer."""
    spec = importlib.util.spec_from_file_location("referee", SHARED / "contract" / "referee.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module

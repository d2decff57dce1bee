"""Plans marked by hand, layer by layer: what the layers still get wrong in them is counted, and may only become less.

The counts in tests/data/known_faults.toml are the most that may remain. Whoever mends faults lowers them; a rise needs
a reason, such as a mark that was wrong before.
"""

import json
import tomllib
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from extractor.evaluation.report import fault_line
from extractor.evaluation.score import Fault, Score
from extractor.pipeline import extract_text, text_source
from extractor.records import LAYERS

ROOT = Path(__file__).parents[2]
SETS = {
    "text": "",
    "unseen": "unseen",
    **{f"held-out{number}": f"held-out{number}" for number in ("", "-2", "-3", "-4")},
}
"""The folders of texts in corpora/, and those of their gold in gold/."""
KNOWN = tomllib.loads((ROOT / "tests/data/known_faults.toml").read_text("utf-8"))


@cache
def score() -> Score:
    found = Score()
    for texts, folder in SETS.items():
        for gold in sorted((ROOT / "gold" / folder).glob("*.json")):
            text = text_source((ROOT / "corpora" / texts / f"{gold.stem}.txt").read_text("utf-8-sig")).text
            found.add(gold.stem, json.loads(gold.read_text("utf-8")), json.loads(extract_text(text).model_dump_json()))
    return found


def kind(fault: Fault) -> str:
    """Return what a fault is counted under: 'miss', 'false', or the name of an attribute or plan field."""
    return fault.name or fault.kind


def faults(layer: str) -> dict[str, list[str]]:
    found = defaultdict(list)
    for fault in score().faults:
        if fault.layer == layer:
            found[kind(fault)].append(fault_line(fault))
    return found


@pytest.mark.parametrize("layer", ["plan", *LAYERS])
def test_no_more_faults_than_are_known(layer: str) -> None:
    more = {name: lines for name, lines in faults(layer).items() if len(lines) > KNOWN.get(layer, {}).get(name, 0)}
    assert more == {}

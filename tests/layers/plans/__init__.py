"""Heads, ends and outlines of plans of many bodies, years and layouts, with the values that the contract gives them.

A file holds cases: `=== name`, the expected values as JSON (by dotted field name; a field left out is not asked), `>>>`
and the text. In `outlines.txt` the expected headings are marked in the text.
"""

import json
from pathlib import Path
from typing import Any, NamedTuple


class Case(NamedTuple):
    """One text and what is expected of it."""

    name: str
    expected: dict[str, Any]
    text: str


def load_cases(name: str) -> list[Case]:
    """Load the cases of a file beside this one."""
    content = (Path(__file__).parent / name).read_text("utf-8")
    cases = []
    for section in content.removeprefix("=== ").split("\n=== "):
        title, _, rest = section.partition("\n")
        expected, _, text = rest.partition(">>>\n")
        cases.append(Case(title, json.loads(expected or "{}"), text.rstrip("\n") + "\n"))
    return cases

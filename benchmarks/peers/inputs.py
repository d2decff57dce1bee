"""What is read: plans with gold, their PDF files, scans, and an English text for the tool that reads English law."""

import json
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.__main__ import ROOT

SHARED = ROOT.parent / "shared"
OWN, BLIND, REAL = "own plans", "plans marked blind", "real plans"
_BLIND_SETS = ("unseen", "held-out", "held-out-2", "held-out-3", "held-out-4", "held-out-5")
SCANNED = ("phong-chay-truong-hoc-2022", "vu-xuan-2025")

_SENTENCES = (
    "The board adopted the programme after a public hearing and instructed the staff to report on it each quarter. ",
    "No objection was raised by the members present, and the minutes were read and approved without change. ",
    "Schools in the northern districts were to be repaired first, since their roofs had suffered most in the storm. ",
    "The parties agreed on the facts, and the question left to us is one of law alone. ",
)
_CITES = (
    "See Smith v. Jones, 410 U.S. 113, 120 (1973). ",
    "The duty follows from 42 U.S.C. § 1983 as amended. ",
    "The rule of Brown v. Board of Education, 347 U.S. 483 (1954), does not reach this case. ",
    "Compare Doe v. Roe, 512 F.2d 77, 81 (2d Cir. 1975). ",
    "That reading was refused. Id. at 121. ",
)


@dataclass(frozen=True)
class Plan:
    """A plan with its gold."""

    set: str
    name: str
    text: str
    gold: dict[str, Any]


def plans() -> list[Plan]:
    """Return all plans that have gold; the real ones where their folder stands beside the checkout."""
    found = _plans(OWN, ROOT / "corpora/text", ROOT / "gold")
    for folder in _BLIND_SETS:
        found += _plans(BLIND, ROOT / "corpora" / folder, ROOT / "gold" / folder)
    return found + _plans(REAL, SHARED / "seeds", SHARED / "gold")


def _plans(name: str, texts: Path, gold: Path) -> list[Plan]:
    return [
        Plan(name, path.stem, _text(texts / f"{path.stem}.txt"), json.loads(path.read_text("utf-8")))
        for path in sorted(gold.glob("*.json"))
    ]


def _text(path: Path) -> str:
    """Return a text as gold counts its letters: composed, with LF line ends."""
    text = path.read_text("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text)


def english(size: int, cites: int) -> str:
    """Return an English text of a size in bytes with so many citations of case law and statutes."""
    parts: list[str] = []
    length, given = 0, 0
    while length < size:
        due = given < cites and given * size <= length * cites
        sentence = _CITES[given % len(_CITES)] if due else _SENTENCES[len(parts) % len(_SENTENCES)]
        given += due
        parts.append(sentence)
        length += len(sentence.encode())
    return "".join(parts)

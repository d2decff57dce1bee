"""Families of plans: one folder of `.plan` sources and a `family.toml` that holds the gold of their cross-check."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from corpora.build.gold import gold_json, gold_of
from corpora.build.source import read_source
from corpora.build.text import clean_text
from extractor.records.crosscheck import FaultKind, LinkKind, VerdictKind

Table = dict[str, Any]
Golds = Mapping[str, Table]

_KINDS = {
    "link": frozenset(LinkKind.__args__),  # type: ignore[attr-defined]
    "fault": frozenset(FaultKind.__args__),  # type: ignore[attr-defined]
    "verdict": frozenset(VerdictKind.__args__),  # type: ignore[attr-defined]
}
_KEYS = {
    "link": ({"lower", "upper", "kind"}, set[str]()),
    "fault": ({"plan", "kind", "code"}, set[str]()),
    "verdict": ({"upper", "upper_quote", "lower", "kind"}, {"upper_nth", "lower_quote", "lower_nth"}),
    "sum": ({"upper", "upper_quote", "expected", "total", "gap", "parts"}, {"upper_nth"}),
}
"""Keys that each table must have, and those that it may have."""


class FamilyError(ValueError):
    """A `family.toml` that is wrong; the message says where."""


def families(root: Path) -> list[Path]:
    """List the folders of families below the project's root."""
    return sorted(path.parent for path in (root / "corpora/families").glob("*/family.toml"))


def family_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Give path and bytes of the texts of a family's plans, of their gold files, and of the family's gold."""
    golds: dict[str, Table] = {}
    for path in sorted(folder.glob("*.plan")):
        source = read_source(path)
        clean = clean_text(source)
        golds[source.name] = gold_of(source, clean)
        yield f"corpora/families/{folder.name}/text/{source.name}.txt", clean.text.encode()
        yield f"gold/families/{folder.name}/{source.name}.json", gold_json(golds[source.name]).encode()
    tables = tomllib.loads((folder / "family.toml").read_text("utf-8"))
    yield f"gold/families/{folder.name}/family.json", _json(family_gold(tables, golds)).encode()


def family_gold(tables: Table, golds: Golds) -> dict[str, list[Table]]:
    """Return the gold of a family; targets and citations are given their places in the plans' clean texts."""
    if unknown := set(tables) - set(_KEYS):
        raise FamilyError(f"unknown tables: {sorted(unknown)}")
    for name, rows in tables.items():
        for number, row in enumerate(rows, start=1):
            _check(f"{name} {number}", name, row, golds)
    return {
        "links": [dict(row) for row in tables.get("link", [])],
        "faults": [_fault(row, golds) for row in tables.get("fault", [])],
        "verdicts": [_verdict(row, golds) for row in tables.get("verdict", [])],
        "sums": [_sum(row, golds) for row in tables.get("sum", [])],
    }


def _check(where: str, table: str, row: Table, golds: Golds) -> None:
    needed, allowed = _KEYS[table]
    if wrong := (needed - set(row)) | (set(row) - needed - allowed):
        raise FamilyError(f"{where}: missing or unknown: {sorted(wrong)}")
    if table in _KINDS and row["kind"] not in _KINDS[table]:
        raise FamilyError(f"{where}: unknown kind {row['kind']!r}")
    if table == "verdict" and (row["kind"] == "missing") == ("lower_quote" in row):
        raise FamilyError(f"{where}: a lower_quote is needed for every kind but 'missing'")
    plans = [row[name] for name in ("upper", "lower", "plan") if name in row] + row.get("parts", [])
    for plan in plans:
        if plan not in golds:
            raise FamilyError(f"{where}: no plan {plan!r}")


def _fault(row: Table, golds: Golds) -> Table:
    for citation in golds[row["plan"]]["citations"]:
        if citation.get("code") == row["code"]:
            return {**row, **_place(citation)}
    raise FamilyError(f"{row['plan']}: no citation of {row['code']!r} is marked")


def _verdict(row: Table, golds: Golds) -> Table:
    lower = _target(golds, row["lower"], row["lower_quote"], row.get("lower_nth", 1)) if "lower_quote" in row else None
    upper = _target(golds, row["upper"], row["upper_quote"], row.get("upper_nth", 1))
    return {
        "kind": row["kind"],
        "upper": {"plan": row["upper"], **upper},
        "lower": {"plan": row["lower"], **(lower or {})},
    }


def _sum(row: Table, golds: Golds) -> Table:
    upper = _target(golds, row["upper"], row["upper_quote"], row.get("upper_nth", 1))
    told = {name: row[name] for name in ("expected", "total", "gap", "parts")}
    return {"upper": {"plan": row["upper"], **upper}, **told}


def _target(golds: Golds, plan: str, quote: str, nth: int) -> Table:
    """Return the place of the nth target of a plan that has this quote."""
    found = [target for target in golds[plan]["targets"] if target["quote"] == quote]
    if not 1 <= nth <= len(found):
        raise FamilyError(f"{plan}: target {nth} with the quote {quote!r} is not marked, there are {len(found)}")
    return _place(found[nth - 1])


def _place(record: Table) -> Table:
    return {name: record[name] for name in ("quote", "start", "end")}


def _json(gold: dict[str, list[Table]]) -> str:
    parts = []
    for name, rows in gold.items():
        lines = ",\n  ".join(json.dumps(row, ensure_ascii=False) for row in rows)
        parts.append(f'"{name}": [\n  {lines}\n ]' if rows else f'"{name}": []')
    return "{\n " + ",\n ".join(parts) + "\n}\n"

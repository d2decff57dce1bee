"""The gold file of a source: what the marks and the front matter state, by the contract."""

import json
from typing import Any

from corpora.build.marks import MarkError, Record
from corpora.build.source import PlanSource
from corpora.build.text import CleanText
from extractor.records import LAYERS

ORDER = "quote start end".split()


def gold_of(source: PlanSource, clean: CleanText) -> dict[str, Any]:
    """Put a source's gold together; offsets are into the clean text."""
    gold: dict[str, Any] = {"plan": source.front["plan"]}
    for name in ("plan_accept", "plan_optional"):
        if name in source.front:
            gold[name] = source.front[name]
    for layer in LAYERS:
        if layer == "findings":
            gold[layer] = _findings(source, clean)
        else:
            gold[layer] = [_ordered(record) for record in clean.records.get(layer, [])]
    return gold


def gold_json(gold: dict[str, Any]) -> str:
    """Write gold as JSON, one record a line."""
    parts = []
    for name, value in gold.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            lines = ",\n  ".join(json.dumps(record, ensure_ascii=False) for record in value)
            parts.append(f'"{name}": [\n  {lines}\n ]')
        else:
            parts.append(f'"{name}": {json.dumps(value, ensure_ascii=False)}')
    return "{\n " + ",\n ".join(parts) + "\n}\n"


def _ordered(record: Record) -> Record:
    return {**{k: record[k] for k in ORDER}, **{k: v for k, v in record.items() if k not in ORDER}}


def _findings(source: PlanSource, clean: CleanText) -> list[Record]:
    quotes: dict[str, list[Record]] = {}
    for mark in clean.records.get("findings", []):
        quotes.setdefault(mark["id"], []).append({k: mark[k] for k in ORDER})
    told = source.front.get("findings", {})
    if set(told) != set(quotes):
        raise MarkError(f"{source.name}: findings told and marked differ: {sorted(set(told) ^ set(quotes))}")
    return [{**finding, "quotes": quotes[name]} for name, finding in told.items()]

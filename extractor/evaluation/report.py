"""A score as a table, its faults as lines, and the difference between two scores."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from extractor.evaluation.score import Fault, LayerScore, Score

_HEAD = ("layer", "P", "R", "F1", "gold", "found", "exact", "attributes")
_PLACES = ("start", "end", "nth", "rule", "review")
_FAULT_WORDS = {"plan": "PLAN", "miss": "MISS", "false": "FALSE", "attribute": "ATTR"}
LINE = 400
"""Characters after which a fault's line is cut."""


def table(score: Score) -> str:
    """Return the table of a score, in Markdown."""
    rows = [_HEAD, ("---", *("---:" for _ in _HEAD[1:-1]), "---")]
    rows.append(("plan fields", "", "", f"{score.plan:.3f}", str(score.plan_fields), "", "", ""))
    rows += [_row(name, layer) for name, layer in score.layers.items()]
    rows.append(("micro average", "", "", f"{score.micro:.3f}", "", "", "", ""))
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def _row(name: str, layer: LayerScore) -> tuple[str, ...]:
    attributes = ", ".join(f"{key} {right / max(1, all_):.2f}" for key, (right, all_) in layer.attributes.items())
    shares = (f"{share:.3f}" for share in (layer.precision, layer.recall, layer.f1))
    exact = f"{layer.exact / max(1, layer.hits):.2f}"
    return (name, *shares, str(layer.gold), str(layer.predicted), exact, attributes)


def fault_line(fault: Fault) -> str:
    """Return a fault as one line: what, where, gold and found values."""
    head = f"{_FAULT_WORDS[fault.kind]} {fault.document} {fault.layer}"
    if fault.name:
        line = f"{head}.{fault.name}: gold {_json(fault.gold)}, found {_json(fault.predicted)}"
        line += f" at {_json(fault.quote)}" if fault.quote else ""
    else:
        line = f"{head}: {_json(fault.gold if fault.kind == 'miss' else fault.predicted)}"
    return line if len(line) <= LINE else line[: LINE - 1] + "…"


def changes(before: Score, after: Score) -> Iterator[str]:
    """Yield one line for each fault that is gone (+) or new (-) in `after`, then the layers' F1 before and after."""
    old, new = _by_identity(before.faults), _by_identity(after.faults)
    for identity, fault in old.items():
        if identity not in new:
            yield f"+ mended: {fault_line(fault)}"
    for identity, fault in new.items():
        if identity not in old:
            yield f"- new: {fault_line(fault)}"
    yield f"plan fields {before.plan:.3f} → {after.plan:.3f}, micro average {before.micro:.3f} → {after.micro:.3f}"
    for name, layer in after.layers.items():
        if name in before.layers and before.layers[name].f1 != layer.f1:
            yield f"{name} {before.layers[name].f1:.3f} → {layer.f1:.3f}"


def _by_identity(faults: Iterable[Fault]) -> dict[tuple[Any, ...], Fault]:
    return {_identity(fault): fault for fault in faults}


def _identity(fault: Fault) -> tuple[Any, ...]:
    """A miss is the same miss whatever was found; a false record or wrong value only with the same value."""
    return fault.kind, fault.document, fault.layer, fault.name, fault.quote, _json(fault.gold), _json(fault.predicted)


def _json(value: Any) -> str:
    if isinstance(value, dict):
        value = {k: v for k, v in value.items() if k not in _PLACES and v not in (None, [])}
    return json.dumps(value, ensure_ascii=False)

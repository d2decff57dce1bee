"""A cross-check as JSON and as lines for the screen."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pydantic

from extractor.output.jsonfile import write_aside
from extractor.records.crosscheck import CrossCheck, VerdictKind

VERDICTS_VI: dict[VerdictKind, str] = {
    "met": "đáp ứng",
    "stricter": "cao hơn",
    "weaker": "thấp hơn",
    "missing": "thiếu",
    "different deadline": "khác thời hạn",
    "different agency": "khác cơ quan",
    "not comparable": "không so được",
}


def write_crosscheck(path: Path, found: CrossCheck) -> None:
    """Write a cross-check as JSON, whole or not at all; its schema is `schemas/crosscheck.schema.json`."""
    content = pydantic.TypeAdapter(CrossCheck).dump_json(found, indent=2)
    with write_aside(path) as aside:
        aside.write_bytes(content + b"\n")


def summary(found: CrossCheck, *, vietnamese: bool) -> Iterator[str]:
    """Yield a line for each plan that stands below another, with the number of its verdicts by kind, then the sums."""
    names = {plan.id: plan.name for plan in found.plans}
    counts: dict[tuple[str, str], Counter[VerdictKind]] = {}
    for verdict in found.verdicts:
        counts.setdefault((verdict.upper.plan, verdict.plan), Counter())[verdict.kind] += 1
    for (upper, lower), kinds in counts.items():
        told = ", ".join(f"{VERDICTS_VI[kind] if vietnamese else kind} {n}" for kind, n in sorted(kinds.items()))
        yield f"{names[lower]} ← {names[upper]}: {told}"
    for item in found.sums:
        if item.parts:
            unit = f" {item.unit}" if item.unit else ""
            words = ("tổng", "cần") if vietnamese else ("sum", "of")
            indicator = item.upper.indicator or item.upper.quote
            yield f"{names[item.upper.plan]}: {indicator}: {words[0]} {item.total:g} {words[1]} {item.expected:g}{unit}"

"""Records to the page and back, and to gold files and back: nothing turns into something else on the way."""

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extractor.evaluation.gold import misplaced
from extractor.evaluation.golditems import EDITED
from extractor.pipeline import extract, extract_text
from extractor.records import PlanRecord
from extractor.reviewing.review.corrected import gold_json, in_order, of_record, parse, read_gold, shown
from tests.plans import PLAN

TEXTS = sorted((Path(__file__).parents[3] / "corpora/text").glob("*.txt"))


@cache
def record_of(path: Path) -> PlanRecord:
    return extract(path)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_there_and_back(path: Path) -> None:
    record = record_of(path)
    corrected = of_record(record)
    sent = json.loads(json.dumps(shown(corrected)))
    assert parse(sent, record.text) == corrected
    content = gold_json(corrected, record)
    assert read_gold(content.encode(), record, corrected.keys) == corrected
    assert read_gold(content.encode(), record, None) == corrected
    kept = PlanRecord.model_validate_json(content)
    assert all(getattr(kept, layer) == getattr(record, layer) for layer in EDITED)
    assert (kept.plan, kept.text, kept.source) == (record.plan, record.text, record.source)
    assert misplaced(json.loads(content), record.text) == []


def test_citations_go_on_to_name_the_same_document() -> None:
    again = "Thực hiện Kế hoạch số 31/KH-UBND ngày 20/02/2024 của UBND tỉnh, "
    record = extract_text(PLAN.replace("Chủ trì, phối hợp", f"{again}chủ trì, phối hợp"))
    assert [one.refers_to for one in record.citations] == [None, None, 1]
    named = {one.start: record.citations[one.refers_to].start for one in record.citations if one.refers_to is not None}
    sent: dict[str, Any] = json.loads(json.dumps(shown(of_record(record))))
    gone = next(item for item in sent["citations"] if item["start"] not in {*named, *named.values()})
    sent["citations"].remove(gone)
    sent["citations"].reverse()
    content = json.loads(gold_json(in_order(parse(sent, record.text)), record))
    citations = content["citations"]
    assert [one["start"] for one in citations] == sorted(one["start"] for one in citations)
    assert {
        one["start"]: citations[one["refers_to"]]["start"] for one in citations if one["refers_to"] is not None
    } == named
    # a citation whose first mention was deleted names nothing
    target = next(iter(named.values()))
    sent["citations"] = [item for item in sent["citations"] if item["start"] != target]
    left = json.loads(gold_json(in_order(parse(sent, record.text)), record))["citations"]
    assert [one["refers_to"] for one in left if named.get(one["start"]) == target] == [None] * sum(
        start == target for start in named.values()
    )


def test_what_only_gold_has_is_kept() -> None:
    record = record_of(TEXTS[0])
    corrected = of_record(record)
    first, *others = corrected.layers["dates"]
    marked = replace(first, of_gold={"optional": True, "accept": {"value": ["2024"]}, "skip": ["bound"]})
    corrected = replace(
        corrected, layers={**corrected.layers, "dates": (marked, *others)}, of_gold={"plan_optional": ["place"]}
    )
    assert parse(shown(corrected), record.text) == corrected
    assert read_gold(gold_json(corrected, record).encode(), record, corrected.keys) == corrected

"""The evaluation counts exactly as the contract's own scorer does."""

import json
import random
from pathlib import Path
from typing import Any

import pytest

from extractor.evaluation.score import Score, score_all
from extractor.pipeline import extract_text
from extractor.records import LAYERS
from tests.shared import referee, seed_gold, seed_names, seed_text

pytestmark = pytest.mark.shared


def altered(gold: dict[str, Any], seed: int) -> dict[str, Any]:
    """Make a prediction out of gold: some records lost, moved, doubled, some values changed."""
    chance = random.Random(seed)
    predicted: dict[str, Any] = json.loads(json.dumps(gold))
    predicted["plan"]["number"] = chance.choice([None, "7", predicted["plan"]["number"]])
    for layer in LAYERS:
        kept = []
        for record in predicted[layer]:
            draw = chance.random()
            if draw < 0.15:
                continue
            if draw < 0.3 and layer != "findings":
                record["end"] += chance.randint(-1, 40)
            if draw < 0.45:
                name = chance.choice(sorted(record))
                record[name] = (
                    chance.choice([record[name], None]) if name not in ("start", "end", "quotes") else record[name]
                )
            if 0.45 < draw < 0.55 and record.get("value") is not None:
                record["value"] = chance.choice([5, "2024-10", str(record["value"])])
            kept += [record, dict(record)] if draw > 0.95 else [record]
        chance.shuffle(kept)
        predicted[layer] = kept
    return predicted


def both_scores(tmp_path: Path, predictions: dict[str, dict[str, Any]]) -> tuple[dict[str, float], Score]:
    paths = []
    for name, predicted in predictions.items():
        for kind, content in (("gold", seed_gold(name)), ("predicted", predicted)):
            path = tmp_path / f"{name}.{kind}.json"
            path.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
            paths.append(str(path))
    ours = score_all((name, seed_gold(name), predicted) for name, predicted in predictions.items())
    return referee().score(paths), ours


def assert_equal(theirs: dict[str, float], ours: Score, printed: str) -> None:
    assert theirs == {
        "plan": round(ours.plan, 4),
        **{layer: round(score.f1, 4) for layer, score in ours.layers.items()},
        "micro": round(ours.micro, 4),
    }
    for layer, score in ours.layers.items():
        row = next(line for line in printed.splitlines() if line.startswith(layer))
        for name, (right, all_) in score.attributes.items():
            assert f"{name}={right / max(1, all_):.2f}" in row, (layer, name)
        assert row.split()[4:7] == [str(score.gold), str(score.predicted), f"{score.exact / max(1, score.hits):.2f}"]


@pytest.mark.parametrize("seed", range(8))
def test_altered_gold(seed: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    theirs, ours = both_scores(tmp_path, {name: altered(seed_gold(name), seed) for name in seed_names()})
    assert_equal(theirs, ours, capsys.readouterr().out)
    assert 0.3 < ours.micro < 1


def test_extractor_output(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    theirs, ours = both_scores(
        tmp_path, {name: json.loads(extract_text(seed_text(name)).model_dump_json()) for name in seed_names()}
    )
    assert_equal(theirs, ours, capsys.readouterr().out)


def test_gold_against_itself() -> None:
    golds = {name: seed_gold(name) for name in seed_names()}
    score = score_all((name, gold, gold) for name, gold in golds.items())
    assert (score.plan, score.micro, score.faults) == (1.0, 1.0, [])

"""`python -m extractor.evaluation.families`: agreement of the cross-check with the gold of families of plans.

Each family is checked twice: over records made of the gold of its plans, which tells how links and targets are
compared, and over records that are extracted from the plans' texts, which tells what a user gets.
"""

import argparse
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from extractor.collection.crosscheck import cross_check
from extractor.collection.store import Store
from extractor.evaluation.family_score import FamilyScore, score_family, table
from extractor.evaluation.gold import load_gold
from extractor.evaluation.golditems import EDITED, OF_GOLD
from extractor.language.document import document_of
from extractor.pipeline import extract, record_of, text_source
from extractor.records import (
    Extracted,
    Heading,
    Plan,
    PlanRecord,
    SourceInfo,
)
from extractor.records.crosscheck import CrossCheck

GOLD_FILE = "family.json"
_MODELS: dict[str, type[Extracted]] = {**EDITED, "outline": Heading}


def gold_record(gold: dict[str, Any], text: str, name: str) -> PlanRecord:
    """Make the record that a plan's gold states; administrative units are looked up as in extraction."""
    source = text_source(text)
    document = document_of(source)
    document.plan = Plan.model_validate(gold["plan"])
    for layer, model in _MODELS.items():
        stated = [{k: v for k, v in record.items() if k not in OF_GOLD} for record in gold[layer]]
        document.records[layer] = [model.model_validate({**record, "rule": "gold"}) for record in stated]
    info = SourceInfo(name=name, sha256=source.sha256, media_type=source.media_type)
    return record_of(document, info, with_findings=False)


def check_records(records: Iterable[tuple[str, PlanRecord]]) -> CrossCheck:
    """Cross-check records, given with the names of their files."""
    with Store() as store:
        for name, record in records:
            store.add(record, name)
        return cross_check(store.members())


def score_folder(gold: Path, texts: Path) -> dict[str, FamilyScore]:
    """Score one family over its gold records and over extracted ones; `texts` holds a text for each gold file."""
    expected = json.loads((gold / GOLD_FILE).read_text("utf-8"))
    files = [(path, texts / f"{path.stem}.txt") for path in sorted(gold.glob("*.json")) if path.name != GOLD_FILE]
    made = ((text.name, gold_record(load_gold(path), text.read_text("utf-8"), text.name)) for path, text in files)
    extracted = ((text.name, extract(text)) for _, text in files)
    return {
        f"{gold.name}, gold records": score_family(expected, check_records(made)),
        f"{gold.name}, extracted records": score_family(expected, check_records(extracted)),
    }


def main() -> None:
    """Print the table of all families below a folder."""
    parser = argparse.ArgumentParser(prog="python -m extractor.evaluation.families", description=__doc__)
    parser.add_argument("--gold", type=Path, default=Path("gold/families"), help="folder of the families' gold")
    parser.add_argument("--texts", type=Path, default=Path("corpora/families"), help="folder of the families' texts")
    parser.add_argument("--errors", action="store_true", help="list each disagreement")
    arguments = parser.parse_args()
    scores: dict[str, FamilyScore] = {}
    for path in sorted(arguments.gold.glob(f"*/{GOLD_FILE}")):
        scores |= score_folder(path.parent, arguments.texts / path.parent.name / "text")
    print(table(scores))
    if arguments.errors:
        for name, score in scores.items():
            print(f"\n{name}", *score.errors, sep="\n")


if __name__ == "__main__":
    main()

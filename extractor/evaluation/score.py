"""Counts agreement between gold and predicted records, exactly as the contract says (section 13)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from extractor.evaluation.attributes import ATTRIBUTES, attribute_right
from extractor.evaluation.matching import Record, pair, same_span
from extractor.evaluation.normalise import fold
from extractor.records import LAYERS

PLAN_FIELDS = (
    "type",
    "number",
    "symbol",
    "code",
    "issuer.name",
    "issuer.level",
    "place",
    "date",
    "title",
    "period",
    "signer.authority",
    "signer.position",
    "signer.name",
    "recipients",
)


@dataclass(frozen=True)
class Fault:
    """One disagreement: a wrong plan field, a missed or false record, a wrong attribute."""

    kind: Literal["plan", "miss", "false", "attribute"]
    document: str
    layer: str
    name: str | None
    """The plan field or attribute; None for whole records."""
    gold: Any
    predicted: Any
    quote: str | None = None


@dataclass
class LayerScore:
    """Counts of one layer: records found, in gold, predicted, with the exact span; right and all of each attribute."""

    hits: int = 0
    gold: int = 0
    predicted: int = 0
    exact: int = 0
    attributes: dict[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def precision(self) -> float:
        """Share of predicted records that are right."""
        return self.hits / max(1, self.predicted)

    @property
    def recall(self) -> float:
        """Share of gold records that are found."""
        return self.hits / max(1, self.gold)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 where there is nothing to find and nothing was found."""
        return 2 * self.hits / (self.gold + self.predicted) if self.gold + self.predicted else 1.0

    def count_attribute(self, name: str, right: bool) -> None:
        """Add one judged attribute."""
        done, all_ = self.attributes.get(name, (0, 0))
        self.attributes[name] = (done + right, all_ + 1)


@dataclass
class Score:
    """Agreement over one or more documents."""

    documents: list[str] = field(default_factory=list)
    plan_right: int = 0
    plan_fields: int = 0
    layers: dict[str, LayerScore] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    @property
    def plan(self) -> float:
        """Share of plan fields that are right."""
        return self.plan_right / max(1, self.plan_fields)

    @property
    def micro(self) -> float:
        """F1 over the records of all layers together."""
        hits = sum(layer.hits for layer in self.layers.values())
        all_ = sum(layer.gold + layer.predicted for layer in self.layers.values())
        return 2 * hits / max(1, all_)

    def add(self, document: str, gold: Record, predicted: Record) -> None:
        """Count one document; `predicted` is a record as JSON gives it."""
        self.documents.append(document)
        self._add_plan(document, gold, predicted)
        for layer in LAYERS:
            if layer in gold:
                self._add_layer(document, layer, gold[layer], predicted.get(layer) or [])

    def _add_plan(self, document: str, gold: Record, predicted: Record) -> None:
        for name in PLAN_FIELDS:
            if name in gold.get("plan_optional", []):
                continue
            expected, found = _dig(gold.get("plan"), name), _dig(predicted.get("plan"), name)
            accepted = [expected, *gold.get("plan_accept", {}).get(name, [])]
            right = any(_plan_form(name, value) == _plan_form(name, found) for value in accepted)
            self.plan_fields += 1
            self.plan_right += right
            if not right:
                self.faults.append(Fault("plan", document, "plan", name, expected, found))

    def _add_layer(self, document: str, layer: str, gold: list[Record], predicted: list[Record]) -> None:
        if layer == "findings":
            predicted = [record for record in predicted if record.get("severity") != "info"]
        pairs = pair(layer, gold, predicted)
        counted = [(gold[g], predicted[p]) for g, p in pairs if not gold[g].get("optional")]
        score = self.layers.setdefault(layer, LayerScore())
        score.hits += len(counted)
        score.gold += sum(not record.get("optional") for record in gold)
        score.predicted += len(predicted) - (len(pairs) - len(counted))
        score.exact += sum(same_span(g, p) for g, p in counted)
        for g, p in counted:
            self.faults += _judge_attributes(document, layer, g, p, score)
        self.faults += _unpaired(document, layer, gold, predicted, pairs)


def score_all(documents: Iterable[tuple[str, Record, Record]]) -> Score:
    """Count (name, gold, predicted) triples together."""
    score = Score()
    for name, gold, predicted in documents:
        score.add(name, gold, predicted)
    return score


def _judge_attributes(document: str, layer: str, gold: Record, predicted: Record, score: LayerScore) -> Iterator[Fault]:
    for name in ATTRIBUTES.get(layer, ()):
        if name in (gold.get("skip") or []):
            continue
        right = attribute_right(name, gold, predicted)
        score.count_attribute(name, right)
        if not right:
            yield Fault("attribute", document, layer, name, gold.get(name), predicted.get(name), gold.get("quote"))


def _unpaired(
    document: str, layer: str, gold: list[Record], predicted: list[Record], pairs: list[tuple[int, int]]
) -> Iterator[Fault]:
    found, used = {g for g, _ in pairs}, {p for _, p in pairs}
    for index, record in enumerate(gold):
        if index not in found and not record.get("optional"):
            yield Fault("miss", document, layer, None, record, None, record.get("quote"))
    for index, record in enumerate(predicted):
        if index not in used:
            yield Fault("false", document, layer, None, None, record, record.get("quote"))


def _dig(record: Any, path: str) -> Any:
    for name in path.split("."):
        record = record.get(name) if isinstance(record, dict) else None
    return record


def _plan_form(name: str, value: Any) -> Any:
    return [fold(item) for item in value or []] if name == "recipients" else fold(value)

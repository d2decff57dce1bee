"""The table of plans: one row for each file, done, repeated or failed."""

from typing import Any

from extractor.output.tables import Column, Table
from extractor.records import LAYERS, PlanRecord

INDEX = Table(
    "plans",
    (
        *(Column(name, "text") for name in ("file", "record", "code", "date", "issuer", "level", "title", "period")),
        Column("signer", "text"),
        Column("pages", "integer"),
        Column("sha256", "text"),
        *(Column(layer, "integer") for layer in LAYERS),
        *(Column(name, "text") for name in ("warnings", "duplicate_of", "failure", "reason")),
    ),
)
QUARANTINE = Table("quarantine", tuple(Column(name, "text") for name in ("file", "code", "reason", "reason_vi")))


def index_row(record: PlanRecord) -> dict[str, Any]:
    """Return what the table says of a record: the document's own values and the number of records by layer."""
    plan = record.plan
    values: dict[str, Any] = {
        "code": plan.code,
        "date": plan.date,
        "issuer": plan.issuer.name,
        "level": plan.issuer.level,
        "title": plan.title,
        "period": plan.period,
        "signer": plan.signer.name,
        "pages": record.source.pages,
        "sha256": record.source.sha256,
    }
    counts = {layer: len(getattr(record, layer)) for layer in LAYERS}
    return {**values, **counts, "warnings": "; ".join(warning.code for warning in record.warnings)}

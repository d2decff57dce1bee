"""The table of plans of a batch: one row for each file, done or failed."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from extractor.output.jsonfile import write_whole
from extractor.records import LAYERS, PlanRecord

INDEX_NAME = "plans.csv"


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


def write_index(folder: Path, rows: Sequence[dict[str, Any]]) -> Path:
    """Write the table as CSV (UTF-8 with a byte order mark, which spreadsheet programs need); returns its path."""
    import pandas as pd

    path = folder / INDEX_NAME
    table = pd.DataFrame(list(rows)).convert_dtypes()
    write_whole(path, "\ufeff" + table.to_csv(index=False, lineterminator="\n"))
    return path

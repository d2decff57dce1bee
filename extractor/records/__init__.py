"""The record models: the contract, field for field. They generate `schemas/plan.schema.json`."""

from extractor.records.common import Bound, Comparator, Evidence, Extracted, Model, Number
from extractor.records.layers import (
    BackReference,
    Baseline,
    Citation,
    Criterion,
    Date,
    Deadline,
    Finding,
    FormPoint,
    Funding,
    Heading,
    Percentage,
    Provision,
    Relation,
    Responsibility,
    Target,
    Threshold,
)
from extractor.records.plan import Issuer, Level, Plan, Signer
from extractor.records.record import SCHEMA_VERSION, PlanRecord, SourceInfo, Warning

LAYERS = (
    "citations",
    "dates",
    "percentages",
    "criteria",
    "targets",
    "responsibilities",
    "funding",
    "outline",
    "findings",
)

__all__ = [
    "LAYERS",
    "SCHEMA_VERSION",
    "BackReference",
    "Baseline",
    "Bound",
    "Citation",
    "Comparator",
    "Criterion",
    "Date",
    "Deadline",
    "Evidence",
    "Extracted",
    "Finding",
    "FormPoint",
    "Funding",
    "Heading",
    "Issuer",
    "Level",
    "Model",
    "Number",
    "Percentage",
    "Plan",
    "PlanRecord",
    "Provision",
    "Relation",
    "Responsibility",
    "Signer",
    "SourceInfo",
    "Target",
    "Threshold",
    "Warning",
]

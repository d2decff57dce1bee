"""The whole record of one document."""

from typing import Literal

from pydantic import Field

from extractor.records.common import Model
from extractor.records.layers import (
    BackReference,
    Citation,
    Criterion,
    Date,
    Finding,
    FormPoint,
    Funding,
    Heading,
    Percentage,
    Responsibility,
    Target,
)
from extractor.records.plan import Plan

SCHEMA_VERSION = "1"


class Warning(Model):
    """Something about the file or its reading that the user should know; nothing is lost by it."""

    code: str
    message: str = Field(description="In English")
    message_vi: str = Field(description="In Vietnamese")


class SourceInfo(Model):
    """Where the text came from."""

    name: str | None = Field(default=None, description="File name without its folder; null for text given directly")
    sha256: str = Field(description="Of the file's bytes (of the UTF-8 text for text given directly)")
    media_type: str
    pages: int | None = None


class PlanRecord(Model):
    """Bản ghi của một kế hoạch: everything that was extracted from one document."""

    schema_version: Literal["1"] = "1"
    ruleset: str = Field(description="Version of the rules that made this record")
    source: SourceInfo
    text: str = Field(description="The document's text as read: NFC, LF; all offsets point into it")
    plan: Plan
    citations: list[Citation] = []
    back_references: list[BackReference] = []
    dates: list[Date] = []
    percentages: list[Percentage] = []
    criteria: list[Criterion] = []
    targets: list[Target] = []
    responsibilities: list[Responsibility] = []
    funding: list[Funding] = []
    outline: list[Heading] = []
    findings: list[Finding] = []
    conformance: list[FormPoint] = Field(default=[], description="How far the form rules of its date are kept")
    warnings: list[Warning] = []

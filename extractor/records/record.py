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

    code: str = Field(description="Stable, for programs: 'legacy_encoding', 'no_plan', …")
    message: str = Field(description="In English")
    message_vi: str = Field(description="In Vietnamese")


class SourceInfo(Model):
    """Where the text came from."""

    name: str | None = Field(default=None, description="File name without its folder; null for text given directly")
    sha256: str = Field(description="Of the file's bytes (of the UTF-8 text for text given directly)")
    media_type: str = Field(description="What the bytes are, whatever the name says")
    pages: int | None = Field(default=None, description="Number of pages; null where the format has none")


class PlanRecord(Model):
    """Bản ghi của một kế hoạch: everything that was extracted from one document."""

    schema_version: Literal["1"] = Field(default="1", description="Changes where a field changes its meaning or goes")
    ruleset: str = Field(description="Version of the rules that made this record")
    source: SourceInfo = Field(description="The file")
    text: str = Field(description="The document's text as read: NFC, LF; all offsets point into it")
    plan: Plan = Field(description="The document itself: header, title, signature")
    citations: list[Citation] = Field(default=[], description="Documents that it names")
    back_references: list[BackReference] = Field(default=[], description="Documents named again without their code")
    dates: list[Date] = Field(default=[], description="Calendar expressions")
    percentages: list[Percentage] = Field(default=[], description="Percentages")
    criteria: list[Criterion] = Field(default=[], description="Criteria and indicators that it is organised by")
    targets: list[Target] = Field(default=[], description="Figures that it commits to")
    responsibilities: list[Responsibility] = Field(default=[], description="Who does what")
    funding: list[Funding] = Field(default=[], description="Sources of money")
    outline: list[Heading] = Field(default=[], description="Headings, in order")
    findings: list[Finding] = Field(default=[], description="What does not add up")
    conformance: list[FormPoint] = Field(default=[], description="How far the form rules of its date are kept")
    warnings: list[Warning] = Field(default=[], description="What to know about the file or its reading")

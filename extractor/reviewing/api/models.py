"""What the API answers, besides records and cross-checks, whose models are those of the whole program."""

from dataclasses import asdict
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from extractor.records.layers import Finding
from extractor.reviewing.api import jobs as queue
from extractor.reviewing.api.index import Outcome

ID = r"^[0-9a-f]{32}$"
SHA256 = r"^[0-9a-f]{64}$"
_JOB = "5f0c1b7e9a3d4c62b18e7f2a6d90c3e4"
_BATCH = "c27d10f4ab9e4d5fa1e63b8407f5d912"
_RECORD = "9b3f2f0cd0a44c1e8f6c6f0d7b1a2e935c7d4e8f9a0b1c2d3e4f5061728394a5"


class Job(BaseModel):
    """A job; `state` is `no_plan` where the file was read but holds no plan."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": _JOB,
                    "kind": "extract",
                    "state": "done",
                    "batch": _BATCH,
                    "name": "ke-hoach-12.docx",
                    "bytes": 48213,
                    "accepted": "2026-03-02T08:15:30.120Z",
                    "started": "2026-03-02T08:15:30.131Z",
                    "finished": "2026-03-02T08:15:30.402Z",
                    "result": f"/v1/records/{_RECORD}",
                    "code": None,
                    "message": None,
                    "message_vi": None,
                }
            ]
        }
    )
    id: str
    kind: queue.Kind
    state: queue.State
    batch: str | None = None
    name: str | None = Field(default=None, description="The file's name as it was given, without folders")
    bytes: int
    accepted: str = Field(description="UTC")
    started: str | None = None
    finished: str | None = None
    result: str | None = Field(default=None, description="Path of the record or of the cross-check")
    code: str | None = Field(default=None, description="Why there is no plan or no record; see /v1/problems")
    message: str | None = None
    message_vi: str | None = None


class Jobs(BaseModel):
    """Jobs in the order in which they were accepted."""

    jobs: list[Job]
    next: int | None = Field(default=None, description="Give it as `after` for the next page; null at the end")


class BatchRequest(BaseModel):
    """A new batch."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"label": "Kế hoạch năm 2024"}]})
    label: Annotated[str, Field(max_length=200)] | None = None


class Batch(BaseModel):
    """Jobs that belong together, counted by state."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": _BATCH,
                    "label": "Kế hoạch năm 2024",
                    "made": "2026-03-02T08:15:12.004Z",
                    "state": "working",
                    "counts": {"queued": 41, "running": 2, "done": 155, "no_plan": 1, "failed": 1},
                }
            ]
        }
    )
    id: str
    label: str | None = None
    made: str
    state: Literal["working", "done"] = Field(description="`done` when no job of it waits or is worked on")
    counts: dict[queue.State, int]


class Found(BaseModel):
    """A record as search shows it."""

    id: str = Field(description="SHA-256 of the file")
    name: str | None
    outcome: Outcome
    media_type: str
    pages: int | None
    code: str | None
    issuer: str | None
    level: str | None
    date: str | None
    period: str | None
    title: str | None
    findings: int
    ruleset: str
    made: str
    snippet: str | None = Field(default=None, description="Words of the document about what was searched for")


class Records(BaseModel):
    """What was found."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "total": 1,
                    "records": [
                        {
                            "id": _RECORD,
                            "name": "ke-hoach-12.docx",
                            "outcome": "plan",
                            "media_type": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                            "pages": None,
                            "code": "12/KH-UBND",
                            "issuer": "Ủy ban nhân dân huyện Mộc Sơn",
                            "level": "district",
                            "date": "2024-03-05",
                            "period": "2024",
                            "title": "Phòng, chống dịch bệnh mùa hè năm 2024",
                            "findings": 0,
                            "ruleset": "0.1.0+3f9a1c07b2d4",
                            "made": "2026-03-02T08:15:30.400Z",
                            "snippet": "KẾ HOẠCH\nPhòng, chống dịch bệnh mùa hè năm 2024",
                        }
                    ],
                }
            ]
        }
    )
    total: int
    records: list[Found]


Words = Annotated[str, Field(min_length=1, max_length=200)]


class Paged(BaseModel):
    """Which part of what was found is shown; parameters that do not exist are refused."""

    model_config = ConfigDict(extra="forbid")
    limit: int = Field(default=20, ge=1, le=100)
    offset: int = Field(default=0, ge=0, le=100_000)


class Search(Paged):
    """What records are searched by."""

    code: Words | None = Field(default=None, description="'74/KH-UBND', or its number alone")
    issuer: Words | None = Field(default=None, description="Part of the issuer's name, with or without marks")
    period: str | None = Field(
        default=None,
        pattern=r"^[0-9]{4}(-[0-9]{2}){0,2}(/[0-9]{4}(-[0-9]{2}){0,2})?$",
        description="EDTF: plans whose period shares a day with it, '2024', '2021/2025'",
    )
    criterion: Words | None = Field(default=None, description="Number of a criterion or indicator, or part of its name")
    finding: Words | None = Field(default=None, description="Code of a finding that the document has")
    q: Words | None = Field(
        default=None,
        description="Words of the text, with or without marks; those in quotation marks stand together",
    )
    outcome: Outcome = "plan"


class FindingSearch(Paged):
    """What findings are searched by."""

    code: Words | None = Field(default=None, description="'sum_mismatch', 'date_order' …")
    severity: Literal["error", "warning", "info"] | None = None


class RecordFindings(BaseModel):
    """What does not add up in one document."""

    record: str
    findings: list[Finding]


class FoundFinding(BaseModel):
    """A finding and the record that it belongs to."""

    record: str
    finding: Finding


class Findings(BaseModel):
    """Findings over all records."""

    total: int
    findings: list[FoundFinding]


class CrossCheckRequest(BaseModel):
    """The plans to check against one another."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"records": [_RECORD, _RECORD.replace("9b3f", "0c4e")]}]}
    )
    records: list[Annotated[str, Field(pattern=SHA256)]] = Field(min_length=1, max_length=1000)


class Health(BaseModel):
    """Whether the server works."""

    status: Literal["ok"] = "ok"
    version: str
    ruleset: str


def shown(job: queue.Job) -> Job:
    """Return a job as the API shows it."""
    result = None
    if job.state in ("done", "no_plan"):
        result = f"/v1/crosschecks/{job.id}" if job.kind == "crosscheck" else f"/v1/records/{job.content}"
    values: dict[str, Any] = {name: getattr(job, name) for name in Job.model_fields.keys() & asdict(job).keys()}
    return Job(**values, bytes=job.size, result=result)

"""Records: a file in, its record out; search; findings."""

import asyncio
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response

from extractor.collection.members import days
from extractor.reading.recognition import OcrMode
from extractor.records import PlanRecord
from extractor.records.layers import Finding
from extractor.reviewing.api import index, jobs
from extractor.reviewing.api.examples import PLAN_TEXT
from extractor.reviewing.api.models import (
    ID,
    SHA256,
    Findings,
    FindingSearch,
    FoundFinding,
    Job,
    RecordFindings,
    Records,
    Search,
)
from extractor.reviewing.api.problems import ProblemError
from extractor.reviewing.api.routes.answers import file_answer, job_answer, problems
from extractor.reviewing.api.service import Asked
from extractor.reviewing.api.upload import declared_size, plain_name, received

router = APIRouter(prefix="/v1", tags=["records"])
RecordId = Annotated[str, Path(pattern=SHA256, description="SHA-256 of the file")]
_BINARY = {"schema": {"type": "string", "format": "binary"}}
_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "description": "The file itself; what it is, its bytes say, not its name nor the content type.",
        "content": {
            "application/octet-stream": _BINARY,
            "text/plain": {"schema": {"type": "string"}, "example": PLAN_TEXT},
        },
    }
}
_READING = ("encrypted", "empty", "binary", "broken", "too_large", "too_many_pages", "timeout", "memory", "invalid")


@router.post(
    "/records",
    summary="A file in, its record out",
    response_class=Response,
    openapi_extra=_BODY,
    responses={
        200: {"model": PlanRecord, "description": "The record"},
        202: {"model": Job, "description": "Accepted: the job of `Location` will have the record"},
        204: {"description": "The file was read, but holds no plan; the job of `Location` says so in words"},
        **problems(
            "not_found", "upload_timeout", "upload_too_large", "multipart", "queue_full", "disk_full", *_READING
        ),
    },
)
async def post_record(
    request: Request,
    service: Asked,
    name: Annotated[str | None, Query(max_length=1000, description="The file's name, only recorded")] = None,
    ocr: Annotated[OcrMode, Query(description="Whether pages that are pictures are recognised")] = "auto",
    batch: Annotated[str | None, Query(pattern=ID, description="The batch that it belongs to")] = None,
) -> Response:
    """Accept a file. A small one is answered with its record, a large one or one of a batch with its job.

    `Prefer: respond-async` (RFC 7240) asks for the job at once, `Prefer: wait=5` waits no longer than five seconds.
    The same bytes read by the same rules are read once.
    """
    settings, storage = service.settings, service.storage
    size = declared_size(request, settings)
    if batch is not None and await asyncio.to_thread(jobs.find_batch, storage, batch) is None:
        raise ProblemError("not_found", "there is no such batch", "không có lô này")

    async def arrive(job_id: str) -> jobs.Order:
        async with received(request, storage.upload_file(job_id), settings) as upload:
            order = jobs.Order(job_id, "extract", upload.size, plain_name(name), upload.content, ocr, batch)
            await service.accept(order)
        service.metrics.uploaded.inc(upload.size)
        return order

    job = await service.submit(size, arrive, service.patience(request))
    assert job.content is not None
    return job_answer(job, storage.record_file(job.content))


@router.get("/records", summary="Search records", responses=problems("invalid"))
def search(service: Asked, asked: Annotated[Search, Query()]) -> Records:
    """Find records that fit all that is given: by text the best first, else the newest first."""
    if asked.period is not None and not _is_time(asked.period):
        raise ProblemError("invalid", "`period` is no time", "`period` không phải thời gian")
    page = index.search(service.storage, asked)
    return Records.model_validate({"total": page.total, "records": page.rows})


def _is_time(period: str) -> bool:
    try:
        return days(period) is not None
    except ValueError:
        return False


@router.get(
    "/records/{record}",
    summary="A record",
    response_class=Response,
    responses={200: {"model": PlanRecord, "description": "The record"}, **problems("not_found", "invalid")},
)
def get_record(record: RecordId, service: Asked) -> Response:
    """Return the whole record of a file."""
    _must_exist(service, record)
    return file_answer(service.storage.record_file(record))


@router.delete(
    "/records/{record}", status_code=204, summary="Remove a record", responses=problems("not_found", "invalid")
)
def delete_record(record: RecordId, service: Asked) -> None:
    """Remove a record and the document's text with it."""
    with service.storage.write() as connection:
        if not index.remove(connection, record):
            raise ProblemError("not_found")
    service.storage.record_file(record).unlink(missing_ok=True)


@router.get(
    "/records/{record}/findings",
    summary="What does not add up in a document",
    responses=problems("not_found", "invalid"),
)
def record_findings(record: RecordId, service: Asked) -> RecordFindings:
    """Return the findings of one record."""
    _must_exist(service, record)
    found = index.findings_of(service.storage, record)
    return RecordFindings(record=record, findings=[Finding.model_validate_json(finding) for finding in found])


@router.get("/findings", summary="What does not add up in all documents", responses=problems("invalid"))
def all_findings(service: Asked, asked: Annotated[FindingSearch, Query()]) -> Findings:
    """Return findings over all records, those of the newest record first."""
    found, total = index.findings(service.storage, asked)
    items = [FoundFinding(record=record, finding=Finding.model_validate_json(finding)) for record, finding in found]
    return Findings(total=total, findings=items)


def _must_exist(service: Asked, record: str) -> None:
    if index.outcome(service.storage, record) is None:
        raise ProblemError("not_found", "there is no such record", "không có bản ghi này")

"""Jobs, batches, cross-checks."""

import asyncio
from typing import Annotated

from fastapi import APIRouter, Body, Path, Query, Request, Response

from extractor.records.crosscheck import CrossCheck
from extractor.reviewing.api import index, jobs
from extractor.reviewing.api.models import ID, Batch, BatchRequest, CrossCheckRequest, Job, Jobs, shown
from extractor.reviewing.api.problems import ProblemError
from extractor.reviewing.api.routes.answers import file_answer, job_answer, problems
from extractor.reviewing.api.service import Asked, Service

router = APIRouter(prefix="/v1")
Id = Annotated[str, Path(pattern=ID)]
_MOST = 2**53


@router.get("/jobs", tags=["jobs"], summary="Jobs in their order", responses=problems("invalid"))
def list_jobs(
    service: Asked,
    batch: Annotated[str | None, Query(pattern=ID)] = None,
    state: jobs.State | None = None,
    after: Annotated[int, Query(ge=0, le=_MOST)] = 0,
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
) -> Jobs:
    """Return jobs in the order in which they were accepted, of all or of a batch."""
    found = jobs.listed(service.storage, batch, state, after, limit)
    return Jobs(jobs=[shown(job) for job in found], next=found[-1].seq if len(found) == limit else None)


@router.get("/jobs/{job}", tags=["jobs"], summary="A job", responses=problems("not_found", "invalid"))
def get_job(job: Id, service: Asked) -> Job:
    """Return a job and, when it is finished, where its result is or why there is none."""
    return shown(_job(service, job))


@router.post("/batches", status_code=201, tags=["jobs"], summary="Begin a batch", responses=problems("invalid"))
def post_batch(service: Asked, response: Response, request: Annotated[BatchRequest | None, Body()] = None) -> Batch:
    """Make a batch, to which files are then posted one by one (`POST /v1/records?batch=…`)."""
    batch = jobs.new_batch(service.storage, request.label if request else None)
    response.headers["Location"] = f"/v1/batches/{batch}"
    return _batch(service, batch)


@router.get("/batches/{batch}", tags=["jobs"], summary="A batch", responses=problems("not_found", "invalid"))
def get_batch(batch: Id, service: Asked) -> Batch:
    """Return how far a batch is."""
    return _batch(service, batch)


@router.post(
    "/crosschecks",
    tags=["cross-check"],
    summary="Check chosen plans against one another",
    response_class=Response,
    responses={
        200: {"model": CrossCheck, "description": "Links, verdicts on targets, sums, citation faults"},
        202: {"model": Job, "description": "Accepted: the job of `Location` will have the result"},
        **problems("not_found", "queue_full", "invalid", "timeout", "memory", "disk_full"),
    },
)
async def post_crosscheck(body: CrossCheckRequest, request: Request, service: Asked) -> Response:
    """Check plans of several levels against one another."""
    members = tuple(dict.fromkeys(body.records))
    missing = await asyncio.to_thread(index.missing, service.storage, members)
    if missing is not None:
        raise ProblemError("not_found", f"there is no record {missing}", f"không có bản ghi {missing}")

    async def arrive(job_id: str) -> jobs.Order:
        return await service.accept(jobs.Order(job_id, "crosscheck", members=members))

    job = await service.submit(0, arrive, service.patience(request))
    return job_answer(job, service.storage.crosscheck_file(job.id))


@router.get(
    "/crosschecks/{job}",
    tags=["cross-check"],
    summary="A cross-check",
    response_class=Response,
    responses={200: {"model": CrossCheck, "description": "The cross-check"}, **problems("not_found", "invalid")},
)
def get_crosscheck(job: Id, service: Asked) -> Response:
    """Return a cross-check that is done."""
    found = _job(service, job)
    if found.kind != "crosscheck" or not found.is_finished:
        raise ProblemError("not_found", "there is no such cross-check", "không có kết quả đối chiếu này")
    return file_answer(service.storage.crosscheck_file(job))


def _job(service: Service, job: str) -> jobs.Job:
    found = jobs.find(service.storage, job)
    if found is None:
        raise ProblemError("not_found", "there is no such job", "không có công việc này")
    return found


def _batch(service: Service, batch: str) -> Batch:
    found = jobs.find_batch(service.storage, batch)
    if found is None:
        raise ProblemError("not_found", "there is no such batch", "không có lô này")
    label, made = found
    counts = jobs.counts(service.storage, batch)
    working = any(counts[state] for state in jobs.UNFINISHED)
    return Batch(id=batch, label=label, made=made, state="working" if working else "done", counts=counts)

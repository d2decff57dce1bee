"""How answers are described in OpenAPI, and those that several routes give."""

from pathlib import Path
from typing import Any

from fastapi import Response
from fastapi.responses import FileResponse, JSONResponse

from extractor.reviewing.api import jobs
from extractor.reviewing.api.models import shown
from extractor.reviewing.api.problems import KINDS, MEDIA_TYPE, ProblemError, of_failure

Described = dict[int | str, dict[str, Any]]
_OF_ALL = ("unauthorised", "foreign_origin", "foreign_host")


def problems(*codes: str) -> Described:
    """Describe the error answers of a route, with an example for each code."""
    described: Described = {}
    for code in (*codes, *_OF_ALL):
        kind = KINDS[code]
        content = described.setdefault(
            kind.status,
            {
                "description": kind.title,
                "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/ProblemBody"}, "examples": {}}},
            },
        )["content"][MEDIA_TYPE]
        content["examples"][code] = {
            "value": {
                "type": f"urn:kehoach:problem:{code}",
                "title": kind.title,
                "status": kind.status,
                "detail": kind.title,
                "code": code,
                "title_vi": kind.title_vi,
                "detail_vi": kind.title_vi,
            }
        }
    return described


def file_answer(path: Path, headers: dict[str, str] | None = None) -> Response:
    """Answer with a JSON file as it stands, in pieces."""
    try:
        known = path.stat()
    except OSError:
        raise ProblemError("not_found") from None
    return FileResponse(path, headers=headers, media_type="application/json", stat_result=known)


def job_answer(job: jobs.Job, result: Path) -> Response:
    """Answer with what came of a job: its result, nothing where there is no plan, the problem, or the job itself."""
    shows = shown(job)
    location = f"/v1/jobs/{job.id}"
    if job.failure:
        raise of_failure(job.failure, location)
    if job.state == "no_plan":
        return Response(status_code=204, headers={"Location": location, "Kehoach-Outcome": "no_plan"})
    if job.state == "done":
        return file_answer(result, {"Content-Location": shows.result or "", "Location": location})
    return JSONResponse(shows.model_dump(), 202, {"Location": location, "Retry-After": "1"})

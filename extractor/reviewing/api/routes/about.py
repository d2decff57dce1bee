"""The server itself: health, metrics, schemas, the kinds of problems."""

from importlib.metadata import version
from typing import Literal

from fastapi import APIRouter, Response
from prometheus_client import generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from extractor.records.schema import crosscheck_schema, plan_schema
from extractor.reviewing.api.models import Health
from extractor.reviewing.api.problems import KINDS, Kind
from extractor.reviewing.api.routes.answers import problems
from extractor.reviewing.api.service import Asked
from extractor.ruleset import ruleset

router = APIRouter(tags=["about"])


@router.get("/health", summary="Whether the server works")
def health(service: Asked) -> Health:
    """Answer when the database can be read; needs no token."""
    service.storage.read().execute("SELECT 1 FROM jobs LIMIT 1").fetchone()
    return Health(version=version("kehoach"), ruleset=ruleset())


@router.get(
    "/metrics",
    summary="Figures for Prometheus",
    response_class=Response,
    responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}}, **problems()},
)
def metrics(service: Asked) -> Response:
    """Return requests, jobs, queue, memory."""
    figures = service.metrics
    unfinished, size = service.dispatcher.load()
    figures.unfinished.set(unfinished)
    figures.unfinished_bytes.set(size)
    figures.records.set(service.storage.read().execute("SELECT count(*) FROM records").fetchone()[0])
    return Response(generate_latest(figures.registry), media_type=CONTENT_TYPE_LATEST)


@router.get(
    "/v1/schemas/{of}",
    summary="JSON Schemas",
    response_class=Response,
    responses={200: {"content": {"application/schema+json": {"schema": {"type": "object"}}}}, **problems("invalid")},
)
def schema(of: Literal["plan", "crosscheck"]) -> Response:
    """Return the JSON Schema of a record or of a cross-check."""
    return Response(plan_schema() if of == "plan" else crosscheck_schema(), media_type="application/schema+json")


@router.get("/v1/problems", summary="The codes of problems", responses=problems())
def list_problems() -> list[Kind]:
    """Return every code that an error answer or a failed job can have."""
    return list(KINDS.values())

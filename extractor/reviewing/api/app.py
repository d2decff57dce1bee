"""The application: routes, errors, what stands around them."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from starlette.middleware.cors import CORSMiddleware

from extractor.reviewing.api.dispatch import Dispatcher
from extractor.reviewing.api.errors import answer_errors
from extractor.reviewing.api.examples import RECORD
from extractor.reviewing.api.guard import AnswerHeaders, Guard
from extractor.reviewing.api.observe import Metrics, Observe
from extractor.reviewing.api.problems import ProblemBody
from extractor.reviewing.api.retention import Retention
from extractor.reviewing.api.routes import about, records, work
from extractor.reviewing.api.service import Service
from extractor.reviewing.api.settings import Settings
from extractor.reviewing.api.storage import Storage

_DESCRIPTION = """Reads Vietnamese plan documents (Kế hoạch) into checked records, and searches them.

Errors are answered by RFC 9457 (`application/problem+json`) with a stable `code`; `/v1/problems` lists them.
A file that was read but holds no plan is answered with 204, and its job has the state `no_plan`."""


def create_app(storage: Storage, settings: Settings) -> FastAPI:
    """Put the application together; workers run from its start to its end."""
    metrics = Metrics()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        dispatcher = Dispatcher(storage, settings, metrics.job_finished)
        app.state.service = Service(settings, storage, metrics, dispatcher)
        retention = Retention(storage, settings.keep_jobs_days)
        dispatcher.start()
        retention.start()
        try:
            yield
        finally:
            await asyncio.to_thread(dispatcher.stop)
            await asyncio.to_thread(retention.stop)

    app = FastAPI(
        title="kehoach",
        version=version("kehoach"),
        description=_DESCRIPTION,
        lifespan=lifespan,
        docs_url=None,  # its page loads scripts from elsewhere
        redoc_url=None,
    )
    for routes in (records, work, about):
        app.include_router(routes.router)
    answer_errors(app)
    app.add_middleware(Guard, settings=settings)
    if settings.origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=list(settings.origins),
            allow_methods=["GET", "POST", "DELETE"],
            allow_headers=["Authorization", "Content-Type", "Prefer"],
            expose_headers=["Location", "Content-Location", "Retry-After", "Kehoach-Outcome"],
        )
    app.add_middleware(AnswerHeaders)
    app.add_middleware(Observe, metrics=metrics)
    app.openapi = lambda: _openapi(app)  # type: ignore[method-assign]
    return app


def _openapi(app: FastAPI) -> dict[str, Any]:
    if app.openapi_schema is None:
        schema = get_openapi(
            title=app.title, version=app.version, description=app.description, routes=app.routes, tags=app.openapi_tags
        )
        parts = schema["components"]
        for unused in ("HTTPValidationError", "ValidationError"):
            parts["schemas"].pop(unused, None)
        parts["schemas"]["ProblemBody"] = ProblemBody.model_json_schema()
        parts["schemas"]["PlanRecord"]["examples"] = [RECORD]
        parts["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
        schema["security"] = [{"token": []}, {}]
        app.openapi_schema = schema
    return app.openapi_schema

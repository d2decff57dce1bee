"""The application: routes, errors, what stands around them."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.utils import get_openapi
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import ClientDisconnect

from extractor.reviewing.api.dispatch import Dispatcher
from extractor.reviewing.api.examples import RECORD
from extractor.reviewing.api.guard import AnswerHeaders, Guard
from extractor.reviewing.api.observe import Metrics, Observe
from extractor.reviewing.api.problems import ProblemBody, ProblemError, problem
from extractor.reviewing.api.routes import about, records, work
from extractor.reviewing.api.service import Service
from extractor.reviewing.api.settings import Settings
from extractor.reviewing.api.storage import Storage

_CLIENT_GONE = 499
_NO_ROOM = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY})
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
        dispatcher.start()
        try:
            yield
        finally:
            await asyncio.to_thread(dispatcher.stop)

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
    _answer_errors(app)
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


def _answer_errors(app: FastAPI) -> None:
    @app.exception_handler(ProblemError)
    async def _(request: Request, error: ProblemError) -> Response:
        return error.response()

    @app.exception_handler(RequestValidationError)
    async def _(request: Request, error: RequestValidationError) -> Response:
        errors = [{"where": ".".join(map(str, one["loc"])), "message": one["msg"]} for one in error.errors()]
        return problem("invalid", errors=errors[:20])

    @app.exception_handler(HTTPException)
    async def _(request: Request, error: HTTPException) -> Response:
        code = {404: "not_found", 405: "wrong_method"}.get(error.status_code, "invalid")
        return problem(code, headers=error.headers)

    @app.exception_handler(sqlite3.OperationalError)
    async def _(request: Request, error: sqlite3.OperationalError) -> Response:
        if error.sqlite_errorcode & 0xFF in _NO_ROOM:  # the low byte tells the kind
            return problem("disk_full")
        raise error

    @app.exception_handler(ClientDisconnect)
    async def _(request: Request, error: ClientDisconnect) -> Response:
        return Response(status_code=_CLIENT_GONE)  # for the log: nobody is there to read it


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

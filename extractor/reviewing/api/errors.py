"""What an application answers when a request ends by an error."""

import sqlite3

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from extractor.reviewing.api.problems import ProblemError

_CLIENT_GONE = 499
_NO_ROOM = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY})


def answer_errors(app: FastAPI) -> None:
    """Answer every error as a problem."""

    @app.exception_handler(ProblemError)
    async def _(request: Request, error: ProblemError) -> Response:
        return error.response()

    @app.exception_handler(RequestValidationError)
    async def _(request: Request, error: RequestValidationError) -> Response:
        errors = [{"where": ".".join(map(str, one["loc"])), "message": one["msg"]} for one in error.errors()]
        return ProblemError("invalid", errors=errors[:20]).response()

    @app.exception_handler(HTTPException)
    async def _(request: Request, error: HTTPException) -> Response:
        code = {404: "not_found", 405: "wrong_method"}.get(error.status_code, "invalid")
        answer = ProblemError(code).response()
        answer.headers.update(error.headers or {})
        return answer

    @app.exception_handler(sqlite3.OperationalError)
    async def _(request: Request, error: sqlite3.OperationalError) -> Response:
        if error.sqlite_errorcode & 0xFF in _NO_ROOM:  # the low byte tells the kind
            return ProblemError("disk_full").response()
        raise error

    @app.exception_handler(ClientDisconnect)
    async def _(request: Request, error: ClientDisconnect) -> Response:
        return Response(status_code=_CLIENT_GONE)  # for the log: nobody is there to read it

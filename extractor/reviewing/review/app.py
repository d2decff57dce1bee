"""The application: the page's files, its routes, what stands around them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from extractor.reviewing.api.errors import answer_errors
from extractor.reviewing.api.guard import AnswerHeaders
from extractor.reviewing.api.observe import Metrics, Observe
from extractor.reviewing.review.desk import Desk
from extractor.reviewing.review.guard import POLICY, ReviewGuard
from extractor.reviewing.review.pages import Pages
from extractor.reviewing.review.routes import router

BUILT = Path(__file__).parents[1] / "page" / "built"
"""The page as it is built; it comes with the package."""


class _Asked(StaticFiles):
    """Files that a browser asks for again each time: a newer version of the program has them under the same names."""

    def file_response(self, *args: Any, **options: Any) -> Response:
        """Answer with a file."""
        answer = super().file_response(*args, **options)
        answer.headers["Cache-Control"] = "no-cache"
        return answer


def create_app(desk: Desk, token: str) -> FastAPI:
    """Put the application together; records are made from its start to its end."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        desk.start()
        try:
            yield
        finally:
            desk.stop()

    app = FastAPI(lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url=None)
    app.state.desk, app.state.pages = desk, Pages()
    app.include_router(router)
    if BUILT.is_dir():
        app.mount("/", _Asked(directory=BUILT, html=True))
    answer_errors(app)
    app.add_middleware(ReviewGuard, token=token)
    app.add_middleware(AnswerHeaders, policy=POLICY)
    app.add_middleware(Observe, metrics=Metrics())
    return app

"""What the page asks for."""

import asyncio
from dataclasses import asdict
from typing import Annotated, Any, Literal

import regex
from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi import Path as InPath
from pydantic import BaseModel, ConfigDict, ValidationError
from starlette.responses import JSONResponse

from extractor.reviewing.api.problems import ProblemError
from extractor.reviewing.review.catalogue import ID
from extractor.reviewing.review.desk import Desk, Saving, answer
from extractor.reviewing.review.download import exported
from extractor.reviewing.review.folder import Reviewer
from extractor.reviewing.review.opened import Opened
from extractor.reviewing.review.pages import Pages
from extractor.reviewing.review.queue import Queue

router = APIRouter(prefix="/api")
MAX_BODY = 32_000_000
"""Bytes of what a page sends: a plan of 5 MB with ten thousand records has half of it."""
_PATIENCE = 20.0
"""Seconds that an answer waits for a plan's record."""
_VERSION = regex.compile(r'\s*(?:W/)?"?(\d{1,9})"?\s*')
Format = Literal["gold", "labelstudio", "doccano", "doccano-relations", "webannotation"]
Id = Annotated[str, InPath(pattern=ID)]
Number = Annotated[int, InPath(ge=1, le=100_000)]


class Session(BaseModel):
    """Who reviews, and where the results are."""

    reviewer: str
    out: str


class Renaming(BaseModel):
    """Who reviews from now on."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)
    reviewer: Reviewer


class Saved(BaseModel):
    """The version that was saved."""

    version: int


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


def _pages(request: Request) -> Pages:
    pages: Pages = request.app.state.pages
    return pages


AtDesk = Annotated[Desk, Depends(_desk)]
OfPages = Annotated[Pages, Depends(_pages)]


@router.get("/session")
def get_session(desk: AtDesk) -> Session:
    """Return who reviews."""
    return Session(reviewer=desk.reviewer, out=str(desk.results.out))


@router.put("/session")
def put_session(renaming: Renaming, desk: AtDesk) -> Session:
    """Note who reviews from now on."""
    desk.rename(renaming.reviewer)
    return get_session(desk)


@router.get("/plans")
def get_plans(desk: AtDesk) -> Queue:
    """Return the queue."""
    return desk.queue()


@router.get("/plans/{plan}")
def get_plan(plan: Id, desk: AtDesk) -> Response:
    """Return a plan; one whose record is still being made is waited for a while."""
    entry = desk.entry(plan)
    if not desk.wait(entry, _PATIENCE):
        return JSONResponse({"id": entry.id, "file": entry.file, "state": "waiting"}, 202)
    opened = desk.open(entry)
    return Response(answer(opened), media_type="application/json", headers={"ETag": f'"{opened.version}"'})


@router.put("/plans/{plan}")
async def put_plan(plan: Id, request: Request, desk: AtDesk) -> Saved:
    """Save a plan as it is corrected, unless another version was saved meanwhile."""
    version = _version(request)
    entry = desk.entry(plan)
    content = await _body(request)
    saving = await asyncio.to_thread(_saving, content)
    if not await asyncio.to_thread(desk.wait, entry, _PATIENCE):
        raise ProblemError("not_found", "its record is still being made", "bản ghi đang được tạo")
    return Saved(version=await asyncio.to_thread(desk.save, entry, version, saving))


@router.get("/plans/{plan}/boxes")
def get_boxes(
    plan: Id, page: Annotated[int, Query(ge=1, le=100_000)], desk: AtDesk, pages: OfPages
) -> list[dict[str, Any]]:
    """Return where the words of a page stand."""
    boxes = pages.boxes(_opened(desk, plan), page)
    return [{name: value for name, value in asdict(box).items() if value is not None} for box in boxes]


@router.get("/plans/{plan}/pages/{number}.png")
def get_page(plan: Id, number: Number, desk: AtDesk, pages: OfPages) -> Response:
    """Return a page as a picture."""
    picture = pages.picture(_opened(desk, plan), number)
    return Response(picture, media_type="image/png", headers={"Cache-Control": "private, max-age=3600"})


@router.get("/export")
def get_export(desk: AtDesk, chosen: Annotated[Format, Query(alias="format")] = "gold") -> Response:
    """Return all plans of which anything was saved, as gold files in a ZIP or as one file of a tool."""
    name, media_type, content = exported(desk.saved(), chosen)
    return Response(content, media_type=media_type, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _opened(desk: Desk, plan: str) -> Opened:
    entry = desk.entry(plan)
    if not desk.wait(entry, _PATIENCE):
        raise ProblemError("not_found", "its record is still being made", "bản ghi đang được tạo")
    return desk.open(entry)


def _version(request: Request) -> int:
    given = request.headers.get("if-match")
    found = _VERSION.fullmatch(given) if given is not None else None
    if found is None:
        raise ProblemError(
            "version_required",
            'If-Match must name the version that was corrected: If-Match: "3"',
            'If-Match phải nêu phiên bản đã sửa: If-Match: "3"',
        )
    return int(found[1])


async def _body(request: Request) -> bytes:
    content = bytearray()
    async for piece in request.stream():
        content += piece
        if len(content) > MAX_BODY:
            megabytes = MAX_BODY // 1_000_000
            raise ProblemError("upload_too_large", f"at most {megabytes} MB", f"tối đa {megabytes} MB")
    return bytes(content)


def _saving(content: bytes) -> Saving:
    try:
        return Saving.model_validate_json(content)
    except ValidationError as error:
        raise ProblemError(
            "invalid",
            errors=[
                {
                    "path": ".".join(map(str, one["loc"])),
                    "message_en": one["msg"],
                    "message_vi": "giá trị không hợp lệ",
                }
                for one in error.errors(include_url=False, include_input=False)[:20]
            ],
        ) from None

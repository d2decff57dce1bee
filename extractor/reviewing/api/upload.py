"""Uploads: the body of a request, piece by piece into a file, within limits on size and time."""

import asyncio
import errno
import hashlib
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import regex
from starlette.requests import Request

from extractor.reviewing.api.problems import ProblemError
from extractor.reviewing.api.settings import Settings
from extractor.reviewing.api.storage import sync_folder

_CONTROL = regex.compile(r"[\p{Cc}\p{Cs}\p{Bidi_Control}]++")
_SLASH = regex.compile(r"[/\\]")
MAX_NAME = 200


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that has arrived whole and stands on the disk."""

    content: str
    """SHA-256."""
    size: int


def plain_name(given: str | None) -> str | None:
    """Return the last part of a file's name, without control letters; it is recorded and never used as a path."""
    name = _SLASH.split(_CONTROL.sub("", given or ""))[-1].strip()[-MAX_NAME:]
    return None if name in ("", ".", "..") else name


def declared_size(request: Request, settings: Settings) -> int:
    """Return the size that a request names, or the largest where it names none; refuses it before a byte is read."""
    if request.headers.get("content-type", "").lower().startswith("multipart/"):
        raise ProblemError(
            "multipart",
            "the body is taken for the file itself; curl: --data-binary @FILE instead of -F",
            "nội dung yêu cầu phải là chính tệp; với curl: --data-binary @TỆP thay cho -F",
        )
    given = request.headers.get("content-length")
    if given is None:
        return settings.max_bytes
    if int(given) > settings.max_bytes:
        raise _too_large(settings)
    return int(given)


@asynccontextmanager
async def received(request: Request, path: Path, settings: Settings) -> AsyncIterator[Upload]:
    """Receive the body into a file; the file is removed where the block ends by an error."""
    try:
        yield await _receive(request, path, settings)
    except BaseException as error:
        path.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EROFS):
            raise ProblemError("disk_full") from None
        raise


async def _receive(request: Request, path: Path, settings: Settings) -> Upload:
    digest, size = hashlib.sha256(), 0
    try:
        async with asyncio.timeout(settings.upload_seconds):
            with path.open("xb") as file:
                pieces = request.stream()
                while (piece := await asyncio.wait_for(anext(pieces, None), settings.idle_seconds)) is not None:
                    size += len(piece)
                    if size > settings.max_bytes:
                        raise _too_large(settings)
                    digest.update(piece)
                    file.write(piece)
                await asyncio.to_thread(_to_disk, file, path.parent)
    except TimeoutError:
        raise ProblemError("upload_timeout", connection="close") from None
    return Upload(digest.hexdigest(), size)


def _to_disk(file: BinaryIO, folder: Path) -> None:
    file.flush()
    os.fsync(file.fileno())
    sync_folder(folder)


def _too_large(settings: Settings) -> ProblemError:
    megabytes = settings.max_bytes / 1e6
    return ProblemError(
        "upload_too_large",
        f"at most {megabytes:g} MB; split the file",
        f"tối đa {megabytes:g} MB; hãy chia nhỏ tệp",
        connection="close",
    )

"""Who may ask: the token, the name of the server, pages of other sites; and the headers of every answer."""

import hashlib
import hmac
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from extractor.reviewing.api.problems import ProblemError
from extractor.reviewing.api.settings import Settings, is_loopback

OPEN = frozenset({"/health"})
"""Asked by programs that watch the server and hold no token."""
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Guard:
    """Refuses what must not reach the routes, before a body is read."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app, self.settings = app, settings
        self._digest = _digest(settings.token.encode()) if settings.token else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on or answer it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        try:
            self._check(scope["path"], Headers(scope=scope))
        except ProblemError as error:
            await error.response()(scope, receive, send)
            return
        await self.app(scope, receive, send)

    def _check(self, path: str, headers: Headers) -> None:
        if self._digest is None and not is_loopback(_host(headers.get("host", ""))):
            # a page elsewhere whose name was pointed at this machine (DNS rebinding)
            raise ProblemError("foreign_host")
        origin = headers.get("origin")
        if origin is not None and origin not in self.settings.origins and not _is_own(origin, headers.get("host", "")):
            raise ProblemError("foreign_origin")
        if origin is None and headers.get("sec-fetch-site") == "cross-site":
            raise ProblemError("foreign_origin")
        if self._digest is not None and path not in OPEN:
            scheme, _, token = headers.get("authorization", "").partition(" ")
            given = _digest(token.strip().encode("latin-1", "replace"))
            if not hmac.compare_digest(given, self._digest) or scheme.lower() != "bearer":
                raise ProblemError("unauthorised", WWW_Authenticate='Bearer realm="kehoach"')


class AnswerHeaders:
    """Headers that keep a browser from taking an answer for a page."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; its answer gets the headers."""

        async def headed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        await self.app(scope, receive, headed)


def _digest(token: bytes) -> bytes:
    """Return what is compared: of even length, so that the time of the comparison tells nothing."""
    return hashlib.sha256(token).digest()


def _host(header: str) -> str:
    """Return the name in a Host header, without its port."""
    if header.startswith("["):
        return header.partition("]")[0][1:]
    return header.partition(":")[0]


def _is_own(origin: str, host: str) -> bool:
    """Tell whether a page comes from this server itself."""
    return bool(host) and urlsplit(origin).netloc == host

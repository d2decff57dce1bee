"""Who may ask: the token, the name of the server, pages of other sites; and the headers of every answer."""

import hashlib
import hmac
from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from extractor.reviewing.api.problems import ProblemError
from extractor.reviewing.api.settings import Settings, is_loopback

OPEN = frozenset({"/health"})
"""Asked by programs that watch the server and hold no token."""
NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
"""What a browser may load and run of an answer."""
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Guard:
    """Refuses what must not reach the routes, before a body is read."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app, self.settings = app, settings
        self._digest = digest(settings.token) if settings.token else None

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
        if self._digest is None:
            refuse_other_names(headers)
        refuse_other_pages(headers, self.settings.origins)
        if self._digest is not None and path not in OPEN:
            scheme, _, token = headers.get("authorization", "").partition(" ")
            if not is_token(token, self._digest) or scheme.lower() != "bearer":
                raise ProblemError("unauthorised", WWW_Authenticate='Bearer realm="kehoach"')


class AnswerHeaders:
    """Headers that keep a browser from taking an answer for a page."""

    def __init__(self, app: ASGIApp, policy: str = NOTHING) -> None:
        self.app = app
        self._headers = {"Content-Security-Policy": policy, **_HEADERS}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; its answer gets the headers."""

        async def headed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        await self.app(scope, receive, headed)


def refuse_other_names(headers: Headers) -> None:
    """Refuse a page elsewhere whose name was pointed at this machine (DNS rebinding)."""
    if not is_loopback(_host(headers.get("host", ""))):
        raise ProblemError("foreign_host")


def refuse_other_pages(headers: Headers, origins: Collection[str] = ()) -> None:
    """Refuse pages that are neither the server's own nor of one of the origins."""
    origin = headers.get("origin")
    if origin is not None and origin not in origins and not _is_own(origin, headers.get("host", "")):
        raise ProblemError("foreign_origin")
    if origin is None and headers.get("sec-fetch-site") == "cross-site":
        raise ProblemError("foreign_origin")


def digest(token: str) -> bytes:
    """Return what is compared: of even length, so that the time of the comparison tells nothing."""
    return hashlib.sha256(token.strip().encode("latin-1", "replace")).digest()


def is_token(given: str, expected: bytes) -> bool:
    """Tell whether what was given has the digest that is expected."""
    return hmac.compare_digest(digest(given), expected)


def _host(header: str) -> str:
    """Return the name in a Host header, without its port."""
    if header.startswith("["):
        return header.partition("]")[0][1:]
    return header.partition(":")[0]


def _is_own(origin: str, host: str) -> bool:
    """Tell whether a page comes from this server itself."""
    return bool(host) and urlsplit(origin).netloc == host

"""Who may ask the server of the review page: its own page, which knows the token that was printed at the start."""

from http.cookies import CookieError, SimpleCookie

import regex
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from extractor.reviewing.api.guard import digest, is_token, refuse_other_names, refuse_other_pages
from extractor.reviewing.api.problems import ProblemError

HEADER = "X-Kehoach-Review"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; font-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_BY_COOKIE = regex.compile(r"/api/(?:export|plans/[0-9a-f]{16}/pages/[0-9]{1,6}\.png)")
"""What a browser asks for by an address alone, without a header: pictures and downloads."""


class ReviewGuard:
    """Lets only the review's own page in.

    The cookie, which a browser gives to programs at other ports of this machine as well, is not the token, and opens
    pictures and downloads alone.
    """

    def __init__(self, app: ASGIApp, token: str) -> None:
        self.app = app
        self._token, self._cookie = digest(token), digest(f"{token} cookie").hex()
        self._cookie_digest = digest(self._cookie)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on or answer it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        try:
            by_header = self._check(scope["method"], scope["path"], headers)
        except ProblemError as error:
            await error.response()(scope, receive, send)
            return

        async def with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start":
                name = _cookie_name(headers)
                MutableHeaders(scope=message).append(
                    "Set-Cookie", f"{name}={self._cookie}; Path=/api; HttpOnly; SameSite=Strict"
                )
            await send(message)

        await self.app(scope, receive, with_cookie if by_header else send)

    def _check(self, method: str, path: str, headers: Headers) -> bool:
        """Refuse strangers; tells whether the page has given its token."""
        refuse_other_names(headers)
        refuse_other_pages(headers)
        if not path.startswith("/api"):
            return False
        if is_token(headers.get(HEADER, ""), self._token):
            return True
        if method == "GET" and _BY_COOKIE.fullmatch(path) and is_token(_given(headers), self._cookie_digest):
            return False
        raise ProblemError(
            "unauthorised",
            "open the page by the address that kehoach review has printed",
            "hãy mở trang bằng địa chỉ mà kehoach review đã in ra",
        )


def _cookie_name(headers: Headers) -> str:
    """Return the cookie's name: one for each port, for a browser gives all of a machine's cookies to each."""
    port = headers.get("host", "").rpartition(":")[2]
    return f"kehoach_review_{port}" if port.isdecimal() else "kehoach_review"


def _given(headers: Headers) -> str:
    try:
        cookie = SimpleCookie(headers.get("cookie", "")).get(_cookie_name(headers))
    except CookieError:
        return ""
    return cookie.value if cookie else ""

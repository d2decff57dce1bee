"""Listening: uvicorn with patience that has an end."""

import asyncio
import socket
from collections.abc import Callable
from dataclasses import dataclass
from types import FrameType

import h11
import uvicorn
from fastapi import FastAPI
from uvicorn.protocols.http.h11_impl import H11Protocol

_GRACE = 30
"""Seconds that uploads under way have when the server is told to end."""
_MOST_HEAD = 32_768
"""Bytes of a request's head."""


class AddressError(Exception):
    """An address at which the server cannot listen; the log says why."""


class Patient(H11Protocol):
    """Closes a connection whose request's head does not come in time; uvicorn alone waits for ever."""

    seconds: float = 20
    _timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for the first request."""
        super().connection_made(transport)
        self._watch()

    def data_received(self, data: bytes) -> None:
        """Take a piece."""
        super().data_received(data)
        self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no more."""
        self._stop()
        super().connection_lost(exc)

    def _watch(self) -> None:
        if self.conn.their_state is not h11.IDLE:
            self._stop()
        elif self._timer is None:
            self._timer = self.loop.call_later(self.seconds, self.transport.close)

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None


def _nothing() -> None:
    """Do nothing."""


@dataclass(frozen=True)
class Address:
    """Where a server listens, and how long and to how many at once."""

    host: str
    port: int
    idle_seconds: float
    connections: int


class _Server(uvicorn.Server):
    """Tells when it listens, and when it is told to end, so that no answer waits any longer."""

    ready: Callable[[int], None]
    ending: Callable[[], None]

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """End after the requests under way."""
        self.loop.call_soon_threadsafe(self.ending)
        super().handle_exit(sig, frame)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Note the loop, for signals come outside of it."""
        self.loop = asyncio.get_running_loop()
        await super().startup(sockets)
        if self.started:
            self.ready(self.servers[0].sockets[0].getsockname()[1])


def listen(
    app: FastAPI,
    address: Address,
    *,
    ready: Callable[[int], None] = lambda port: None,
    ending: Callable[[], None] = _nothing,
) -> None:
    """Serve until told to end; raises AddressError where nobody can listen there.

    `ready` is called with the port when the server listens, `ending` when it is told to end.
    """
    server = _Server(
        uvicorn.Config(
            app,
            host=address.host,
            port=address.port,
            http=type("Protocol", (Patient,), {"seconds": address.idle_seconds}),
            ws="none",
            lifespan="on",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            limit_concurrency=address.connections,
            h11_max_incomplete_event_size=_MOST_HEAD,
            timeout_graceful_shutdown=_GRACE,
        )
    )
    server.ready, server.ending = ready, ending
    try:
        server.run()
    except SystemExit:  # uvicorn ends the program, by a status of its own
        raise AddressError from None

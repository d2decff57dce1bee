"""What the routes work with, and the way of a job from its acceptance to its answer."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Annotated

import regex
from fastapi import Depends, Request

from extractor.reviewing.api import jobs
from extractor.reviewing.api.dispatch import Dispatcher
from extractor.reviewing.api.observe import Metrics
from extractor.reviewing.api.problems import ProblemError
from extractor.reviewing.api.settings import Settings
from extractor.reviewing.api.storage import Storage

_WAIT = regex.compile(r"(?:^|[,;\s])wait\s*=\s*(\d{1,4})(?!\d)")
_ASYNC = regex.compile(r"(?:^|[,;\s])respond-async(?:$|[,;\s])")


@dataclass
class Service:
    """One running server."""

    settings: Settings
    storage: Storage
    metrics: Metrics
    dispatcher: Dispatcher
    stopping: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when the server is told to end: answers wait no longer."""

    async def submit(self, size: int, arrive: Callable[[str], Awaitable[jobs.Order]], patience: float) -> jobs.Job:
        """Accept a job, and wait for it for a while; it is returned as it then is.

        `arrive` brings in what the job needs; the place in the queue is kept for it before. Large files and those of a
        batch are not waited for.
        """
        again = self.dispatcher.reserve(size)
        if again is not None:
            raise ProblemError(
                "queue_full",
                f"try again in {again:.0f} seconds",
                f"hãy thử lại sau {again:.0f} giây",
                Retry_After=f"{again:.0f}",
            )
        job_id = jobs.new_id()
        done = self.dispatcher.expect(job_id)
        try:
            order = await arrive(job_id)
            self.dispatcher.accepted(size, order.size)
        except BaseException:
            self.dispatcher.forget(job_id)
            self.dispatcher.release(size)
            raise
        if patience and order.batch is None and order.size < self.settings.large_bytes:
            await self._wait(done, patience)
        self.dispatcher.forget(job_id)
        job = await asyncio.to_thread(jobs.find, self.storage, job_id)
        assert job is not None
        return job

    async def accept(self, order: jobs.Order) -> jobs.Order:
        """Put a job on the disk."""
        await asyncio.to_thread(jobs.accept, self.storage, order)
        return order

    async def _wait(self, done: asyncio.Event, seconds: float) -> None:
        waits = [asyncio.create_task(event.wait()) for event in (done, self.stopping)]
        try:
            await asyncio.wait(waits, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()

    def patience(self, request: Request) -> float:
        """Return how long an answer may wait for its job (RFC 7240: `Prefer: respond-async`, `Prefer: wait=5`)."""
        preference = ", ".join(request.headers.getlist("prefer")).lower()
        if _ASYNC.search(preference):
            return 0
        asked = _WAIT.search(preference)
        return min(float(asked[1]), self.settings.wait_seconds) if asked else self.settings.wait_seconds


def _service(request: Request) -> Service:
    service: Service = request.app.state.service
    return service


Asked = Annotated[Service, Depends(_service)]
"""The service, as a parameter of a route."""

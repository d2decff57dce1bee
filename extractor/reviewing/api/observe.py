"""What the server tells of itself: metrics for Prometheus, and logs of one JSON object a line.

Neither holds a word of a document, a file's name, a search or an address with its query.
"""

import json
import logging
import sys
import time
import traceback
from datetime import UTC, datetime

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from extractor.reviewing.api import jobs
from extractor.reviewing.api.problems import ProblemError

_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "color_message", "taskName"}
access = logging.getLogger("kehoach.requests")


class Metrics:
    """The figures of one server."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self.requests = Counter(
            "kehoach_requests",
            "Answers by method, route and status",
            ("method", "route", "status"),
            registry=self.registry,
        )
        self.seconds = Histogram(
            "kehoach_request_seconds",
            "Time from a request to its whole answer",
            ("method", "route"),
            registry=self.registry,
        )
        self.uploaded = Counter("kehoach_uploaded_bytes", "Bytes of accepted files", registry=self.registry)
        self.finished = Counter(
            "kehoach_jobs_finished", "Jobs by what came of them", ("kind", "state", "code"), registry=self.registry
        )
        self.job_seconds = Histogram(
            "kehoach_job_seconds", "Time that a worker took for a job", ("kind",), registry=self.registry
        )
        self.unfinished = Gauge("kehoach_jobs_unfinished", "Jobs that wait or are worked on", registry=self.registry)
        self.unfinished_bytes = Gauge("kehoach_jobs_unfinished_bytes", "Bytes of their files", registry=self.registry)
        self.records = Gauge("kehoach_records", "Records that are kept", registry=self.registry)

    def job_finished(self, job: jobs.Job, ending: jobs.Ending, seconds: float) -> None:
        """Count a job and log it."""
        code = ending.note.code if ending.note else ""
        self.finished.labels(job.kind, ending.state, code).inc()
        self.job_seconds.labels(job.kind).observe(seconds)
        logging.getLogger("kehoach.jobs").info(
            "job",
            extra={"id": job.id, "kind": job.kind, "state": ending.state, "code": code, "bytes": job.size}
            | {"seconds": round(seconds, 3), "attempts": job.attempts},
        )


class Observe:
    """Outermost: times and counts each answer, and answers where a fault of ours would leave none."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app, self.metrics = app, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began, status, size = time.perf_counter(), 0, 0

        async def watched(message: Message) -> None:
            nonlocal status, size
            if message["type"] == "http.response.start":
                status = message["status"]
            elif message["type"] == "http.response.body":
                size += len(message.get("body", b""))
            await send(message)

        try:
            await self.app(scope, receive, watched)
        except Exception as error:
            access.error("fault", exc_info=error)
            if not status:
                await ProblemError("internal").response()(scope, receive, watched)
        finally:
            self._count(scope, status, size, time.perf_counter() - began)

    def _count(self, scope: Scope, status: int, size: int, seconds: float) -> None:
        route = getattr(scope.get("route"), "path", "none")
        method = scope["method"] if scope["method"] in _METHODS else "other"
        self.metrics.requests.labels(method, route, str(status)).inc()
        self.metrics.seconds.labels(method, route).observe(seconds)
        access.info(
            "request",
            extra={"method": method, "route": route, "status": status, "seconds": round(seconds, 4), "bytes": size},
        )


_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class JsonLines(logging.Formatter):
    """One JSON object a line; of an error its kind and the lines of code, for its message may quote a document."""

    def format(self, record: logging.LogRecord) -> str:
        """Write a line."""
        given = {name: value for name, value in vars(record).items() if name not in _STANDARD}
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
            **given,
        }
        if record.exc_info and record.exc_info[0]:
            kind, _, trace = record.exc_info
            line["error"] = kind.__name__
            line["at"] = [f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(trace)][-12:]
        return json.dumps(line, ensure_ascii=False, default=str)


def set_up_logs(level: int = logging.INFO) -> None:
    """Write the logs, from a level on, to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    for name in ("kehoach", "uvicorn"):
        logger = logging.getLogger(name)
        logger.handlers = [handler]
        logger.setLevel(level)
        logger.propagate = False

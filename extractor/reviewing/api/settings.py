"""How the server is set up, and the limits that keep it alive whatever it is sent."""

import ipaddress
import os
from dataclasses import dataclass, field
from pathlib import Path

from extractor.running.schedule import Limits

MIN_TOKEN = 16
"""Letters of a token: shorter ones can be guessed over a network."""

IDLE_SECONDS = 20.0


@dataclass(frozen=True)
class Settings:
    """What the server is started with; sizes are in bytes, times in seconds."""

    data: Path
    """Folder for uploads, jobs and records."""
    host: str = "127.0.0.1"
    port: int = 8000
    token: str | None = None
    origins: tuple[str, ...] = ()
    """Origins of pages in a browser that may call the API; none by default."""
    workers: int = field(default_factory=lambda: os.cpu_count() or 1)
    limits: Limits = field(default_factory=lambda: Limits(120, 4096))
    """What the reading of one file may use."""
    max_bytes: int = 100_000_000
    """Of one upload: a scanned plan of 300 pages has about as much."""
    max_pages: int = 1000
    max_queue: int = 1000
    """Jobs that wait or are worked on, with the uploads under way."""
    max_queue_bytes: int = 4_000_000_000
    """Of the uploads of those jobs on the disk."""
    keep_jobs_days: int = 90
    """After which finished jobs are forgotten; records stay."""
    large_bytes: int = 5_000_000
    """From this size on an upload is a job at once, without waiting for its record."""
    wait_seconds: float = 20
    """How long an answer waits for the record before it is a job."""
    upload_seconds: float = 300
    """For the whole body of a request."""
    idle_seconds: float = IDLE_SECONDS
    """Between two pieces of a body, or for the head of a request."""
    connections: int = 512

    @property
    def is_local(self) -> bool:
        """True where only programs of this machine can reach the server."""
        return is_loopback(self.host)


def is_loopback(host: str) -> bool:
    """Tell whether a host is this machine's own: localhost, 127.0.0.0/8, ::1."""
    name = host.strip("[]")
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return name.lower() == "localhost"

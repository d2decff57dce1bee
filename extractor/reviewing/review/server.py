"""The server process of the review page."""

import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from extractor.reviewing.api.observe import set_up_logs
from extractor.reviewing.api.settings import IDLE_SECONDS
from extractor.reviewing.listen import Address, listen
from extractor.reviewing.memory import share_arenas
from extractor.reviewing.review.app import create_app
from extractor.reviewing.review.catalogue import find_entries
from extractor.reviewing.review.desk import Desk
from extractor.reviewing.review.folder import Results
from extractor.running.schedule import Limits

HOST = "127.0.0.1"
_CONNECTIONS = 64


class NoPlansError(Exception):
    """A folder without plans."""


@dataclass(frozen=True)
class Settings:
    """What is reviewed, and how."""

    folder: Path
    out: Path
    reviewer: str | None = None
    port: int = 0
    limits: Limits = field(default_factory=Limits)


def review(settings: Settings, ready: Callable[[str, int], None]) -> None:
    """Serve the page until told to end; `ready` gets its address and the number of plans.

    Raises NoPlansError for a folder without plans, DataError or AddressError where results or address cannot be used.
    """
    share_arenas()
    set_up_logs(logging.WARNING)
    entries = find_entries(settings.folder, settings.out)
    if not entries:
        raise NoPlansError
    with Results(settings.out) as results:
        reviewer = settings.reviewer or results.reviewer()
        results.remember(reviewer)
        token = secrets.token_urlsafe(24)
        desk = Desk(entries, results, settings.limits, reviewer)

        def listening(port: int) -> None:
            ready(f"http://{HOST}:{port}/#token={token}", len(entries))

        address = Address(HOST, settings.port, IDLE_SECONDS, _CONNECTIONS)
        listen(create_app(desk, token), address, ready=listening, ending=desk.wait_no_more)

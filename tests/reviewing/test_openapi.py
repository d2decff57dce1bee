"""Requests made from the OpenAPI description, sound and unsound: no fault of the server, answers as described."""

import os
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from extractor.reviewing.api.app import create_app
from extractor.reviewing.api.settings import Settings
from extractor.reviewing.api.storage import Storage
from tests.reviewing.server import Server, plan

EXAMPLES = int(os.environ.get("KEHOACH_EXAMPLES", "10"))
"""Requests for each operation and way of making them; docs/api.md tells of a longer run."""
NOWHERE = Path("nowhere")
DESCRIBED = schemathesis.openapi.from_dict(create_app(Storage(NOWHERE), Settings(NOWHERE)).openapi())
OPERATIONS = {made.label: made for made in (result.ok() for result in DESCRIBED.get_all_operations())}  # type: ignore[union-attr]
PLAIN = {"GET /health", "GET /metrics", "GET /v1/problems"}
"""What takes no parameter, so that no request can be unsound."""
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


def test_every_route_is_described() -> None:
    assert set(OPERATIONS) == {
        "POST /v1/records",
        "GET /v1/records",
        "GET /v1/records/{record}",
        "DELETE /v1/records/{record}",
        "GET /v1/records/{record}/findings",
        "GET /v1/findings",
        "GET /v1/jobs",
        "GET /v1/jobs/{job}",
        "POST /v1/batches",
        "GET /v1/batches/{batch}",
        "POST /v1/crosschecks",
        "GET /v1/crosschecks/{job}",
        "GET /v1/schemas/{of}",
        "GET /v1/problems",
        "GET /health",
        "GET /metrics",
    }


@pytest.mark.parametrize(
    ("label", "mode"),
    [(label, GenerationMode.POSITIVE) for label in sorted(OPERATIONS)]
    + [(label, GenerationMode.NEGATIVE) for label in sorted(OPERATIONS.keys() - PLAIN)],
)
def test_answers_are_as_described(server: Server, label: str, mode: GenerationMode) -> None:
    server.post(plan(1))

    @settings(
        max_examples=EXAMPLES, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
    )
    @given(OPERATIONS[label].as_strategy(generation_mode=mode))
    def ask(case: Case[Any]) -> None:
        case.call_and_validate(base_url=server.url, checks=CHECKS)

    ask()

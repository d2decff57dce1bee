"""One server for the tests of a file, where they ask nothing special of it."""

from collections.abc import Iterator

import pytest

from tests.reviewing.server import Server, serving


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("served") / "data") as running:
        yield running

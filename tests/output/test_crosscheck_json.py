"""The JSON of a cross-check: written item by item, the same bytes as in one piece."""

from dataclasses import replace
from pathlib import Path

import pydantic
import pytest

from extractor.output.crosscheckfile import write_crosscheck
from extractor.records.crosscheck import CrossCheck
from tests.output.crosschecks import small


@pytest.mark.parametrize("found", [small(), replace(small(), links=(), problems=())])
def test_the_same_bytes_as_in_one_piece(found: CrossCheck, tmp_path: Path) -> None:
    path = tmp_path / "found.json"
    write_crosscheck(path, found)
    assert path.read_bytes() == pydantic.TypeAdapter(CrossCheck).dump_json(found, indent=2) + b"\n"

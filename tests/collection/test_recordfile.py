"""Records as files, and what is said of files that are none."""

import json
from pathlib import Path

import pytest

from extractor.collection.recordfile import RecordError, read_record
from extractor.output.jsonfile import record_json
from extractor.pipeline import extract_text
from tests.plans import PLAN


def problem_of(path: Path) -> tuple[str, str, str]:
    with pytest.raises(RecordError) as caught:
        read_record(path)
    problem = caught.value.problem
    assert "\n" not in problem.message + problem.message_vi
    return problem.name, problem.code, problem.message


def test_a_record(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(record_json(extract_text(PLAN)), "utf-8")
    assert read_record(path).plan.code == "12/KH-UBND"


@pytest.mark.parametrize(
    ("content", "code", "message"),
    [
        ("", "no_record", "is no JSON, so no record of a plan"),
        ("[1, 2]", "no_record", "is no record of a plan"),
        ('{"name": "kehoach"}', "no_record", "is no record of a plan"),
        (
            '{"schema_version": "0", "plan": {}}',
            "other_schema",
            "is a record of schema version 0, this program reads version 1; extract the plan again",
        ),
    ],
)
def test_a_file_that_is_no_record(tmp_path: Path, content: str, code: str, message: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(content, "utf-8")
    assert problem_of(path) == ("a.json", code, message)


def test_a_record_with_a_field_that_is_wrong(tmp_path: Path) -> None:
    record = json.loads(record_json(extract_text(PLAN)))
    record["targets"][0]["value"] = "nhiều"
    path = tmp_path / "a.json"
    path.write_text(json.dumps(record), "utf-8")
    _, code, message = problem_of(path)
    assert code == "unsound_record"
    assert message.startswith("is an unsound record (targets.0.value")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert problem_of(tmp_path / "none.json") == (
        "none.json",
        "unreadable",
        "cannot be read: No such file or directory",
    )

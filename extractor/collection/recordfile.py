"""Tệp bản ghi: records as files, and in one line what is wrong with one that is none."""

import json
from pathlib import Path

from pydantic import ValidationError

from extractor.records import SCHEMA_VERSION, PlanRecord
from extractor.records.crosscheck import Problem


class RecordError(Exception):
    """A file that is no record; `problem` tells why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def read_record(path: Path) -> PlanRecord:
    """Read a record; raises RecordError where the file is none of this version."""
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise RecordError(
            Problem(path.name, "unreadable", f"cannot be read: {reason}", f"không đọc được: {reason}")
        ) from None
    try:
        return PlanRecord.model_validate_json(content)
    except ValidationError as error:
        raise RecordError(problem_of(content, path.name, error)) from None


def problem_of(content: str | bytes, name: str, error: ValidationError) -> Problem:
    """Say in one line why a content is no record of this version."""
    try:
        given = json.loads(content)
    except ValueError:
        return Problem(name, "no_record", "is no JSON, so no record of a plan", "không phải JSON nên không là bản ghi")
    version = given.get("schema_version", SCHEMA_VERSION) if isinstance(given, dict) else None
    if version not in (None, SCHEMA_VERSION):
        return Problem(
            name,
            "other_schema",
            f"is a record of schema version {version}, this program reads version {SCHEMA_VERSION}; "
            "extract the plan again",
            f"là bản ghi theo lược đồ phiên bản {version}, chương trình này đọc phiên bản {SCHEMA_VERSION}; "
            "hãy trích xuất lại kế hoạch",
        )
    if version is None or not {"plan", "source", "text"} <= given.keys():
        return Problem(name, "no_record", "is no record of a plan", "không phải bản ghi kế hoạch")
    first = error.errors(include_url=False)[0]
    where = ".".join(map(str, first["loc"]))
    return Problem(
        name,
        "unsound_record",
        f"is an unsound record ({where}: {first['msg']}); extract the plan again",
        f"là bản ghi hỏng ({where}); hãy trích xuất lại kế hoạch",
    )

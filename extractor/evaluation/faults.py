"""What is wrong with a corrected record, place by place, in both languages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic import ValidationError
from pydantic_core import ErrorDetails

_VIETNAMESE = {
    "missing": "thiếu giá trị",
    "extra_forbidden": "không có trường này",
    "literal_error": "chỉ được là một trong: {expected}",
    "string_type": "phải là chữ",
    "bool_type": "phải là đúng hoặc sai",
    "int_type": "phải là số nguyên",
    "float_type": "phải là số",
    "list_type": "phải là danh sách",
    "dict_type": "phải là nhóm trường",
    "model_type": "phải là nhóm trường",
    "greater_than_equal": "phải từ {ge} trở lên",
}
_OTHER = "giá trị không hợp lệ"
_MOST = 50
"""Faults that are told at once."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault; the path goes by names and indexes: 'targets.3.value'."""

    path: str
    message_en: str
    message_vi: str


class FaultyError(Exception):
    """A corrected record that cannot be kept."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = list(faults)[:_MOST]
        super().__init__(f"{self.faults[0].path}: {self.faults[0].message_en}")


def faults_of(error: ValidationError, path: str) -> Iterator[Fault]:
    """Yield the faults that a model has found; of the kinds of number that a value is not, one is told."""
    seen = set[str]()
    for one in error.errors(include_url=False, include_input=False):
        where = ".".join([path, *(str(part) for part in one["loc"] if part not in ("int", "float"))])
        if where not in seen:
            seen.add(where)
            yield Fault(where, *_messages(one))


def _messages(error: ErrorDetails) -> tuple[str, str]:
    if error["loc"] and error["loc"][-1] in ("int", "float"):
        return "must be a number", "phải là số"
    template = _VIETNAMESE.get(error["type"], _OTHER)
    return error["msg"], template.format(**error.get("ctx", {}))

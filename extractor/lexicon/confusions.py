"""Recognition confusions: wrong form → right form."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from pydantic import BaseModel, ConfigDict


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")

    right: str
    wrong: list[str]
    anywhere: bool = False


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    confusion: list[_Entry]


@dataclass(frozen=True, slots=True)
class Confusion:
    """A form that stands in texts for `right`; `anywhere` when it can never be right as it stands."""

    right: str
    anywhere: bool


@cache
def load_confusions() -> dict[str, Confusion]:
    """Load the confusions by wrong form, also with a capital first letter and in capitals.

    Raises ValidationError for a file that is not as it should be.
    """
    raw = tomllib.loads((files("extractor.lexicon") / "confusions.toml").read_text("utf-8"))
    found: dict[str, Confusion] = {}
    for entry in _File.model_validate(raw).confusion:
        for wrong in entry.wrong:
            for wrong_form, right in zip(_letter_cases(wrong), _letter_cases(entry.right), strict=True):
                found.setdefault(wrong_form, Confusion(right, entry.anywhere))
    return found


@cache
def confusion_finder() -> "re.Pattern[str]":
    """Return the pattern of all wrong forms; as a tree of letters it costs one pass, whatever their number."""
    tree: dict[str, Any] = {}
    for form in load_confusions():
        branch = tree
        for letter in form:
            branch = branch.setdefault(letter, {})
        branch[""] = {}
    return re.compile(_pattern(tree))


def _letter_cases(form: str) -> Iterable[str]:
    return form, form[0].upper() + form[1:], form.upper()


def _pattern(branch: dict[str, Any]) -> str:
    """The pattern of a tree of letters, the longest form first."""
    choices = list(_choices(branch))
    pattern = choices[0] if len(choices) == 1 else f"(?:{'|'.join(choices)})"
    if "" not in branch or not choices[0]:
        return pattern
    return f"(?:{pattern})?"


def _choices(branch: dict[str, Any]) -> Iterator[str]:
    letters = [letter for letter in branch if letter]
    for letter in letters:
        yield re.escape(letter) + _pattern(branch[letter])
    if not letters:
        yield ""

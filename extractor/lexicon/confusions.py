"""Recognition confusions: wrong form → right form."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from extractor.lexicon.alternation import any_of


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")

    right: str
    wrong: list[str]
    anywhere: bool = False
    never_before: tuple[str, ...] = ()
    never_after: tuple[str, ...] = ()
    always_before: tuple[str, ...] = ()
    always_after: tuple[str, ...] = ()


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    confusion: list[_Entry]


@dataclass(frozen=True, slots=True)
class Confusion:
    """A form that stands in texts for `right`; `anywhere` when it can never be right as it stands."""

    right: str
    anywhere: bool
    never_before: tuple[str, ...] = ()
    never_after: tuple[str, ...] = ()
    always_before: tuple[str, ...] = ()
    always_after: tuple[str, ...] = ()

    def settled(self, before: str, after: str) -> bool | None:
        """Tell from the words on either side whether the form is the confusion; None where they don't say."""
        if _begins_with(after, self.never_before) or _ends_with(before, self.never_after):
            return False
        if self.anywhere or _begins_with(after, self.always_before) or _ends_with(before, self.always_after):
            return True
        return None


@cache
def load_confusions() -> dict[str, Confusion]:
    """Load the confusions by wrong form, also with a capital first letter and in capitals.

    Raises ValidationError for a file that is not as it should be.
    """
    raw = tomllib.loads((files("extractor.lexicon") / "confusions.toml").read_text("utf-8"))
    found: dict[str, Confusion] = {}
    for entry in _File.model_validate(raw).confusion:
        context = entry.model_dump(exclude={"right", "wrong"})
        for wrong in entry.wrong:
            for form, right in zip(_letter_cases(wrong), _letter_cases(entry.right), strict=True):
                found.setdefault(form, Confusion(right, **context))
    return found


@cache
def confusion_finder() -> "re.Pattern[str]":
    """Return the pattern of all wrong forms; as a tree of letters it costs one pass, whatever their number."""
    return re.compile(any_of(load_confusions()))


def _begins_with(after: str, words: Iterable[str]) -> bool:
    after = after.lstrip().lower()
    return any(after.startswith(word.lower()) and not after[len(word) : len(word) + 1].isalpha() for word in words)


def _ends_with(before: str, words: Iterable[str]) -> bool:
    before = before.rstrip().lower()
    return any(before.endswith(word.lower()) and not before[-len(word) - 1 : -len(word)].isalpha() for word in words)


def _letter_cases(form: str) -> Iterable[str]:
    return form, form[0].upper() + form[1:], form.upper()

"""Recognition confusions: wrong form → right form."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from extractor.lexicon.alternation import any_of

_LETTERS = re.compile(r"[^\W\d_]+")
_FEW = 40


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


def may_hold_confusion(string: str, words: frozenset[str]) -> bool:
    """Tell whether a text may hold a wrong form; `words` are all its runs of letters.

    Where only a few forms have all their words in it, each is looked for by itself, which is faster than the finder.
    """
    by_word = _forms_by_word()
    possible = [form for word in by_word.keys() & words for form, needed in by_word[word] if words.issuperset(needed)]
    return len(possible) > _FEW or any(_begins_word(form, string) for form in possible)


def _begins_word(form: str, string: str) -> bool:
    """Tell whether a form stands in a text, not behind a letter ("ỦY BAN" holds "Y BAN")."""
    place = string.find(form)
    while place > 0 and string[place - 1].isalpha():
        place = string.find(form, place + 1)
    return place >= 0


@cache
def _forms_by_word() -> dict[str, list[tuple[str, frozenset[str]]]]:
    """Return the wrong forms, each with its words, listed under one that is wrong, for those are rare."""
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for form, confusion in load_confusions().items():
        words = _LETTERS.findall(form)
        wrong = next((word for word in words if word not in confusion.right), words[0])
        found.setdefault(wrong, []).append((form, frozenset(words)))
    return found


def _begins_with(after: str, words: Iterable[str]) -> bool:
    after = after.lstrip().lower()
    return any(after.startswith(word.lower()) and not after[len(word) : len(word) + 1].isalpha() for word in words)


def _ends_with(before: str, words: Iterable[str]) -> bool:
    before = before.rstrip().lower()
    return any(before.endswith(word.lower()) and not before[-len(word) - 1 : -len(word)].isalpha() for word in words)


def _letter_cases(form: str) -> Iterable[str]:
    return form, form[0].upper() + form[1:], form.upper()

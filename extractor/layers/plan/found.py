"""A value of the plan with its place in the reading view and the rule that found it."""

from typing import NamedTuple


class Found(NamedTuple):
    """One value; `start` and `end` are view positions."""

    value: str
    start: int
    end: int
    rule: str
    review: str | None = None

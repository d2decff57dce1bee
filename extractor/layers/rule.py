"""A rule is data with an example: every pattern is declared with the sentences that show what it does."""

from dataclasses import dataclass
from functools import cached_property

import regex


@dataclass(frozen=True)
class Rule:
    """One pattern of a layer.

    `examples` are sentences with the expected records marked inline
    (`đạt <percentage value=60.5>60,5%</percentage>`); the tests run the whole layer over each, so an example
    without marks is a negative one. `id` is what records name as their `rule`.
    """

    id: str
    pattern: str
    examples: tuple[str, ...]
    source: str = ""
    """The rule of form it rests on, e.g. 'NĐ 30/2020/NĐ-CP, Điều 8'."""

    @cached_property
    def regex(self) -> "regex.Pattern[str]":
        """The compiled pattern (verbose, so blanks must be written `[ ]`)."""
        return regex.compile(self.pattern, regex.VERBOSE)

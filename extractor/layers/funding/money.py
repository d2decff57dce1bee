"""Amounts of money in a string, in đồng."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import regex

from extractor.layers.funding.patterns import MONEY
from extractor.layers.numbers import parse_number
from extractor.records import Number

_MONEY = regex.compile(MONEY, regex.VERBOSE)
_MAY_BE_MONEY = re.compile(r"[0-9](?<![0-9].)(?<![0-9][.,].)[0-9]*+(?:[.,][0-9]++)*+ ?[nNtTđĐV]")
"""A number with the first letter of a unit behind it: the cheap test that goes before the pattern for money."""
_MILLIONS = regex.compile(r"[ ](?P<millions>\d{1,3})[ ]triệu(?:[ ]đồng)?(?!\p{L}|[ ]?/)")
"""The rest of "25 tỷ 500 triệu đồng"."""
_LONGEST_REST = 24
_SCALES = {"nghìn": 10**3, "ngàn": 10**3, "tr": 10**6, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}


class Money(NamedTuple):
    """An amount with its unit as written."""

    start: int
    end: int
    amount: Number
    unit: str

    @property
    def vnd(self) -> int:
        """The amount in đồng."""
        return in_dong(self.amount, self.unit)


def in_dong(amount: Number, unit: str) -> int:
    """Return an amount in đồng: 12.5, "tỷ đồng" → 12500000000."""
    lowered = unit.lower()
    scale = next((value for word, value in _SCALES.items() if lowered.startswith(word)), 1)
    return round(amount * scale)


def money_in(string: str) -> Iterator[Money]:
    """Yield the amounts of money in a string; rates ("50 triệu đồng/hộ") are none."""
    for number in _MAY_BE_MONEY.finditer(string):
        match = _MONEY.match(string, number.start())
        if match is None:
            continue
        amount, end = parse_number(match["amount"]), match.end()
        rest = _MILLIONS.match(string, end, end + _LONGEST_REST) if match["unit"].lower() in ("tỷ", "tỉ") else None
        if rest:
            amount, end = amount + int(rest["millions"]) / 1000, rest.end()
        yield Money(match.start(), end, amount, match["unit"])

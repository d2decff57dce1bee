"""Finds the percentages of a document."""

import re
from collections.abc import Iterator

import regex

from extractor.language.document import Document
from extractor.layers.numbers import Amount, Figure, parse_number, parse_words, with_comparators
from extractor.layers.percentages.patterns import SIGN, WORDS
from extractor.layers.rule import Rule
from extractor.records import Percentage

_REACHES = regex.compile(r"(?i)(?:đạt|tăng|vượt|lên|thu|hoàn[ ]thành)[ ]$")
_DIGIT = re.compile("[0-9]")
_DOT_DECIMAL = regex.compile(r"\d+\.\d{1,2}")


def find_percentages(document: Document) -> list[Percentage]:
    """Find the percentages of a document, in the order of their start."""
    string = document.string
    found = [_record(document, SIGN, match) for match in _matches(string, "%", SIGN, _LETTERS)]
    found += [_record(document, WORDS, match) for match in _matches(string, "phần trăm", WORDS)]
    return sorted(found, key=lambda record: record.start)


def _matches(string: str, literal: str, rule: Rule, letters: str = "") -> Iterator["regex.Match[str]"]:
    """Yield the matches of a rule that ends in `literal`, looking only at the stretch around each place of it.

    What stands in a match before the literal is made of `letters`, where they are given.
    """
    done, position = 0, string.find(literal)
    while position >= 0:
        end = position + len(literal)
        if position >= done:
            floor = max(done, position - _REACH)
            if letters:
                floor += len(string[floor:position].rstrip(letters))
                first = _DIGIT.search(string, floor, position)
                floor = first.start() if first else position
            around = rule.regex.finditer(string, floor, end + _RANGE_REACH)
            match = next((found for found in around if found.end() >= end), None)
            if match:
                yield match
                done = match.end()
        position = string.find(literal, end)


_REACH, _RANGE_REACH = 60, 16
_LETTERS = "0123456789., %％-–—÷điểmđếntớidưới"
"""All that a percentage is written with: figures, signs and the words of a range."""


def _record(document: Document, rule: Rule, match: "regex.Match[str]") -> Percentage:
    figure = _figure(document.string, match)
    dotted = any(_DOT_DECIMAL.fullmatch(match[name] or "") for name in ("low", "high"))
    return Percentage(
        **document.evidence(figure.start, figure.end),
        value=figure.value,
        upper=figure.upper,
        comparator=figure.comparator,
        rule=rule.id,
        review="a dot stands for the decimal comma" if dotted else None,
    )


def _figure(string: str, match: "regex.Match[str]") -> Figure:
    groups = match.groupdict()
    if groups.get("words"):
        amount = Amount(match.start("words"), match.end("words"), parse_words(groups["words"]) or 0)
        return with_comparators(string, amount, match.end())
    low = parse_number(groups["low"])
    high = parse_number(groups["high"]) if groups["high"] else None
    if high is not None and high <= low:
        amount = Amount(match.start("high"), match.end("high"), high)
    else:
        amount = Amount(match.start("low"), match.end("low"), low, high)
    figure = with_comparators(string, amount, match.end())
    if figure.comparator == "gt" and figure.value == 100 and not _REACHES.search(string[: figure.start][-12:]):
        return Figure(amount.start, match.end(), figure.value, None, "eq")  # "tiêm trên 100% đàn": trên is "on" there
    return figure

"""`sum_mismatch` in running text: a figure with the list of its parts behind it."""

import re
from collections.abc import Iterator
from itertools import chain

import regex

from extractor.checking.finding import evidence, sum_mismatch
from extractor.language.document import Document
from extractor.layers.funding.money import in_dong, money_in
from extractor.layers.numbers import NUMBER, NUMBER_END, NUMBER_START, parse_number
from extractor.records import Finding

NEAR = 0.1
"""Parts that miss their total by more than this share are not meant to be all of it."""

_OPENS_BRACKETS = re.compile(r"\((?:gồm|bao gồm|trong đó|trong đó có)?:? ?[0-9]")
_IN_BRACKETS = regex.compile(
    rf"""{NUMBER_START}(?P<total>{NUMBER})[ ](?P<unit>\p{{Ll}}{{2,}}+)(?:[ ]\p{{Ll}}++){{0,4}}+[ ]
        \((?:gồm|bao[ ]gồm|trong[ ]đó|trong[ ]đó[ ]có)?:?[ ]?(?P<list>{NUMBER}[ ]\p{{Ll}}[^()\n\t]{{4,200}}+)\)""",
    regex.VERBOSE,
)
_WORD_OF_LISTS = re.compile("gồm|trong đó")
_BEHIND_A_WORD = regex.compile(
    rf"""{NUMBER_START}(?P<total>{NUMBER})[ ](?P<unit>\p{{Ll}}++)(?:[ ]\p{{Ll}}++){{0,6}}+
        [,:;(]{{0,2}}[ ]?\(?(?:trong[ ]đó|gồm|bao[ ]gồm)(?:[ ]có)?:?[ ](?P<list>(?:[^.\n\t]|\.(?=\d)){{5,300}}+)""",
    regex.VERBOSE,
)
_FIRST_FIGURE = regex.compile(rf"(?:và[ ])?(?P<part>{NUMBER}){NUMBER_END}(?![ ]?[%/])[ ]\p{{L}}", regex.VERBOSE)
_MONEY_UNITS = frozenset({"tỷ", "tỉ", "triệu", "nghìn", "ngàn", "đồng"})
_SEPARATOR = regex.compile(r"[,;](?!\d)|[ ]và[ ](?=\d)")


def check_lists_in_text(document: Document) -> Iterator[Finding]:
    """Check figures whose parts follow in brackets, or behind 'trong đó', 'gồm' with the same unit; each list once."""
    told: set[tuple[int, int]] = set()
    for found in _in_both_forms(document):
        place = (found.quotes[0].start, found.quotes[0].end)
        if place not in told:
            told.add(place)
            yield found


def _in_both_forms(document: Document) -> Iterator[Finding]:
    string = document.string
    in_brackets = (_IN_BRACKETS.finditer(string, *line) for line in document.lines_with(_OPENS_BRACKETS))
    for match in chain.from_iterable(in_brackets):
        pieces = [_FIRST_FIGURE.match(piece.strip()) for piece in _SEPARATOR.split(match["list"])]
        figures = [parse_number(piece["part"]) for piece in pieces if piece]
        if len(figures) == len(pieces):
            yield from _compare(document, match, figures)
    behind_a_word = (_BEHIND_A_WORD.finditer(string, *line) for line in document.lines_with(_WORD_OF_LISTS))
    for match in chain.from_iterable(behind_a_word):
        yield from _compare(document, match, _parts(match))


def _parts(match: "regex.Match[str]") -> list[int | float]:
    """Return the figures of a list in the unit of its total; amounts of money may be in others."""
    unit = match["unit"]
    if unit in _MONEY_UNITS:
        return [money.vnd / in_dong(1, unit) for money in money_in(match["list"])]
    same_unit = rf"{NUMBER_START}({NUMBER}){NUMBER_END}[ ]{unit}(?!\p{{L}})"
    return [parse_number(part) for part in regex.findall(same_unit, match["list"])]


def _compare(document: Document, match: "regex.Match[str]", figures: list[int | float]) -> Iterator[Finding]:
    """A sum that comes near its total was meant to be it; one far off gives some parts only, or parts of parts."""
    total, amount = parse_number(match["total"]), sum(figures)
    if len(figures) > 1 and 0 < abs(round(amount - total, 6)) <= total * NEAR:
        quote = evidence(document, match.start(), match.end())
        yield sum_mismatch("sum_mismatch.list", "warning", round(amount, 6), total, [quote])

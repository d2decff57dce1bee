"""`ratio_mismatch`, `ratio_truncated`: n/m does not give the share that is printed beside it."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

import regex

from extractor.checking.finding import evidence, finding, overlaps, vietnamese_number
from extractor.language.document import Document
from extractor.layers.numbers import NUMBER, NUMBER_START, parse_number
from extractor.records import Evidence, Finding, Number, Target

_NO_NOUN = r"(?:có|tỷ|tỉ|trên|dưới|tăng|giảm|chiếm|bằng|đạt(?![ ](?:chuẩn|tiêu|danh)\b))\b"
_PART_OF_WHOLE = re.compile("/[0-9]")
_RATIO_IN_TEXT = regex.compile(
    rf"""{NUMBER_START}(?<!(?:[Nn]gày|[Tt]háng|[Qq]uý|[Ss]ố)[ ])(?P<part>{NUMBER})/(?P<whole>{NUMBER})(?![/\d])
        (?:[ ](?!{_NO_NOUN})\p{{L}}++){{0,6}}+
        (?:[ ]?[,;:][ ]?|[ ]?\([ ]?|[ ])
        (?:(?:đạt|chiếm|bằng|tương[ ]ứng|tương[ ]đương)[ ])?(?:(?:với[ ])?t[ỷỉ][ ]lệ:?[ ])?(?:là[ ]|đạt[ ])?
        (?P<share>{NUMBER})[ ]?%""",
    regex.VERBOSE,
)
_SHARE = regex.compile(rf"(?P<share>{NUMBER})[ ]?\\?%")


class Ratio(NamedTuple):
    """A part of a whole and the share that is printed for it, with the decimals that are printed."""

    part: Number
    whole: Number
    share: Number
    decimals: int
    quotes: list[Evidence]

    @property
    def exact(self) -> float:
        """The share that the figures give, in per cent."""
        return 100 * self.part / self.whole


def check_ratios(document: Document) -> Iterator[Finding]:
    """Check the shares of targets, and those of results and other ratios in the text."""
    targets = [record for record in document.records.get("targets", []) if isinstance(record, Target)]
    ratios = [ratio for target in targets if (ratio := _of_target(target))]
    done = [ratio.quotes[0] for ratio in ratios]
    ratios += [ratio for ratio in _in_text(document) if not any(overlaps(ratio.quotes[0], quote) for quote in done)]
    for ratio in ratios:
        if found := judge(ratio):
            yield found


def judge(ratio: Ratio) -> Finding | None:
    """Return the finding on a ratio, or None where the share is rounded or exact; a truncated one is `info`."""
    step = 10.0**-ratio.decimals
    if abs(ratio.exact - ratio.share) <= step / 2 + 1e-9:
        return None
    truncated = 0 <= ratio.exact - ratio.share < step
    figures = f"{vietnamese_number(ratio.part)}/{vietnamese_number(ratio.whole)}"
    exact = vietnamese_number(round(ratio.exact, ratio.decimals + 2), ratio.decimals + 2)
    share = vietnamese_number(ratio.share)
    if truncated:
        return finding(
            "ratio_truncated.share",
            "info",
            f"{figures} = {exact}%; the share is cut to {share}% instead of rounded.",
            f"{figures} = {exact}%; văn bản cắt bớt còn {share}%.",
            ratio.quotes,
        )
    return finding(
        "ratio_mismatch.share",
        "error",
        f"{figures} = {exact}%, not {share}%.",
        f"{figures} = {exact}%, văn bản ghi {share}%.",
        ratio.quotes,
    )


def decimals_of(written: str) -> int:
    """Count the decimals of a printed number: '78,8' → 1."""
    _, _, fraction = written.partition(",")
    return len(fraction)


def _of_target(target: Target) -> Ratio | None:
    if target.of in (None, 0) or target.percent is None or target.comparator == "approx":
        return None
    shares = [m["share"] for m in _SHARE.finditer(target.quote) if parse_number(m["share"]) == target.percent]
    if not shares:
        return None
    assert target.of is not None
    return Ratio(target.value, target.of, target.percent, decimals_of(shares[-1]), [target])


def _in_text(document: Document) -> Iterator[Ratio]:
    lines = (line for line in document.lines_with(_PART_OF_WHOLE) if document.string.find("%", *line) >= 0)
    for match in chain.from_iterable(_RATIO_IN_TEXT.finditer(document.string, *line) for line in lines):
        part, whole, share = (parse_number(match[name]) for name in ("part", "whole", "share"))
        is_month = part <= 12 and 1900 <= whole <= 2200
        if 0 < part <= whole and not is_month:
            quote = evidence(document, match.start(), match.end())
            yield Ratio(part, whole, share, decimals_of(match["share"]), [quote])

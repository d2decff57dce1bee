"""Figures in Vietnamese notation: numbers in digits and in words, ranges, n/m, and the comparators beside them.

for amount in amounts(string):
    unit = UNIT.match(string, amount.end)
    if unit:
        figure = with_comparators(string, amount, unit.end())
        string[figure.start : figure.end]  # "từ 3 - 5 xã trở lên"
        figure.value, figure.upper, figure.comparator  # 3, 5, "ge"
"""

import re
from collections.abc import Container, Iterator
from typing import NamedTuple

import regex

from extractor.lexicon.alternation import any_of
from extractor.lexicon.comparators import load_comparators
from extractor.records import Comparator, Number

NUMBER = (
    r"(?:[0-9]{1,3}+(?:\.[0-9]{3}){1,5}+(?:,[0-9]{1,15}+)?+(?![0-9.])"
    r"|[0-9]{1,3}+(?:,[0-9]{3}){2,5}+(?![0-9])|[0-9]{1,15}+(?![0-9])(?:[.,][0-9]{1,15}+(?![0-9]))?+)"
)
"""Source of a pattern for a number in digits: 3.250; 60,5; 02; 1.000.000; digits of other scripts are none.

More than fifteen digits are no figure of a plan, and no number of JSON that every reader takes in alike.
"""

NUMBER_START = r"(?<![\p{L}\d_/])(?<!\d[.,])(?<!(?:^|\n)(?=[0-9]{1,2}[-–][ ]))"
"""What must not stand before a number: letters, and the rest of a longer number or code.

"2- " at the head of a line numbers it and begins no range: "2- 100% chi bộ".
"""

NUMBER_END = r"(?!\d|[.,]\d)"

JOINT = r"[ ]?%?+(?:[ ]?[-–—÷][ ]?|[ ](?:đến|tới)[ ](?:dưới[ ])?)"
"""What joins the two ends of a range: "5-10", "2% - 3%", "từ 01 đến 02"."""

_AMOUNT = regex.compile(
    rf"""{NUMBER_START}(?P<low>{NUMBER})
        (?:{JOINT}(?P<high>{NUMBER})(?![ ]?/[ ]?\d)
          |[ ]?/[ ]?(?P<of>{NUMBER})(?!/)
        )?+{NUMBER_END}""",
    regex.VERBOSE,
)
_DIGITS = re.compile(r"[0-9]++")
_SINGLE = regex.compile(rf"{NUMBER_START}(?P<low>{NUMBER}){NUMBER_END}")
_EXACT = 15
"""Digits that a float holds without loss."""
_THOUSANDS = re.compile(r"(?!0\.)\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3}){2,}")


class Amount(NamedTuple):
    """A number in a string, the extent its digits (or number words) alone."""

    start: int
    end: int
    value: Number
    upper: Number | None = None
    """The other end of a range: "3 - 5"."""
    of: Number | None = None
    """The whole of "7/17"."""


class Figure(NamedTuple):
    """An amount with its comparator; the extent takes in the comparator's words on both sides."""

    start: int
    end: int
    value: Number
    upper: Number | None
    comparator: Comparator


def parse_number(written: str) -> Number:
    """Read a number in digits: "3.250" → 3250, "60,5" → 60.5, "02" → 2; "12.5", against the rules, → 12.5."""
    if written.isdecimal() and len(written) <= _EXACT:
        return int(written)
    if _THOUSANDS.fullmatch(written):
        whole, _, fraction = written.replace(".", "").partition(",") if "." in written else (written, "", "")
        plain = f"{whole.replace(',', '')}.{fraction or 0}"
    else:
        plain = written.replace(",", ".")
    value = float(plain)
    return int(value) if value.is_integer() else value


def amounts(string: str, start: int = 0, end: int | None = None, skip: Container[int] = ()) -> Iterator[Amount]:
    """Yield the numbers in digits, ranges ("5-10", "01 đến 02") and n/m as one; numbers inside codes too.

    A range must rise: of "15 - 7" both numbers are yielded. None starts at a position of `skip`.
    """
    position, stop = start, len(string) if end is None else end
    for digits in _DIGITS.finditer(string, start, stop):
        first = digits.start()
        if first >= position and first not in skip and (match := _AMOUNT.match(string, first, stop)):
            amount = _amount(match)
            position = amount.end
            yield amount


def single_amounts(string: str, start: int = 0, end: int | None = None) -> Iterator[Amount]:
    """Yield each number in digits by itself, both ends of a range too."""
    for match in _SINGLE.finditer(string, start, len(string) if end is None else end):
        yield Amount(match.start("low"), match.end("low"), parse_number(match["low"]))


def _amount(match: "regex.Match[str]") -> Amount:
    low, high, of = match.group("low", "high", "of")
    value = parse_number(low)
    if of:
        return Amount(match.start(), match.end("of"), value, of=parse_number(of))
    upper = parse_number(high) if high else None
    if upper is None or upper <= value:
        return Amount(match.start(), match.end("low"), value)
    return Amount(match.start(), match.end("high"), value, upper)


_COMPARATORS = load_comparators()


def _either(words: dict[str, Comparator]) -> str:
    """Source of an alternation, longer words first so that "không quá" goes before "quá"."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(
        ("" if not w[0].isalpha() else r"(?<!\p{L})") + regex.escape(w, literal_spaces=True).replace(" ", "[ ]")
        for w in ordered
    )


_LINKS = ("đạt", "là", "bằng", "mức", "được", "có")
_BEFORE = regex.compile(
    rf"(?:(?P<words>{_either(_COMPARATORS.before)}|(?<!\p{{L}})từ)"
    rf"(?:[ ](?:phải[ ])?(?:{'|'.join(_LINKS)})(?:[ ]mức)?(?=[ ]))?[ ]?){{1,4}}",
    regex.IGNORECASE | regex.REVERSE,
)
_LAST_WORDS = {"từ", *_LINKS, *(words.rsplit(" ", 1)[-1] for words in _COMPARATORS.before)}
"""The last words of what `_BEFORE` finds, but for signs."""
_AFTER = regex.compile(rf"[ ](?P<words>{_either(_COMPARATORS.after)})(?!\p{{L}})", regex.IGNORECASE)
_DIFFERS = frozenset(("cao hơn", "thấp hơn", "nhiều hơn", "ít hơn", "nhanh hơn"))
"""Before "so với" these tell a difference, which is exact: "thấp hơn 3,5% so với năm trước"."""
_BEFORE_REACH, _AFTER_REACH = 60, 20
_RISES_REACH = 160
_RISES = regex.compile(r"[^.;\n\t]{0,60}?[ ](?:lên|xuống|còn)[ ](?:[\p{L}]+[ ]){0,3}?\d")


def with_comparators(string: str, amount: Amount, unit_end: int | None = None) -> Figure:
    """Take in the comparators that stand directly before an amount and after it (or its unit, ending at `unit_end`).

    "trở lên" makes any figure `ge`; the word nearest to the figure decides among several before it; "từ X" alone is
    `ge`, but not in "từ X lên Y", where X is where the change begins.
    """
    end = amount.end if unit_end is None else unit_end
    after = _AFTER.match(string, end, end + _AFTER_REACH)
    start, words = _words_before(string, amount.start)
    comparator: Comparator = "eq"
    if after:
        comparator, end = _COMPARATORS.after[after["words"].lower()], after.end()
    elif words and words[-1] in _DIFFERS and string.startswith(" so với", end):
        start = amount.start
    elif named := [_COMPARATORS.before[word] for word in words if word != "từ"]:
        comparator = named[-1]
    elif words and amount.upper is None:
        if _RISES.match(string, end, end + _RISES_REACH):
            start = amount.start
        else:
            comparator = "ge"
    return Figure(start, end, amount.value, amount.upper, comparator)


def comparator_before(string: str, position: int) -> tuple[int, Comparator | None]:
    """Return where the comparator words that end directly before `position` start, and their comparator."""
    start, words = _words_before(string, position)
    named = [_COMPARATORS.before[word] for word in words if word != "từ"]
    return start, named[-1] if named else "ge" if words else None


def _words_before(string: str, position: int) -> tuple[int, list[str]]:
    """Comparator words that end directly before `position`, in their order, and where they start."""
    first = max(0, position - _BEFORE_REACH)
    last = string[first:position].rstrip(" ").rpartition(" ")[2]
    match = None
    if last.lower() in _LAST_WORDS or not last.isalpha():
        match = _BEFORE.match(string, first, position)
    if match is None:
        return position, []
    return match.start(), [words.lower() for words in reversed(match.captures("words"))]


_DIGIT_WORDS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_SCALES = {"nghìn": 1_000, "ngàn": 1_000, "triệu": 1_000_000, "tỷ": 1_000_000_000, "tỉ": 1_000_000_000}
_PARTS = {*_DIGIT_WORDS, *_SCALES, "mười", "mươi", "trăm", "linh", "lẻ"}
NUMBER_WORDS = r"(?:(?:{0})(?:[ ](?:{0}))*+(?!\p{{L}}))".format("|".join(sorted(_PARTS, key=len, reverse=True)))
"""Source of a pattern for a number in words: "mười lăm", "ba trăm linh hai"; use with IGNORECASE."""


def parse_words(written: str) -> int | None:
    """Read a number in words: "hai mươi mốt" → 21, "một trăm linh năm" → 105; None where it is no number."""
    total = below_thousand = pending = 0
    any_pending = False
    for word in written.lower().split():
        if word in _DIGIT_WORDS:
            if any_pending:
                return None
            pending, any_pending = _DIGIT_WORDS[word], True
        elif word in ("linh", "lẻ") and not any_pending:
            continue
        elif word == "mười" and not any_pending:
            below_thousand += 10
        elif word == "mươi" and any_pending:
            below_thousand, pending, any_pending = below_thousand + pending * 10, 0, False
        elif word == "trăm" and any_pending:
            below_thousand, pending, any_pending = below_thousand + pending * 100, 0, False
        elif word in _SCALES:
            group = below_thousand + pending
            if word in ("tỷ", "tỉ"):
                total, group = 0, total + group
            total, below_thousand, pending, any_pending = total + group * _SCALES[word], 0, 0, False
        else:
            return None
    return total + below_thousand + pending


_NO_COUNT_ALONE = frozenset({"không", "năm", "tư", "mốt", "lăm", "nhăm"})
"""Words that by themselves are rather another word: "cao hơn năm trước", "trên không gian mạng"."""
_COMPARATOR_WORDS = re.compile(any_of(_COMPARATORS.before, not_behind=r"[^\W\d_]") + " ")
_NUMBER_IN_WORDS = regex.compile(NUMBER_WORDS)


def word_amounts(small: str, start: int = 0, end: int | None = None) -> Iterator[Amount]:
    """Yield the numbers in words that follow a comparator ("ít nhất một"): only there are they sure to be figures.

    `small` is the string in small letters.
    """
    stop = len(small) if end is None else end
    for words in _COMPARATOR_WORDS.finditer(small, start, stop):
        number = _NUMBER_IN_WORDS.match(small, words.end(), stop)
        if number is None or number[0] in _NO_COUNT_ALONE:
            continue
        value = parse_words(number[0])
        if value is not None:
            yield Amount(number.start(), number.end(), value)

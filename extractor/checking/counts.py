"""`count_mismatch`: a figure against the list of names beside it."""

import re
from collections.abc import Iterator

import regex

from extractor.checking.finding import evidence, finding, in_view
from extractor.language.document import Document
from extractor.lexicon.alternation import any_of
from extractor.records import Evidence, Finding, Target

_UNITS = r"xã|phường|thị trấn|huyện|quận|thị xã|thành phố|thôn|bản|làng|ấp|buôn|tổ dân phố|khu phố|trường|trạm|chợ"
_UNIT_WORD = regex.compile(rf"^(?:(?:các|và)[ ])?(?:{_UNITS})\b[ ]?", regex.IGNORECASE)
_LISTED = regex.compile(
    rf"""(?<![\p{{L}}\d.,/])(?P<count>0?\d{{1,2}})[ ](?P<unit>{_UNITS})(?![\p{{L}}/])
        (?:[ ](?!gồm\b|là\b)\p{{Ll}}++){{0,8}}+[ ]?
        (?:\((?:gồm:?[ ]|các[ ])?(?P<bracket>[^()\n\t]{{3,300}}+)\)
          |(?:,[ ])?(?:gồm|là):[ ](?P<colon>[^.;()\n\t]{{3,300}}+)[.;\n])""",
    regex.VERBOSE,
)
_MAY_LIST = re.compile(rf"\d(?<!\d.)\d{{0,2}} (?={any_of(_UNITS.split('|'))})")
"""The cheap test that goes before it."""
_SEPARATOR = regex.compile(r"[,;]|\bvà\b")
_NAME = regex.compile(r"\p{Lu}[\p{L}\d.]*(?:[ '’-]+[\p{Lu}\d][\p{L}\d.]*)*")
_OPEN_END = regex.compile(r"\.\.\.|…|v\.v")


def check_counts(document: Document) -> Iterator[Finding]:
    """Check table rows that give a figure with a list of names, and figures with such a list in the text."""
    for target in document.records.get("targets", []):
        if not isinstance(target, Target):
            continue
        start, end = in_view(document, target)
        figure, tab, listed = document.string[start:end].rpartition("\t")
        if tab and figure:
            names = count_names(listed)
            if names and names != target.value and target.upper is None and target.of is None:
                yield _mismatch(target.value, names, evidence(document, document.line_at(start).start, end))
    for match in _listed(document.string):
        names = count_names(match["bracket"] or match["colon"])
        if names > 1 and names != int(match["count"]):
            yield _mismatch(int(match["count"]), names, evidence(document, match.start(), match.end()))


def _listed(string: str) -> Iterator["regex.Match[str]"]:
    done = 0
    for count in _MAY_LIST.finditer(string):
        match = _LISTED.match(string, count.start()) if count.start() >= done else None
        if match:
            done = match.end()
            yield match


def count_names(listed: str) -> int:
    """Count the proper names of a list; 0 where it holds anything but names or leaves its end open."""
    if _OPEN_END.search(listed):
        return 0
    pieces = [_UNIT_WORD.sub("", piece.strip()) for piece in _SEPARATOR.split(listed.strip(" .;"))]
    return len(pieces) if all(_NAME.fullmatch(piece) for piece in pieces) else 0


def _mismatch(count: float, names: int, quote: Evidence) -> Finding:
    return finding(
        "count_mismatch.names",
        "error",
        f"The figure is {count:g}, but {names} names are listed.",
        f"Số lượng ghi {count:g} nhưng nêu tên {names} đơn vị.",
        [quote],
    )

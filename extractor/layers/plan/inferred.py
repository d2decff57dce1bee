"""The issuer where the header does not name it: from the sentence that makes the plan, or from an annex."""

import regex

from extractor.language.document import Document
from extractor.layers.frame import Frame
from extractor.layers.plan.found import Found
from extractor.layers.plan.issuer import Name, read_name
from extractor.layers.plan.patterns import MAKES_PLAN
from extractor.lexicon.issuers import load_issuers
from extractor.records import Issuer

_ATTACHED = regex.compile(r"\([Kk]èm[ ]theo[ ]Kế[ ]hoạch[^()\n]{0,80}?[ ]của[ ](?P<issuer>[^()\n]{3,80})\)")
_BARE_UNIT = regex.compile(
    r"[ ](?P<unit>tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)$", regex.IGNORECASE
)
_BODY_LINES = 60


def infer_issuer(
    document: Document, frame: Frame, place: Found | None, title: Found | None, year: int | None
) -> tuple[Issuer, Found | None]:
    """Infer the issuer; all null where nothing in the document shows it."""
    first = document.lines[frame.body].start if frame.body < len(document.lines) else 0
    last = document.lines[min(frame.body + _BODY_LINES, len(document.lines) - 1)].end
    candidates = [
        *((MAKES_PLAN.id, m) for m in MAKES_PLAN.regex.finditer(document.string, first, last)),
        *(("issuer-annex", m) for m in _ATTACHED.finditer(document.string, first)),
    ]
    for rule, match in candidates:
        start, end = match.span("issuer")
        name = _named(document, document.string[start:end], place, title, year)
        if name is not None:
            issuer = Issuer(name=name.text, level=name.level, place=name.place, inferred=True)
            return issuer, Found(name.text, start, end, rule, "inferred: the header does not name the issuer")
    return Issuer(), None


def _named(document: Document, words: str, place: Found | None, title: Found | None, year: int | None) -> Name | None:
    """Read the body; where its unit stands without a name ('UBND huyện'), the place line or the text gives it."""
    bare = _BARE_UNIT.search(words)
    if bare is None:
        return read_name(words, year)
    proper = place.value if place else _name_of(document, bare["unit"].lower(), title)
    return read_name(f"{words} {proper}", year) if proper else None


def _name_of(document: Document, unit: str, title: Found | None) -> str | None:
    """The name that a unit of this kind bears in the title, or else first in the text."""
    pattern = regex.compile(rf"(?<!\p{{L}}){unit}[ ](?P<name>\p{{Lu}}\p{{Ll}}*(?:[ ]\p{{Lu}}\p{{Ll}}*){{0,3}})")
    match = (pattern.search(title.value) if title else None) or pattern.search(document.string)
    return match["name"] if match and unit in load_issuers().units else None

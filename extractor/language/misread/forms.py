"""Misread set forms of plans: dates, who gets a copy, the short names of bodies."""

from collections.abc import Callable, Iterator

import regex

from extractor.language.misread.words import in_case_of
from extractor.language.view import Edit

_YEAR = r"(?:19|20)\d{2}(?!\d)"
_DAY, _MONTH = r"(?:[ ]?\d{1,2}|[ .…]{0,8})[ ]th\p{L}{1,3}ng\b", r"[ ]\d{1,2}(?:[ ]n\p{L}m\b|[,;.]|[ ])"
_FORMS: tuple[tuple[str, str | Callable[[str], str]], ...] = (
    (rf"\b[Nn]g[aáàảãạăâ]y(?={_DAY})", "ngày"),
    (rf"(?<=\d[ ])th[aăâàảãạâấầ]ng(?={_MONTH})", "tháng"),
    (rf"(?:(?<=\d[ ])|(?<=\b(?:tháng|quý|trong|hết|đến|từ|các)[ ]))n[aáàảãạâấầẩẫậắằẳẵặ]m(?=[ ]{_YEAR})", "năm"),
    (r"(?<=\b[Ll]ưu[ ]?:[ ]?)V[IỊÌĨÏl1](?=[,.;]|$)", "VT"),
    (r"(?<=\((?:để[ ])?)(?:[h6B]|[hl1]b)/[cC©eG](?=\))", "b/c"),
    (r"(?<=\((?:để[ ])?)b/[C©eG](?=\))", "b/c"),
    (r"(?<=\((?:để[ ])?)[tl1]/[b](?=\))", "t/h"),
    (r"(?<=\((?:để[ ])?)p/[b](?=\))", "p/h"),
    (r"(?<=\b(?:[Tt]ỉnh|[Hh]uyện|[Tt]hành|[Qq]uận|[Tt]hị|[Đđ]ảng|[Cc]ấp)[ \n])U[VvYyÿŸ](?![\p{L}\d])", "ủy"),
    # what was written by hand and is no number may not be taken for the words around it
    (r"(?<=\bSố[ ]?:[ ]?)(?![ ]|\d{1,5}[a-zA-Z]?[ ]?/|[ .…_\-–]*/)[^\n/]{1,10}?(?=[ ]?/[ ]?(?:KH|QĐ)-\p{Lu})", "…"),
    (r"(?<=,[ ]ngày[ ])(?!\d{1,2}[ ])[^\s.…_]{1,3}(?=[ ]tháng[ ](?:\S{1,3}[ ])?năm\b)", "…"),
    (r"(?<=,[ ]ngày[ ]\S{1,3}[ ]tháng[ ])(?!\d{1,2}[ ])[^\s.…_]{1,3}(?=[ ]năm\b)", "…"),
    (r"%[o0](?![\p{L}\d])", "‰"),
    (r"\b(?:UBM|M)(?:11|1T|T1|lT|Tl|Il)(?=Q)", lambda printed: printed[:-2] + "TT"),
)
_PATTERNS = [(regex.compile(pattern, regex.MULTILINE), right) for pattern, right in _FORMS]


def form_edits(string: str) -> Iterator[Edit]:
    """Yield the repairs of set forms."""
    for pattern, right in _PATTERNS:
        for match in pattern.finditer(string):
            word = right(match[0]) if callable(right) else _like(match[0], right)
            if word != match[0]:
                yield Edit(match.start(), match.end(), word)


def _like(printed: str, right: str) -> str:
    return in_case_of(printed, right) if right in ("ngày", "tháng", "năm") else right

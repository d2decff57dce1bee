"""`symbol_mismatch`: the symbol of a cited document is not one of the body that is said to have issued it."""

from collections.abc import Iterator
from typing import NamedTuple

import regex

from extractor.checking.finding import finding
from extractor.language.document import Document
from extractor.records import Citation, Finding


class _Body(NamedTuple):
    tail: "regex.Pattern[str]"
    """The end of the symbol, after its last '-' or '/'."""
    issuer: "regex.Pattern[str]"
    name: str


def _body(tail: str, issuer: str, name: str) -> _Body:
    return _Body(regex.compile(tail), regex.compile(issuer, regex.IGNORECASE), name)


_BODIES = (
    _body(r"TTg", r"^(?:phó )?thủ tướng", "Thủ tướng Chính phủ"),
    _body(r"CP", r"^chính phủ", "Chính phủ"),
    _body(r"QH\d*", r"^quốc hội", "Quốc hội"),
    _body(r"UBTVQH\d*", r"^(?:ủy ban thường vụ quốc hội|ubtvqh)", "Ủy ban Thường vụ Quốc hội"),
    _body(r"UBND", r"^(?:(?:phó )?chủ tịch )?(?:ubnd|ủy ban nhân dân)", "Ủy ban nhân dân"),
    _body(r"HĐND\d*", r"^(?:thường trực )?(?:hđnd|hội đồng nhân dân)", "Hội đồng nhân dân"),
    _body(r"TW", r"^(?:ban chấp hành trung ương|bch trung ương|trung ương|bộ chính trị|ban bí thư)", "Trung ương Đảng"),
    _body(r"HU", r"^(?:ban thường vụ |thường trực |bch |ban chấp hành )?(?:đảng bộ )?huyện(?: ủy)?\b", "Huyện ủy"),
)
"""Bodies whose symbols are theirs alone (NĐ 30/2020/NĐ-CP, Phụ lục III; NĐ 34/2016/NĐ-CP, Điều 58)."""

_TAIL = regex.compile(r"[^-/]+$")
_LOCAL = regex.compile(
    r"\btrên địa bàn (?:toàn )?(?:(?:tỉnh|huyện|xã)\b|(?:thành phố|thị xã|quận|phường|thị trấn) (?=\p{Lu}))"
)
_CENTRAL_TAILS = regex.compile(r"TTg|CP|QH\d*|UBTVQH\d*")


def check_symbols(document: Document) -> Iterator[Finding]:
    """Compare each citation's symbol with its issuer; where none is given, with the area that its title names."""
    for citation in document.records.get("citations", []):
        assert isinstance(citation, Citation)
        tail = _TAIL.search(citation.symbol or "")
        if tail is None:
            continue
        if citation.issuer:
            yield from _against_issuer(citation, tail[0])
        elif citation.title and _CENTRAL_TAILS.fullmatch(tail[0]):
            yield from _against_title(citation, tail[0])


def _against_issuer(citation: Citation, tail: str) -> Iterator[Finding]:
    issuer = citation.issuer or ""
    owner = next((body for body in _BODIES if body.tail.fullmatch(tail)), None)
    named = next((body for body in _BODIES if body.issuer.search(issuer)), None)
    if owner and named and owner is not named:
        yield finding(
            "symbol_mismatch.issuer",
            "error",
            f"{citation.code} bears the symbol of {owner.name}, but {issuer} is named as its issuer.",
            f"{citation.code} mang ký hiệu của {owner.name}, nhưng ghi cơ quan ban hành là {issuer}.",
            [citation],
        )


def _against_title(citation: Citation, tail: str) -> Iterator[Finding]:
    area = _LOCAL.search(citation.title or "")
    if area:
        yield finding(
            "symbol_mismatch.area",
            "error",
            f"{citation.code} bears a central body's symbol ({tail}), but its title is for one locality; "
            "no issuer is given.",
            f"{citation.code} mang ký hiệu của cơ quan trung ương ({tail}), nhưng trích yếu chỉ cho một địa phương; "
            "không ghi cơ quan ban hành.",
            [citation],
        )

"""Forms in which gold and predicted values are compared (contract section 13)."""

import unicodedata
from functools import lru_cache
from typing import Any

import regex

_TONE_PLACES = {"hoà": "hòa", "hoá": "hóa", "uỷ": "ủy", "thuỷ": "thủy"}
_MARKUP = regex.compile(r"[*_`#]")
_JOINERS = regex.compile(r"\s*&\s*|\s*[–-]\s*")
_PUNCTUATION = regex.compile(r"[.,;:!?\"“”'()]+")
_AND = regex.compile(r"\bvà\b")
_LEADING_ZEROS = regex.compile(r"^0+(?=\d)")
_ORGAN_WORDS = {
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "bcđ": "ban chỉ đạo",
    "bcd": "ban chỉ đạo",
    "bql": "ban quản lý",
    "vpđp": "văn phòng điều phối",
    "ptnt": "phát triển nông thôn",
    "nn": "nông nghiệp",
    "tc": "tài chính",
    "kh": "kế hoạch",
    "kt": "kinh tế",
    "ht": "hạ tầng",
    "tn": "tài nguyên",
    "mt": "môi trường",
    "vh": "văn hóa",
    "tt": "thông tin",
    "mttq": "mặt trận tổ quốc",
    "xd": "xây dựng",
    "ntm": "nông thôn mới",
}
_UNITS = {
    "phần trăm": "%",
    "đồng chí": "người",
    "triệu đồng/người/năm": "triệu đồng/người",
    "kilomet": "km",
    "ki-lô-mét": "km",
    "héc ta": "ha",
    "hecta": "ha",
}


@lru_cache(maxsize=65536)
def _fold(value: str) -> str:
    folded = unicodedata.normalize("NFC", value).casefold()
    for old, new in _TONE_PLACES.items():
        folded = folded.replace(old, new)
    folded = _MARKUP.sub("", folded)
    folded = _JOINERS.sub(" ", folded)
    folded = _PUNCTUATION.sub(" ", folded)
    return " ".join(folded.split())


def fold(value: object) -> str | None:
    """Fold a text for comparison: NFC, lower case, without markup, punctuation, dashes and ampersands."""
    return None if value is None else _fold(str(value))


def agency_key(agency: str | None) -> str:
    """Fold an agency's name and write its common abbreviations in full, without 'và'."""
    words = (fold(agency) or "").split()
    return " ".join(_AND.sub("", " ".join(_ORGAN_WORDS.get(word, word) for word in words)).split())


def unit_key(unit: str | None) -> str | None:
    """Fold a unit; units of one meaning share a key ('héc ta' and 'ha')."""
    folded = fold(unit)
    return folded if folded is None else _UNITS.get(folded, folded)


def number_key(value: object) -> float | str | None:
    """Return a number to six decimals, so that 60.5 and '60.50' are one; other texts as they are."""
    if value is None:
        return None
    try:
        return round(float(str(value)), 6)
    except ValueError:
        return str(value)


def criterion_key(number: object) -> str | None:
    """Return a criterion's number without leading zeros; None for null and the empty text."""
    return None if number in (None, "") else _LEADING_ZEROS.sub("", str(number))


def without_nulls(value: Any) -> dict[str, Any] | None:
    """Reduce a baseline, threshold or deadline to what it says, so that defaults and absent fields are one."""
    if value is None:
        return None
    if not isinstance(value, dict):
        return {"value": str(value)}
    kept = {k: v for k, v in value.items() if v is not None}
    return {k: v for k, v in kept.items() if (k, v) not in {("bound", "on"), ("comparator", "eq")}}

"""Columns of tables by the words of their headers."""

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

import regex
from pydantic import BaseModel, ConfigDict

ColumnKind = Literal[
    "number",
    "task",
    "criterion",
    "indicator",
    "unit",
    "quantity",
    "baseline",
    "agency",
    "time",
    "product",
    "funding",
    "place",
    "note",
]
RoleName = Literal["lead", "coordinate", "direct", "implement", "advise", "guide", "monitor", "in_charge", "request"]

_LEVEL = (
    r"(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh|thôn|bản|làng|ấp|buôn|khóm|xóm|khu phố|khu"
    r"|tổ dân phố|khu dân cư|cụm dân cư|tổ|cụm|địa phương)"
)
_LEVELS = regex.compile(
    rf"(?:tên |các |các đơn vị |tên các )?{_LEVEL}(?:(?:, ?|/| và | - ){_LEVEL})*"
    r"(?: (?:thực hiện|đăng ký|phấn đấu|hoàn thành|đạt|đạt chuẩn|áp dụng|triển khai|được giao))?"
)
"""Levels of units alone, or with what they do: what stands below are their names."""
_BARE_YEAR = regex.compile(r"(?<!năm|\d|[-–])(?= 20\d\d(?!\d))")
_YEAR = regex.compile(r"(?:năm )?20\d\d(?: ?[-–] ?20\d\d)?")


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    kind: ColumnKind
    roles: list[RoleName] = []
    is_: list[str] = []
    has: list[str] = []


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    column: list[_Entry]


@dataclass(frozen=True, slots=True)
class ColumnMeaning:
    """What a column holds; `roles` only where it says who acts."""

    kind: ColumnKind
    roles: tuple[RoleName, ...] = ()


@dataclass(frozen=True)
class _Lexicon:
    whole: dict[str, ColumnMeaning]
    parts: "tuple[tuple[regex.Pattern[str], ColumnMeaning], ...]"


@cache
def load_columns() -> _Lexicon:
    """Load the header words; raises ValidationError for a wrong file."""
    raw = tomllib.loads((files("extractor.lexicon") / "table_columns.toml").read_text("utf-8"))
    for entry in raw.get("column", []):
        entry["is_"] = entry.pop("is", [])
    whole: dict[str, ColumnMeaning] = {}
    parts: list[tuple[regex.Pattern[str], ColumnMeaning]] = []
    for entry in _File.model_validate(raw).column:
        meaning = ColumnMeaning(entry.kind, tuple(entry.roles))
        for words in entry.is_:
            whole.setdefault(words, meaning)
        if entry.has:
            either = "|".join(regex.escape(words) for words in entry.has)
            parts.append((regex.compile(rf"(?<!\p{{L}})(?:{either})(?!\p{{L}})"), meaning))
    return _Lexicon(whole, tuple(parts))


@lru_cache(maxsize=4096)
def meaning_of_header(header: str) -> ColumnMeaning | None:
    """Tell what a column holds by its header, or None where the words are not known."""
    words = regex.sub(r"\s*+\([^()]*+\)", "", " ".join(header.lower().split())).strip(" .:*")
    if not words or len(words) > 80:
        return None
    lexicon = load_columns()
    if words in lexicon.whole:
        return lexicon.whole[words]
    if _YEAR.fullmatch(words):
        return ColumnMeaning("quantity")
    if _LEVELS.fullmatch(words):
        return ColumnMeaning("place")
    words = _BARE_YEAR.sub(" năm", words)
    return next((meaning for pattern, meaning in lexicon.parts if pattern.search(words)), None)

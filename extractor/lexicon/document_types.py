"""Document types (loại văn bản): names, abbreviations and the symbols that show them."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict

Alone = Literal["always", "with_so", "never"]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str
    abbreviation: str
    short: list[str] = []
    symbols: list[str] = []
    symbol_decides: bool = False
    back_reference: bool = False
    alone: Alone = "never"


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    type: list[_Entry]


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A type of document; `abbreviation` is what records carry as their type."""

    name: str
    abbreviation: str
    short: tuple[str, ...]
    symbol_decides: bool
    """The type in the code's symbol counts, not the name's abbreviation."""
    back_reference: bool
    """Whether "… này", "… nêu trên" with this name means a document."""
    alone: Alone
    """Whether a number without a symbol makes a citation: always, only after 'số', or never."""


@dataclass(frozen=True)
class DocumentTypes:
    """All types, and the type parts of symbols."""

    types: tuple[DocumentType, ...]
    symbols: frozenset[str]
    """'QĐ', 'KH', 'TTLT', 'CTHĐ' …: what stands for the type in a code."""
    by_last_word: dict[str, tuple[tuple[str, DocumentType], ...]]
    """Names in lower case by their last word, the longest first."""


@cache
def load_document_types() -> DocumentTypes:
    """Load the document types; raises ValidationError for a wrong file."""
    raw = tomllib.loads((files("extractor.lexicon") / "document_types.toml").read_text("utf-8"))
    entries = _File.model_validate(raw).type
    types = tuple(
        DocumentType(e.name, e.abbreviation, tuple(e.short), e.symbol_decides, e.back_reference, e.alone)
        for e in entries
    )
    symbols = {s for e in entries for s in (*e.symbols, e.abbreviation) if s.isalpha() and s != e.name}
    by_last_word: dict[str, list[tuple[str, DocumentType]]] = {}
    for kind in types:
        name = kind.name.lower()
        by_last_word.setdefault(name.rsplit(" ", 1)[-1], []).append((name, kind))
        for short in kind.short:
            by_last_word.setdefault(short, []).append((short, kind))
    ordered = {word: tuple(sorted(found, key=lambda f: -len(f[0]))) for word, found in by_last_word.items()}
    return DocumentTypes(types, frozenset(symbols), ordered)

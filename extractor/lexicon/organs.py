"""Organs: how their names begin, the fields of work that name them, their abbreviations and full names."""

import tomllib
from functools import cache, lru_cache
from importlib.resources import files

import regex
from pydantic import BaseModel, ConfigDict


class Organs(BaseModel):
    """The organ lexicon, as in `organs.toml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    alone: list[str]
    named: list[str]
    topical: list[str]
    topics: list[str]
    topic_ends: list[str]
    posts: list[str]
    groups: list[str]
    classes: list[str]
    no_heads: list[str]
    vague: list[str]
    vague_alone: list[str]
    fields: list[str]
    abbreviations: dict[str, str]


@cache
def load_organs() -> Organs:
    """Load the organ lexicon; raises ValidationError for a wrong file."""
    return Organs.model_validate(tomllib.loads((files("extractor.lexicon") / "organs.toml").read_text("utf-8")))


_TOKEN = regex.compile(r"[\p{L}\d]+(?:-[\p{L}]+)*|[&–-]|[^\p{L}\d&–-]+")


@lru_cache(maxsize=4096)
def canonical_name(written: str) -> str:
    """Write the full name of an agency: abbreviations spelled out, "&" read as "và", single blanks."""
    short = load_organs().abbreviations
    out: list[str] = []
    for token in _TOKEN.findall(written):
        if token in short:
            out.append(short[token])
        elif token == "&":
            out.append(" và ")
        elif "-" in token and len(token) > 1:
            out.append(" - ".join(short.get(part, part) for part in token.split("-")))
        else:
            out.append(token)
    return " ".join("".join(out).split())

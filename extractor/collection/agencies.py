"""Cơ quan chủ trì: who leads a criterion in a plan, by field of work."""

from functools import cache, lru_cache

from extractor.collection.held import HeldResponsibility
from extractor.collection.members import LEADING, Member
from extractor.collection.wording import fold
from extractor.lexicon.comparison import load_comparison


@cache
def _sectors() -> tuple[tuple[str, str], ...]:
    return tuple((fold(word), sector) for sector, words in load_comparison().sectors.items() for word in words)


@lru_cache(maxsize=65536)
def sectors_of(agency: str) -> frozenset[str]:
    """Return the fields of work that an agency's name tells; empty for "UBND huyện", "các xã"."""
    padded = f" {fold(agency)} "
    return frozenset(sector for word, sector in _sectors() if f" {word} " in padded)


def leads_of(member: Member) -> dict[str, list[HeldResponsibility]]:
    """Return the agencies that lead each criterion of a plan, by its number."""
    leads: dict[str, list[HeldResponsibility]] = {}
    for record in member.responsibilities:
        if LEADING & set(record.roles):
            for number in record.criteria:
                leads.setdefault(number, []).append(record)
    return leads


def other_fields(uppers: list[HeldResponsibility], lowers: list[HeldResponsibility]) -> bool:
    """Tell whether two plans give a criterion to agencies of fields that have nothing in common."""
    one = _fields(uppers)
    other = _fields(lowers)
    return bool(one and other and not one & other)


def _fields(records: list[HeldResponsibility]) -> frozenset[str]:
    found = [sectors_of(record.agency_name or record.agency) for record in records]
    return frozenset().union(*found) if all(found) else frozenset()

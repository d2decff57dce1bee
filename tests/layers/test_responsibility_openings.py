"""Tests the first letters that let a pattern be tried: none of its beginnings may be missing."""

import pytest

from extractor.layers.responsibilities.openings import addresses, leads_in
from extractor.layers.responsibilities.patterns import SECTION, SUBJECT


def _beginnings(pattern: str) -> list[str]:
    """Every way in which a pattern that begins with a list of words may begin."""
    words = pattern.removeprefix("(?i:")
    return [word.strip().replace("[ ]", " ") for word in words[: words.index(")")].split("|")]


@pytest.mark.parametrize("words", _beginnings(SUBJECT.pattern))
def test_every_lead_in_is_known_by_its_first_letters(words: str) -> None:
    assert leads_in(f"{words.capitalize()} kế hoạch", 0)


@pytest.mark.parametrize("words", _beginnings(SECTION.pattern))
def test_every_address_is_known_by_its_first_letters(words: str) -> None:
    found = addresses(f"{words.capitalize()} Sở Y tế", 0)
    assert found is not None
    assert found[0] == f"{words.capitalize()} "


def test_what_opens_otherwise_leads_in_to_nothing() -> None:
    assert not leads_in("Sở Y tế tổ chức", 0)
    assert not leads_in("Trườn qua", 0)
    assert addresses("Sở Y tế tổ chức", 0) is None

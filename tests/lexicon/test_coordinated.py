"""Families of nouns that stand in a row with commas."""

import pytest
from pydantic import ValidationError

from extractor.lexicon import coordinated
from extractor.lexicon.coordinated import load_coordinated


def test_nouns_of_one_family_share_a_number() -> None:
    nouns = load_coordinated()
    assert nouns["xã"] & nouns["phường"]
    assert nouns["công chức"] & nouns["viên chức"]
    assert not nouns["xã"] & nouns["công chức"]


def test_lexicon_refuses_unknown_keys() -> None:
    with pytest.raises(ValidationError):
        coordinated._File.model_validate({"families": [["xã", "phường"]], "colour": "red"})

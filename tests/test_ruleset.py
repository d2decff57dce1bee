"""The version of the rules."""

import re

import extractor
from extractor.ruleset import ruleset


def test_ruleset_names_version_and_rules() -> None:
    assert re.fullmatch(r"\d+(\.\d+)*\+[0-9a-f]{12}", ruleset())
    assert extractor.extract_text("KẾ HOẠCH").ruleset == ruleset()

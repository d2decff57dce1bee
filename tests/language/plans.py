"""A plan written for the tests of the language: one paragraph a line."""

from pathlib import Path

PLAN = Path(__file__).with_name("plan.txt").read_text("utf-8").rstrip("\n")
_LINES = PLAN.split("\n")
HEADER, BODY, FOOTER = ("\n".join(part) for part in (_LINES[:8], _LINES[8:-8], _LINES[-8:]))

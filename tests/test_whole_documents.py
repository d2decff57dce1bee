"""Of whole documents: costs add up, a removed paragraph takes only its own records, layout changes little."""

import random
import sys
import textwrap
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.pipeline import extract_source, extract_text
from extractor.reading import ReadingError, read_bytes
from extractor.records import PlanRecord
from tests.plans import PLAN
from tests.test_properties import MIXTURES, TEXTS, assert_sound_record

ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1258", "latin-1"])
HEADS = st.sampled_from(
    [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\x89PNG\r\n\x1a\n", b"II*\x00"]
)
KEYS = {
    "citations": ("type", "code", "date", "issuer", "relation"),
    "dates": ("value", "bound"),
    "percentages": ("value", "upper", "comparator"),
    "criteria": ("number", "name"),
    "funding": ("source", "vnd", "percent"),
    "targets": ("value", "upper", "unit", "comparator", "indicator", "change"),
    "responsibilities": ("agency", "roles", "task"),
}
"""The values of each layer that hang on the words of their own paragraph; times may come from a line above."""
LAYERS_OF_LAYOUT = ("outline", "funding", "targets", "responsibilities", "citations")


def record_or_error(data: bytes) -> PlanRecord | ReadingError:
    """Return what bytes come to; any other exception fails the test."""
    try:
        return extract_source(read_bytes(data))
    except ReadingError as error:
        return error


def assert_told(outcome: PlanRecord | ReadingError) -> None:
    """A record is sound; an error has a code of its own and says what to do in both languages."""
    if isinstance(outcome, PlanRecord):
        assert_sound_record(outcome)
        return
    assert outcome.code != ReadingError.code
    assert outcome.message.endswith(".")
    assert outcome.message_vi.endswith(".")


@settings(max_examples=80, deadline=None, derandomize=True, database=None)
@given(HEADS, st.binary(max_size=600))
def test_any_bytes_give_a_record_or_a_typed_error(head: bytes, tail: bytes) -> None:
    assert_told(record_or_error(head + tail))


@settings(max_examples=120, deadline=None, derandomize=True, database=None)
@given(MIXTURES, ENCODINGS, st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=3)), max_size=4))
def test_damaged_texts_in_any_encoding_give_a_record_or_a_typed_error(
    text: str, encoding: str, damage: list[tuple[float, bytes]]
) -> None:
    data = (PLAN[:200] + text).encode(encoding, "replace")
    for place, inserted in damage:
        at = int(place * len(data))
        data = data[:at] + inserted + data[at + 1 :]
    assert_told(record_or_error(data))


def cost(text: str) -> int:
    """Count the calls that the extraction of a text makes, of Python's and of C functions: the same on any machine."""
    calls = 0

    def count(*_: Any) -> None:
        nonlocal calls
        calls += 1

    sys.setprofile(count)
    try:
        extract_text(text)
    finally:
        sys.setprofile(None)
    return calls


PAIRS = list(zip(TEXTS[::2], TEXTS[1::2], strict=False))


@pytest.mark.parametrize(("first", "second"), PAIRS, ids=lambda path: path.stem)
def test_two_documents_in_one_text_cost_their_sum(first: Path, second: Path) -> None:
    one, other = first.read_text("utf-8"), second.read_text("utf-8")
    extract_text(one + other)  # what is worked out once for each process
    assert cost(f"{one}\n\n{other}") < 1.25 * (cost(one) + cost(other))


def test_a_document_twelve_times_over_costs_twelve_times() -> None:
    text = TEXTS[0].read_text("utf-8")
    extract_text(text)
    assert cost(f"{text}\n\n" * 12) < 12 * 1.1 * cost(text)


def values_of(record: PlanRecord, start: int = 0, end: int = 0) -> Counter[tuple[str, ...]]:
    """Return the values of a record's layers, less those that stand in a stretch of its text."""
    found: Counter[tuple[str, ...]] = Counter()
    for layer, names in KEYS.items():
        for one in getattr(record, layer):
            if not start <= one.start < end:
                found[layer, one.quote, *(str(getattr(one, name)) for name in names)] += 1
    return found


def removable(record: PlanRecord) -> list[tuple[int, int]]:
    """Return the lines of running text between the first heading and the recipients: no heading, no row."""
    text, headings = record.text, {heading.start for heading in record.outline}
    last = text.rfind("Nơi nhận")
    lines, start = [], 0
    for line in text.splitlines(keepends=True):
        end = start + len(line)
        is_prose = bool(line.strip()) and "\t" not in line and not line.startswith("|")
        if is_prose and min(headings) < start < last and not any(start <= one < end for one in headings):
            lines.append((start, end))
        start = end
    return lines


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_paragraph_that_is_removed_takes_its_own_records_only(path: Path) -> None:
    whole = extract_text(path.read_text("utf-8"))
    lines = removable(whole)
    for start, end in random.Random(path.stem).sample(lines, min(6, len(lines))):
        without = extract_text(whole.text[:start] + whole.text[end:])
        assert values_of(without) == values_of(whole, start, end), whole.text[start:end]


def reflowed(text: str, width: int) -> str:
    """Wrap the running text hard at a width; tables stay."""
    return "\n".join(
        line
        if "\t" in line or line.startswith("|")
        else "\n".join(textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)) or line
        for line in text.split("\n")
    )


def layout_values(record: PlanRecord) -> Counter[str]:
    """Return the values of the layers that lean on where paragraphs and headings begin, blanks set alike."""
    left_out = {"quote", "start", "end", "rule", "review"}
    return Counter(
        " ".join(f"{layer} {one.model_dump(exclude=left_out)}".replace("\\n", " ").split())
        for layer in LAYERS_OF_LAYOUT
        for one in getattr(record, layer)
    )


def test_hard_wraps_at_any_width_keep_nearly_all_values_that_lean_on_paragraphs() -> None:
    """Where a line that is full ends a paragraph, or a list begins at a wrap, no one can tell without the meaning."""
    kept = changed = 0
    for path in TEXTS:
        text = path.read_text("utf-8")
        plain = layout_values(extract_text(text))
        for width in random.Random(path.stem).sample(range(40, 121), 4):
            wrapped = layout_values(extract_text(reflowed(text, width)))
            kept += (plain & wrapped).total()
            changed += (plain - wrapped).total() + (wrapped - plain).total()
    assert changed <= 0.01 * kept

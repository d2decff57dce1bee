"""The tables and the picture of what tools did."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks.peers.__main__ import Work, row
from benchmarks.peers.chart import chart
from benchmarks.peers.inputs import english
from benchmarks.peers.report import Row, Section, markdown, replace_between

OURS = Row("kehoach", "", (2.0, 1.0, 4.0), (("0.900",),), "")
SLOW = Row("a <slow> & old tool", "tool 1.2", (0.02, 0.01, 0.03), (("0.400",),), "on one core")
ABSENT = Row("absent", "", (), (), "there is no Java on this machine")
SECTION = Section("Dates", "MB/s", ["own plans"], ("F1",), [OURS, SLOW, ABSENT])


def test_the_tables_give_median_spread_ratio_and_why_a_tool_did_not_run() -> None:
    assert markdown([SECTION]).splitlines() == [
        "### Dates",
        "",
        "| tool | MB/s | least – most | kehoach is times as fast |",
        "| --- | ---: | ---: | ---: |",
        "| kehoach | 2.00 | 1.00 – 4.00 | 1.00 |",
        "| a <slow> & old tool | 0.020 | 0.010 – 0.030 | 100 |",
        "| absent | did not run: there is no Java on this machine |  |  |",
        "",
        "| tool | on | F1 |",
        "| --- | --- | ---: |",
        "| kehoach | own plans | 0.900 |",
        "| a <slow> & old tool | own plans | 0.400 |",
        "",
        "- tool 1.2: on one core",
    ]


def test_the_picture_is_sound_svg_with_a_bar_for_each_tool_that_ran() -> None:
    root = ElementTree.fromstring(chart([SECTION]))
    texts = [element.text or "" for element in root.iter("{http://www.w3.org/2000/svg}text")]
    assert "a <slow> & old tool" in texts
    assert "1/100;  F1 0.400" in texts
    assert "did not run" in texts
    bars = [element for element in root.iter("{http://www.w3.org/2000/svg}rect") if element.get("stroke")]
    assert [bar.get("fill") for bar in bars] == ["#222", "#bbb"]
    ours, slow = (float(bar.get("width") or 0) for bar in bars)
    assert slow == pytest.approx(ours / 2)  # from 1/10,000 to 1 are four powers of ten, to 1/100 two


def test_colours_are_greys() -> None:
    colours = re.findall(r'(?:fill|stroke)="#(\w+)"', chart([SECTION]))
    assert all(len(set(colour)) == 1 for colour in colours)


def test_what_a_process_says_becomes_a_row() -> None:
    answer = {"seconds": [0.5, 0.25], "version": "tool 1", "note": "n"}
    assert row("tool", answer, 1.0, [["0.5"]]) == Row("tool", "tool 1", (2.0, 4.0), (("0.5",),), "n")
    assert row("tool", {"failure": "no Java"}, 1.0) == Row("tool", "", (), (), "no Java")


def test_a_process_that_fails_or_is_absent_says_why(tmp_path: Path) -> None:
    told = Work((str(tmp_path / "python"),), {}).done()["failure"]
    assert told == "not installed; `make peers` sets it up"
    script = tmp_path / "fails"
    script.write_text("#!/bin/sh\necho one >&2\necho there is no tagger >&2\nexit 3\n", "utf-8")
    script.chmod(0o755)
    assert Work((str(script),), {}).done() == {"failure": "there is no tagger"}


def test_the_document_keeps_what_stands_around_the_results(tmp_path: Path) -> None:
    path = tmp_path / "doc.md"
    path.write_text("before\n<!-- peers -->\nold\n<!-- /peers -->\nafter\n", "utf-8")
    replace_between(path, "peers", "new")
    assert path.read_text("utf-8") == "before\n<!-- peers -->\nnew\n<!-- /peers -->\nafter\n"
    with pytest.raises(ValueError, match="there is no place"):
        replace_between(path, "others", "new")


def test_the_english_text_has_the_size_and_the_citations_asked_for() -> None:
    text = english(20_000, 40)
    assert 20_000 <= len(text.encode()) < 20_200
    assert text.count("Id. at 121") == 8
    assert text.count("42 U.S.C.") == 8

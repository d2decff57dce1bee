"""Counting of what other tools find."""

import pytest

from benchmarks.peers.mapping import Found, Names
from benchmarks.peers.score import Counts, body_counts, likeness, span_counts


def test_spans_are_paired_one_with_one_by_the_longest_overlap() -> None:
    gold = [Found(0, 10, "2024"), Found(20, 30, "2025"), Found(40, 50, "2026")]
    found = [Found(0, 2, "x"), Found(3, 10, "2024"), Found(25, 28, "2024")]
    assert span_counts(found, gold, values=False) == Counts(2, 3, 2, 3)
    assert span_counts(found, gold, values=True) == Counts(1, 3, 1, 3)


def test_spans_that_only_touch_do_not_overlap() -> None:
    assert span_counts([Found(0, 5)], [Found(5, 9)], values=False) == Counts(0, 1, 0, 1)


def test_precision_recall_and_their_mean() -> None:
    counts = Counts(1, 2, 1, 4) + Counts(2, 4, 2, 4)
    assert counts.precision == pytest.approx(0.5)
    assert counts.recall == pytest.approx(0.375)
    assert counts.f1 == pytest.approx(3 / 7)
    assert (Counts().precision, Counts().recall, Counts().f1) == (0, 0, 0)


def test_a_body_is_found_where_one_mention_is_touched() -> None:
    text = "Sở Y tế chủ trì; Sở Y tế, Sở Nội vụ báo cáo Chính phủ; hoa mai, Hoa Mai"
    gold = Names(frozenset({"Sở Y tế", "Sở Nội vụ"}), frozenset({"Chính phủ"}))
    found = [Found(17, 24), Found(44, 53), Found(55, 62), Found(64, 71)]
    assert [text[one.start : one.end] for one in found] == ["Sở Y tế", "Chính phủ", "hoa mai", "Hoa Mai"]
    assert body_counts(text, found, gold) == Counts(2, 3, 1, 2)


def test_likeness_looks_past_blanks() -> None:
    assert likeness("Kế  hoạch\nnăm", "Kế hoạch năm") == 1
    assert likeness("abcd", "abxd") == pytest.approx(0.75)
    assert likeness("", "abc") == 0

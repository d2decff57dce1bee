"""Word segmentation earns its place: it judges misread phrases better than what would be done without it."""

from benchmarks.segmentation import FILES, JUDGES, cases, shares

WRITTEN, UNSEEN = FILES


def test_the_cases_hold_both_kinds() -> None:
    kinds = [[misread for misread, *_ in cases(name)] for name in FILES]
    assert [(sum(kind), len(kind)) for kind in kinds] == [(37, 66), (23, 45)]


def test_each_case_brackets_a_form_of_the_lexicon() -> None:
    assert set(shares(WRITTEN)) == set(JUDGES)


def test_with_segmentation_more_is_right_than_without() -> None:
    found = shares(UNSEEN)
    assert found["word segmentation"] > found["repair always"] + 0.2
    assert found["neighbours, then word segmentation"] > found["neighbours listed in the lexicon"]


def test_every_case_that_the_lexicon_was_written_for_is_judged_right() -> None:
    assert shares(WRITTEN)["neighbours, then word segmentation"] == 1.0

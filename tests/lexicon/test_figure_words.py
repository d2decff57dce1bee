"""The words beside figures and times: comparators and bounds."""

import pytest
from pydantic import ValidationError

from extractor.layers.dates.bounds import bound_at
from extractor.lexicon import comparators, date_bounds
from extractor.lexicon.comparators import load_comparators
from extractor.lexicon.date_bounds import load_date_bounds


def test_every_bound_word_before_a_day_binds_it() -> None:
    for words, bound in load_date_bounds().before.items():
        string = f"xong {words} ngày 15/3/2025"
        start = string.index("ngày 15/3")
        assert (words, bound_at(string, start, len(string))) == (words, bound)


def test_every_bound_word_after_a_year_binds_it() -> None:
    for words, bound in load_date_bounds().after.items():
        string = f"đến năm 2025 {words}"
        assert (words, bound_at(string, 4, 12)) == (words, bound)


def test_words_that_bind_days_leave_years_alone() -> None:
    for words in load_date_bounds().days_only:
        string = f"{words} năm học 2024-2025"
        assert bound_at(string, len(words) + 1, len(string)) == "on"


def test_the_contract_words_are_there() -> None:
    before = load_date_bounds().before
    assert [before[word] for word in ("trong", "vào", "đến", "đến hết", "chậm nhất", "hết", "đến cuối")] == [
        "within",
        "within",
        "by",
        "by",
        "by",
        "by",
        "by",
    ]
    assert [before[word] for word in ("trước", "từ", "sau", "đầu", "cuối")] == [
        "before",
        "from",
        "after",
        "early",
        "end",
    ]
    compared = load_comparators().before
    assert [compared[word] for word in ("ít nhất", "tối thiểu", "≥", "trên", "hơn", "cao hơn", ">")] == [
        "ge",
        "ge",
        "ge",
        "gt",
        "gt",
        "gt",
        "gt",
    ]
    assert [compared[word] for word in ("không quá", "tối đa", "≤", "dưới", "thấp hơn", "<", "khoảng", "gần")] == [
        "le",
        "le",
        "le",
        "lt",
        "lt",
        "lt",
        "approx",
        "approx",
    ]


@pytest.mark.parametrize("module", [comparators, date_bounds])
def test_unknown_keys_are_refused(module: object) -> None:
    with pytest.raises(ValidationError, match="extra_forbidden"):
        module._File.model_validate({"before": [], "after": [], "beside": []})  # type: ignore[attr-defined]

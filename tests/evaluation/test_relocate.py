"""Gold is carried over to other texts of a document."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from extractor.evaluation.relocate import relocate

TEXT = "Căn cứ Kế hoạch số 5/KH-UBND ngày 01/02/2024;\n\nđạt 95% hộ\n\nđạt 95% thôn, xong trong năm 2024."


def gold(*quotes: str) -> dict[str, Any]:
    records, at = [], 0
    for quote in quotes:
        at = TEXT.index(quote, at)
        records.append({"quote": quote, "start": at, "end": at + len(quote), "value": quote})
        at += len(quote)
    return {"plan": {}, "dates": records}


def moved(other: str, *quotes: str) -> list[str]:
    relocation = relocate(gold(*quotes), TEXT, other)
    assert relocation.lost == []
    assert all(other[r["start"] : r["end"]] == r["quote"] for r in relocation.gold["dates"])
    return [r["quote"] for r in relocation.gold["dates"]]


def test_line_breaks_stay_in_the_quote() -> None:
    other = TEXT.replace("ngày 01", "ngày\n01")
    assert moved(other, "ngày 01/02/2024", "95%") == ["ngày\n01/02/2024", "95%"]


def test_repeated_words_go_to_their_own_place() -> None:
    other = TEXT.replace("đạt 95% hộ", "- **đạt** 95% hộ |")
    start = relocate(gold("95% thôn"), TEXT, other).gold["dates"][0]["start"]
    assert other[start - 4 : start + 8] == "đạt 95% thôn"


def test_page_numbers_between_the_words_are_passed_over() -> None:
    assert moved(TEXT.replace("xong trong", "xong\n\n2\n\ntrong"), "xong trong năm") == ["xong\n\n2\n\ntrong năm"]


def test_words_in_another_order_are_searched() -> None:
    first, rest = TEXT.split("\n\n", 1)
    assert moved(rest + "\n\n" + first, "ngày 01/02/2024", "năm 2024") == ["ngày 01/02/2024", "năm 2024"]


def test_a_lost_quote_is_told() -> None:
    relocation = relocate(gold("ngày 01/02/2024", "95% hộ"), TEXT, TEXT.replace("hộ", "nhà"))
    assert relocation.lost == ["95% hộ"]
    assert [r["quote"] for r in relocation.gold["dates"]] == ["ngày 01/02/2024"]


@given(st.lists(st.sampled_from(["\n", "  ", "\t", "\n\n7\n\n", "\n| "]), min_size=40, max_size=40))
def test_any_other_spacing_keeps_words_and_slices(gaps: list[str]) -> None:
    words = TEXT.split()
    other = "".join(word + gap for word, gap in zip(words, gaps, strict=False))
    relocation = relocate(gold("Kế hoạch số 5/KH-UBND", "95%", "95%", "năm 2024"), TEXT, other)
    assert relocation.lost == []
    for record in relocation.gold["dates"]:
        assert other[record["start"] : record["end"]] == record["quote"]
        kept = [word for word in record["quote"].split() if word not in ("7", "|")]
        assert kept == record["value"].split()

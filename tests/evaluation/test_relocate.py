"""Gold moved to another text of the same document."""

from hypothesis import given
from hypothesis import strategies as st

from extractor.evaluation.relocate import relocate


def gold_of(text: str, *quotes: str) -> dict[str, list[dict[str, object]]]:
    return {
        "dates": [{"quote": q, "start": text.index(q), "end": text.index(q) + len(q), "value": "2024"} for q in quotes]
    }


def test_wrapped_and_marked_up_text() -> None:
    text = "Thời hạn: tháng 10 năm 2024.\nBáo cáo: quý IV."
    other = "# **Thời hạn:** tháng\n10 năm\n2024.\n\n3\n\nBáo cáo: *quý IV*."
    moved = relocate(gold_of(text, "tháng 10 năm 2024", "quý IV"), text, other)
    assert [r["quote"] for r in moved["dates"]] == ["tháng\n10 năm\n2024", "quý IV"]
    assert all(other[r["start"] : r["end"]] == r["quote"] for r in moved["dates"])


def test_a_record_that_the_other_text_lacks_is_left_out() -> None:
    text = "năm 2024 và quý IV"
    assert [r["quote"] for r in relocate(gold_of(text, "năm 2024", "quý IV"), text, "năm 2024 và ")["dates"]] == [
        "năm 2024"
    ]


@given(st.lists(st.text("abcđê 1", min_size=1, max_size=8), min_size=1, max_size=12), st.data())
def test_every_quote_is_its_slice(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    other = "".join(
        letter if letter != " " else data.draw(st.sampled_from([" ", "\n", "  ", " \n**"])) for letter in text
    )
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    gold = {"dates": [{"quote": text[start:end], "start": start, "end": end}]}
    (moved,) = relocate(gold, text, other)["dates"] or [None]
    if moved is None:
        assert not text[start:end].strip()
    else:
        assert other[moved["start"] : moved["end"]] == moved["quote"]
        assert moved["quote"].replace("**", "").split() == text[start:end].split()

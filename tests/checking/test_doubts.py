"""Words that recognition is unsure of mark what rests on them."""

import pytest

from extractor.checking.doubts import with_doubts
from extractor.language.view import Edit
from extractor.pipeline import extract_text
from extractor.reading.source import Word
from extractor.records import PlanRecord

TEXT = "KẾ HOẠCH\nI. NỘI DUNG\nBáo cáo trước ngày 15/12/2024 và ngày 20/12/2024 như trên.\n"
FIRST, SECOND = "ngày 15/12/2024", "ngày 20/12/2024"


def reviews(*words: Word) -> list[str | None]:
    record = with_doubts(extract_text(TEXT), words)
    assert [date.quote for date in record.dates] == [FIRST, SECOND]
    return [date.review for date in record.dates]


def at(start: int, end: int, confidence: float) -> Word:
    return Word(start, end, 1, (0, 0, 1, 1), confidence)


def word(said: str, confidence: float) -> Word:
    start = TEXT.index(said)
    return at(start, start + len(said), confidence)


@pytest.fixture(scope="module")
def record() -> PlanRecord:
    return extract_text(TEXT)


def test_a_doubtful_word_marks_the_record_that_it_is_part_of() -> None:
    assert reviews(word("20/12/2024", 40)) == [None, "low recognition confidence: '20/12/2024' (40)"]


def test_words_beside_a_record_do_not_mark_it() -> None:
    assert reviews(word("trước", 40), word("như", 40)) == [None, None]
    assert reviews(at(TEXT.index(FIRST) + len(FIRST), TEXT.index(FIRST) + len(FIRST) + 1, 40)) == [None, None]


def test_the_first_doubtful_word_of_a_record_is_told_in_any_order_of_words() -> None:
    assert reviews(word("15/12/2024", 41), at(TEXT.index(FIRST), TEXT.index(FIRST) + 4, 30)) == [
        "low recognition confidence: 'ngày' (30)",
        None,
    ]


def test_what_was_misread_marks_the_record_that_rests_on_it() -> None:
    start = TEXT.index("12/2024 và")
    repair = Edit(start, start + 2, "11", misread=True)
    record = with_doubts(extract_text(TEXT), [word("15/12/2024", 95)], [repair])
    assert [date.review for date in record.dates] == ["recognised as '12', read as '11'", None]


def test_of_a_doubtful_word_that_was_repaired_the_repair_is_told() -> None:
    start = TEXT.index("20/12/2024")
    repair = Edit(start + 3, start + 5, "11", misread=True)
    for words in ([word("20/12/2024", 40)], [word("ngày 20/12/2024", 40), word("20/12/2024", 30)]):
        record = with_doubts(extract_text(TEXT), words, [repair])
        assert [date.review for date in record.dates] == [None, "recognised as '12', read as '11'"]


def test_edits_of_layout_mark_nothing(record: PlanRecord) -> None:
    place = TEXT.index("12/2024")
    edits = [Edit(place, place + 1, "1"), Edit(place, place, " ", misread=True)]
    assert with_doubts(record, [word("20/12/2024", 95)], edits) is record


def test_where_all_words_are_sure_the_record_stays(record: PlanRecord) -> None:
    assert with_doubts(record, [word("20/12/2024", 95)]) is record

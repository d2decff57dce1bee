"""Words that recognition is unsure of mark what rests on them."""

import pytest

from extractor.checking.doubts import with_doubts
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


def test_where_all_words_are_sure_the_record_stays(record: PlanRecord) -> None:
    assert with_doubts(record, [word("20/12/2024", 95)]) is record

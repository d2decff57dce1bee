"""The spaCy tokenizer."""

import pickle
from pathlib import Path

import pytest
import spacy
from hypothesis import example, given, settings
from hypothesis import strategies as st

from extractor.language.tokenizer import Tokenizer

VOCAB = spacy.blank("xx").vocab
SYLLABLES = Tokenizer(VOCAB, words=False)
WORDS = Tokenizer(VOCAB, words=True)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
@example(" \n\n Số:  12/KH-UBND\t\u00a0\u2028\x1c a ")
@example("")
def test_text_is_kept_for_any_text(text: str) -> None:
    assert SYLLABLES(text).text == text


@settings(deadline=None)  # the first call loads the models
@given(st.text(st.sampled_from("phát triển kinh tế - 60,5% \n\t(xã)/NĐ-CP86. "), max_size=60))
def test_text_is_kept_with_words(text: str) -> None:
    assert WORDS(text).text == text


@pytest.mark.parametrize("tokenizer", [SYLLABLES, WORDS])
@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Nghị định số 86/2023/NĐ-CP ngày 07/12/2023", ["86/2023/NĐ-CP", "07/12/2023"]),
        ("Nghị quyết số 75-NQ/HU; Công văn 412/UBND-NC.", ["75-NQ/HU", "412/UBND-NC"]),
        ("đạt 60,5% của 3.250 hộ", ["60,5", "%", "3.250"]),
        ("Luật số 47/2019/QH14", ["47/2019/QH14"]),
        ("ngày.....tháng 3", ["ngày", ".....", "tháng"]),
    ],
)
def test_numbers_dates_and_codes_are_whole(tokenizer: Tokenizer, text: str, whole: list[str]) -> None:
    tokens = [token.text for token in tokenizer(text)]
    assert [token for token in tokens if token in whole] == whole


def test_words_have_several_syllables() -> None:
    tokens = [token.text for token in WORDS("Phát triển kinh tế nông thôn\nbền vững đến năm 2025")]
    assert tokens[:3] == ["Phát triển", "kinh tế", "nông thôn"]
    assert tokens[-1] == "2025"
    assert [token.text for token in SYLLABLES("Phát triển kinh tế")] == ["Phát", "triển", "kinh", "tế"]


def test_setting_is_saved(tmp_path: Path) -> None:
    SYLLABLES.to_disk(tmp_path / "tokenizer")
    assert Tokenizer(VOCAB).from_disk(tmp_path / "tokenizer").words is False
    assert Tokenizer(VOCAB, words=False).from_bytes(WORDS.to_bytes()).words is True
    assert pickle.loads(pickle.dumps(SYLLABLES)).words is False

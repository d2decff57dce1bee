"""Plain texts in old encodings: found and converted back; sound text is never touched."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from corpora.build.legacy import encode, encode_shown, has_code
from extractor.reading import read_bytes
from extractor.reading.legacy import convert_text
from extractor.reading.source import Source
from tests.reading.legacy.words import CODES, ENGLISH, NUMBERS, VIETNAMESE, lines_of

ENCODINGS = ["tcvn3", "vni", "viscii"]
TITLES = {"tcvn3": "TCVN3 (ABC)", "vni": "VNI", "viscii": "VISCII"}
PLAN = """Kế hoạch số 15 của Uỷ ban nhân dân huyện
Căn cứ tình hình thực tế của địa phương, huyện đề ra các chỉ tiêu sau:
- Tỷ lệ hộ nghèo giảm 2,5%; trên 90% đường trục xã được nhựa hoá.
Số: 15
"""


def warned(source: Source) -> list[str]:
    return [warning.message for warning in source.warnings if warning.code == "legacy_encoding"]


def as_typed(text: str, name: str) -> str:
    """Small letters for the capitals that the encoding has no codes for."""
    return "".join(letter if has_code(letter, name) else letter.lower() for letter in text)


@pytest.mark.parametrize("name", ENCODINGS)
def test_bytes_are_converted_and_told_of(name: str) -> None:
    source = read_bytes(encode(PLAN, name))
    assert source.text == PLAN
    assert warned(source) == [
        f"Text in the old encoding {TITLES[name]} was converted to Unicode; check names and capitals."
    ]
    assert f"bảng mã cũ {TITLES[name]}" in source.warnings[0].message_vi


@pytest.mark.parametrize("name", ENCODINGS)
def test_text_saved_as_unicode_without_conversion_is_converted(name: str) -> None:
    source = read_bytes(encode_shown(PLAN, name).encode())
    assert source.text == PLAN
    assert len(warned(source)) == 1


@pytest.mark.parametrize("name", ENCODINGS)
def test_one_legacy_paragraph_among_sound_ones_is_converted_alone(name: str) -> None:
    legacy = "Phấn đấu đến cuối năm có thêm hai xã đạt chuẩn."
    sound = "Các xã cá nhân, bà con rà soát lại. Số: 7 à?"
    text = f"{PLAN}{encode_shown(legacy, name)}\n{sound}\n"
    assert read_bytes(text.encode()).text == f"{PLAN}{legacy}\n{sound}\n"
    mixed = PLAN.encode() + encode(legacy, name) + f"\n{sound}\n".encode()
    assert read_bytes(mixed).text == f"{PLAN}{legacy}\n{sound}\n"


@pytest.mark.parametrize("name", ENCODINGS)
@given(text=lines_of(VIETNAMESE, least=12))
@settings(max_examples=60, deadline=None)
def test_vietnamese_comes_back_whole(name: str, text: str) -> None:
    text = as_typed(text, name)
    assert read_bytes(encode(text, name)).text == text
    assert convert_text(encode_shown(text, name))[0] == text


@pytest.mark.parametrize("name", ENCODINGS)
@given(text=lines_of([word.upper() for word in VIETNAMESE], least=12))
@settings(max_examples=30, deadline=None)
def test_lines_in_capitals_come_back_as_capitals(name: str, text: str) -> None:
    assert read_bytes(encode(text, name)).text == text


@given(text=lines_of(VIETNAMESE))
@example("cá à bà\nxã")
@example("Số: 7")
@settings(max_examples=150, deadline=None)
def test_sound_vietnamese_is_left_alone(text: str) -> None:
    assert convert_text(text) == (text, None)
    assert read_bytes((text + "\n").encode()).warnings == ()


@given(text=lines_of(VIETNAMESE + ENGLISH + NUMBERS + CODES))
@settings(max_examples=150, deadline=None)
def test_mixed_sound_text_is_left_alone(text: str) -> None:
    assert convert_text(text) == (text, None)


@given(text=lines_of(ENGLISH + NUMBERS + CODES))
@settings(max_examples=100, deadline=None)
def test_english_numbers_and_codes_are_left_alone(text: str) -> None:
    assert convert_text(text) == (text, None)


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x2FF)))
@settings(max_examples=150, deadline=None)
def test_tables_of_characters_are_left_alone(text: str) -> None:
    spaced = " ".join(text)
    assert convert_text(spaced) == (spaced, None)

"""Plain text in the encodings that plans come in."""

import unicodedata

import pytest

from extractor.reading import ReadingError, read_bytes, read_file
from extractor.reading.source import Source
from tests.conftest import SHARED
from tests.shared import referee, seed_names

TEXT = "KẾ HOẠCH\nPhát triển thủy sản huyện Cái Nước năm 2025\n\n- Sản lượng đạt từ 42.500 tấn trở lên.\n"


def codes(source: Source) -> list[str]:
    return [warning.code for warning in source.warnings]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_encodings_are_told_by_the_bytes(encoding: str) -> None:
    source = read_bytes(TEXT.encode(encoding), "kế hoạch.bin")
    assert source.text == TEXT
    assert codes(source) == []
    assert source.name == "kế hoạch.bin"
    assert source.media_type == "text/plain"


def test_utf_16_big_endian_with_its_mark_is_read() -> None:
    assert read_bytes(b"\xfe\xff" + TEXT.encode("utf-16-be")).text == TEXT


def test_windows_1258_is_composed_and_warned_of() -> None:
    # Windows-1258 has â, ê, ô, ơ, ư as letters and the tones as marks of their own
    tones = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
    pieces = []
    for letter in TEXT:
        parts = unicodedata.normalize("NFD", letter)
        tone = "".join(c for c in parts if c in tones)
        pieces.append(unicodedata.normalize("NFC", "".join(c for c in parts if c not in tones)) + tone)
    source = read_bytes("".join(pieces).encode("cp1258"))
    assert source.text == TEXT
    assert codes(source) == ["legacy_encoding"]


def test_decomposed_letters_are_composed() -> None:
    source = read_bytes(unicodedata.normalize("NFD", TEXT).encode())
    assert source.text == TEXT


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_become_line_feeds(line_end: str) -> None:
    assert read_bytes(TEXT.replace("\n", line_end).encode()).text == TEXT


def test_blanks_and_unusual_characters_stay_as_they_are() -> None:
    text = "\n\n  Số:\u00a074 /KH-UBND\t\u200b\n\f\n"
    assert read_bytes(text.encode()).text == text


def test_a_few_broken_bytes_are_replaced_and_warned_of() -> None:
    data = (TEXT * 5).encode()
    at = data.index("ả".encode())
    source = read_bytes(data[:at] + b"\xff" + data[at:])
    assert source.text.count("\ufffd") == 1
    assert source.text.replace("\ufffd", "") == TEXT * 5
    assert codes(source) == ["characters_lost"]


def test_a_text_cut_within_a_letter_is_read() -> None:
    source = read_bytes(TEXT.encode() + "ế".encode()[:2])
    assert source.text == TEXT + "\ufffd"


def test_markdown_is_told_by_its_marks() -> None:
    assert read_bytes(b"# K\xe1\xba\xbe HO\xe1\xba\xa0CH\n").media_type == "text/markdown"


def test_the_digest_is_of_the_bytes() -> None:
    expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert read_bytes(b"abc").sha256 == expected


def test_zero_bytes_among_letters_are_no_text() -> None:
    with pytest.raises(ReadingError) as caught:
        read_bytes(b"KE HOACH\x00\x01\x02\x03" * 50)
    assert caught.value.code == "binary"


@pytest.mark.shared
def test_real_plans_are_read_as_the_referee_reads_them() -> None:
    paths = [SHARED / "seeds" / f"{name}.txt" for name in seed_names()]
    assert len(paths) == 3
    assert [read_file(path).text for path in paths] == [referee().read_text(path) for path in paths]

"""Whatever the bytes, reading gives a Source or a ReadingError."""

import io
import random
import unicodedata
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.language.document import document_of
from extractor.reading import ReadingError, plain_layout, read_bytes
from extractor.reading.source import Block, Source, Span, Table
from tests.reading.docx_files import abstract, level, num, numbered, p, row, table, word
from tests.reading.pdf_files import Page, pdf

WORD = word(
    p("KẾ HOẠCH") + numbered("Mục tiêu", 5) + table(row("TT", "Việc", "Hạn"), row("1", "Rà soát", "Quý I"), row("2")),
    abstract(1, level("upperRoman", "%1.")) + num(5, 1),
)
PDF = pdf(
    Page().centred(297, 800, "1").lines(85, 760, "KẾ HOẠCH\nPhát triển du lịch\nnăm 2025"),
    Page().table(700, [85, 200, 400], [["TT", "Việc"], ["1", "Rà soát"], ["2", "Tổng kết"]]),
)
HEADS = [
    b"",
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
    b"\xd0\xcf\x11\xe0",
    b"RIFF",
]
LAYOUT_SIGNS = st.sampled_from(
    [
        "|",
        "\n",
        "\t",
        "*",
        "**",
        "_",
        "#",
        " ",
        "\f",
        "1",
        "12",
        "STT",
        "a",
        "Ố",
        "---",
        "| a | b |",
        "|---|",
        "I",
        "- ",
    ]
)


def check(source: Source) -> None:
    """Assert what holds of every Source."""
    length = len(source.text)
    assert unicodedata.is_normalized("NFC", source.text)
    assert "\r" not in source.text
    layout = source.layout
    parts: list[Block | Table | Span] = [*layout.blocks, *layout.tables, *layout.pages, *layout.emphasis]
    assert all(0 <= part.start <= part.end <= length for part in parts)
    for found in layout.tables:
        places = [(cell.row, cell.column) for cell in found.cells]
        assert len(set(places)) == len(places)
        assert all(found.start <= cell.start <= cell.end <= found.end for cell in found.cells)
    document = document_of(source)
    assert len(document.tables) == len(layout.tables)


def outcome(data: bytes) -> Source | ReadingError:
    """Return what reading comes to; any other exception fails the test."""
    try:
        return read_bytes(data)
    except ReadingError as error:
        return error


def read_or_refuse(data: bytes) -> None:
    result = outcome(data)
    if isinstance(result, Source):
        check(result)
    else:
        assert result.code
        assert result.message_vi


@given(st.sampled_from(HEADS), st.binary(max_size=2000))
@settings(max_examples=150, deadline=None)
def test_any_bytes(head: bytes, tail: bytes) -> None:
    read_or_refuse(head + tail)


@given(st.text(max_size=2000))
@settings(max_examples=100, deadline=None)
def test_any_text_is_kept_but_for_composition_and_line_ends(text: str) -> None:
    result = outcome(("Kế hoạch\n" + text).encode("utf-8", "replace"))
    if isinstance(result, Source):
        check(result)
        kept = text.encode("utf-8", "replace").decode().replace("\r\n", "\n").replace("\r", "\n")
        assert result.text == unicodedata.normalize("NFC", "Kế hoạch\n" + kept)
    else:
        assert result.code == "binary"


@given(st.lists(LAYOUT_SIGNS, max_size=300))
@settings(max_examples=300, deadline=None)
def test_any_mix_of_layout_signs(signs: list[str]) -> None:
    text = "".join(signs)
    check(Source(text, plain_layout(text), "", "text/plain"))


@pytest.mark.parametrize("sound", [WORD, PDF], ids=["docx", "pdf"])
def test_sound_files_cut_off_anywhere(sound: bytes) -> None:
    check(read_bytes(sound))
    for end in range(0, len(sound), max(1, len(sound) // 60)):
        read_or_refuse(sound[:end])


@pytest.mark.parametrize("sound", [WORD, PDF], ids=["docx", "pdf"])
@given(seed=st.integers(0, 2**32))
@settings(max_examples=60, deadline=None)
def test_sound_files_with_changed_bytes(sound: bytes, seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(sound)
    for _ in range(chance.choice([1, 3, 30])):
        data[chance.randrange(len(data))] = chance.randrange(256)
    read_or_refuse(bytes(data))


@given(seed=st.integers(0, 2**32), part=st.sampled_from(["document", "numbering", "styles"]))
@settings(max_examples=80, deadline=None)
def test_word_files_with_changed_markup(seed: int, part: str) -> None:
    chance = random.Random(seed)
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WORD)) as sound, zipfile.ZipFile(buffer, "w") as changed:
        for name in sound.namelist():
            content = sound.read(name)
            if name == f"word/{part}.xml":
                content = _without_a_piece(content, chance)
            changed.writestr(name, content)
    read_or_refuse(buffer.getvalue())


def _without_a_piece(content: bytes, chance: random.Random) -> bytes:
    """Swap the values of attributes, or cut a stretch out."""
    if chance.random() < 0.3:
        start = chance.randrange(len(content))
        return content[:start] + content[start + chance.randrange(200) :]
    pieces = content.split(b'"')
    for i in range(1, len(pieces), 2):
        if chance.random() < 0.05 and not pieces[i].startswith(b"http"):
            pieces[i] = chance.choice([b"", b"-1", b"99999999999", b"x", b"1", b"%1%9", "ế".encode()])
    return b'"'.join(pieces)

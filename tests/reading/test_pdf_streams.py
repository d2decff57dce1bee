"""PDF files of some kilobytes that unpack to tens of millions of drawing operators are refused at once."""

import time
import zlib

import pytest

from extractor.reading import ReadingError, read_bytes
from extractor.reading.limits import MAX_CONTENT_BYTES, MAX_PAGE_CONTENT_BYTES
from extractor.reading.pdf.streams import _from_lzw, check_streams
from tests.reading.pdf_files import Page, pdf

LINE = b"0 0 m 9 9 l S\n"
MANY = LINE * (MAX_PAGE_CONTENT_BYTES // len(LINE) + 1)


def file_of(*streams: tuple[bytes, bytes]) -> bytes:
    """Return a PDF whose pages have streams, each with its dictionary's further entries."""
    kids = b" ".join(b"%d 0 R" % (10 + 2 * i) for i in range(len(streams)))
    objects = [b"1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj"]
    objects += [b"2 0 obj << /Type /Pages /Kids [%b] /Count %d >> endobj" % (kids, len(streams))]
    for i, (entries, content) in enumerate(streams):
        page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R >>" % (11 + 2 * i)
        objects.append(b"%d 0 obj %b endobj" % (10 + 2 * i, page))
        head = b"%d 0 obj << /Length %d %b >>\nstream\n" % (11 + 2 * i, len(content), entries)
        objects.append(head + content + b"\nendstream endobj")
    return b"%PDF-1.7\n" + b"\n".join(objects) + b"\ntrailer << /Root 1 0 R >>\n%%EOF"


PACKED = zlib.compress(MANY, 9)


def lzw(content: bytes, early: int) -> bytes:
    """Pack by LZW, with codes that grow longer one code early or not (PDF's EarlyChange)."""
    table = {bytes((letter,)): letter for letter in range(256)}
    codes, free, start, at = [(256, 9)], 258, 0, 1
    while start < len(content):
        width = min(12, max(9, (free + early - 1).bit_length()))
        while at < len(content) and content[start : at + 1] in table:
            at += 1
        codes.append((table[content[start:at]], width))
        table[content[start : at + 1]], free = free, free + 1
        start, at = at, at + 1
        if free == 4094:
            codes.append((256, 12))
            table, free = {bytes((letter,)): letter for letter in range(256)}, 258
    codes.append((257, min(12, max(9, (free + early - 1).bit_length()))))
    bits = "".join(f"{code:0{width}b}" for code, width in codes)
    return int(bits.ljust(-(-len(bits) // 8) * 8, "0"), 2).to_bytes(-(-len(bits) // 8), "big")


@pytest.mark.parametrize("early", [0, 1])
def test_lzw_is_unpacked(early: int) -> None:
    content = b"".join(b"%d %d m %d 9 l S\n" % (i, i * i, 7 * i) for i in range(3_000))
    assert _from_lzw(lzw(content, early), len(content) + 1) == content


BOMBS = {
    "packed": file_of((b"/Filter /FlateDecode", PACKED)),
    "packed twice": file_of((b"/Filter [ /FlateDecode/FlateDecode ]", zlib.compress(PACKED, 9))),
    "packed, in hexadecimal": file_of((b"/Filter [/ASCIIHexDecode /FlateDecode]", PACKED.hex().encode() + b">")),
    "packed by LZW": file_of((b"/Filter /LZWDecode", lzw(MANY, 1))),
    "packed by LZW, late": file_of((b"/Filter /LZWDecode /DecodeParms << /EarlyChange 0 >>", lzw(MANY, 0))),
    "plain": file_of((b"", MANY)),
    "many pages": file_of(
        *[(b"/Filter /FlateDecode", zlib.compress(MANY[: len(MANY) // 2]))] * (2 * MAX_CONTENT_BYTES // len(MANY) + 2)
    ),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_of_operators_is_refused_in_a_moment(name: str) -> None:
    start = time.process_time()
    with pytest.raises(ReadingError) as caught:
        read_bytes(BOMBS[name])
    assert caught.value.code == "too_large"
    assert "drawing operators" in caught.value.message
    assert time.process_time() - start < 5


def test_large_pictures_and_fonts_are_no_operators() -> None:
    picture = b"/Type /XObject /Subtype /Image /Width 6000 /Height 6000 /Filter /FlateDecode"
    font = b"/Length1 40000000 /Filter /FlateDecode"
    check_streams(file_of((picture, zlib.compress(bytes(36_000_000))), (font, zlib.compress(bytes(40_000_000)))))


def test_sound_and_damaged_streams_pass() -> None:
    check_streams(pdf(Page().text(85, 700, "Kế hoạch")))
    check_streams(file_of((b"/Filter /FlateDecode", b"no packed data"), (b"/Filter /LZWDecode", b"\x80\x0b")))
    check_streams(b"%PDF-1.7\n4 0 obj << >>\nstream\n")

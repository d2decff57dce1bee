"""Content streams of a PDF that unpack to more than any page needs, found before pdfium parses them.

A file of some hundred kilobytes can hold tens of millions of drawing operators, for which pdfium takes minutes and
gigabytes.
"""

import binascii
import re
import zlib
from base64 import a85decode
from collections.abc import Callable, Iterator

from extractor.reading.errors import TooLargeError
from extractor.reading.limits import MAX_CONTENT_BYTES, MAX_PAGE_CONTENT_BYTES

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_DICTIONARY = 1_500
"""Bytes before a stream in which its dictionary is looked for."""
_NO_CONTENT = re.compile(rb"/Subtype\s*/Image\b|/Length1\b|/FontFile|/Subtype\s*/(?:Type1C|CIDFontType0C|OpenType)\b")
_FILTERS = re.compile(rb"/(?:Filter|F)\s*(\[[^\]]*\]|/[A-Za-z0-9]+)")
_FILTER = re.compile(rb"/([A-Za-z0-9]+)")
_PIECE = 1 << 20
_LZW_CLEAR, _LZW_END = 256, 257
_LZW_TABLE = 4096


def check_streams(data: bytes) -> None:
    """Raise TooLargeError where a stream, or all together, unpack to more than the limits."""
    total = 0
    for filters, raw in _content_streams(data):
        size = _unpacked_size(filters, raw, MAX_PAGE_CONTENT_BYTES)
        total += size
        for found, limit in ((size, MAX_PAGE_CONTENT_BYTES), (total, MAX_CONTENT_BYTES)):
            if found > limit:
                raise TooLargeError(f"drawing operators of more than {limit // 1_000_000} MB")


def _content_streams(data: bytes) -> Iterator[tuple[list[bytes], memoryview]]:
    """Yield filters and raw bytes of the streams that are no pictures and no fonts."""
    view = memoryview(data)
    position = 0
    while match := _STREAM.search(data, position):
        start = match.end()
        end = data.find(b"endstream", start)
        position = end = len(data) if end < 0 else end
        head = data[max(0, match.start() - _DICTIONARY) : match.start()]
        head = head[max(0, head.rfind(b" obj")) :]
        if _NO_CONTENT.search(head):
            continue
        named = _FILTERS.search(head)
        yield (_FILTER.findall(named[1]) if named else []), view[start:end]


def _unpacked_size(filters: list[bytes], raw: memoryview, limit: int) -> int:
    """Return the size that a stream unpacks to, or one above the limit; a filter that is not known ends it."""
    content: bytes | memoryview = raw
    for name in filters:
        unpack = _UNPACKERS.get(name)
        if unpack is None:
            break
        try:
            content = unpack(content, limit + 1)
        except (zlib.error, ValueError):
            break
        if len(content) > limit:
            break
    return len(content)


def _inflated(content: bytes | memoryview, most: int) -> bytes:
    inflater = zlib.decompressobj()
    pieces, size = [inflater.decompress(content, _PIECE)], 0
    while inflater.unconsumed_tail and not inflater.eof and size < most:
        pieces.append(inflater.decompress(inflater.unconsumed_tail, _PIECE))
        size += len(pieces[-1])
    return b"".join(pieces)


def _from_hexadecimal(content: bytes | memoryview, most: int) -> bytes:
    return binascii.unhexlify(b"".join(bytes(content).split(b">")[0].split()))


def _from_ascii85(content: bytes | memoryview, most: int) -> bytes:
    return a85decode(bytes(content).split(b"~>")[0])


def _from_lzw(content: bytes | memoryview, most: int) -> bytes:
    """Unpack LZW with either of the two moments at which codes grow longer, whichever goes further."""
    return max((_unpacked_lzw(content, most, early) for early in (1, 0)), key=len)


def _unpacked_lzw(content: bytes | memoryview, most: int, early: int) -> bytes:
    table = [bytes((letter,)) for letter in range(256)] + [b"", b""]
    pieces, size, buffer, bits, width, previous = [], 0, 0, 0, 9, b""
    for byte in content:
        buffer, bits = buffer << 8 | byte, bits + 8
        if bits < width:
            continue
        bits -= width
        code, buffer = buffer >> bits, buffer & ((1 << bits) - 1)
        if code == _LZW_CLEAR:
            del table[_LZW_END + 1 :]
            width, previous = 9, b""
            continue
        if code == _LZW_END or code > len(table) - (not previous):
            break
        piece = table[code] if code < len(table) else previous + previous[:1]
        pieces.append(piece)
        size += len(piece)
        if size >= most:
            break
        if previous and len(table) < _LZW_TABLE:
            table.append(previous + piece[:1])
        previous = piece
        width = min(12, max(9, (len(table) + early).bit_length()))
    return b"".join(pieces)


_UNPACKERS: dict[bytes, Callable[[bytes | memoryview, int], bytes]] = {
    b"FlateDecode": _inflated,
    b"Fl": _inflated,
    b"LZWDecode": _from_lzw,
    b"LZW": _from_lzw,
    b"ASCIIHexDecode": _from_hexadecimal,
    b"AHx": _from_hexadecimal,
    b"ASCII85Decode": _from_ascii85,
    b"A85": _from_ascii85,
}

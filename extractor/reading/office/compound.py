"""Opens OLE2 compound files ([MS-CFB]) as far as it takes to tell what they hold."""

import struct
from typing import NamedTuple

from extractor.reading.errors import BrokenFileError

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAX_SECTOR = 0xFFFFFFFA
"""Numbers from here on mark the end of a chain, free sectors and the like."""
_HEADER_SECTORS = 109
"""Sectors of the allocation table that the header itself names."""
_ENTRY_BYTES = 128
_STREAM, _ROOT = 2, 5


class Entry(NamedTuple):
    """A storage (folder) or stream (file) of a compound file."""

    name: str
    kind: int
    class_id: bytes
    start: int
    size: int


class Compound:
    """The directory of a compound file and its streams; raises BrokenFileError for one that is damaged or cut off."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        try:
            self._open()
        except struct.error:
            raise BrokenFileError("OLE2") from None

    def _open(self) -> None:
        data = self._data
        self._major, shift, small_shift = struct.unpack_from("<HxxHH", data, 26)
        if not data.startswith(MAGIC) or shift not in (9, 12) or small_shift != 6:
            raise BrokenFileError("OLE2")
        self._sector_bytes = 1 << shift
        directory, self._cutoff, small_table = struct.unpack_from("<I4xII", data, 48)
        self._table = self._allocation_table()
        self.entries = list(self._entries(self._chain(directory, self._table)))
        root = next((entry for entry in self.entries if entry.kind == _ROOT), None)
        if root is None:
            raise BrokenFileError("OLE2")
        self.class_id = root.class_id
        self._small = self._chain(root.start, self._table) if root.size else b""
        self._small_table = _numbers(self._chain(small_table, self._table)) if root.size else ()

    def names(self) -> frozenset[str]:
        """Return the names of all storages and streams."""
        return frozenset(entry.name for entry in self.entries)

    def stream(self, name: str) -> bytes | None:
        """Return the content of the first stream of a name; None where there is none."""
        entry = next((entry for entry in self.entries if entry.name == name and entry.kind == _STREAM), None)
        if entry is None:
            return None
        if entry.size < self._cutoff:
            content = b"".join(self._small[i << 6 : (i + 1) << 6] for i in _sectors(entry.start, self._small_table))
        else:
            content = self._chain(entry.start, self._table)
        if len(content) < entry.size:
            raise BrokenFileError("OLE2")
        return content[: entry.size]

    def _allocation_table(self) -> tuple[int, ...]:
        named = list(struct.unpack_from(f"<{_HEADER_SECTORS}I", self._data, 76))
        further, count = struct.unpack_from("<II", self._data, 68)
        for _ in range(min(count, len(self._data) // self._sector_bytes)):
            if further >= _MAX_SECTOR:
                break
            *more, further = _numbers(self._sector(further))
            named += more
        return tuple(n for sector in named if sector < _MAX_SECTOR for n in _numbers(self._sector(sector)))

    def _chain(self, start: int, table: tuple[int, ...]) -> bytes:
        return b"".join(self._sector(sector) for sector in _sectors(start, table))

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._sector_bytes
        if start >= len(self._data):
            raise BrokenFileError("OLE2")
        return self._data[start : start + self._sector_bytes]

    def _entries(self, directory: bytes) -> list[Entry]:
        found = []
        for at in range(0, len(directory) - _ENTRY_BYTES + 1, _ENTRY_BYTES):
            raw, length, kind = struct.unpack_from("<64sHB", directory, at)
            start, size = struct.unpack_from("<IQ", directory, at + 116)
            if kind:
                name = raw[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
                # the upper half of the size is not set to zero by old writers of the first version
                size = size & 0xFFFFFFFF if self._major < 4 else size
                found.append(Entry(name, kind, directory[at + 80 : at + 96], start, size))
        return found


def _sectors(start: int, table: tuple[int, ...]) -> list[int]:
    """Follow a chain of sectors; one that runs in a circle or out of the table is damage."""
    chain: list[int] = []
    while start < _MAX_SECTOR:
        if start >= len(table) or len(chain) > len(table):
            raise BrokenFileError("OLE2")
        chain.append(start)
        start = table[start]
    return chain


def _numbers(content: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(content) // 4}I", content[: len(content) // 4 * 4])

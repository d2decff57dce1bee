"""Writes a VBA project ([MS-OVBA]) into an old Word document for the tests."""

import struct

from tests.reading.office.compound_files import Tree, compound, parts


def with_vba(document: bytes, module: str) -> bytes:
    """Add a project with one module, ThisDocument, to the bytes of a .doc."""
    source = f'Attribute VB_Name = "ThisDocument"\n{module}'.replace("\n", "\r\n").encode("cp1252")
    project = (
        'ID="{00000000-0000-0000-0000-000000000000}"\r\nDocument=ThisDocument/&H00000000\r\nName="Project"\r\n'
        'HelpContextID="0"\r\nVersionCompatible32="393222000"\r\n\r\n[Host Extender Info]\r\n'
    )
    vba: Tree = {
        "dir": _compressed(_directory("ThisDocument")),
        "_VBA_PROJECT": bytes.fromhex("cc61ffff000000"),
        "ThisDocument": _compressed(source),
    }
    macros: Tree = {"VBA": vba, "PROJECT": project.encode(), "PROJECTwm": b"ThisDocument\0" + bytes(2)}
    return compound({**parts(document), "Macros": macros})


def _compressed(content: bytes) -> bytes:
    """Write the container of compressed streams, with every byte as it is."""
    chunks = [content[i : i + 3000] for i in range(0, len(content), 3000)]
    return b"\x01" + b"".join(struct.pack("<H", 0xB000 | len(c) - 1) + c for c in map(_literal, chunks))


def _literal(content: bytes) -> bytes:
    return b"".join(b"\0" + content[i : i + 8] for i in range(0, len(content), 8))


def _directory(module: str) -> bytes:
    name, wide = module.encode(), module.encode("utf-16-le")
    version = struct.pack("<HIIH", 0x09, 4, 1, 1)
    head = [(0x01, struct.pack("<I", 1)), (0x02, struct.pack("<I", 0x409)), (0x14, struct.pack("<I", 0x409)),
            (0x03, struct.pack("<H", 1252)), (0x04, b"Project"), (0x05, b""), (0x40, b""), (0x06, b""), (0x3D, b""),
            (0x07, bytes(4)), (0x08, bytes(4))]  # fmt: skip
    rest = [(0x0C, b""), (0x3C, b""), (0x0F, struct.pack("<H", 1)), (0x13, b"\xff\xff"), (0x19, name), (0x47, wide),
            (0x1A, name), (0x32, wide), (0x1C, b""), (0x48, b""), (0x31, bytes(4)), (0x1E, bytes(4)),
            (0x2C, b"\xff\xff"), (0x22, b""), (0x2B, b""), (0x10, b"")]  # fmt: skip
    return _records(head) + version + _records(rest)


def _records(records: list[tuple[int, bytes]]) -> bytes:
    return b"".join(struct.pack("<HI", number, len(content)) + content for number, content in records)

"""Writes OLE2 compound files ([MS-CFB], version 3) for the tests: streams in storages."""

import struct
from dataclasses import dataclass, field

SECTOR = 512
SMALL = 64
CUTOFF = 4096
NUMBERS = SECTOR // 4
"""Of sectors in one sector of the allocation table."""
IN_HEADER = 109
END, FREE, TABLE, FURTHER, NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFC, 0xFFFFFFFF
Tree = dict[str, "bytes | Tree"]
"""Streams and storages by their names."""


@dataclass
class _Node:
    name: str
    kind: int
    content: bytes = b""
    children: list[int] = field(default_factory=list)
    start: int = END
    left: int = NONE
    right: int = NONE
    child: int = NONE


def compound(tree: Tree, class_id: bytes = bytes(16)) -> bytes:
    """Write a compound file."""
    nodes = [_Node("Root Entry", 5)]
    _add(nodes, 0, tree)
    small, small_table = _small_streams(nodes)
    nodes[0].content = small
    table: list[int] = []
    body: list[bytes] = []
    for node in nodes:
        if node.kind == 5 or (node.kind == 2 and len(node.content) >= CUTOFF):
            node.start = _append(body, table, node.content)
    small_table_start = _append(body, table, struct.pack(f"<{len(small_table)}I", *small_table))
    directory_start = _append(body, table, b"".join(_entry(node, class_id) for node in nodes))
    sectors, further = 1, 0
    while sectors * NUMBERS < len(table) + sectors + further:
        sectors += 1
        further = max(0, -(-(sectors - IN_HEADER) // (NUMBERS - 1)))
    first = len(table)
    table += [TABLE] * sectors + [FURTHER] * further
    table += [FREE] * (sectors * NUMBERS - len(table))
    body.append(struct.pack(f"<{len(table)}I", *table))
    named = [first + i for i in range(sectors)]
    beyond = named[IN_HEADER:]
    for i in range(further):
        part = beyond[i * (NUMBERS - 1) : (i + 1) * (NUMBERS - 1)]
        following = first + sectors + i + 1 if i + 1 < further else END
        body.append(struct.pack(f"<{NUMBERS}I", *part, *[FREE] * (NUMBERS - 1 - len(part)), following))
    head = struct.pack("<8s16xHHHHH6xIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6, 0,
                       sectors, directory_start, 0, CUTOFF, small_table_start, -(-len(small_table) // NUMBERS),
                       first + sectors if further else END, further)  # fmt: skip
    in_header = named[:IN_HEADER]
    return head + struct.pack("<109I", *in_header, *[FREE] * (IN_HEADER - len(in_header))) + b"".join(body)


def _add(nodes: list[_Node], parent: int, tree: Tree) -> None:
    numbers = []
    for name, content in tree.items():
        numbers.append(len(nodes))
        if isinstance(content, bytes):
            nodes.append(_Node(name, 2, content))
        else:
            nodes.append(_Node(name, 1))
            _add(nodes, numbers[-1], content)
    ordered = sorted(numbers, key=lambda n: (len(nodes[n].name), nodes[n].name.upper()))
    nodes[parent].child = _balanced(nodes, ordered)


def _balanced(nodes: list[_Node], ordered: list[int]) -> int:
    if not ordered:
        return NONE
    middle = len(ordered) // 2
    nodes[ordered[middle]].left = _balanced(nodes, ordered[:middle])
    nodes[ordered[middle]].right = _balanced(nodes, ordered[middle + 1 :])
    return ordered[middle]


def _small_streams(nodes: list[_Node]) -> tuple[bytes, list[int]]:
    content, table = b"", list[int]()
    for node in nodes:
        if node.kind == 2 and 0 < len(node.content) < CUTOFF:
            node.start = len(table)
            count = -(-len(node.content) // SMALL)
            content += node.content.ljust(count * SMALL, b"\0")
            table += [*range(node.start + 1, node.start + count), END]
    return content, table


def _append(body: list[bytes], table: list[int], content: bytes) -> int:
    if not content:
        return END
    start, count = len(table), -(-len(content) // SECTOR)
    body.append(content.ljust(count * SECTOR, b"\0"))
    table += [*range(start + 1, start + count), END]
    return start


def _entry(node: _Node, class_id: bytes) -> bytes:
    name = node.name.encode("utf-16-le")
    identity = class_id if node.kind == 5 else bytes(16)
    return struct.pack("<64sHBBIII16s20xIQ", name, len(name) + 2, node.kind, 1, node.left, node.right, node.child,
                       identity, node.start, len(node.content))  # fmt: skip


def parts(data: bytes) -> Tree:
    """Read the streams at the root of a sound compound file back."""
    from extractor.reading.office.compound import Compound

    opened = Compound(data)
    found: Tree = {}
    for entry in opened.entries:
        content = opened.stream(entry.name) if entry.kind == 2 else None
        if content is not None:
            found[entry.name] = content
    return found

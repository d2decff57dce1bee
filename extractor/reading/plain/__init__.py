"""The layout of a plain text: where its tables, page numbers, headings and emphasis stand."""

from extractor.reading.plain.furniture import page_furniture, page_spans
from extractor.reading.plain.marks import emphasis_spans, heading_blocks
from extractor.reading.plain.pipes import lone_pipes
from extractor.reading.plain.tables import find_tables
from extractor.reading.source import Block, Layout, Table

__all__ = ["plain_layout"]


def plain_layout(text: str) -> Layout:
    """Find the parts of a text whose format says little of them; takes time in proportion to the text."""
    furniture = page_furniture(text)
    tables = find_tables(text, furniture)
    blocks = [
        *_outside(furniture, tables),
        *_outside(heading_blocks(text), tables),
        *(Block(table.start, table.end, "table") for table in tables),
        *_outside([Block(*span, "rule") for span in lone_pipes(text)], tables),
    ]
    return Layout(
        blocks=tuple(sorted(blocks, key=lambda block: block.start)),
        tables=tuple(tables),
        pages=tuple(page_spans(text)),
        emphasis=tuple(emphasis_spans(text)),
    )


def _outside(blocks: list[Block], tables: list[Table]) -> list[Block]:
    """Drop the blocks that lie in a table; both are in order."""
    kept: list[Block] = []
    i = 0
    for block in blocks:
        while i < len(tables) and tables[i].end <= block.start:
            i += 1
        if i == len(tables) or block.end <= tables[i].start or block.kind != "text":
            kept.append(block)
    return kept

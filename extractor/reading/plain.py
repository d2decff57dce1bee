"""The layout of a plain text: where its tables, page numbers and emphasis stand."""

from collections.abc import Iterator

import regex

from extractor.reading.source import Cell, Layout, Table

_TAB_ROWS = regex.compile(r"(?m)^(?:[^\n\t]*+\t[^\n]*+(?:\n|\Z)){2,}")


def plain_layout(text: str) -> Layout:
    """Find the tables of a text whose format says nothing of them."""
    return Layout(tables=tuple(_tab_tables(text)))


def _tab_tables(text: str) -> Iterator[Table]:
    if "\t" not in text:
        return
    for match in _TAB_ROWS.finditer(text):
        cells: list[Cell] = []
        start = match.start()
        for row, line in enumerate(match[0].rstrip("\n").split("\n")):
            cell_start = start
            for column, content in enumerate(line.split("\t")):
                cells.append(Cell(cell_start, cell_start + len(content), row, column))
                cell_start += len(content) + 1
            start += len(line) + 1
        yield Table(match.start(), start - 1, tuple(cells))

"""Tables as CSV that spreadsheet programs open as it is meant."""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from extractor.output.jsonfile import write_aside
from extractor.output.tables import Row, Table

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Text that begins so is taken for a formula; quotes often begin with the dash of a list."""


def write_csv(path: Path, table: Table, rows: Iterable[Row]) -> None:
    """Write a table whole."""
    with write_aside(path) as aside, open_csv(aside, table) as file:
        add_csv(file, rows)


def open_csv(path: Path, table: Table) -> TextIO:
    """Begin a table: UTF-8 with a byte order mark, which spreadsheet programs need, and the names of the columns."""
    file = path.open("w", encoding="utf-8-sig", newline="")
    csv.writer(file, lineterminator="\n").writerow(column.name for column in table.columns)
    return file


def add_csv(file: TextIO, rows: Iterable[Row]) -> None:
    """Add rows; text that would be taken for a formula has an apostrophe before it, as one types it into a cell."""
    csv.writer(file, lineterminator="\n").writerows(map(_harmless, rows))


def _harmless(row: Row) -> Row:
    return tuple(f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value for value in row)

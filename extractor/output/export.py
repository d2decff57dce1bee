"""The tables of a batch in the formats that are asked for, written in one pass over the records."""

import errno
import json
import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Protocol

from extractor.output.csvfile import add_csv, open_csv
from extractor.output.jsonfile import write_aside
from extractor.output.tables import LAYER_TABLES, Kind, Row, Table, layer_rows

FORMATS = ("json", "jsonl", "csv", "xlsx", "parquet", "duckdb")
"""`json`, one file for each record, is always written: the others are made of it."""
_BATCH = 1000
"""Rows of a table held before they are written: of long texts, so that more would grow with the archive."""
_FRUGAL: dict[str, str | bool | int | float | list[str]] = {"memory_limit": "64MB", "threads": 1}
"""DuckDB keeps what it has written in memory as long as there is room."""


class _Writer(Protocol):
    def add(self, table: Table, rows: Sequence[Row]) -> None:
        """Write rows of a table; the first call for a table makes it, with or without rows."""


def export(folder: Path, formats: Collection[str], plans: Table, rows: Sequence[Row], records: Iterable[str]) -> None:
    """Write the table of plans and those of all layers; `records` are the names of the records below the folder."""
    wanted = [name for name in FORMATS if name in formats and name != "json"]
    if not wanted:
        return
    with ExitStack() as stack:
        lines = None
        if "jsonl" in wanted:
            aside = stack.enter_context(write_aside(folder / "records.jsonl"))
            lines = stack.enter_context(aside.open("w", encoding="utf-8", newline="\n"))
        writers = [_writer(name, folder, stack) for name in wanted if name != "jsonl"]
        _add(writers, plans, rows)
        held: dict[Table, list[Row]] = {table: [] for table in LAYER_TABLES}
        for table in held:
            _add(writers, table, [])
        for name in records:
            record = json.loads((folder / name).read_text("utf-8"))
            if lines:
                lines.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n")
            for table, kept in held.items():
                kept.extend(layer_rows(table, name, record))
                if len(kept) >= _BATCH:
                    _add(writers, table, kept)
                    kept.clear()
        for table, kept in held.items():
            _add(writers, table, kept)


def _add(writers: Iterable[_Writer], table: Table, rows: Sequence[Row]) -> None:
    for writer in writers:
        writer.add(table, rows)


def _writer(name: str, folder: Path, stack: ExitStack) -> _Writer:
    if name == "csv":
        return _Csv(folder, stack)
    if name == "parquet":
        return _Parquet(folder, stack)
    if name == "duckdb":
        return _DuckDB(folder / "plans.duckdb", stack)
    from extractor.output.xlsx import Workbook

    return Workbook(folder / "plans.xlsx", stack)


class _Csv:
    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.folder, self.stack = folder, stack
        self.files: dict[str, Any] = {}

    def add(self, table: Table, rows: Sequence[Row]) -> None:
        if table.name not in self.files:
            aside = self.stack.enter_context(write_aside(self.folder / f"{table.name}.csv"))
            self.files[table.name] = self.stack.enter_context(open_csv(aside, table))
        add_csv(self.files[table.name], rows)


class _Parquet:
    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.folder, self.stack = folder, stack
        self.files: dict[str, Any] = {}

    def add(self, table: Table, rows: Sequence[Row]) -> None:
        import pyarrow.parquet

        if table.name not in self.files:
            aside = self.stack.enter_context(write_aside(self.folder / f"{table.name}.parquet"))
            writer = pyarrow.parquet.ParquetWriter(aside, _arrow_schema(table))
            self.files[table.name] = self.stack.enter_context(writer)
        if rows:
            self.files[table.name].write_table(_arrow(table, rows))


class _DuckDB:
    def __init__(self, path: Path, stack: ExitStack) -> None:
        self.connection = stack.enter_context(_database(path))
        self.made: set[str] = set()

    def add(self, table: Table, rows: Sequence[Row]) -> None:
        self.connection.register("rows", _arrow(table, rows))
        how = (
            "INSERT INTO {} SELECT * FROM rows" if table.name in self.made else "CREATE TABLE {} AS SELECT * FROM rows"
        )
        self.connection.execute(how.format(table.name))
        self.connection.unregister("rows")
        self.made.add(table.name)


@contextmanager
def _database(path: Path) -> Iterator[Any]:
    """Give a connection to a new database; its faults are told as those of other files are."""
    import duckdb

    try:
        with write_aside(path) as aside, duckdb.connect(str(aside), config=_FRUGAL) as connection:
            yield connection
            connection.execute("CHECKPOINT")  # closing would keep quiet about a full disk
    except duckdb.Error as error:
        full = os.strerror(errno.ENOSPC) in str(error)
        raise OSError(errno.ENOSPC if full else errno.EIO, str(error)) from error


def _arrow_schema(table: Table) -> Any:
    import pyarrow

    kinds: dict[Kind, Any] = {
        "text": pyarrow.string(),
        "integer": pyarrow.int64(),
        "number": pyarrow.float64(),
        "boolean": pyarrow.bool_(),
    }
    return pyarrow.schema([(column.name, kinds[column.kind]) for column in table.columns])


def _arrow(table: Table, rows: Sequence[Row]) -> Any:
    import pyarrow

    schema = _arrow_schema(table)
    columns = zip(*rows, strict=True) if rows else ([] for _ in table.columns)
    arrays = [pyarrow.array(values, kind) for values, kind in zip(columns, schema.types, strict=True)]
    return pyarrow.Table.from_arrays(arrays, schema=schema)

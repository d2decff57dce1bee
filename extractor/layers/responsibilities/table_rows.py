"""Reads the assignments of tables with role columns."""

from collections.abc import Iterator
from typing import NamedTuple

from extractor.language.document import Document, GridCell
from extractor.layers.responsibilities.criteria import CriteriaContext
from extractor.layers.responsibilities.labels import Listed, labels_in, listed
from extractor.layers.responsibilities.patterns import TABLE
from extractor.layers.responsibilities.records import RecordMaker
from extractor.layers.responsibilities.timing import Timing, recurrence_in
from extractor.layers.tables import Column, Row, table_models
from extractor.lexicon.table_columns import RoleName
from extractor.records import Responsibility


def table_records(document: Document, timing: Timing, criteria: CriteriaContext) -> Iterator[Responsibility]:
    """Yield one record for each agency in each cell of a role column."""
    reader = _Reader(document, timing, criteria)
    for model in table_models(document):
        columns = _Columns(
            agencies=model.of_kind("agency"),
            time=model.first("time"),
            criterion=model.first("criterion"),
            task=model.first("task"),
            subject=model.first("task", "indicator"),
        )
        for row in model.body if columns.agencies else ():
            yield from reader.row(columns, row)


class _Columns(NamedTuple):
    """The columns of a table by what they hold."""

    agencies: list[Column]
    time: Column | None
    criterion: Column | None
    task: Column | None
    subject: Column | None
    """The column that says what a row is about."""


class _Reader:
    """Reads rows of one document."""

    def __init__(self, document: Document, timing: Timing, criteria: CriteriaContext) -> None:
        self._string = document.string
        self._timing = timing
        self._criteria = criteria
        self._make = RecordMaker(document)

    def row(self, columns: _Columns, row: Row) -> Iterator[Responsibility]:
        """Yield the records of one row."""
        task, numbers = _task(columns, row, self._criteria)
        time = row.cell(columns.time)
        deadline = self._timing.of_label(time.start, time.end) if time else None
        recurrence = recurrence_in(self._string, time.start, time.end) if time else None
        for column in columns.agencies:
            cell = row.cell(column)
            if cell is None or column.meaning is None or _continues(row, column, cell) or cell.text in column.titles:
                continue
            for agency, roles in _cell(self._string, cell, column.meaning.roles):
                yield self._make(
                    agency,
                    roles,
                    task=None if task is None else " ".join(task.text.split()),
                    criteria=numbers,
                    deadline=deadline,
                    recurrence=recurrence,
                    layout="table",
                    rule=TABLE.id,
                )


def _continues(row: Row, column: Column, cell: GridCell) -> bool:
    """A cell merged over several columns is read in the first of them only."""
    return column.index > 0 and row.cells[column.index - 1] is cell


def _cell(string: str, cell: GridCell, roles: tuple[RoleName, ...]) -> Iterator[Listed]:
    labels = [label for label in labels_in(string, cell.start, cell.end) if label.kind == "roles"]
    first = labels[0].start if labels else cell.end
    start = cell.start
    while start < first and string[start] in " -+•–":
        start += 1
    yield from listed(string, start, first, roles)
    for label in labels:
        yield from listed(string, label.content, label.end, label.roles)


def _task(columns: _Columns, row: Row, criteria: CriteriaContext) -> tuple[GridCell | None, list[str]]:
    """The cell of the task, and the criteria that the row opens or names; a criterion is no task."""
    criterion = row.cell(columns.criterion)
    if criterion is not None:
        place = (criterion.start, criterion.end)
        numbers = criteria.at(*place) or criteria.named(*place) or criteria.by_name(criterion.text)
        return row.cell(columns.task), numbers
    task = row.cell(columns.subject) or row.inherited(columns.subject)
    if task is None:
        task = next((cell for cell in row.cells if cell is not None and len(cell.text) > 15), None)
    return task, [] if task is None else criteria.named(task.start, task.end)

"""`TableModel`: a table with its header understood and its body rows under their group titles."""

from dataclasses import dataclass
from typing import Literal

from extractor.language.document import Grid, GridCell
from extractor.lexicon.table_columns import ColumnKind, ColumnMeaning

RowKind = Literal["body", "group", "total"]


@dataclass(frozen=True)
class Column:
    """One column; `titles` are its header cells from the outermost to the innermost."""

    index: int
    titles: tuple[str, ...]
    meaning: ColumnMeaning | None

    @property
    def header(self) -> str:
        """The whole header on one line."""
        return " - ".join(self.titles)

    @property
    def kind(self) -> ColumnKind | None:
        """What the column holds, None where its header is not known."""
        return self.meaning.kind if self.meaning else None


@dataclass(frozen=True)
class Row:
    """A row below the header; `groups` are the cells of the group titles that it stands under, outermost first."""

    cells: tuple[GridCell | None, ...]
    kind: RowKind
    groups: tuple[GridCell, ...] = ()
    above: tuple[GridCell | None, ...] = ()
    """For each column the nearest filled cell above in the same group, this row's own included."""

    def cell(self, column: Column | None) -> GridCell | None:
        """Return the filled cell in a column, None where there is none."""
        cell = None if column is None else self.cells[column.index]
        return cell if cell is not None and cell.text else None

    def inherited(self, column: Column | None) -> GridCell | None:
        """Return the filled cell in a column, or where it is empty the nearest one above in the same group."""
        return None if column is None or not self.above else self.above[column.index]


@dataclass(frozen=True)
class TableModel:
    """A table with its columns and the rows below its header."""

    grid: Grid
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    continues: bool = False
    """True when the header is that of the table before, which goes on here after a page break."""

    def of_kind(self, kind: ColumnKind) -> list[Column]:
        """List the columns that hold things of a kind."""
        return [column for column in self.columns if column.kind == kind]

    def first(self, *kinds: ColumnKind) -> Column | None:
        """Return the first column of the first of these kinds that the table has."""
        for kind in kinds:
            for column in self.of_kind(kind):
                return column
        return None

    @property
    def body(self) -> list[Row]:
        """The rows that are neither group titles nor totals."""
        return [row for row in self.rows if row.kind == "body"]

"""Reads the grids of a document into table models: header rows, column kinds, group rows."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from extractor.language.document import Document, Grid, GridCell
from extractor.layers.tables.model import Column, Row, TableModel
from extractor.lexicon.table_columns import ColumnMeaning, meaning_of_header

MAX_TITLE_ROWS = 3
"""Rows above the header in which a table may carry its own title."""

_ROWS_LOOKED_AT = 4
"""Rows below a header that are looked through for figures."""

Cells = tuple[GridCell | None, ...]

_ROMAN = regex.compile(r"[IVXL]{1,6}[.)]?")
_LETTER = regex.compile(r"\p{Lu}[.)]?")
_ARABIC = regex.compile(r"\d{1,3}(?:\.\d{1,3}){0,3}[.)]?")
_COLUMN_NUMBER = regex.compile(r"\(?(?:\d{1,2}|[A-H])\)?(?: ?[=+:x×*/-] ?\(?\d{1,2}\)?)*+")
_COUNTED_QUOTA = regex.compile(r"(?i)chỉ tiêu [^()]+\(\p{L}[^()%]*\)")
"""A quota with what is counted, "Chỉ tiêu kiểm tra (cơ sở)": its cells hold numbers, not the names of indicators."""
_GOES_ON = regex.compile(r"[\p{Ll}(]")
"""The rest of a title that wraps, or its unit: "Câu lạc bộ", "mới (câu lạc bộ)"."""
_FIGURE = regex.compile(r"[\d.,]*\d[\d.,]*[ ]?%?")
_TOTAL = regex.compile(
    r"(?:tổng (?:cộng|số)(?!\p{L})|(?:tổng|cộng|toàn (?:tỉnh|huyện|xã|thành phố)) ?(?:$|[:(\d]))", regex.I
)


def table_models(document: Document) -> list[TableModel]:
    """Read the tables of a document, once; one without a header takes that of a table of equal width just before it."""
    if "table_models" not in document.kept:
        models: list[TableModel] = []
        for grid in document.tables:
            before = models[-1] if models else None
            models.append(_model(document, grid, before))
        document.kept["table_models"] = models
    found: list[TableModel] = document.kept["table_models"]
    return found


def _model(document: Document, grid: Grid, before: TableModel | None) -> TableModel:
    first, last = _header_span(grid.rows)
    header = grid.rows[first:last]
    if header:
        columns = _columns(header)
        return TableModel(grid, columns, tuple(_rows(grid.rows[last:], columns, header)))
    if before is not None and _goes_on(document, before, grid):
        rows = _rows(grid.rows, before.columns, ())
        return TableModel(grid, before.columns, tuple(rows), continues=True)
    width = len(grid.rows[0])
    columns = tuple(Column(i, (), None) for i in range(width))
    return TableModel(grid, columns, tuple(_rows(grid.rows, columns, ())))


def _goes_on(document: Document, before: TableModel, grid: Grid) -> bool:
    """The table has as many columns as the one before, and nothing stands between them."""
    between = document.string[before.grid.end : grid.start]
    return len(before.columns) == len(grid.rows[0]) and not between.strip()


def _header_span(rows: Sequence[Cells]) -> tuple[int, int]:
    """Return the first header row and the row after the last one; equal where there is no header."""
    for first, row in enumerate(rows[: MAX_TITLE_ROWS + 1]):
        if _is_header(row) or _heads_figures(row, rows[first + 1 : first + 1 + _ROWS_LOOKED_AT]):
            last = first + 1
            while last < len(rows) and (
                _is_lower_header(rows[first], rows[last]) or _divides_a_title(rows[first], rows[last])
            ):
                last += 1
            return first, last
        if len(_filled(row)) > 1:
            break
    return 0, 0


def _is_header(row: Cells) -> bool:
    cells = _filled(row)
    meanings = [meaning_of_header(cell.text) for cell in cells]
    known = sum(meaning is not None for meaning in meanings)
    if len(cells) >= 3 and meanings[0] is not None and meanings[0].kind == "number":
        return True
    return len(cells) >= 2 and known >= 2 and known * 2 >= len(cells)


def _heads_figures(row: Cells, below: Sequence[Cells]) -> bool:
    """A row without figures above columns of them: one where its first cell is known, or else two."""
    cells = _filled(row)
    if len(cells) < 2 or len(below) < 2 or any(_FIGURE.fullmatch(cell.text) for cell in cells):
        return False
    named = sum(_is_column_of_figures(row, below, index) for index in range(1, len(row)))
    return named >= (1 if meaning_of_header(cells[0].text) is not None and len(cells) > 2 else 2)


def _is_column_of_figures(row: Cells, below: Sequence[Cells], index: int) -> bool:
    """Tell whether a title stands above figures, none of which a row of column numbers gives."""
    title = row[index]
    column = [under[index] for under in below if not _numbers_columns(_filled(under))]
    filled = [cell for cell in column if cell is not None and cell.text]
    if title is None or not title.text or len(filled) < 2 or _numbers_rows(filled):
        return False
    return all(_FIGURE.fullmatch(cell.text) for cell in filled)


def _numbers_rows(cells: Sequence[GridCell]) -> bool:
    """Tell the numbers of rows, which rise by one, from figures."""
    numbers = [int(cell.text) for cell in cells if cell.text.isdecimal()]
    return len(numbers) == len(cells) and all(after == before + 1 for before, after in pairwise(numbers))


def _is_lower_header(upper: Cells, row: Cells) -> bool:
    """A second header row: it stands beside cells of the first that reach down, or below filled ones, all known."""
    reaching = {id(cell) for cell in upper if cell is not None}
    own = [cell for cell in _filled(row) if id(cell) not in reaching]
    if not own or any(len(cell.text) > 60 for cell in own):
        return False
    if any(cell is not None and id(cell) in reaching for cell in row):
        return not any(cell.text.isdigit() for cell in own)
    if row[0] is not None and row[0].text:
        return False
    return all(meaning_of_header(cell.text) is not None or _GOES_ON.match(cell.text) for cell in own)


def _divides_a_title(upper: Cells, row: Cells) -> bool:
    """A second header row that names the columns of a title alone, which is written over the first of them."""
    filled = [index for index, cell in enumerate(row) if cell is not None and cell.text]
    if len(filled) < 2 or filled != list(range(filled[0], filled[-1] + 1)):
        return False
    if any(_FIGURE.fullmatch(cell.text) or len(cell.text) > 60 for cell in _filled(row)):
        return False
    spanned = [index for index in filled if not _text(upper[index])]
    return filled[0] > 0 and spanned == filled[1:] and _text(upper[filled[0]]) != ""


def _text(cell: GridCell | None) -> str:
    return "" if cell is None else cell.text


def _spread(header: Sequence[Cells]) -> Sequence[Cells]:
    """Give the title over a divided column to each of its parts."""
    if len(header) < 2 or not _divides_a_title(header[0], header[1]):
        return header
    first = next(index for index, cell in enumerate(header[1]) if _text(cell))
    over = header[0][first]
    row = tuple(
        over if index > first and _text(header[1][index]) and not _text(cell) else cell
        for index, cell in enumerate(header[0])
    )
    return (row, *header[1:])


def _columns(header: Sequence[Cells]) -> tuple[Column, ...]:
    columns: list[Column] = []
    header = _spread(header)
    for index in range(len(header[0])):
        titles: list[str] = []
        for row in header:
            cell = row[index]
            if cell is None or not cell.text or cell.text in titles:
                continue
            if titles and _GOES_ON.match(cell.text):
                titles[-1] = f"{titles[-1]} {cell.text}"
            else:
                titles.append(cell.text)
        columns.append(Column(index, tuple(titles), _meaning(titles)))
    return _who_implements(columns)


def _meaning(titles: Sequence[str]) -> ColumnMeaning | None:
    """The innermost title that is known decides."""
    found = next((found for title in reversed(titles) if (found := meaning_of_header(title))), None)
    if found is not None and found.kind == "indicator" and _COUNTED_QUOTA.fullmatch(titles[-1]):
        return ColumnMeaning("quantity")
    return found


def _who_implements(columns: Sequence[Column]) -> tuple[Column, ...]:
    """A bare "Thực hiện" names places beside a count of them, and otherwise who acts; so does "Đơn vị" beside tasks."""
    kinds = {column.kind for column in columns}
    if "quantity" in kinds:
        return tuple(columns)
    bare = {"thực hiện"} | ({"đơn vị", "tên đơn vị"} if "task" in kinds and "agency" not in kinds else set())
    return tuple(
        Column(c.index, c.titles, ColumnMeaning("agency", ("implement",)))
        if c.titles and c.titles[-1].strip(" :").lower() in bare
        else c
        for c in columns
    )


def _rows(rows: Sequence[Cells], columns: Sequence[Column], header: Sequence[Cells]) -> Iterator[Row]:
    """Yield the rows below the header without its repetitions and without a row of column numbers."""
    repeated = {_words(row) for row in header}
    groups: list[tuple[str, GridCell]] = []
    above: Cells = (None,) * len(columns)
    for row in rows:
        cells = _filled(row)
        if not cells or _words(row) in repeated or _numbers_columns(cells):
            continue
        title = _group_title(row, columns)
        if title is None and not _TOTAL.match(_first_text(row)):
            above = tuple(own if own is not None and own.text else last for own, last in zip(row, above, strict=True))
            yield Row(row, "body", tuple(cell for _, cell in groups), above)
        elif title is None or _TOTAL.match(title.text):
            yield Row(row, "total", tuple(cell for _, cell in groups))
        else:
            above = (None,) * len(columns)
            depth = _number_form(_number(row, title))
            while groups and any(form == depth for form, _ in groups):
                groups.pop()
            yield Row(row, "group", tuple(cell for _, cell in groups))
            groups.append((depth, title))


def _filled(row: Cells) -> list[GridCell]:
    """The distinct cells of a row that hold text."""
    found: dict[int, GridCell] = {id(cell): cell for cell in row if cell is not None and cell.text}
    return list(found.values())


def _words(row: Cells) -> tuple[str, ...]:
    return tuple("" if cell is None else " ".join(cell.text.lower().split()) for cell in row)


def _numbers_columns(cells: Sequence[GridCell]) -> bool:
    """A row such as (1) (2) (3), or A B 1 2 3=1+2."""
    return len(cells) >= 3 and all(_COLUMN_NUMBER.fullmatch(cell.text) for cell in cells)


def _first_text(row: Cells) -> str:
    """The first text of a row that is no number."""
    return next((c.text for c in _filled(row) if not _number_form(c.text)), "")


def _group_title(row: Cells, columns: Sequence[Column]) -> GridCell | None:
    """The only text of a row beside its number, or None; figures and who acts are no titles."""
    texts = [cell for cell in _filled(row) if not _number_form(cell.text)]
    if len(texts) != 1 or len(columns) < 3:
        return None
    title = texts[0]
    kinds = {columns[i].kind for i, cell in enumerate(row) if cell is title}
    if kinds <= {"agency", "time", "quantity", "baseline", "unit", "note", "funding"} and None not in kinds:
        return None
    others = [cell for cell in _filled(row) if cell is not title]
    return title if len(others) <= 1 and all(cell.start < title.start for cell in others) else None


def _number(row: Cells, title: GridCell) -> str:
    return next((cell.text for cell in _filled(row) if cell is not title), title.text.split(" ", 1)[0])


def _number_form(text: str) -> str:
    """Name the form of a row number: roman, letter, or the depth of an Arabic one; empty where it is none."""
    if _ROMAN.fullmatch(text):
        return "roman"
    if _ARABIC.fullmatch(text):
        return f"arabic {text.strip('.)').count('.')}"
    return "letter" if _LETTER.fullmatch(text) else ""

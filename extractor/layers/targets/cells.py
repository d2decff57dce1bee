"""Targets in tables: a figure in a column of goals, its unit and year from the row and the headers."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from extractor.language.document import Document, GridCell
from extractor.layers.numbers import amounts, with_comparators
from extractor.layers.tables import Column, Row, TableModel, table_models
from extractor.layers.targets.times import Time, Times
from extractor.layers.targets.titles import BRACKETED_UNIT, COUNTED, measured, named_things, said_unit
from extractor.layers.targets.units import per_unit_at, unit_at
from extractor.lexicon.alternation import any_of
from extractor.lexicon.table_columns import meaning_of_header
from extractor.lexicon.target_cues import load_target_cues
from extractor.records import Baseline, Comparator, Criterion, Number, Target
from extractor.records.layers import Change

_PERCENT = regex.compile(r"[ ]?(?:%|‰)")
_UNIT_LINE = regex.compile(r"(?:ĐVT|[Đđ]ơn vị tính|[Đđ]ơn vị)[ ]?:[ ]?(?P<unit>%|[^\n\t();.]{1,25})")
_UNIT_HEADS = frozenset(("đơn vị", "đơn vị tính", "đơn vị đo", "đv", "đ.vị", "đvị"))
_NAMES_WORK = regex.compile(
    r"(?i)^(?:[-+–•*] )?(?:tổ chức|thành lập|xây dựng|trồng|đào tạo|tập huấn|sửa chữa|hỗ trợ|kết nạp|công nhận|lắp đặt"
    r"|lắp|đưa|kéo(?! giảm)|in)(?!\p{L})|(?:thành lập|trồng|công nhận|kết nạp|xây|làm|cấp|tuyển) mới"
    r"|được (?:hỗ trợ|xây|sửa|lắp|tổ chức|đào tạo)"
)
"""The name of a row that says what is done, not what is measured."""
_AIMS = regex.compile(
    r"(?i)(?<!\p{L})(?:chỉ tiêu|kế hoạch|mục tiêu|phấn đấu|phân bổ|phân khai|giao|đăng ký|dự kiến|lịch|tổ chức|mở"
    r"|thực hiện)(?!\p{L})"
)
"""Words before a table or in its headers that make a bare "số …" a number to be done or reached."""
_PRESENT = regex.compile(
    r"(?i)(?<!\p{L})(?:quản lý|nuôi|hiện có|hiện nay|hiện tại|thuộc diện|trong độ tuổi|trong diện|đang"
    r"|toàn (?:xã|huyện|tỉnh)|trên địa bàn)(?!\p{L})"
)
"""Behind "số …": counts what there is, not what is set."""
_WORK_HEAD = regex.compile(r"(?i)số lượng|khối lượng|số lớp|quy mô|số xã|số người|số học viên")
_MONEY = regex.compile(r"(?i)kinh phí|vốn|dự toán|thành tiền|(?:triệu|tỷ|nghìn) đồng$|^đồng$")
_ONLY_FIGURE = regex.compile(r"[\s\p{P}\p{S}]*+(?:trở lên|trở xuống|lần|người|đạt|từ|và|(?i:tăng|giảm))?[\s\p{P}]*+")
_PART = regex.compile(r"(?i)^(?:trong đó|tr\.? ?đó|gồm|bao gồm)[: ]++(?=\p{L})")
_TOTAL = regex.compile(r"(?P<name>(?:Tổng|TỔNG|Cộng|CỘNG)[^:\d]{0,30}):\s*+(?=\d)")
_PLANNED = regex.compile(r"(?i)[\s\d.)]*(?:bảng|biểu)?[\s\d.:]*(?:kế hoạch|mục tiêu)(?!\p{L})")
"""A title that sets what the columns hold for each place."""
_ALLOTS = regex.compile(r"(?i)phân bổ|chỉ tiêu|phân khai|giao kế hoạch|kế hoạch giao|phân giao")
_WORK = any_of(sorted(cue for cue, kind in load_target_cues().items() if kind == "do"))
_ALLOTTED_WORK = regex.compile(
    rf"(?i)(?<!\p{{L}})(?P<work>chỉ tiêu {_WORK}(?!\p{{L}})[^\n:;(]{{0,80}}?)"
    r"(?=[ ](?:chia|theo|phân|cho|giao|tại|của|năm|giai đoạn)(?!\p{L})|[ ]?[(:\n]|$)"
)
"""The title of a table that allots work: "Chỉ tiêu mở lớp theo huyện"."""
_ONLY_TIME = regex.compile(r"(?i)(?:năm )?20\d\d(?: ?[-–] ?20\d\d)?(?: ?\([^()]*\))?")
_LEVEL = regex.compile(r"(?i)(?<!\p{L})(?P<level>xã|phường|thị trấn|huyện|thôn|bản|ấp|xóm|khu phố|tổ dân phố)(?!\p{L})")
_YEAR = regex.compile(r"(?<!\d)20\d\d(?!\d)")
LONGEST_TITLE = 200
TABLE_TITLE = 400
"""Characters before a table in which its title and unit may stand."""


def _changed(text: str) -> Change | None:
    """The change that a cell says itself: "Giảm 10%"."""
    small = text.lower()
    return "increase" if small.startswith("tăng") else "decrease" if small.startswith("giảm") else None


class _Figure(NamedTuple):
    start: int
    end: int
    value: Number
    upper: Number | None
    of: Number | None
    comparator: Comparator
    unit: str | None


class Goal(NamedTuple):
    """A column of goals: its time, and whether its figures count work or name levels."""

    column: Column
    deadline: str | None
    change: Change


def table_targets(document: Document, times: Times) -> tuple[list[Target], list[tuple[int, int]]]:
    """Find the targets in the tables of a document, and the view spans of the cells that were read for it."""
    found: list[Target] = []
    read: list[tuple[int, int]] = []
    if not document.tables:
        return found, read
    numbers = {document.view.to_view(r.start, r.end)[0]: r for r in document.records.get("criteria", [])}
    criteria = {start: record for start, record in numbers.items() if isinstance(record, Criterion)}
    starts = sorted(criteria)
    for model in table_models(document):
        start, end = model.grid.start, model.grid.end
        reader = _Reader(document, times, model, {k: criteria[k] for k in _within(starts, start, end)})
        found += reader.targets()
        read += reader.read
    return found, read


def _within(starts: list[int], start: int, end: int) -> list[int]:
    return starts[bisect_left(starts, start) : bisect_left(starts, end)]


class _Reader:
    """Reads one table."""

    def __init__(self, document: Document, times: Times, model: TableModel, criteria: dict[int, Criterion]) -> None:
        self.document, self.times, self.model, self.criteria = document, times, model, criteria
        self.starts = sorted(criteria)
        self.read: list[tuple[int, int]] = []
        title_start = max(0, model.grid.start - TABLE_TITLE)
        self.title = document.string[title_start : model.grid.start]
        self.allots = _ALLOTS.search(self.title[-200:]) is not None or (
            _PLANNED.match(self.title.rstrip().rpartition("\n")[2]) is not None and model.first("place") is not None
        )
        self.aims = _AIMS.search(self.title) is not None or any(_AIMS.search(c.header) for c in model.columns)
        allotted = _ALLOTTED_WORK.search(self.title.rstrip().rpartition("\n")[2])
        self.allotted_work: str | None = allotted["work"] if allotted else None
        self.baselines = [(c, self._time(c)) for c in model.columns if self._is_baseline(c)]
        self.goals = [goal for c in model.columns if (goal := self._goal(c))]
        self.unit_column = model.first("unit") or next((c for c in model.columns if self._holds_units(c)), None)
        self.places = model.first("place") if model.of_kind("criterion") or not model.of_kind("indicator") else None
        self.names = model.first("indicator", "criterion", "task") or self._unnamed()
        self.names_places = self.names is not None and (self.names.kind == "place" or self._lists_places(self.names))

    def targets(self) -> Iterator[Target]:
        """Yield the targets of the table, row by row."""
        if not self.goals or (self.names is None and self.places is None):
            return
        for row in self.model.rows:
            if row.kind == "group":
                continue
            if row.kind == "total" and (total := self._total(row)):
                yield total
                continue
            for goal in self.goals:
                cell = row.cell(goal.column)
                if cell is None:
                    continue
                self.read.append((cell.start, cell.end))
                target = self._target(row, goal, cell)
                if target is not None:
                    name = row.cell(self.names)  # a figure in it is a part of the name: "bác sĩ trên 10.000 dân"
                    self.read += [(name.start, name.end)] if name is not None else []
                    yield target
            self.read += [(c.start, c.end) for column, _ in self.baselines if (c := row.cell(column))]

    def _target(self, row: Row, goal: Goal, cell: GridCell) -> Target | None:
        figure = self._figure(cell)
        if figure is None:
            return None
        name = row.cell(self.names)
        listed = row.cell(self.places) if self.places is not None and self.places is not self.names else None
        unit = figure.unit or self._unit(row, goal, name)
        if unit and _MONEY.search(unit) and "/" not in unit and (name is None or _MONEY.search(name.text)):
            return None
        counts_units = self.model.first("criterion") is not None and listed is not None
        change = "do" if unit and unit != "%" and name is not None and _NAMES_WORK.search(name.text) else goal.change
        changed = _changed(cell.text)
        change = changed or change
        end = listed.end if counts_units and listed is not None and listed.start >= figure.end else figure.end
        baseline = None if changed or change == "do" else self._baseline(row, goal, unit)
        return Target(
            criterion=self._criterion(row, name),
            indicator=self._indicator(row, goal, name),
            change=change,
            comparator=figure.comparator,
            value=figure.value,
            upper=figure.upper,
            unit=unit,
            of=figure.of,
            baseline=baseline,
            deadline=goal.deadline,
            place=self._place(row, listed, name),
            rule="table-count" if change == "do" else "table-level",
            review=None if unit else "unit not found in the table",
            **self.document.evidence(figure.start, end),
        )

    def _total(self, row: Row) -> Target | None:
        """The total that a row gives in words: "Tổng cộng: 18 tiêu chí"."""
        cell = next((cell for cell in row.cells if cell is not None and cell.text), None)
        match = _TOTAL.match(cell.text) if cell is not None else None
        if cell is None or match is None:
            return None
        self.read.append((cell.start, cell.end))
        figure = self._figure(cell._replace(start=cell.start + match.end(), text=""))
        if figure is None:
            return None
        return Target(
            indicator=match["name"].strip(),
            change=self.goals[0].change,
            comparator=figure.comparator,
            value=figure.value,
            of=figure.of,
            unit=figure.unit,
            deadline=self.goals[0].deadline,
            rule="table-total",
            **self.document.evidence(figure.start, figure.end),
        )

    def _goal(self, column: Column) -> Goal | None:
        """A column whose header says that it holds goals, or that names a time to come."""
        header = column.header
        if not header or _MONEY.search(header) or column.kind not in (None, "quantity", "indicator"):
            return None
        time = self._time(column)
        named = column.kind == "quantity"
        allotted = self.allots and (BRACKETED_UNIT.search(header) is not None or self._counts_things(column))
        counts = COUNTED.match(header) is not None
        if counts and not time and (_PRESENT.search(header) or not (self.aims or self.model.of_kind("criterion"))):
            return None
        if self._is_baseline(column) or not (named or allotted or counts or (time and _YEAR.search(header))):
            return None
        allotted = allotted and not header.rstrip().endswith("(%)") and not self.baselines
        allotted = allotted or (self.allotted_work is not None and _ONLY_TIME.fullmatch(header) is not None)
        work = allotted or (_WORK_HEAD.search(header) is not None and not self.baselines)
        return Goal(column, time.value if time else self._title_time(), "do" if work else "reach")

    def _counts_things(self, column: Column) -> bool:
        """A column of figures below the name of what they count: "Tổ, đội"; "Đơn vị" may stand over names."""
        if named_things(column.header) is None:
            return False
        cells = [cell for row in self.model.body if (cell := row.cell(column))]
        return bool(cells) and all(self._figure(cell) for cell in cells)

    def _is_baseline(self, column: Column) -> bool:
        time = self._time(column)
        return column.kind == "baseline" or (
            bool(time and time.past) and column.kind in (None, "quantity") and bool(column.header)
        )

    def _time(self, column: Column) -> Time | None:
        """The time that a column's header names, the innermost title first."""
        for cell in reversed(self._header_cells(column)):
            times = self.times.between(cell.start, cell.end)
            if times:
                return times[-1]
        return None

    def _header_cells(self, column: Column) -> list[GridCell]:
        rows = self.model.grid.rows[: len(column.titles) + 2]
        cells = (self._over(row, column) for row in rows)
        found = [cell for cell in cells if cell is not None and cell.text in column.titles]
        return list(dict.fromkeys(found))

    def _over(self, row: Sequence[GridCell | None], column: Column) -> GridCell | None:
        """The cell of a header row over a column, which may be written over the first of several columns alone."""
        cells = [cell for cell in row[: column.index + 1] if cell is not None and cell.text]
        return cells[-1] if cells else None

    def _title_time(self) -> str | None:
        """The time of the line above the table, of the headings that it stands under, or of the line before that."""
        *_, before, last = ["", *self.title.rstrip().rsplit("\n", 2)[-2:]]
        if len(last) >= LONGEST_TITLE:
            return None
        start = self.model.grid.start - len(last) - 1
        return (
            self._first_time(start - 1, self.model.grid.start)
            or self.times.of_headings(self.model.grid.start)
            or (self._first_time(start - len(before) - 2, start) if len(before) < LONGEST_TITLE else None)
        )

    def _first_time(self, start: int, end: int) -> str | None:
        times = [t for t in self.times.between(max(0, start), end) if not (t.past or t.names)]
        return times[0].value if times else None

    def _unnamed(self) -> Column | None:
        """The first column with words in it, where no header says what it holds."""
        goals = {goal.column.index for goal in self.goals}
        for column in self.model.columns:
            if column.kind in (None, "place") and column.index not in goals and column is not self.places:
                cells = [row.cell(column) for row in self.model.body]
                if sum(bool(cell and len(cell.text) > 6 and not cell.text[0].isdigit()) for cell in cells) * 2 > len(
                    cells
                ):
                    return column
        return None

    def _holds_units(self, column: Column) -> bool:
        """A column "Đơn vị" holds units of measure, not bodies, where most of its cells are units that are known."""
        if column.header.lower() not in _UNIT_HEADS:
            return False
        cells = [cell.text for row in self.model.body if (cell := row.cell(column))]
        known = sum(
            text in ("%", "‰") or ((unit := unit_at(text, 0)) is not None and unit.end == len(text)) for text in cells
        )
        return 2 * known > len(cells)

    def _lists_places(self, column: Column) -> bool:
        cells = [cell for row in self.model.body if (cell := row.cell(column))]
        return 2 * sum(_LEVEL.match(cell.text) is not None for cell in cells) > len(cells)

    def _figure(self, cell: GridCell) -> _Figure | None:
        """The figure of a cell that holds nothing else."""
        string = self.document.string
        amount = next(amounts(string, cell.start, cell.end), None)
        if amount is None or amount.end > cell.end:
            return None
        percent = _PERCENT.match(string, amount.end, cell.end)
        unit = None if percent else unit_at(string, amount.end) or per_unit_at(string, amount.end)
        if unit is not None and unit.end > cell.end:
            unit = None
        unit_end = percent.end() if percent else unit.end if unit else amount.end
        span = with_comparators(string, amount, unit_end)
        rest = string[cell.start : max(cell.start, span.start)] + string[min(span.end, cell.end) : cell.end]
        if not _ONLY_FIGURE.fullmatch(rest):
            return None
        written = string[percent.end() - 1] if percent else unit.text if unit else None
        start = max(span.start, cell.start)
        return _Figure(start, min(span.end, cell.end), span.value, span.upper, amount.of, span.comparator, written)

    def _unit(self, row: Row, goal: Goal, name: GridCell | None) -> str | None:
        cell = row.inherited(self.unit_column) or row.cell(self.unit_column)
        if cell is not None:
            return cell.text
        titles = self._titles(goal.column)
        texts = ([name.text] if name is not None else []) + list(reversed(titles))
        if said := said_unit(texts):
            return said
        if titles and self.model.first("criterion") is None and (things := named_things(titles[-1])):
            return things
        if self.model.first("criterion") is not None:
            listed = row.cell(self.places)
            level = _LEVEL.match(listed.text) if listed is not None else None
            return level["level"].lower() if level else self._listed_unit()
        lines = _UNIT_LINE.findall(self.title[-150:])
        if lines:
            return str(lines[-1]).strip()
        named = unit_at(name.text, 0) if name is not None else None
        return named.text.lower() if named is not None and named.kind == "noun" and not named.per else None

    def _listed_unit(self) -> str | None:
        """The kind of unit that a column of names lists: "Tên xã"; communes where criteria are those of communes."""
        titles = " ".join(self.places.titles) if self.places is not None else ""
        level = _LEVEL.search(titles)
        if level:
            return str(level["level"].lower())
        return "xã" if any((record.set or "").startswith("xa-") for record in self.criteria.values()) else None

    def _titles(self, column: Column) -> list[str]:
        """The titles of a column, with the one above that spans several columns but is written over the first alone."""
        titles = list(column.titles)
        for row in self.model.grid.rows[: len(titles) + 1]:
            cell = row[column.index]
            if cell is not None and cell.text:
                if cell.text in titles:
                    break
                continue
            left = next((c for c in reversed(row[: column.index]) if c is not None and c.text), None)
            if left is not None and left.text not in titles:
                titles.insert(0, left.text)
        return titles

    def _baseline(self, row: Row, goal: Goal, unit: str | None) -> Baseline | None:
        same = [pair for pair in self.baselines if self._titles(pair[0])[:1] == self._titles(goal.column)[:1]]
        for column, time in same or self.baselines:
            own = BRACKETED_UNIT.search(column.header)
            if (own and own["unit"] != unit) or not self._measures_the_same(column, goal):
                continue
            cell = row.cell(column)
            figure = self._figure(cell) if cell is not None else None
            if figure is not None:
                return Baseline(
                    value=figure.value, of=figure.of, unit=figure.unit or unit, date=time.value if time else None
                )
        return None

    def _measures_the_same(self, baseline: Column, goal: Goal) -> bool:
        """A baseline that names what a column of goals measures is that column's alone."""
        header = baseline.header.lower()
        named = [other.column for other in self.goals if (what := measured(other.column)) and what.lower() in header]
        return not named or goal.column in named

    def _criterion(self, row: Row, name: GridCell | None) -> str | None:
        if row.kind == "total":
            return None
        for cell in row.cells:
            i = bisect_left(self.starts, cell.start) if cell is not None else len(self.starts)
            if cell is not None and i < len(self.starts) and self.starts[i] < cell.end:
                return self.criteria[self.starts[i]].number
        return None

    def _indicator(self, row: Row, goal: Goal, name: GridCell | None) -> str | None:
        if self.names is not None and not self.names_places and name is not None:
            return _PART.sub("", BRACKETED_UNIT.sub("", name.text).lstrip("-+• ")).strip() or None
        titles = self._titles(goal.column)
        title = next((title for title in titles if meaning_of_header(title) is None), next(iter(titles), ""))
        if self.allotted_work and _ONLY_TIME.fullmatch(title):
            return self.allotted_work
        return BRACKETED_UNIT.sub("", title).strip() or None

    def _place(self, row: Row, listed: GridCell | None, name: GridCell | None) -> str | None:
        if row.kind == "total":
            return None
        cell = listed or (name if self.names_places else row.cell(self.places))
        return cell.text if cell is not None else None

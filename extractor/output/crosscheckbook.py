"""A cross-check as a workbook for office use: the page's tables, one sheet each, with Vietnamese headings."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from extractor.output.matrix import Cell, Matrix, Standing, matrices, standings
from extractor.output.naming import full_name, short_names, shown_kind
from extractor.output.register import vietnamese_date
from extractor.output.tables import Column, Kind, Row, Table
from extractor.output.words import load_words, number_word
from extractor.output.xlsx import Workbook
from extractor.records.crosscheck import CrossCheck

_MATRICES = 40
"""Sheets of matrices at most: the sheet of verdicts holds all of them in any case."""
_NAME = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_SHADES = {
    "met": "#E2F1E5",
    "stricter": "#D9ECF8",
    "weaker": "#FDEAC6",
    "missing": "#FAD9D4",
    "different deadline": "#EBE2F6",
    "different agency": "#E0E5F8",
    "part of a sum": "#E9EDF0",
    "not comparable": "#F3F1EA",
}
_WIDTHS = {
    "Kế hoạch": 30,
    "Kế hoạch cấp trên": 30,
    "Kế hoạch cấp dưới": 30,
    "So với": 30,
    "Tiêu chí": 9,
    "Chỉ tiêu": 45,
    "Chỉ tiêu cấp trên": 40,
    "Chỉ tiêu cấp dưới": 40,
    "Mức cấp trên": 22,
    "Mức cấp dưới": 22,
    "Kết luận": 20,
    "Lý do": 40,
    "Trích kế hoạch cấp trên": 60,
    "Trích kế hoạch cấp dưới": 60,
    "Các phần góp": 50,
    "Kế hoạch không góp": 40,
    "Tình trạng": 20,
    "Viện dẫn": 50,
    "Giải thích": 50,
    "Trích dẫn": 50,
    "Loại": 26,
    "Cơ quan ban hành": 34,
    "Được viện dẫn trong": 50,
    "Trích yếu": 60,
    "Tệp": 30,
    "Vướng mắc": 60,
}
_NUMBERS = ("Độ giống", "Mức cần đạt", "Tổng", "Còn thiếu")
_COUNTS = ("Đơn vị chưa có kế hoạch", "Phiên bản")


def write_crosscheck_book(path: Path, found: CrossCheck) -> None:
    """Write a cross-check as a workbook, whole or not at all."""
    words = load_words()
    shades = {f"{words.verdicts[kind].sign} ": colour for kind, colour in _SHADES.items()}
    with ExitStack() as stack:
        book = Workbook(path, stack, _WIDTHS, wrap=True, shades=shades)
        for table, rows in _Sheets(found).all():
            book.add(table, rows)


def _table(name: str, headings: str, frozen: int = 0) -> Table:
    return Table(name, tuple(Column(heading, _kind(heading)) for heading in headings.split(" | ")), frozen)


def _kind(heading: str) -> Kind:
    return "number" if heading in _NUMBERS else "integer" if heading in _COUNTS else "text"


class _Sheets:
    """The sheets of one cross-check."""

    def __init__(self, found: CrossCheck) -> None:
        self.found = found
        self.words = load_words()
        self.short = short_names(found.plans)
        self.full = {plan.id: full_name(plan) for plan in found.plans}

    def all(self) -> Iterator[tuple[Table, Sequence[Row]]]:
        """Yield each sheet's table with its rows."""
        yield self._overview()
        for number, matrix in enumerate(matrices(self.found)[:_MATRICES], 1):
            yield self._matrix(number, matrix)
        yield self._verdicts()
        yield self._sums()
        yield self._links()
        yield self._faults()
        yield self._documents()
        yield self._notices()
        yield self._plans()
        yield self._problems()

    def _overview(self) -> tuple[Table, list[Row]]:
        kinds = self.words.verdicts
        columns = [Column("Kế hoạch", "text"), Column("So với", "text")]
        columns += [Column(word.signed, "integer") for word in kinds.values()]
        columns += [Column("Viện dẫn chưa khớp", "integer"), Column("Điều cần xem", "integer")]
        faults = Counter(fault.plan for fault in self.found.faults)
        notices = Counter(notice.plan for notice in self.found.notices)

        def row(standing: Standing) -> Row:
            lower, upper = standing.lower.id, standing.upper.id
            told = tuple(standing.counts[kind] for kind in kinds)
            return (self.full[lower], self.full[upper], *told, faults[lower], notices[lower])

        return Table("Tổng quan", tuple(columns), 1), [row(standing) for standing in standings(self.found)]

    def _matrix(self, number: int, matrix: Matrix) -> tuple[Table, list[Row]]:
        name = _NOT_IN_NAMES.sub(" ", f"{number}. {self.short[matrix.upper.id]}")[:_NAME].rstrip()
        headings = [
            "Tiêu chí",
            "Chỉ tiêu",
            "Mức cấp trên",
            *_told_apart([self.full[plan.id] for plan in matrix.lowers]),
        ]
        rows = [
            (row.upper.criterion, row.upper.indicator, row.upper.quote, *map(self._cell, row.cells))
            for row in matrix.rows
        ]
        return Table(name, tuple(Column(heading, "text") for heading in headings), 3), rows

    def _cell(self, cell: Cell | None) -> str | None:
        if cell is None:
            return None
        signed = self.words.verdicts[cell.kind].signed
        return f"{signed}: {cell.figure}" if cell.figure else signed

    def _verdicts(self) -> tuple[Table, list[Row]]:
        table = _table(
            "Kết luận",
            "Kế hoạch cấp trên | Kế hoạch cấp dưới | Tiêu chí | Chỉ tiêu cấp trên | Mức cấp trên | Chỉ tiêu cấp dưới"
            " | Mức cấp dưới | Kết luận | Lý do | Độ giống | Trích kế hoạch cấp trên | Trích kế hoạch cấp dưới",
        )
        rows = [
            (
                self.full[verdict.upper.plan],
                self.full[verdict.plan],
                verdict.upper.criterion,
                verdict.upper.indicator,
                verdict.upper.quote,
                verdict.lower and verdict.lower.indicator,
                verdict.lower and verdict.lower.quote,
                self.words.verdicts[shown_kind(verdict)].signed,
                "; ".join([verdict.message_vi, *(self.words.reason(code).vi for code in verdict.reasons)]),
                verdict.score if verdict.lower else None,
                verdict.upper.context,
                verdict.lower and verdict.lower.context,
            )
            for verdict in self.found.verdicts
        ]
        return table, rows

    def _sums(self) -> tuple[Table, list[Row]]:
        table = _table(
            "Tổng hợp",
            "Kế hoạch cấp trên | Tiêu chí | Chỉ tiêu | Mức cần đạt | Tổng | Còn thiếu | Đơn vị tính | Tình trạng"
            " | Các phần góp | Kế hoạch không góp | Đơn vị chưa có kế hoạch",
        )
        rows = [
            (
                self.full[item.upper.plan],
                item.upper.criterion,
                item.upper.indicator,
                item.expected,
                item.total,
                item.gap,
                item.unit,
                self.words.sums[item.status].signed,
                "; ".join(f"{self.short[part.plan]}: {number_word(part.value).vi}" for part in item.parts) or None,
                "; ".join(self.short[plan] for plan in item.without) or None,
                item.units_absent,
            )
            for item in self.found.sums
        ]
        return table, rows

    def _links(self) -> tuple[Table, list[Row]]:
        table = _table("Liên kết", "Kế hoạch cấp dưới | Kế hoạch cấp trên | Quan hệ | Căn cứ | Độ giống")
        words = self.words.links
        return table, [
            (
                self.full[link.lower],
                self.full[link.upper],
                words[link.kind].vi,
                "; ".join(words[reason].vi for reason in link.by),
                link.score,
            )
            for link in self.found.links
        ]

    def _faults(self) -> tuple[Table, list[Row]]:
        table = _table("Viện dẫn chưa khớp", "Kế hoạch | Loại | Viện dẫn | Giải thích")
        return table, [
            (self.full[fault.plan], self.words.faults[fault.kind].signed, fault.quote, fault.message_vi)
            for fault in self.found.faults
        ]

    def _documents(self) -> tuple[Table, list[Row]]:
        table = _table("Văn bản viện dẫn", "Số, ký hiệu | Ngày | Cơ quan ban hành | Được viện dẫn trong")
        return table, [
            (
                document.code,
                vietnamese_date(document.date),
                document.issuer,
                "; ".join(self.full[plan] for plan in document.cited_by),
            )
            for document in self.found.documents
        ]

    def _notices(self) -> tuple[Table, list[Row]]:
        table = _table("Cần xem", "Kế hoạch | Loại | Trích dẫn | Giải thích")
        return table, [
            (self.full[notice.plan], self.words.notices[notice.kind].vi, notice.quote, notice.message_vi)
            for notice in self.found.notices
        ]

    def _plans(self) -> tuple[Table, list[Row]]:
        table = _table(
            "Kế hoạch", "Số, ký hiệu | Ngày | Cơ quan ban hành | Cấp | Trích yếu | Thời kỳ | Phiên bản | Tệp"
        )
        levels = self.words.levels
        return table, [
            (
                plan.code,
                vietnamese_date(plan.date),
                plan.issuer,
                levels[plan.level].vi if plan.level else None,
                plan.title,
                plan.period,
                plan.version,
                plan.name,
            )
            for plan in self.found.plans
        ]

    def _problems(self) -> tuple[Table, list[Row]]:
        table = _table("Vướng mắc", "Tệp | Vướng mắc")
        return table, [(problem.name, problem.message_vi) for problem in self.found.problems]


def _told_apart(names: Sequence[str]) -> list[str]:
    """Return names with a number behind those that came before."""
    seen: dict[str, int] = {}
    told = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        told.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return told

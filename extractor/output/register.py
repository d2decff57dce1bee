"""Sổ đăng ký: the archive's register, one row for each record, in the columns that clerks use."""

import re
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path

from extractor.output.tables import Column, Row, Table
from extractor.output.xlsx import Workbook
from extractor.records import LAYERS, PlanRecord

_WIDTHS = {
    "STT": 6,
    "Số, ký hiệu": 18,
    "Ngày tháng": 12,
    "Tác giả": 28,
    "Trích yếu nội dung": 55,
    "Người ký": 20,
    "Chức vụ": 18,
    "Nơi nhận": 40,
    "Số trang": 8,
    "Thời kỳ": 14,
    "Tên tệp": 30,
    "Ghi chú": 50,
}
REGISTER = Table(
    "Sổ đăng ký",
    tuple(Column(name, "integer" if name in {"STT", "Số trang"} else "text") for name in _WIDTHS),
)
_FIELDS = {
    "number": "số",
    "symbol": "ký hiệu",
    "code": "số, ký hiệu",
    "issuer": "tác giả",
    "place": "địa danh",
    "date": "ngày tháng",
    "title": "trích yếu",
    "period": "thời kỳ",
    "signer": "người ký",
    "recipients": "nơi nhận",
}
_YEAR_OR_DATE = re.compile(r"(\d{4}|X{4})(?:-(\d\d|XX))?(?:-(\d\d|XX))?")
_BLANK = "…"


def write_register(path: Path, records: Iterable[tuple[str, PlanRecord]]) -> None:
    """Write the register, by date, then code; what has no date comes last. `records` are file names and records."""
    ordered = sorted(records, key=lambda item: (item[1].plan.date or "~", item[1].plan.code or "", item[0]))
    with ExitStack() as stack:
        Workbook(path, stack, _WIDTHS, wrap=True).add(
            REGISTER, [_row(number, name, record) for number, (name, record) in enumerate(ordered, 1)]
        )


def _row(number: int, name: str, record: PlanRecord) -> Row:
    plan = record.plan
    code = plan.code and (_BLANK + plan.code if plan.code.startswith(("/", "-")) else plan.code)
    return (
        number,
        code,
        vietnamese_date(plan.date),
        plan.issuer.name,
        plan.title,
        plan.signer.name,
        plan.signer.position,
        "; ".join(plan.recipients) or None,
        record.source.pages,
        vietnamese_period(plan.period),
        record.source.name or name,
        "; ".join(_notes(record)) or None,
    )


def vietnamese_date(date: str | None) -> str | None:
    """Return an EDTF date as it is written by hand: '05/3/2024', with … for what is not given; None for no date.

    Zeros as in NĐ 30/2020/NĐ-CP, Phụ lục I: before days under 10 and the months 1 and 2.
    """
    found = _YEAR_OR_DATE.fullmatch(date or "")
    if not found:
        return date
    year, month, day = found.groups()
    if month is None:
        return year if "X" not in year else _BLANK
    written = month if month in {"01", "02"} else month.lstrip("0")
    parts = [written, year] if day is None else [day, written, year]
    return "/".join(_BLANK if "X" in part else part for part in parts)


def vietnamese_period(period: str | None) -> str | None:
    """Return an EDTF time as people write it: '2022-2025', 'từ 2024'; what is no period as a date."""
    if period is None or "/" not in period:
        return vietnamese_date(period)
    begin, end = ("" if side == ".." else vietnamese_date(side) or "" for side in period.split("/", 1))
    if not begin or not end:
        return f"từ {begin}" if begin else f"đến {end}"
    return f"{begin}-{end}" if begin.isdigit() and end.isdigit() else f"{begin} đến {end}"


def _notes(record: PlanRecord) -> Sequence[str]:
    """Return what needs a person's eye: doubtful values of the header, findings, warnings of the reading."""
    doubtful = dict.fromkeys(_FIELDS.get(field.split(".")[0], field) for field in record.plan.review)
    values = sum(bool(getattr(item, "review", None)) for layer in LAYERS for item in getattr(record, layer))
    notes = [f"cần xem lại: {', '.join(doubtful)}"] if doubtful else []
    notes += [f"{values} giá trị trong nội dung cần xem lại"] if values else []
    notes += [finding.message_vi.rstrip(".") for finding in record.findings if finding.severity != "info"]
    return notes + [warning.message_vi.rstrip(".") for warning in record.warnings]

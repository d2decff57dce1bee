"""Đơn vị hành chính: provinces, districts and communes by name and day, from 2017 on and after 1 July 2025."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import StringIO
from typing import Literal

from extractor.lexicon.admin_unit_names import fold_name

UnitLevel = Literal["province", "district", "commune"]
_TABLES: tuple[tuple[UnitLevel, str], ...] = (
    ("province", "provinces.csv"),
    ("district", "districts.csv"),
    ("commune", "communes.csv"),
)
_COLUMNS = ["code", "name", "kind", "parent", "from", "until", "successors"]


@dataclass(frozen=True, slots=True)
class AdminUnit:
    """A unit between two days; codes are those of the General Statistics Office."""

    code: str
    name: str
    kind: str
    """'tỉnh', 'thành phố', 'huyện', 'quận', 'thị xã', 'xã', 'phường', 'thị trấn', 'đặc khu'."""
    level: UnitLevel
    parent: str | None
    first: str
    """ISO day; empty where it was there before the first list."""
    until: str
    """ISO day; empty where it still is."""
    successors: tuple[str, ...]
    """Codes from 1 July 2025 on."""

    def in_force(self, day: str) -> bool:
        """Tell whether the unit may have been in force on an ISO day."""
        return (not self.first or self.first <= day) and (not self.until or day <= self.until)


class Gazetteer:
    """All units, by name and by code."""

    def __init__(self, units: Iterator[AdminUnit]) -> None:
        self._by_name = defaultdict[str, list[AdminUnit]](list)
        self._by_code = defaultdict[str, list[AdminUnit]](list)
        self._by_parent = defaultdict[str, list[AdminUnit]](list)
        for unit in units:
            self._by_name[fold_name(unit.name)].append(unit)
            self._by_code[unit.code].append(unit)
            if unit.parent:
                self._by_parent[unit.parent].append(unit)

    def __iter__(self) -> Iterator[AdminUnit]:
        """Yield all units of all times."""
        for units in self._by_code.values():
            yield from units

    def bearers(self, code: str | None) -> list[AdminUnit]:
        """List the units that bore a code at any time."""
        return list(self._by_code.get(code or "", ()))

    def named(self, name: str, day: str) -> list[AdminUnit]:
        """List the units of a name on a day; of one unit that changed about that day, the later form."""
        latest: dict[tuple[str, str, str | None], AdminUnit] = {}
        for unit in self._by_name.get(fold_name(name), ()):
            key = (unit.kind, unit.level, unit.parent)
            if unit.in_force(day) and (key not in latest or latest[key].first < unit.first):
                latest[key] = unit
        return list(latest.values())

    def called(self, name: str) -> list[AdminUnit]:
        """List the units that bear or bore a name."""
        return self._by_name.get(fold_name(name), [])

    def knows(self, name: str) -> bool:
        """Tell whether any unit bears or bore a name."""
        return bool(self.called(name))

    def coded(self, code: str | None, day: str) -> AdminUnit | None:
        """Return the unit of a code on a day."""
        units = [unit for unit in self._by_code.get(code or "", ()) if unit.in_force(day)]
        return max(units, key=lambda unit: unit.first, default=None)

    def province_of(self, unit: AdminUnit, day: str) -> str | None:
        """Return the code of the province that a unit lies in."""
        while unit.level != "province":
            above = self.coded(unit.parent, day)
            if above is None:
                return None
            unit = above
        return unit.code

    def count_below(self, code: str, day: str) -> int:
        """Count the units right below the unit of a code on a day."""
        return len({unit.code for unit in self._by_parent.get(code, ()) if unit.in_force(day)})

    def within(self, province: str, day: str) -> Iterator[AdminUnit]:
        """Yield the districts and communes of a province on a day."""
        for units in self._by_code.values():
            for unit in units:
                if unit.level != "province" and unit.in_force(day) and self.province_of(unit, day) == province:
                    yield unit


@cache
def load_admin_units() -> Gazetteer:
    """Load the tables, once; raises ValueError where a table has other columns."""
    return Gazetteer(unit for level, name in _TABLES for unit in _read(level, name))


def _read(level: UnitLevel, name: str) -> Iterator[AdminUnit]:
    content = (files("extractor.lexicon") / "admin_unit_tables" / name).read_text("utf-8")
    rows = csv.reader(StringIO(content))
    if next(rows) != _COLUMNS:
        raise ValueError(f"{name}: columns {_COLUMNS} are expected")
    for code, unit_name, kind, parent, first, until, successors in rows:
        yield AdminUnit(code, unit_name, kind, level, parent or None, first, until, tuple(successors.split()))

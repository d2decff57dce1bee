"""Kho kế hoạch: the records of a collection in one DuckDB file, with the versions of each plan."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

import duckdb
from rapidfuzz import fuzz

from extractor.collection.members import Member, key_of, member_of
from extractor.collection.wording import fold
from extractor.records import PlanRecord

Added = Literal["new", "version", "known", "same_code", "no_key"]
_SAME_TITLE = 80
_TABLE = """
CREATE TABLE IF NOT EXISTS plans (
    id VARCHAR, key VARCHAR, version INTEGER, name VARCHAR, content VARCHAR, code VARCHAR, issuer VARCHAR,
    level VARCHAR, unit VARCHAR, date VARCHAR, period VARCHAR, title VARCHAR, ruleset VARCHAR, record VARCHAR
)
"""
_PAGE = 500
"""Records read from the file at a time."""


class StoreError(Exception):
    """A file that is no store of plans."""


@dataclass(frozen=True, slots=True)
class Addition:
    """What came of adding a record: under which id, and how it met what was there."""

    id: str | None
    how: Added


@dataclass(frozen=True, slots=True)
class _Known:
    id: str
    title: str
    version: int


class Store:
    """The plans of a collection; without a path they are held in memory."""

    def __init__(self, path: Path | None = None) -> None:
        try:
            self._connection = duckdb.connect(str(path) if path else ":memory:")
            self._connection.execute(_TABLE)
            self._connection.execute("SELECT id, key, version, name, content, title, record FROM plans LIMIT 0")
        except duckdb.Error as error:
            raise StoreError(str(error).splitlines()[0]) from None
        self._known: dict[str, list[_Known]] = defaultdict(list)
        self._contents: set[str] = set()
        listed = self._connection.execute("SELECT key, id, title, version, content FROM plans ORDER BY version")
        for key, plan_id, title, version, content in listed.fetchall():
            self._remember(key, _Known(plan_id, title, version))
            self._contents.add(content)
        self._held: list[tuple[object, ...]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Write what is held and close the file."""
        self._write()
        self._connection.close()

    def add(self, record: PlanRecord, name: str) -> Addition:
        """Add a record; a plan known by its key gets a new version where its content differs."""
        key = key_of(record)
        if key is None:
            return Addition(None, "no_key")
        content = record.source.sha256
        if content in self._contents:
            return Addition(None, "known")
        known, how = self._place(key, record.plan.title or "")
        self._contents.add(content)
        self._remember(key, known)
        plan, issuer = record.plan, record.plan.issuer
        unit = issuer.unit.code if issuer.unit else None
        row = (known.id, key, known.version, name, content, plan.code, issuer.name, issuer.level, unit)
        self._held.append((*row, plan.date, plan.period, known.title, record.ruleset, record.model_dump_json()))
        if len(self._held) >= _PAGE:
            self._write()
        return Addition(known.id, how)

    def members(self) -> Iterator[Member]:
        """Yield the latest version of each plan, in the order in which they were added."""
        self._write()
        latest = {known.id: known.version for plans in self._known.values() for known in plans}
        rows = self._connection.execute("SELECT count(*) FROM plans").fetchone()
        for first in range(0, rows[0] if rows else 0, _PAGE):
            page = self._connection.execute(
                "SELECT id, name, version, record FROM plans WHERE rowid >= ? AND rowid < ?", [first, first + _PAGE]
            )
            for plan_id, name, version, record in page.fetchall():
                if latest[plan_id] == version:
                    yield member_of(PlanRecord.model_validate_json(record), plan_id, name, version)

    def _place(self, key: str, title: str) -> "tuple[_Known, Added]":
        """Return id and version of a new record: another title under one key is another plan."""
        others = self._known[key]
        for known in others:
            if fuzz.ratio(fold(known.title), fold(title)) >= _SAME_TITLE:
                return _Known(known.id, title, known.version + 1), "version"
        plan_id = hashlib.sha256(f"{key}#{len(others)}".encode()).hexdigest()[:12]
        return _Known(plan_id, title, 1), "same_code" if others else "new"

    def _remember(self, key: str, known: "_Known") -> None:
        self._known[key] = [other for other in self._known[key] if other.id != known.id] + [known]

    def _write(self) -> None:
        if not self._held:
            return
        self._connection.executemany(f"INSERT INTO plans VALUES ({', '.join('?' * 14)})", self._held)
        self._held.clear()

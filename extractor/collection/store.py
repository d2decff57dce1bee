"""Kho kế hoạch: the records of a collection in one DuckDB file, with the versions of each plan."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

import duckdb
import pyarrow
from rapidfuzz import fuzz

from extractor.collection.held import hold
from extractor.collection.members import Member, key_of, member_of
from extractor.collection.recordfile import RecordError
from extractor.collection.wording import fold
from extractor.records import PlanRecord
from extractor.records.crosscheck import Problem

Added = Literal["new", "version", "known", "renewed", "same_code", "no_key"]
_SAME_TITLE = 80
_TEXTS = tuple("id key name content code issuer level unit date period title ruleset made record".split())
_SCHEMA = pyarrow.schema([("version", pyarrow.int32()), *((name, pyarrow.string()) for name in _TEXTS)])
_TABLE = f"CREATE TABLE IF NOT EXISTS plans (version INTEGER, {', '.join(f'{name} VARCHAR' for name in _TEXTS)})"
_PAGE = 500
"""Records read from the file, and written to it, at a time."""


class StoreError(Exception):
    """A file that cannot be used as a store of plans."""

    def __init__(self, reason: str, *, busy: bool = False) -> None:
        super().__init__(reason)
        self.busy = busy
        """True where another run has it open."""


@dataclass(frozen=True, slots=True)
class Addition:
    """What came of adding a record: under which id and version, and how it met what was there."""

    id: str | None
    how: Added
    version: int = 0


@dataclass(slots=True)
class _Plan:
    key: str
    titles: dict[int, str]
    """By version."""

    @property
    def latest(self) -> int:
        return max(self.titles)


@dataclass(frozen=True, slots=True)
class _Content:
    """What was made of one content: the plan's id and version, and a digest of the record."""

    id: str
    version: int
    made: str


class Store:
    """The plans of a collection; without a path they are held in memory.

    A plan is known by issuer, code and date. The same plan with another content is a new version of it; the same
    content with another record (other rules, or corrected by a person) renews the record of its version.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.problems: list[Problem] = []
        """Records of the file that this program cannot read, as far as they were asked for."""
        self._connection = _open(path)
        self._plans: dict[str, _Plan] = {}
        self._ids: dict[str, list[str]] = defaultdict(list)
        """Plans by key; more than one where different plans have it."""
        self._contents: dict[str, _Content] = {}
        self._held: dict[str, dict[str, str | int | None]] = {}
        """Rows to be written, by content."""
        listed = self._connection.execute("SELECT key, id, title, version, content, made FROM plans ORDER BY version")
        for key, plan_id, title, version, content, made in listed.fetchall():
            self._remember(key, plan_id, version, title)
            self._contents[content] = _Content(plan_id, version, made)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __len__(self) -> int:
        """Count the plans, each once whatever its versions."""
        return len(self._plans)

    def close(self) -> None:
        """Write what is held and close the file."""
        self._write()
        self._connection.close()

    def knows(self, content: str) -> bool:
        """Tell whether the file with this SHA-256 was added, now or by an earlier run."""
        return content in self._contents

    def add(self, record: PlanRecord, name: str) -> Addition:
        """Add a record; a plan known by its key gets a new version where its content differs."""
        key = key_of(record)
        if key is None:
            return Addition(None, "no_key")
        content, text = record.source.sha256, record.model_dump_json()
        made = hashlib.sha256(text.encode()).hexdigest()
        earlier = self._contents.get(content)
        if earlier is not None and earlier.made == made:
            return Addition(earlier.id, "known", earlier.version)
        title = record.plan.title or ""
        plan_id, version, how = self._place(key, title)
        if earlier is not None:
            how = "renewed"
            if self._plans[earlier.id].key == key:
                plan_id, version = earlier.id, earlier.version
            else:
                self._forget(earlier)
        self._contents[content] = _Content(plan_id, version, made)
        self._remember(key, plan_id, version, title)
        plan, issuer = record.plan, record.plan.issuer
        self._held[content] = {
            "version": version,
            "id": plan_id,
            "key": key,
            "name": name,
            "content": content,
            "code": plan.code,
            "issuer": issuer.name,
            "level": issuer.level,
            "unit": issuer.unit.code if issuer.unit else None,
            "date": plan.date,
            "period": plan.period,
            "title": title,
            "ruleset": record.ruleset,
            "made": made,
            "record": text,
        }
        if len(self._held) >= _PAGE:
            self._write()
        return Addition(plan_id, how, version)

    def members(self) -> Iterator[Member]:
        """Yield the latest version of each plan, in the order in which they were added."""
        self._write()
        latest = {plan_id: plan.latest for plan_id, plan in self._plans.items()}
        last = self._connection.execute("SELECT coalesce(max(rowid), -1) FROM plans").fetchone()
        for first in range(0, last[0] + 1 if last else 0, _PAGE):
            page = self._connection.execute(
                "SELECT id, name, version, record FROM plans WHERE rowid >= ? AND rowid < ?", [first, first + _PAGE]
            )
            for plan_id, name, version, text in page.fetchall():
                if latest[plan_id] == version:
                    try:
                        yield member_of(hold(text, name), plan_id, name, version)
                    except RecordError as error:
                        self.problems.append(error.problem)

    def _place(self, key: str, title: str) -> tuple[str, int, Added]:
        """Return id and version of a new record: another title under one key is another plan."""
        others = self._ids[key]
        for plan_id in others:
            plan = self._plans[plan_id]
            if fuzz.ratio(fold(plan.titles[plan.latest]), fold(title)) >= _SAME_TITLE:
                return plan_id, plan.latest + 1, "version"
        number = len(others)
        while (plan_id := hashlib.sha256(f"{key}#{number}".encode()).hexdigest()[:12]) in self._plans:
            number += 1
        return plan_id, 1, "same_code" if others else "new"

    def _remember(self, key: str, plan_id: str, version: int, title: str) -> None:
        if plan_id not in self._plans:
            self._plans[plan_id] = _Plan(key, {})
            self._ids[key].append(plan_id)
        self._plans[plan_id].titles[version] = title

    def _forget(self, content: _Content) -> None:
        """Take a version out of its plan, whose record now tells another key."""
        plan = self._plans[content.id]
        del plan.titles[content.version]
        if not plan.titles:
            self._ids[plan.key].remove(content.id)
            del self._plans[content.id]

    def _write(self) -> None:
        if not self._held:
            return
        page = pyarrow.Table.from_pylist(list(self._held.values()), _SCHEMA)
        self._connection.register("page", page)
        self._connection.execute("DELETE FROM plans WHERE content IN (SELECT content FROM page)")
        self._connection.execute(f"INSERT INTO plans SELECT {', '.join(_SCHEMA.names)} FROM page")
        self._connection.unregister("page")
        self._held.clear()


def _open(path: Path | None) -> duckdb.DuckDBPyConnection:
    try:
        connection = duckdb.connect(str(path) if path else ":memory:")
        connection.execute(_TABLE)
        connection.execute(f"SELECT {', '.join(_SCHEMA.names)} FROM plans LIMIT 0")
    except duckdb.Error as error:
        reason = str(error).splitlines()[0]
        raise StoreError(reason, busy="Could not set lock" in reason) from None
    return connection

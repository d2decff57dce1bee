"""The index of records: what is searched, and how it is found again."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, Protocol

import regex

from extractor.collection.members import days
from extractor.records import PlanRecord
from extractor.reviewing.api.folding import fold, folded_code, folded_query, match_expression
from extractor.reviewing.api.jobs import now
from extractor.reviewing.api.storage import Storage

Outcome = Literal["plan", "no_plan"]
_NUMBER = regex.compile(r"[\d.]++")
_SNIPPET = "snippet(words, 1, '', '', '', 40)"


@dataclass(frozen=True, slots=True)
class Entry:
    """What the index holds of a record; made where the record is made, for it costs time on long texts."""

    columns: dict[str, Any]
    criteria: tuple[tuple[str, str], ...]
    """Number and folded name."""
    findings: tuple[tuple[str, str, str], ...]
    """Code, severity, the finding as JSON."""
    title: str
    body: str
    """Folded."""


class Query(Protocol):
    """What records are searched by; all that is given must hold."""

    code: str | None
    issuer: str | None
    period: str | None
    criterion: str | None
    finding: str | None
    q: str | None
    outcome: Outcome
    limit: int
    offset: int


class FindingQuery(Protocol):
    """What findings are searched by."""

    code: str | None
    severity: Literal["error", "warning", "info"] | None
    limit: int
    offset: int


@dataclass(frozen=True, slots=True)
class Page:
    """One page of what was found, and how much there is."""

    rows: list[dict[str, Any]]
    total: int


def entry_of(record: PlanRecord, made_with: str) -> Entry:
    """Return what the index holds of a record."""
    plan, source = record.plan, record.source
    span = days(plan.period)
    has_plan = not any(warning.code == "no_plan" for warning in record.warnings)
    columns = {
        "id": source.sha256,
        "made_with": made_with,
        "name": source.name,
        "outcome": "plan" if has_plan else "no_plan",
        "media_type": source.media_type,
        "pages": source.pages,
        "code": plan.code,
        "number": plan.number,
        "issuer": plan.issuer.name,
        "level": plan.issuer.level,
        "date": plan.date,
        "period": plan.period,
        "title": plan.title,
        "findings": len(record.findings),
        "folded_code": folded_code(plan.code or ""),
        "folded_issuer": folded_query(plan.issuer.name or ""),
        "first_day": span[0].isoformat() if span else None,
        "last_day": span[1].isoformat() if span else None,
        "text": record.text,
    }
    criteria = dict.fromkeys((item.number, folded_query(item.name or "")) for item in record.criteria)
    findings = tuple((found.code, found.severity, found.model_dump_json()) for found in record.findings)
    return Entry(columns, tuple(criteria), findings, folded_query(plan.title or ""), fold(record.text))


def made_with(storage: Storage, record: str) -> str | None:
    """Return the rules and options by which the record of a content was made; None where there is none."""
    row = storage.read().execute("SELECT made_with FROM records WHERE id = ?", [record]).fetchone()
    return row["made_with"] if row else None


def outcome(storage: Storage, record: str) -> Outcome | None:
    """Tell whether a record holds a plan; None where there is no such record."""
    row = storage.read().execute("SELECT outcome FROM records WHERE id = ?", [record]).fetchone()
    return row["outcome"] if row else None


def missing(storage: Storage, records: Iterable[str]) -> str | None:
    """Return the first of these that is no record."""
    return next((record for record in records if outcome(storage, record) is None), None)


def put(connection: sqlite3.Connection, entry: Entry) -> None:
    """Index a record, in the place of an earlier one of the same content; within a transaction."""
    remove(connection, entry.columns["id"])
    columns = {**entry.columns, "made": now()}
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    row = connection.execute(f"INSERT INTO records ({names}) VALUES ({marks})", list(columns.values())).lastrowid
    connection.executemany("INSERT INTO criteria VALUES (?, ?, ?)", [(row, *item) for item in entry.criteria])
    connection.executemany("INSERT INTO findings VALUES (?, ?, ?, ?)", [(row, *item) for item in entry.findings])
    connection.execute("INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)", (row, entry.title, entry.body))


def remove(connection: sqlite3.Connection, record: str) -> bool:
    """Take a record out of the index, within a transaction; tells whether it was there."""
    found = connection.execute("SELECT seq FROM records WHERE id = ?", [record]).fetchone()
    if found is None:
        return False
    for statement in (
        "DELETE FROM criteria WHERE record = ?",
        "DELETE FROM findings WHERE record = ?",
        "DELETE FROM words WHERE rowid = ?",
        "DELETE FROM records WHERE seq = ?",
    ):
        connection.execute(statement, [found["seq"]])
    return True


_SHOWN = "id, name, outcome, media_type, pages, code, issuer, level, date, period, title, findings, ruleset, made"
_COLUMNS = ", ".join(
    f"records.{name}" if name != "ruleset" else "substr(made_with, 1, instr(made_with, ' ') - 1) AS ruleset"
    for name in _SHOWN.split(", ")
)


def search(storage: Storage, query: Query) -> Page:
    """Find records: by text the best first, else the newest first."""
    conditions, values = _conditions(query)
    source, columns, order = "records", _COLUMNS, "records.seq DESC"
    if query.q is not None:
        expression = match_expression(query.q)
        if not expression:
            return Page([], 0)
        source = "words JOIN records ON records.seq = words.rowid"
        conditions.insert(0, "words MATCH ?")
        values.insert(0, expression)
        columns, order = f"{_COLUMNS}, records.seq, {_SNIPPET} AS snippet", "bm25(words, 4.0, 1.0), records.seq DESC"
    where = " AND ".join(conditions)
    connection = storage.read()
    (total,) = connection.execute(f"SELECT count(*) FROM {source} WHERE {where}", values).fetchone()
    found = connection.execute(
        f"SELECT {columns} FROM {source} WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?",
        [*values, query.limit, query.offset],
    )
    return Page([_shown(connection, dict(row)) for row in found.fetchall()], total)


def _conditions(query: Query) -> tuple[list[str], list[Any]]:
    conditions, values = ["records.outcome = ?"], [query.outcome]

    def add(condition: str, *given: Any) -> None:
        conditions.append(condition)
        values.extend(given)

    if query.code is not None:
        code = folded_code(query.code)
        add("(records.folded_code = ? OR records.number = ?)", code, code)
    if query.issuer is not None:
        add("instr(records.folded_issuer, ?) > 0", folded_query(query.issuer))
    if query.period is not None and (span := days(query.period)):
        first, last = span
        add("records.first_day <= ? AND records.last_day >= ?", last.isoformat(), first.isoformat())
    if query.criterion is not None:
        by_number = _NUMBER.fullmatch(query.criterion) is not None
        holds = "number = ?" if by_number else "instr(name, ?) > 0"
        add(f"records.seq IN (SELECT record FROM criteria WHERE {holds})", folded_query(query.criterion))
    if query.finding is not None:
        add("records.seq IN (SELECT record FROM findings WHERE code = ?)", query.finding)
    return conditions, values


def _shown(connection: sqlite3.Connection, row: dict[str, Any]) -> dict[str, Any]:
    """Put the words as the document writes them in the place of their folded form: both have the same offsets."""
    seq, folded = row.pop("seq", None), row.get("snippet")
    if seq is not None and folded:
        row["snippet"] = connection.execute(
            "SELECT substr(records.text, instr(words.body, ?), ?) FROM records JOIN words ON words.rowid = records.seq "
            "WHERE records.seq = ?",
            (folded, len(folded), seq),
        ).fetchone()[0]
    return row


def findings(storage: Storage, query: FindingQuery) -> tuple[list[tuple[str, str]], int]:
    """Return findings over all records, as (record, JSON), the newest record first; and how many there are."""
    given = [(name, value) for name, value in (("code", query.code), ("severity", query.severity)) if value is not None]
    where = "WHERE " + " AND ".join(f"findings.{name} = ?" for name, _ in given) if given else ""
    values = [value for _, value in given]
    connection = storage.read()
    (total,) = connection.execute(f"SELECT count(*) FROM findings {where}", values).fetchone()
    rows = connection.execute(
        f"SELECT records.id, findings.finding FROM findings JOIN records ON records.seq = findings.record {where} "
        "ORDER BY findings.record DESC, findings.rowid LIMIT ? OFFSET ?",
        [*values, query.limit, query.offset],
    )
    return [(row[0], row[1]) for row in rows], total


def findings_of(storage: Storage, record: str) -> Iterator[str]:
    """Yield the findings of one record, as JSON."""
    rows = storage.read().execute(
        "SELECT finding FROM findings JOIN records ON records.seq = findings.record WHERE records.id = ? "
        "ORDER BY findings.rowid",
        [record],
    )
    for row in rows:
        yield row[0]

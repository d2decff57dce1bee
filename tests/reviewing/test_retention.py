"""Finished jobs are forgotten after their time; what waits, and records, are not."""

import sqlite3
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from extractor.reviewing.api import jobs
from extractor.reviewing.api.retention import Retention, forget
from extractor.reviewing.api.storage import Storage
from tests.reviewing.server import plan, serving


def order(storage: Storage, kind: jobs.Kind = "extract", batch: str | None = None) -> jobs.Job:
    return jobs.accept(storage, jobs.Order(jobs.new_id(), kind, batch=batch))


def finish(storage: Storage, job: jobs.Job, days_ago: float) -> None:
    finished = jobs.stamp(datetime.now(UTC) - timedelta(days=days_ago))
    with storage.write() as connection:
        jobs.end(connection, job, jobs.Ending("done"))
        connection.execute("UPDATE jobs SET finished = ? WHERE id = ?", [finished, job.id])


def test_what_is_forgotten(tmp_path: Path) -> None:
    with Storage(tmp_path) as storage:
        old_batch, kept_batch = jobs.new_batch(storage, "cũ"), jobs.new_batch(storage, "mới")
        with storage.write() as connection:
            connection.execute("UPDATE batches SET made = ?", ["2020-01-01T00:00:00.000Z"])
        old, recent, waiting = order(storage, batch=old_batch), order(storage, batch=kept_batch), order(storage)
        check = order(storage, "crosscheck")
        finish(storage, old, 31)
        finish(storage, recent, 29)
        finish(storage, check, 40)
        storage.crosscheck_file(check.id).write_text("{}")
        storage.record_file("ab" * 32).parent.mkdir()
        storage.record_file("ab" * 32).write_text("{}")
        assert forget(storage, datetime.now(UTC) - timedelta(days=30)) == 2
        assert [job.id for job in jobs.listed(storage, None, None, 0, 10)] == [recent.id, waiting.id]
        assert jobs.find_batch(storage, old_batch) is None
        assert jobs.find_batch(storage, kept_batch) is not None
        assert not storage.crosscheck_file(check.id).exists()
        assert storage.record_file("ab" * 32).exists()
        assert forget(storage, datetime.now(UTC) - timedelta(days=30)) == 0


def test_it_goes_on_while_the_server_runs(tmp_path: Path) -> None:
    with Storage(tmp_path) as storage:
        retention = Retention(storage, 30, every=0.02)
        retention.start()
        try:
            job = order(storage)
            finish(storage, job, 31)
            deadline = time.monotonic() + 30
            while jobs.find(storage, job.id) is not None:
                assert time.monotonic() < deadline
                time.sleep(0.02)
        finally:
            retention.stop()


def test_the_server_forgets_at_its_start(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with serving(data) as server:
        record = server.post(plan(71)).headers["content-location"]
        assert len(server.get("/v1/jobs")["jobs"]) == 1
    with sqlite3.connect(data / "kehoach.sqlite") as connection:
        finished = jobs.stamp(datetime.now(UTC) - timedelta(days=3))
        connection.execute("UPDATE jobs SET finished = ?", [finished])
    connection.close()
    with serving(data, "--keep-jobs", "2") as server:
        deadline = time.monotonic() + 30
        while server.get("/v1/jobs")["jobs"]:
            assert time.monotonic() < deadline
            time.sleep(0.05)
        assert server.get(record)["plan"]["code"] == "71/KH-UBND"

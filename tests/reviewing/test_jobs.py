"""Jobs and batches, cross-checks, and servers that are ended midway."""

import json
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pydantic
import pytest

from extractor.collection.crosscheck import cross_check
from extractor.collection.store import Store
from extractor.pipeline import extract
from extractor.records.crosscheck import CrossCheck
from tests.reviewing.server import ROOT, Server, plan, serving

FAMILY = ROOT / "corpora/families/nong-thon-moi-2024/text"


def test_a_batch_tells_how_far_it_is(server: Server) -> None:
    made = server.client.post("/v1/batches", json={"label": "Năm 2024"})
    assert made.status_code == 201
    path = made.headers["location"]
    assert made.json() | {"made": ""} == {
        "id": path.rsplit("/", 1)[1],
        "label": "Năm 2024",
        "made": "",
        "state": "done",
        "counts": {"queued": 0, "running": 0, "done": 0, "no_plan": 0, "failed": 0},
    }
    batch = made.json()["id"]
    contents = [plan(91), plan(92), "Biên bản bàn giao máy in.\n".encode(), b"\x7fELF" + bytes(99)]
    for number, content in enumerate(contents):
        assert server.submit(content, batch=batch, name=f"{number}.txt").status_code == 202
    deadline = time.monotonic() + 60
    while server.get(path)["state"] == "working":
        assert time.monotonic() < deadline
        time.sleep(0.05)
    assert server.get(path)["counts"] == {"queued": 0, "running": 0, "done": 2, "no_plan": 1, "failed": 1}
    first = server.get("/v1/jobs", batch=batch, limit=3)
    rest = server.get("/v1/jobs", batch=batch, limit=3, after=first["next"])
    jobs = first["jobs"] + rest["jobs"]
    assert rest["next"] is None
    assert [(job["name"], job["state"], job["code"]) for job in jobs] == [
        ("0.txt", "done", None),
        ("1.txt", "done", None),
        ("2.txt", "no_plan", "no_plan"),
        ("3.txt", "failed", "binary"),
    ]
    assert [job["name"] for job in server.get("/v1/jobs", batch=batch, state="failed")["jobs"]] == ["3.txt"]


def test_what_is_not_there(server: Server) -> None:
    none = "0" * 32
    for answer in (
        server.client.get(f"/v1/jobs/{none}"),
        server.client.get(f"/v1/batches/{none}"),
        server.client.get(f"/v1/crosschecks/{none}"),
        server.client.get(f"/v1/records/{none * 2}"),
        server.client.get(f"/v1/records/{none * 2}/findings"),
        server.client.post("/v1/records", params={"batch": none}, content=plan(1)),
        server.client.post("/v1/crosschecks", json={"records": [none * 2]}),
    ):
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    assert server.client.put("/v1/records").json()["code"] == "wrong_method"


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b'{"records": []}', b'{"records": ["../x"]}', b'{"records": ["%s"], "x": 1}' % (b"a" * 64)],
)
def test_a_request_that_is_not_well_formed(server: Server, body: bytes) -> None:
    answer = server.client.post("/v1/crosschecks", content=body, headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid")
    assert answer.json()["errors"][0]["where"].startswith("body")


def test_chosen_plans_are_checked_against_one_another(server: Server) -> None:
    names = ("tinh-tuyen-quang.txt", "huyen-ham-yen.txt", "xa-phu-luu.txt")
    chosen = [server.post((FAMILY / name).read_bytes(), name=name).headers["content-location"][-64:] for name in names]
    answer = server.client.post("/v1/crosschecks", json={"records": chosen})
    assert answer.status_code == 200
    found = pydantic.TypeAdapter(CrossCheck).validate_json(answer.content)
    with Store() as store:
        for name in names:
            store.add(extract(FAMILY / name), name)
        assert found == cross_check(store.members())
    ids = {plan.name: plan.id for plan in found.plans}
    assert ids.keys() == set(names)
    assert (ids[names[0]], ids[names[1]]) in {(link.upper, link.lower) for link in found.links}
    assert server.client.get(answer.headers["content-location"]).content == answer.content


@pytest.mark.parametrize("sent", [signal.SIGKILL, signal.SIGTERM])
def test_ended_midway_all_accepted_jobs_finish(tmp_path: Path, sent: signal.Signals) -> None:
    data, accepted = tmp_path / "data", {}
    for start in range(3):
        server = Server(data)
        for number in range(start * 20, start * 20 + 20):
            answer = server.submit(plan(100 + number), name=f"{number}.txt")
            assert answer.status_code == 202
            accepted[number] = answer.headers["location"]
        server.end(sent)
    with serving(data) as server:
        done = server.get("/v1/jobs", state="done", limit=1000)["jobs"]
        assert len(done) < 60  # some were left to do
        for number, job in accepted.items():
            record = server.get(server.finished(job)["result"])
            assert record["plan"]["code"] == f"{100 + number}/KH-UBND"
        assert server.get("/v1/records", limit=1)["total"] == 60
        assert len(server.get("/v1/jobs", limit=1000)["jobs"]) == 60
        assert list((data / "uploads").iterdir()) == []


def test_an_answer_that_waits_becomes_a_job_when_the_server_ends(tmp_path: Path) -> None:
    data = tmp_path / "data"
    server = Server(data)
    slow = plan(58) + "\n1. Trong quý I năm 2024".encode() * 30000
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(server.client.post, "/v1/records", content=slow)
        while not server.get("/v1/jobs", state="running")["jobs"]:
            time.sleep(0.02)
        server.process.send_signal(signal.SIGTERM)
        answer = waiting.result(30)
    assert answer.status_code == 202
    server.end()
    assert json.loads(server.log[-1])["event"].startswith("Finished server process")
    with serving(data) as again:
        assert again.finished(answer.headers["location"])["state"] == "done"

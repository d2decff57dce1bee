"""What no honest client sends: refused with its code or kept as text; the server goes on."""

import os
import signal
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reading.pdf_files import Page, pdf
from tests.reading.test_errors import CASES, ENCRYPTED_PDF, ENTITIES, word_file
from tests.reviewing.server import Server, plan, serving

SCRIPT = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def strict(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with small limits."""
    options = ("--max-megabytes", "1", "--max-pages", "2", "--upload-timeout", "2")
    with serving(tmp_path_factory.mktemp("strict") / "data", *options) as running:
        yield running


def unfinished(server: Server) -> float:
    """Return the places in the queue that are taken."""
    lines = server.client.get("/metrics").text.splitlines()
    return next(float(line.split()[1]) for line in lines if line.startswith("kehoach_jobs_unfinished "))


def files(data: Path) -> set[str]:
    return {path.relative_to(data).parts[0] for path in data.rglob("*")}


def test_scripts_stay_text(server: Server) -> None:
    answer = server.post(plan(51, f"Tuyên truyền {SCRIPT}"), name=f"{SCRIPT}.txt")
    assert SCRIPT in answer.json()["plan"]["title"]
    found = server.client.get("/v1/records", params={"q": "tuyen truyen script alert", "code": "51"})
    assert found.json()["records"][0]["title"] == f"Tuyên truyền {SCRIPT} năm 2024"
    for one in (answer, found, server.client.get("/v1/" + SCRIPT), server.client.get("/health")):
        assert one.headers["content-type"].split(";")[0] in ("application/json", "application/problem+json")
        assert one.headers["x-content-type-options"] == "nosniff"
        assert one.headers["content-security-policy"].startswith("default-src 'none'; frame-ancestors 'none'")
    assert server.client.get("/docs").status_code == server.client.get("/redoc").status_code == 404


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("..\\..\\windows\\kế hoạch.docx", "kế hoạch.docx"),
        ("/..", None),
        ("a\x00b\n\u202egpj.txt", "abgpj.txt"),
        (" ", None),
        ("k" * 900 + ".txt", "k" * 196 + ".txt"),
    ],
)
def test_names_are_no_paths(server: Server, given: str, kept: str | None) -> None:
    answer = server.post(plan(52, f"Kiểm kê {len(given)} tài liệu"), name=given)
    assert answer.json()["source"]["name"] == kept


@pytest.mark.parametrize(
    "path",
    [
        "/v1/records/..%2f..%2fkehoach.sqlite",
        "/v1/jobs/../kehoach.sqlite",
        "/v1/crosschecks/%2e%2e",
        "/v1/records/" + "A" * 64,
    ],
)
def test_no_path_leads_to_a_file(server: Server, path: str) -> None:
    with socket.create_connection(("127.0.0.1", server.port), 10) as link:
        link.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
        answer = b"".join(iter(lambda: link.recv(65536), b""))
    assert answer.split(b" ", 2)[1] in (b"404", b"422")
    assert b"application/problem+json" in answer


@pytest.mark.parametrize("case", sorted(CASES))
def test_bad_files_have_their_code(server: Server, case: str) -> None:
    content, code = CASES[case]
    answer = server.post(content, name=case)
    assert answer.status_code == 422
    told = answer.json()
    assert (told["code"], told["type"], told["status"]) == (code, f"urn:kehoach:problem:{code}", 422)
    assert told["detail"]
    assert told["detail_vi"] != told["detail"]
    job = server.get(told["instance"])
    assert (job["state"], job["code"], job["message"]) == ("failed", code, told["detail"])


def test_a_form_is_told_what_to_do(server: Server) -> None:
    answer = server.client.post("/v1/records", files={"file": ("a.txt", plan(1))})
    assert (answer.status_code, answer.json()["code"]) == (415, "multipart")


def test_a_declared_size_is_refused_before_the_body(strict: Server) -> None:
    """200 MB are promised and none sent: the answer comes at once."""
    with socket.create_connection(("127.0.0.1", strict.port), 10) as link:
        link.sendall(b"POST /v1/records HTTP/1.1\r\nHost: localhost\r\nContent-Length: 200000000\r\n\r\n")
        assert link.recv(65536).startswith(b"HTTP/1.1 413 ")
    assert unfinished(strict) == 0


def test_a_stream_without_size_is_cut_at_the_limit(strict: Server) -> None:
    sent = 0
    with socket.create_connection(("127.0.0.1", strict.port), 10) as link:
        link.sendall(b"POST /v1/records HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n")
        piece = b"10000\r\n" + b"a" * 65536 + b"\r\n"
        try:
            while sent < 200_000_000:
                link.sendall(piece)
                sent += 65536
        except OSError:
            pass
    assert 1_000_000 < sent < 20_000_000  # what it does not read fills the buffers of the connection
    assert unfinished(strict) == 0


def test_slow_uploads_end(strict: Server) -> None:
    """One stalls, one trickles: both are ended, and neither leaves a file or keeps its place."""
    for pause in (60.0, 0.3):
        began = time.monotonic()
        with socket.create_connection(("127.0.0.1", strict.port), 10) as link:
            link.sendall(b"POST /v1/records HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nK")
            link.settimeout(min(pause, 8))
            answer = b""
            while not answer and time.monotonic() - began < 8:
                try:
                    answer = link.recv(65536)
                except TimeoutError:
                    link.sendall(b"K")
        assert answer.startswith(b"HTTP/1.1 408 "), answer
        assert 1.5 < time.monotonic() - began < 6
    assert unfinished(strict) == 0


def test_a_slow_head_is_closed(strict: Server) -> None:
    with socket.create_connection(("127.0.0.1", strict.port), 10) as link:
        link.sendall(b"GET /health HTTP/1.1\r\nHost: loc")
        began = time.monotonic()
        for _ in range(20):
            time.sleep(0.3)
            try:
                link.sendall(b"a")
            except OSError:
                break
        assert 1.5 < time.monotonic() - began < 5


def test_a_client_that_leaves_midway_leaves_nothing(strict: Server) -> None:
    before = len(strict.get("/v1/jobs", limit=1000)["jobs"])
    with socket.create_connection(("127.0.0.1", strict.port), 10) as link:
        link.sendall(b"POST /v1/records HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n" + b"K" * 500)
    deadline = time.monotonic() + 5
    while unfinished(strict) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert unfinished(strict) == 0
    assert len(strict.get("/v1/jobs", limit=1000)["jobs"]) == before


def test_too_many_pages(strict: Server) -> None:
    pages = [Page().text(85, 700, "Kế hoạch") for _ in range(3)]
    answer = strict.post(pdf(*pages))
    assert (answer.status_code, answer.json()["code"]) == (422, "too_many_pages")
    assert answer.json()["detail"] == "The document has too many pages (3, at most 2); split it."


def test_a_file_that_takes_too_long_costs_only_itself(tmp_path: Path) -> None:
    with serving(tmp_path / "data", "--timeout", "6") as server:
        answer = server.client.post(
            "/v1/records", content=plan(53) + "1. Phấn đấu 12 xã trong năm 2024; ".encode() * 450_000
        )
        assert answer.status_code == 202  # 18 MB are not waited for
        job = server.finished(answer.headers["location"])
        assert (job["state"], job["code"]) == ("failed", "timeout")
        assert job["message"].startswith("not read within 6 seconds")
        assert server.post(plan(54)).json()["plan"]["code"] == "54/KH-UBND"


def test_hostile_documents(strict: Server) -> None:
    for content, code in (
        (word_file(document=b" " * 120_000_000), "too_large"),
        (word_file(document=ENTITIES), "unsafe"),
        (ENCRYPTED_PDF, "encrypted"),
    ):
        assert strict.post(content).json()["code"] == code


def test_a_worker_that_is_killed_is_replaced(server: Server) -> None:
    children = Path(f"/proc/{server.process.pid}/task")
    workers = {int(pid) for task in children.iterdir() for pid in (task / "children").read_text().split()}
    job = server.submit(plan(55) + b"\n1. Trong qu\xc3\xbd I n\xc4\x83m 2024" * 8000).headers["location"]
    while server.get(job)["state"] == "queued":
        time.sleep(0.01)
    for worker in workers:
        os.kill(worker, signal.SIGKILL)
    assert server.finished(job)["state"] == "done"


def test_a_full_queue_says_when_to_come_again(tmp_path: Path) -> None:
    with serving(tmp_path / "data", "--max-queue", "2") as server:
        slow = plan(56) + b"\n1. Trong qu\xc3\xbd I n\xc4\x83m 2024" * 12000
        jobs = [server.submit(slow + str(number).encode()).headers["location"] for number in range(2)]
        refused = server.client.post("/v1/records", content=plan(57))
        assert (refused.status_code, refused.json()["code"]) == (429, "queue_full")
        assert 1 <= int(refused.headers["retry-after"]) <= 600
        assert [server.finished(job)["state"] for job in jobs] == ["done", "done"]
        assert server.post(plan(57)).status_code == 200
        assert files(tmp_path / "data") == {
            ".lock", "uploads", "records", "crosschecks", "kehoach.sqlite", "kehoach.sqlite-wal", "kehoach.sqlite-shm"
        }  # fmt: skip
        assert list((tmp_path / "data/uploads").iterdir()) == []

"""Who may ask, and what the server tells of itself."""

import json
import os
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from tests.reviewing.server import CODE, ROOT, Server, plan, serving

TOKEN = "một-mã-truy-cập-dài".encode("ascii", "replace").decode().replace("?", "x")
ELSEWHERE = "https://elsewhere.example"


def start(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", CODE, "serve", "--port", "0", *arguments]
    variables = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", **environment}
    return subprocess.run(command, env=variables, capture_output=True, encoding="utf-8", timeout=60, check=False)


def test_other_addresses_need_a_token(tmp_path: Path) -> None:
    for host in ("0.0.0.0", "::", "192.0.2.7", "kehoach.example"):
        refused = start("--data", str(tmp_path / "data"), "--host", host)
        assert refused.returncode == 2
        assert refused.stderr == (
            f"kehoach: {host} is open to other machines: give a token with --token-file or KEHOACH_TOKEN\n"
        )
    assert not (tmp_path / "data").exists()


def test_a_token_that_can_be_guessed_or_is_not_there(tmp_path: Path) -> None:
    assert start("--host", "0.0.0.0", KEHOACH_TOKEN="short").returncode == 2
    refused = start("--token-file", str(tmp_path / "none"))
    assert refused.returncode == 2
    assert "cannot be read" in refused.stderr


def test_the_token_is_asked_for(tmp_path: Path) -> None:
    with serving(tmp_path / "data", "--origin", "https://archive.example", token=TOKEN) as server:
        assert server.post(plan(61)).status_code == 200
        bare = httpx.Client(base_url=server.url, trust_env=False)
        assert bare.get("/health").status_code == 200
        for given in (None, f"Bearer {TOKEN}x", f"Bearer {TOKEN[:-1]}", f"Basic {TOKEN}", TOKEN, "Bearer", "Bearer é"):
            headers = [(b"Authorization", given.encode())] if given else []
            for path in ("/v1/records", "/metrics", "/openapi.json", "/nowhere"):
                refused = bare.get(path, headers=headers)
                assert (refused.status_code, refused.json()["code"]) == (401, "unauthorised")
                assert refused.headers["www-authenticate"] == 'Bearer realm="kehoach"'
        # with a token any name of the server is right; a page of the origin that was named may ask
        named = server.client.get(
            "/v1/records", headers={"Host": "kehoach.example", "Origin": "https://archive.example"}
        )
        assert named.status_code == 200
        assert named.headers["access-control-allow-origin"] == "https://archive.example"
        asked = {"Origin": "https://archive.example", "Access-Control-Request-Method": "POST"}
        assert bare.options("/v1/records", headers=asked).status_code == 200
        refused = server.client.get("/v1/records", headers={"Origin": ELSEWHERE})
        assert (refused.status_code, refused.json()["code"]) == (403, "foreign_origin")
        assert "access-control-allow-origin" not in refused.headers


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({"Host": "elsewhere.example"}, "foreign_host"),
        ({"Host": "127.0.0.1.elsewhere.example:80"}, "foreign_host"),
        ({"Host": ""}, "foreign_host"),
        ({"Origin": ELSEWHERE}, "foreign_origin"),
        ({"Origin": "null"}, "foreign_origin"),
        ({"Sec-Fetch-Site": "cross-site"}, "foreign_origin"),
    ],
)
def test_pages_of_other_sites_reach_nothing(server: Server, headers: dict[str, str], code: str) -> None:
    for answer in (
        server.client.get("/v1/records", headers=headers),
        server.client.post("/v1/records", content=plan(62), headers={**headers, "Content-Type": "text/plain"}),
    ):
        assert (answer.status_code, answer.json()["code"]) == (403, code)
        assert "access-control-allow-origin" not in answer.headers


def test_this_machine_may_ask_by_any_of_its_names(server: Server) -> None:
    for host in ("localhost", "LOCALHOST:80", "127.0.0.1:1", "[::1]:8000"):
        assert server.client.get("/health", headers={"Host": host}).status_code == 200
    assert server.client.get("/health", headers={"Origin": server.url}).status_code == 200


def test_a_second_server_is_kept_out(tmp_path: Path) -> None:
    with serving(tmp_path / "data"):
        refused = start("--data", str(tmp_path / "data"))
    assert refused.returncode == 1
    assert refused.stderr == f"kehoach: {tmp_path / 'data'}: another server works in it\n"


def test_a_port_that_is_taken(tmp_path: Path, server: Server) -> None:
    refused = start("--data", str(tmp_path / "data"), "--port", str(server.port))
    assert refused.returncode == 1
    assert "address already in use" in refused.stderr
    last = refused.stderr.splitlines()[-1]
    assert last == f"kehoach: 127.0.0.1:{server.port}: cannot listen here; choose another port"


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    refused = start("--data", str(tmp_path / "data"))
    assert (refused.returncode, refused.stderr.count("\n")) == (1, 1)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "kehoach.sqlite").write_bytes(b"no database at all" * 100)
    refused = start("--data", str(tmp_path / "other"))
    assert (refused.returncode, refused.stderr.count("\n")) == (1, 1)


def test_logs_and_metrics_hold_no_words_of_documents(tmp_path: Path) -> None:
    with serving(tmp_path / "data") as server:
        server.post(plan(63, "Bí mật riêng"), name="tên-tệp.txt")
        server.get("/v1/records", q="bí mật riêng")
        server.post(b"\x7fELF" + bytes(200))
        server.client.get("/duong-dan-la")
        metrics = server.client.get("/metrics").text
        server.end()
        lines = [json.loads(line) for line in server.log]
    assert not [
        word for word in ("mật", "mat", "tên-tệp", "duong-dan-la", "63/KH") if word in "".join(server.log) + metrics
    ]
    requests = [line for line in lines if line["event"] == "request"]
    assert [(line["method"], line["route"], line["status"]) for line in requests] == [
        ("POST", "/v1/records", 200),
        ("GET", "/v1/records", 200),
        ("POST", "/v1/records", 422),
        ("GET", "none", 404),
        ("GET", "/metrics", 200),
    ]
    jobs = [(line["kind"], line["state"], line["code"]) for line in lines if line["event"] == "job"]
    assert jobs == [("extract", "done", ""), ("extract", "failed", "binary")]
    assert 'kehoach_requests_total{method="POST",route="/v1/records",status="200"} 1.0' in metrics
    assert 'kehoach_jobs_finished_total{code="binary",kind="extract",state="failed"} 1.0' in metrics
    assert "kehoach_records 1.0" in metrics

"""Who may ask the review's server, and that documents stay data."""

import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.plans import PLAN
from tests.reviewing.review.desk import ADDRESS, Client, reviewing

SCRIPT = "<script>alert(1)</script>"
PATHS = ("/api/session", "/api/plans", "/api/plans/0123456789abcdef", "/api/export", "/api/nowhere")


def bare(desk: Client, **headers: str) -> TestClient:
    """Return a client that does not know the token."""
    return TestClient(desk.http.app, base_url=ADDRESS, headers=headers)


@pytest.mark.parametrize("given", [None, "", "x", "mot-ma-cua-phien-soa", "mã"])
def test_the_token_is_asked_for(desk: Client, given: str | None) -> None:
    headers = [(b"x-kehoach-review", given.encode())] if given is not None else []
    for path in PATHS:
        refused = bare(desk).get(path, headers=headers)
        assert (refused.status_code, refused.json()["code"]) == (401, "unauthorised")
    plan = desk.open("a.txt")
    put = bare(desk).put(f"/api/plans/{plan['id']}", json={"gold": plan["gold"]}, headers={"If-Match": '"0"'})
    assert put.status_code == 401


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({"Host": "attacker.example"}, "foreign_host"),
        ({"Host": "127.0.0.1.attacker.example:8000"}, "foreign_host"),
        ({"Origin": "https://attacker.example"}, "foreign_origin"),
        ({"Origin": "null"}, "foreign_origin"),
        ({"Origin": "http://127.0.0.1:9000"}, "foreign_origin"),
        ({"Sec-Fetch-Site": "cross-site"}, "foreign_origin"),
    ],
)
def test_other_pages_may_not_ask(desk: Client, headers: dict[str, str], code: str) -> None:
    for path in ("/", "/api/plans"):
        refused = desk.http.get(path, headers=headers)
        assert (refused.status_code, refused.json()["code"]) == (403, code)
    assert desk.http.get("/api/plans", headers={"Origin": ADDRESS}).status_code == 200


def test_the_cookie_opens_pictures_and_downloads_alone(desk: Client) -> None:
    given = desk.http.get("/api/session").headers["set-cookie"]
    cookie, *attributes = given.split("; ")
    assert cookie.startswith("kehoach_review_8000=")
    assert "mot-ma" not in given
    assert set(attributes) == {"Path=/api", "HttpOnly", "SameSite=Strict"}
    browser = bare(desk, Cookie=cookie)
    assert browser.get("/api/export").status_code == 200
    assert browser.get("/api/plans/0123456789abcdef/pages/1.png").json()["code"] == "not_found"
    assert browser.get("/api/plans").status_code == 401
    assert browser.put("/api/session", json={"reviewer": "x"}).status_code == 401
    assert "set-cookie" not in browser.get("/api/export").headers
    for wrong in ("kehoach_review_8000=x", "kehoach_review_8000", ";;=", "kehoach_review_9000=" + cookie[20:]):
        assert bare(desk, Cookie=wrong).get("/api/export").status_code == 401


@pytest.mark.parametrize(
    "name",
    ["../plans/a", "..%2f..%2fetc%2fpasswd", "a.txt", "%2e%2e", "0123456789ABCDEF", "0123456789abcdef0", "a" * 5000],
)
def test_ids_are_no_paths(desk: Client, name: str) -> None:
    for path in (f"/api/plans/{name}", f"/api/plans/{name}/pages/1.png", f"/api/plans/{name}/boxes?page=1"):
        assert desk.http.get(path).status_code in (404, 422)


def test_files_of_the_page_do_not_lead_out(desk: Client) -> None:
    for path in (
        "/../desk.py",
        "/%2e%2e/review/desk.py",
        "/..%2freview/desk.py",
        "//etc/passwd",
        "/assets/../../app.py",
    ):
        assert desk.http.get(path).status_code == 404


def test_every_answer_has_the_policy(desk: Client) -> None:
    for path in ("/", "/nowhere", *PATHS):
        answer = desk.http.get(path)
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"


def test_hostile_documents_stay_data(tmp_path: Path) -> None:
    folder = tmp_path / "plans"
    folder.mkdir()
    name = f"{SCRIPT.replace('/', '')}.txt"
    (folder / name).write_text(PLAN.replace("Phòng, chống dịch bệnh mùa hè", f"Tuyên truyền {SCRIPT}"), "utf-8")
    with reviewing(folder, tmp_path / "out") as desk:
        plan = desk.open(name)
        assert SCRIPT in plan["gold"]["plan"]["title"]
        assert desk.put(plan).status_code == 200
        for path in ("/api/plans", f"/api/plans/{plan['id']}", "/api/export?format=labelstudio"):
            answer = desk.http.get(path)
            assert answer.headers["content-type"] == "application/json"
            assert answer.headers["x-content-type-options"] == "nosniff"
        assert "attachment" in answer.headers["content-disposition"]


def test_bodies_have_a_limit(desk: Client) -> None:
    plan = desk.open("a.txt")
    body = json.dumps({"gold": plan["gold"], "decisions": {"x": "y" * 33_000_000}})
    refused = desk.http.put(f"/api/plans/{plan['id']}", content=body, headers={"If-Match": '"0"'})
    assert (refused.status_code, refused.json()["code"]) == (413, "upload_too_large")


def test_no_description_for_strangers(desk: Client) -> None:
    for path in ("/docs", "/redoc", "/openapi.json"):
        assert desk.http.get(path).status_code == 404

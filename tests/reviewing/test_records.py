"""Files in, records out: what the API answers, to the value."""

import hashlib
import json

import jsonschema
import pytest

from extractor.output.jsonfile import record_json
from extractor.pipeline import extract
from extractor.records import PlanRecord
from tests.reviewing.server import NO_PLAN, ROOT, Server, plan

SAMPLE = ROOT / "corpora/docx/suc-khoe-so-y-te-2022.docx"


def test_a_file_is_answered_with_its_record(server: Server) -> None:
    content = SAMPLE.read_bytes()
    answer = server.post(content, name=SAMPLE.name)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert answer.text == record_json(extract(SAMPLE))  # the bytes that the command writes
    path = f"/v1/records/{hashlib.sha256(content).hexdigest()}"
    assert answer.headers["content-location"] == path
    assert server.client.get(path).content == answer.content
    job = server.get(answer.headers["location"])
    assert (job["state"], job["result"], job["name"], job["bytes"]) == ("done", path, SAMPLE.name, len(content))


def test_a_large_file_or_an_impatient_client_gets_a_job(server: Server) -> None:
    answer = server.submit(plan(31), name="a.txt")
    assert answer.status_code == 202
    assert answer.json()["state"] in ("queued", "running", "done")
    job = server.finished(answer.headers["location"])
    assert job["state"] == "done"
    assert PlanRecord.model_validate(server.get(job["result"])).plan.code == "31/KH-UBND"
    large = plan(32) + b"\n" * 5_000_000
    answer = server.client.post("/v1/records", content=large)
    assert answer.status_code == 202
    assert server.get(server.finished(answer.headers["location"])["result"])["plan"]["code"] == "32/KH-UBND"


def test_read_but_no_plan(server: Server) -> None:
    answer = server.post(NO_PLAN.encode())
    assert (answer.status_code, answer.content) == (204, b"")
    assert answer.headers["kehoach-outcome"] == "no_plan"
    job = server.get(answer.headers["location"])
    assert (job["state"], job["code"]) == ("no_plan", "no_plan")
    assert job["message"].startswith("No plan was found in this document")
    assert job["message_vi"].startswith("Không thấy kế hoạch trong văn bản này")
    assert server.get(job["result"])["text"] == NO_PLAN
    assert server.get("/v1/records", outcome="no_plan", q='"truc ban tuan"')["total"] == 1
    assert server.get("/v1/records", q='"truc ban tuan"')["total"] == 0


def test_the_same_bytes_are_read_once(server: Server) -> None:
    first = server.post(plan(41), name="first.txt")
    second = server.post(plan(41), name="second.txt")
    assert first.content == second.content
    assert second.json()["source"]["name"] == "first.txt"
    assert first.headers["location"] != second.headers["location"]
    assert server.get("/v1/records", code="41/KH-UBND")["total"] == 1


def test_a_removed_record_is_gone(server: Server) -> None:
    path = server.post(plan(42, "Diễn tập phòng thủ dân sự")).headers["content-location"]
    assert server.get("/v1/records", q='"dien tap phong thu"')["total"] == 1
    assert server.client.delete(path).status_code == 204
    assert server.client.get(path).status_code == 404
    assert server.client.delete(path).json()["code"] == "not_found"
    assert server.get("/v1/records", q='"dien tap phong thu"')["total"] == 0


@pytest.mark.parametrize(
    "parameters",
    [
        {"code": "74 /kh-ubnd"},
        {"code": "74"},
        {"code": "74/KH-UBND", "issuer": "moc son", "period": "2024-06", "criterion": "15.2"},
        {"q": "van hoa doc", "code": "74"},
        {"q": '"van hoa doc"'},
        {"q": '"văn hóa đọc"'},
        {"q": "Đọc, HÓA!", "criterion": "15.2"},
        {"criterion": "thu nhap", "q": "thu vien"},
        {"period": "2023/2024", "issuer": "HUYỆN Mộc Sơn", "q": '"văn hoá đọc năm"'},
    ],
)
def test_search_finds(server: Server, parameters: dict[str, str]) -> None:
    text = plan(74, "Phát triển văn hóa đọc").decode()
    criteria = "Tiêu chí số 10 về Thu nhập: đạt.\nChỉ tiêu 15.2. Tỷ lệ người dân đến thư viện đạt trên 20%.\n"
    server.post(text.replace("II. TỔ CHỨC", f"{criteria}\nII. TỔ CHỨC").encode(), name="doc.txt")
    found = server.get("/v1/records", **parameters)
    assert [record["code"] for record in found["records"]] == ["74/KH-UBND"]
    (record,) = found["records"]
    assert record["title"] == "Phát triển văn hóa đọc năm 2024"
    assert (record["issuer"], record["level"]) == ("Ủy ban nhân dân huyện Mộc Sơn", "district")
    assert (record["date"], record["period"], record["outcome"]) == ("2024-03-05", "2024", "plan")


@pytest.mark.parametrize(
    "parameters",
    [
        {"code": "74/KH"},
        {"q": "van hoa doc khongcotrongvanban"},
        {"q": '"doc hoa van"'},
        {"q": '"'},
        {"q": "AND OR NOT NEAR(* ^"},
        {"period": "2031", "code": "74/KH-UBND"},
        {"criterion": "99.9"},
        {"issuer": "%"},
        {"finding": "no_such_finding"},
    ],
)
def test_search_finds_nothing(server: Server, parameters: dict[str, str]) -> None:
    assert server.get("/v1/records", **parameters) == {"total": 0, "records": []}


def test_search_shows_the_words_as_they_are_written(server: Server) -> None:
    server.post(plan(75, "Đẩy mạnh chuyển đổi số"))
    first = server.get("/v1/records", q="day manh chuyen doi so")["records"][0]
    assert first["code"] == "75/KH-UBND"
    assert "Đẩy mạnh chuyển đổi số" in first["snippet"]


def test_search_comes_in_pages(server: Server) -> None:
    for number in range(81, 84):
        server.post(plan(number, "Trồng cây xanh phân tán"))
    pages = [server.get("/v1/records", q='"cay xanh phan tan"', limit=2, offset=offset) for offset in (0, 2)]
    assert [page["total"] for page in pages] == [3, 3]
    codes = [record["code"] for page in pages for record in page["records"]]
    assert sorted(codes) == ["81/KH-UBND", "82/KH-UBND", "83/KH-UBND"]


def test_findings(server: Server) -> None:
    record = server.post(SAMPLE.read_bytes(), name=SAMPLE.name)
    of_record = server.get(record.headers["content-location"] + "/findings")
    assert of_record["findings"] == json.loads(record.text)["findings"]
    assert {finding["code"] for finding in of_record["findings"]} >= {"date_order"}
    found = server.get("/v1/findings", code="date_order", severity="error")
    assert all(item["finding"]["code"] == "date_order" for item in found["findings"])
    assert of_record["record"] in {item["record"] for item in found["findings"]}
    assert SAMPLE.name in {one["name"] for one in server.get("/v1/records", finding="date_order")["records"]}


def test_schemas_and_openapi(server: Server) -> None:
    for name in ("plan", "crosscheck"):
        published = json.loads((ROOT / f"schemas/{name}.schema.json").read_text("utf-8"))
        assert server.get(f"/v1/schemas/{name}") == published
    described = server.get("/openapi.json")
    example = described["components"]["schemas"]["PlanRecord"]["examples"][0]
    record = PlanRecord.model_validate(example)
    jsonschema.validate(example, server.get("/v1/schemas/plan"))
    (percentage,) = record.percentages
    assert record.text[percentage.start : percentage.end] == "trên 95%"
    read = PlanRecord.model_validate(server.post(record.text.encode()).json())
    assert (read.plan.code, read.plan.title, read.plan.period) == (record.plan.code, record.plan.title, "2024")
    assert [(one.quote, one.value, one.comparator) for one in read.percentages] == [("trên 95%", 95, "gt")]

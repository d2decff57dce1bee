"""The queue: what needs a person first; the session; downloads."""

import io
import json
import zipfile
from pathlib import Path

from extractor.evaluation.gold import documents
from extractor.output.exchange.formats import READERS
from extractor.reviewing.review.fields import layers
from tests.cli.test_extract import kehoach
from tests.plans import PLAN
from tests.reviewing.review.desk import Client, reviewing

ROOT = Path(__file__).parents[3]


def test_what_needs_a_person_comes_first(tmp_path: Path) -> None:
    folder = tmp_path / "plans"
    folder.mkdir()
    wrong = PLAN.replace("Phấn đấu trên", "Phấn đấu có thêm 31/42 xã đạt chuẩn, chiếm tỷ lệ 91%; trên")
    (folder / "a.txt").write_text(PLAN, "utf-8")
    (folder / "b.txt").write_text(wrong.replace("20/02/2024", "20/02/2025"), "utf-8")
    (folder / "c.txt").write_text(wrong, "utf-8")
    (folder / "d.pdf").write_bytes(b"%PDF-")
    with reviewing(folder, tmp_path / "out") as desk:
        plans = desk.queue()
        assert [one["file"] for one in plans] == ["b.txt", "c.txt", "a.txt", "d.pdf"]
        scores = [one["score"] for one in plans]
        assert scores == sorted(scores, reverse=True)
        assert plans[0]["errors"] >= 1
        assert desk.http.get("/api/plans").json()["next"] == plans[0]["id"]
        assert desk.put(desk.open("b.txt"), done=True).status_code == 200
        after = desk.http.get("/api/plans").json()
        assert [one["file"] for one in after["plans"]] == ["c.txt", "a.txt", "d.pdf", "b.txt"]
        assert after["next"] == after["plans"][0]["id"]


def test_reasons_to_look_go_when_they_are_decided_on(tmp_path: Path) -> None:
    folder = tmp_path / "plans"
    folder.mkdir()
    (folder / "a.txt").write_text((ROOT / "corpora/text/vu-xuan-2025.txt").read_text("utf-8"), "utf-8")
    with reviewing(folder, tmp_path / "out") as desk:
        (before,) = desk.queue()
        plan = desk.open("a.txt")
        doubtful = [
            item["_key"] for layer in layers()[1:] for item in plan["gold"][layer.name] if item["review"] is not None
        ]
        doubtful += [f"plan.{name}" for name in plan["gold"]["plan"]["review"]]
        assert before["to_review"] == len(doubtful) > 0
        assert desk.put(plan, decisions={doubtful[0]: "accepted"}).status_code == 200
        (after,) = desk.queue()
        assert after["to_review"] == len(doubtful) - 1
        assert after["score"] == before["score"] - 2
        assert desk.put(desk.open("a.txt"), done=True).status_code == 200
        assert desk.queue()[0]["to_review"] == 0


def test_who_reviews_is_remembered(plans: Path, tmp_path: Path) -> None:
    with reviewing(plans, tmp_path / "out", "Lan") as desk:
        assert desk.http.get("/api/session").json() == {"reviewer": "Lan", "out": str(tmp_path / "out")}
        for wrong in ({}, {"reviewer": ""}, {"reviewer": "  "}, {"reviewer": "x" * 101}, {"reviewer": 3}):
            assert desk.http.put("/api/session", json=wrong).status_code == 422
        assert desk.http.put("/api/session", json={"reviewer": " Minh "}).json()["reviewer"] == "Minh"
        assert desk.put(desk.open("a.txt")).status_code == 200
        assert desk.queue()[0]["reviewer"] == "Minh"
    assert json.loads((tmp_path / "out/session.json").read_text("utf-8")) == {"reviewer": "Minh"}


def test_downloads(desk: Client, plans: Path, tmp_path: Path) -> None:
    empty = zipfile.ZipFile(io.BytesIO(desk.http.get("/api/export").content))
    assert empty.namelist() == []
    assert desk.put(desk.open("a.txt")).status_code == 200
    archive = zipfile.ZipFile(io.BytesIO(desk.http.get("/api/export?format=gold").content))
    assert archive.namelist() == ["a.json"]
    assert archive.read("a.json") == (tmp_path / "out/gold/a.json").read_bytes()
    for chosen, read in READERS.items():
        answer = desk.http.get("/api/export", params={"format": chosen})
        (one,) = read(answer.text)
        assert one.name == "a"
        assert len(one.stretches) == desk.queue()[0]["records"]
    assert desk.http.get("/api/export?format=xlsx").status_code == 422
    assert documents(plans).keys() == {"a", "a.txt"}


def test_evaluate_reads_what_was_reviewed(tmp_path: Path) -> None:
    """Plans that are Word and PDF files, too, and two that differ in the ending alone."""
    folder = tmp_path / "plans"
    folder.mkdir()
    for source, name in (
        ("docx/giam-ngheo-xa-2022.docx", "a.docx"),
        ("pdf/vu-xuan-2025.pdf", "b.PDF"),
        ("text/vu-xuan-2025.txt", "c.txt"),
        ("docx/vu-xuan-2025.docx", "c.docx"),
    ):
        (folder / name).write_bytes((ROOT / "corpora" / source).read_bytes())
    with reviewing(folder, tmp_path / "out") as desk:
        names = [one["file"] for one in desk.queue()]
        for name in names:
            assert desk.put(desk.open(name), done=name != "a.docx").status_code == 200
        plan = desk.open("b.PDF")
        (wrong,) = [item for item in plan["gold"]["dates"] if item["_key"] == "dates-0"]
        wrong["value"] = "1999"
        assert desk.put(plan, done=True).status_code == 200
    assert sorted(path.name for path in (tmp_path / "out/gold").iterdir()) == [
        "a.json",
        "b.json",
        "c.docx.json",
        "c.txt.json",
    ]
    done = kehoach("evaluate", tmp_path / "out/gold", "--texts", folder, "--errors")
    assert done.returncode == 0
    assert done.stderr.startswith("kehoach: 1 of 4 gold files are not reviewed to the end")
    faults = [line for line in done.stdout.splitlines() if line.startswith(("MISS", "FALSE", "WRONG", "ATTR"))]
    assert [line.split(":")[0] for line in faults] == ["MISS b dates", "FALSE b dates"]


def test_fields_of_the_forms() -> None:
    found = {layer.name: {field.name: field for field in layer.fields} for layer in layers()}
    assert list(found) == [
        "plan",
        "citations",
        "dates",
        "percentages",
        "criteria",
        "targets",
        "responsibilities",
        "funding",
    ]
    assert found["targets"]["value"].model_dump() == {
        "name": "value",
        "type": "number",
        "required": True,
        "choices": None,
        "words": None,
        "vi": "giá trị",
        "en": "value",
    }
    assert found["targets"]["change"].choices == ["reach", "keep", "increase", "decrease", "do"]
    assert found["responsibilities"]["roles"].type == "list"
    assert (found["responsibilities"]["roles"].choices or [])[0] == "lead"
    assert found["responsibilities"]["deadline.value"].vi == "thời hạn, giá trị"
    assert not found["targets"]["baseline.value"].required
    assert {name for name, field in found["citations"].items() if field.required} == {"type", "relation"}
    assert {name for name, field in found["plan"].items() if field.required} == {"type", "recipients"}
    assert found["plan"]["issuer.level"].words is not None
    assert {"quote", "rule", "review", "start"} & found["targets"].keys() == set()

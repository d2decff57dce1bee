"""What is missing, broken or nonsense is told in one line; the rest goes on."""

import json
from pathlib import Path
from typing import Any

import pytest

from extractor.cli.review import review_folder
from extractor.reviewing.datafolder import DataError
from extractor.reviewing.review.folder import Results
from extractor.running.schedule import Limits
from tests.plans import PLAN
from tests.reading.pdf_files import Page, pdf
from tests.reviewing.review.desk import Client, reviewing


def told(folder: Path, capsys: pytest.CaptureFixture[str], out: Path | None = None) -> tuple[int, str]:
    status = review_folder(folder, out, None, 0, Limits())
    return status, capsys.readouterr().err


def test_folders_that_are_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing, file, empty = tmp_path / "missing", tmp_path / "a.txt", tmp_path / "empty"
    file.write_text(PLAN, "utf-8")
    empty.mkdir()
    (empty / "note.csv").write_text("x", "utf-8")
    assert told(missing, capsys) == (2, f"kehoach: {missing}: there is no such folder\n")
    assert told(file, capsys) == (2, f"kehoach: {file}: is a file; name its folder\n")
    assert told(empty, capsys) == (1, f"kehoach: {empty}: no plan files and no records here\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "empty"]


def test_one_review_at_a_time(plans: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Results(tmp_path / "out"):
        with pytest.raises(DataError), Results(tmp_path / "out"):
            pass
        assert told(plans, capsys, tmp_path / "out") == (
            1,
            f"kehoach: {tmp_path / 'out'}: another review works in it\n",
        )


def test_broken_files_fail_and_the_others_go_on(plans: Path, tmp_path: Path) -> None:
    (plans / "cut.pdf").write_bytes(pdf(Page().text(72, 700, "Kế hoạch"))[:200])
    (plans / "empty.docx").write_bytes(b"")
    (plans / "other.json").write_text('{"name": "x"}', "utf-8")
    (plans / "old.json").write_text('{"schema_version": "0", "plan": {}, "source": {}, "text": ""}', "utf-8")
    with reviewing(plans, tmp_path / "out") as desk:
        states = {one["file"]: (one["state"], one["reason_en"]) for one in desk.queue()}
        assert states["a.txt"] == ("new", None)
        assert states["cut.pdf"][0] == "failed"
        assert "damaged or cut off" in states["cut.pdf"][1]
        assert states["empty.docx"] == ("failed", "The file is empty; check that it was saved or downloaded whole.")
        assert states["other.json"] == ("failed", "is no record of a plan")
        assert "schema version 0, this program reads version 1" in states["old.json"][1]
        refused = desk.http.get(f"/api/plans/{desk.id('cut.pdf')}")
        assert (refused.status_code, refused.json()["code"]) == (422, "broken")
        assert "bị hỏng" in refused.json()["detail_vi"]
        assert desk.http.get("/api/plans").json()["next"] == desk.id("a.txt")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "gold: is no JSON"),
        ("[1, 2]", "gold: must be an object with the layers"),
        ('{"dates": {"a": 1}}', "dates: must be a list of records"),
        ('{"dates": [3]}', "dates: must be a list of records"),
        ('{"dates": [{"quote": "x", "start": 0, "end": 1, "value": "2024"}]}', "dates.0.quote: these words do not"),
        ('{"dates": [{"quote": "x", "start": [], "end": {}, "value": "2024"}]}', "dates.0.start: Input should be"),
        (
            '{"targets": [{"quote": "x", "start": -1, "end": 99, "value": NaN}]}',
            "targets.0: holds a number that is none",
        ),
        ('{"plan": {"issuer": {"level": "planet"}}}', "plan.issuer.level: Input should be"),
        ("[" * 100_000, "gold: is no JSON"),
        ('{"text": "another"}', "text: is not the text of this plan"),
    ],
)
def test_a_gold_file_that_was_edited_into_nonsense(plans: Path, tmp_path: Path, content: str, reason: str) -> None:
    (tmp_path / "out/gold").mkdir(parents=True)
    (tmp_path / "out/gold/a.json").write_text(content, "utf-8")
    (plans / "b.txt").write_text(PLAN, "utf-8")
    with reviewing(plans, tmp_path / "out") as desk:
        states = {one["file"]: (one["state"], one["reason_en"]) for one in desk.queue()}
        assert states["b.txt"] == ("new", None)
        state, told_reason = states["a.txt"]
        assert state == "failed"
        assert told_reason.startswith(f"gold/a.json: {reason}")
        assert told_reason.endswith("; mend the file, or move it away")
        refused = desk.http.get(f"/api/plans/{desk.id('a.txt')}")
        assert (refused.status_code, refused.json()["code"]) == (422, "unsound_gold")
        (tmp_path / "out/gold/a.json").unlink()
        assert desk.open("a.txt")["state"] == "new"


def test_a_state_file_of_nonsense(desk: Client, tmp_path: Path) -> None:
    assert desk.put(desk.open("a.txt")).status_code == 200
    (tmp_path / "out/review/a.json").write_text('{"version": "x"}', "utf-8")
    (one,) = desk.queue()
    assert one["state"] == "failed"
    assert one["reason_en"].startswith("review/a.json is not what the review writes")
    (tmp_path / "out/review/a.json").unlink()
    assert desk.open("a.txt")["version"] == 1


def test_a_gold_file_edited_by_hand_is_a_new_version(desk: Client, tmp_path: Path) -> None:
    plan = desk.open("a.txt")
    assert desk.put(plan, decisions={"targets-0": "accepted"}).status_code == 200
    path = tmp_path / "out/gold/a.json"
    gold = json.loads(path.read_text("utf-8"))
    gold["targets"][0]["value"] = 99
    del gold["dates"][0]
    path.write_text(json.dumps(gold), "utf-8")
    assert desk.put(plan, version=1).status_code == 412
    again = desk.open("a.txt")
    assert (again["version"], again["gold"]["targets"][0]["value"]) == (2, 99)
    # the others are still known by their keys
    assert [item["_key"] for item in again["gold"]["dates"]] == [f"dates-{n}" for n in range(1, len(gold["dates"]) + 1)]
    assert desk.put(again).json() == {"version": 3}


def test_gold_that_was_made_by_hand_can_be_reviewed(plans: Path, tmp_path: Path) -> None:
    quote = "trên 95%"
    start = PLAN.index(quote)
    item = {"quote": quote, "start": start, "end": start + len(quote), "value": 95, "comparator": "gt"}
    gold = {"plan": {"type": "KH"}, "percentages": [{**item, "accept": {"value": [94]}}], "plan_optional": ["place"]}
    (tmp_path / "out/gold").mkdir(parents=True)
    (tmp_path / "out/gold/a.json").write_text(json.dumps(gold), "utf-8")
    with reviewing(plans, tmp_path / "out") as desk:
        plan = desk.open("a.txt")
        assert (plan["version"], plan["state"]) == (1, "started")
        assert plan["gold"]["percentages"][0]["_key"] == "percentages-0"
        assert desk.put(plan).status_code == 200
    kept = json.loads((tmp_path / "out/gold/a.json").read_text("utf-8"))
    assert kept["percentages"][0]["accept"] == {"value": [94]}
    assert kept["plan_optional"] == ["place"]


def test_a_document_that_has_changed(plans: Path, tmp_path: Path) -> None:
    with reviewing(plans, tmp_path / "out") as desk:
        assert desk.open("a.txt")["version"] == 0
    (plans / "a.txt").write_text(PLAN.replace("95%", "96%"), "utf-8")
    with reviewing(plans, tmp_path / "out") as desk:  # nobody has corrected it: it is read anew
        plan = desk.open("a.txt")
        assert plan["gold"]["percentages"][0]["value"] == 96
        assert desk.put(plan).status_code == 200
    (plans / "a.txt").write_text(PLAN, "utf-8")
    with reviewing(plans, tmp_path / "out") as desk:
        (one,) = desk.queue()
        assert one["state"] == "failed"
        assert "has changed since its record was corrected" in one["reason_en"]
    (plans / "a.txt").write_text(PLAN.replace("95%", "96%"), "utf-8")
    with reviewing(plans, tmp_path / "out") as desk:
        assert desk.open("a.txt")["version"] == 1


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"value": "9"}, "percentages.0.value"),
    ({"value": None}, "percentages.0.value"),
    ({"comparator": "like"}, "percentages.0.comparator"),
    ({"colour": "red"}, "percentages.0.colour"),
    ({"start": 3}, "percentages.0.quote"),
    ({"end": 10**30}, "percentages.0.quote"),
    ({"quote": "khác"}, "percentages.0.quote"),
    ({"_key": "../x"}, "percentages.0._key"),
    ({"_key": ""}, "percentages.0._key"),
    ({"_key": "targets-0"}, "gold"),
]


@pytest.fixture(scope="module")
def one_desk(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("plans")
    (folder / "a.txt").write_text(PLAN, "utf-8")
    with reviewing(folder, tmp_path_factory.mktemp("results") / "out") as client:
        yield client


@pytest.mark.parametrize(("change", "path"), WRONG)
def test_corrections_that_cannot_be_kept(one_desk: Client, change: dict[str, Any], path: str) -> None:
    plan = one_desk.open("a.txt")
    plan["gold"]["percentages"][0] |= change
    refused = one_desk.put(plan)
    assert refused.status_code == 422
    told_body = refused.json()
    assert told_body["code"] == "invalid"
    assert [error["path"] for error in told_body["errors"]] == [path]
    assert all(error["message_vi"] and error["message_en"] for error in told_body["errors"])
    assert one_desk.open("a.txt")["version"] == 0


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"{",
        b"\xff\xfe",
        b'{"gold": []}',
        b'{"gold": {}, "done": "yes"}',
        b'{"gold": {}, "decisions": {"a": "sold"}}',
        b'{"gold": {"plan": null}}',
        b'{"gold": {"plan": {}, "dates": 3}}',
        b'{"gold": ' + b"[" * 9999,
    ],
)
def test_bodies_that_are_none(one_desk: Client, body: bytes) -> None:
    plan = one_desk.open("a.txt")
    refused = one_desk.http.put(f"/api/plans/{plan['id']}", content=body, headers={"If-Match": '"0"'})
    assert (refused.status_code, refused.json()["code"]) == (422, "invalid")


def test_infinite_numbers(one_desk: Client) -> None:
    plan = one_desk.open("a.txt")
    for number in ("NaN", "1e999", "-Infinity"):
        body = json.dumps({"gold": plan["gold"]}).replace('"value": 95', f'"value": {number}')
        refused = one_desk.http.put(f"/api/plans/{plan['id']}", content=body, headers={"If-Match": '"0"'})
        assert refused.status_code == 422

"""What a person corrects is kept, as gold by the contract; nobody writes over anybody."""

import json
from pathlib import Path
from typing import Any

from extractor.evaluation.gold import load_gold, misplaced
from extractor.records import PlanRecord
from tests.plans import PLAN
from tests.reviewing.review.desk import Client, reviewing


def gold_of(out: Path, name: str = "a") -> dict[str, Any]:
    return dict(json.loads((out / f"gold/{name}.json").read_text("utf-8")))


def added(quote: str, **values: Any) -> dict[str, Any]:
    start = PLAN.index(quote)
    return {"quote": quote, "start": start, "end": start + len(quote), **values}


def test_a_plan_as_it_is_extracted(desk: Client, tmp_path: Path) -> None:
    (one,) = desk.queue()
    assert (one["file"], one["state"], one["title"]) == ("a.txt", "new", "Phòng, chống dịch bệnh mùa hè năm 2024")
    plan = desk.open("a.txt")
    assert plan["version"] == 0
    assert plan["text"] == PLAN
    assert plan["pages"] == []
    assert [item["_key"] for item in plan["gold"]["citations"]] == ["citations-0", "citations-1"]
    assert plan["gold"]["citations"][1]["code"] == "31/KH-UBND"
    assert not (tmp_path / "out/gold/a.json").exists()
    assert [layer["name"] for layer in plan["layers"]][:2] == ["plan", "citations"]


def test_correct_add_delete(desk: Client, plans: Path, tmp_path: Path) -> None:
    plan = desk.open("a.txt")
    before = (tmp_path / "out/records/a.json").read_bytes()
    gold = plan["gold"]
    (target,) = gold["targets"]
    target["value"] = 96
    removed = gold["dates"].pop(0)
    gold["percentages"].append({"_key": "mine", **added("dưới 1 tuổi", value=1, comparator="lt")})
    gold["plan"]["signer"]["name"] = "Nguyễn Văn Ân"
    decisions = {target["_key"]: "corrected", "mine": "added", "plan.signer.name": "corrected"}
    assert desk.put(plan, decisions=decisions).json() == {"version": 1}

    kept = gold_of(tmp_path / "out")
    record = PlanRecord.model_validate(kept)
    assert record.targets[0].value == 96
    assert [one.quote for one in record.percentages] == ["trên 95%", "dưới 1 tuổi"]
    assert record.percentages[1].rule == "review.added"
    assert removed["quote"] not in [one.quote for one in record.dates if one.start == removed["start"]]
    assert record.plan.signer.name == "Nguyễn Văn Ân"
    assert record.text == PLAN
    # nobody has looked at these layers
    assert not {"outline", "findings", "back_references"} & kept.keys()
    assert misplaced(load_gold(tmp_path / "out/gold/a.json"), PLAN) == []
    assert (tmp_path / "out/records/a.json").read_bytes() == before

    again = desk.open("a.txt")
    assert (again["version"], again["state"], again["decisions"]) == (1, "started", decisions)
    assert [item["_key"] for item in again["gold"]["percentages"]] == ["percentages-0", "mine"]
    assert again["record"]["targets"][0]["value"] == 95


def test_it_is_kept_for_the_next_time(plans: Path, tmp_path: Path) -> None:
    with reviewing(plans, tmp_path / "out", "Minh") as desk:
        plan = desk.open("a.txt")
        key = plan["gold"]["targets"][0]["_key"]
        assert desk.put(plan, decisions={key: "accepted"}, done=True).status_code == 200
    with reviewing(plans, tmp_path / "out") as desk:
        (one,) = desk.queue()
        assert (one["state"], one["reviewer"], one["to_review"]) == ("done", "Minh", 0)
        assert desk.open("a.txt")["decisions"] == {key: "accepted"}


def test_two_windows_do_not_overwrite_each_other(desk: Client) -> None:
    one, other = desk.open("a.txt"), desk.open("a.txt")
    one["gold"]["targets"][0]["value"] = 97
    other["gold"]["targets"][0]["value"] = 98
    assert desk.put(one).status_code == 200
    refused = desk.put(other)
    assert refused.status_code == 412
    assert refused.headers["content-type"] == "application/problem+json"
    told = refused.json()
    assert (told["code"], told["version"], told["reviewer"]) == ("stale", 1, "Lan")
    assert "Lan đã lưu phiên bản 1" in told["detail_vi"]
    assert desk.open("a.txt")["gold"]["targets"][0]["value"] == 97
    assert desk.put(other, version=1).status_code == 200


def test_a_version_must_be_named(desk: Client) -> None:
    plan = desk.open("a.txt")
    path = f"/api/plans/{plan['id']}"
    body = {"gold": plan["gold"]}
    for headers in ({}, {"If-Match": "*"}, {"If-Match": '"x"'}):
        refused = desk.http.put(path, json=body, headers=headers)
        assert (refused.status_code, refused.json()["code"]) == (428, "version_required")

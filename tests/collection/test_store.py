"""Plans by key, with versions; files that are no store."""

from pathlib import Path

import duckdb
import pytest

from extractor.collection.store import Addition, Store, StoreError
from extractor.pipeline import extract_text
from extractor.records import PlanRecord

HEAD = "ỦY BAN NHÂN DÂN\nHUYỆN MAI CHÂU\n-------\nSố: {number}/KH-UBND\nMai Châu, ngày 5 tháng 3 năm 2024\n\nKẾ HOẠCH\n"


def plan(
    title: str, *, number: str = "12", body: str = "I. MỤC TIÊU\n\nTrên 95% trẻ em được tiêm chủng.\n"
) -> PlanRecord:
    return extract_text(f"{HEAD.format(number=number)}{title}\n\nCăn cứ Luật Dược năm 2016;\n\n{body}")


def test_versions_of_one_plan(tmp_path: Path) -> None:
    first, changed = plan("Tiêm chủng năm 2024"), plan("Tiêm chủng năm 2024", body="I. MỤC TIÊU\n\nTrên 96% trẻ em.\n")
    with Store(tmp_path / "plans.duckdb") as store:
        added = store.add(first, "a.json")
        plan_id = added.id
        assert (added.how, added.version) == ("new", 1)
        assert store.add(first, "b.json") == Addition(plan_id, "known", 1)
        assert store.add(changed, "c.json") == Addition(plan_id, "version", 2)
    with Store(tmp_path / "plans.duckdb") as store:
        (member,) = store.members()
        assert (member.node.name, member.node.version, member.targets[0].value) == ("c.json", 2, 96)
        assert store.add(first, "a.json").how == "known"


def test_another_record_of_one_content_renews_its_version(tmp_path: Path) -> None:
    first = plan("Tiêm chủng năm 2024")
    with Store(tmp_path / "plans.duckdb") as store:
        added = store.add(first, "a.json")
    corrected = first.model_copy(update={"targets": []})
    with Store(tmp_path / "plans.duckdb") as store:
        assert store.add(corrected, "a.json") == Addition(added.id, "renewed", 1)
        (member,) = store.members()
        assert member.targets == ()
        assert store.knows(first.source.sha256)


def test_a_corrected_code_moves_a_version_to_its_plan() -> None:
    wrong = plan("Tiêm chủng năm 2024", number="21", body="I. MỤC TIÊU\n\nTrên 96% trẻ em được tiêm chủng.\n")
    right = wrong.model_copy(update={"plan": plan("Tiêm chủng năm 2024").plan})
    with Store() as store:
        added = store.add(plan("Tiêm chủng năm 2024"), "a.json")
        store.add(wrong, "b.json")
        assert len(store) == 2
        assert store.add(right, "b.json") == Addition(added.id, "renewed", 2)
        assert [member.node.version for member in store.members()] == [2]


def test_a_record_of_the_store_that_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "plans.duckdb"
    with Store(path) as store:
        store.add(plan("Tiêm chủng năm 2024"), "a.json")
        store.add(plan("Phòng, chống cháy rừng mùa khô", number="13"), "b.json")
    with duckdb.connect(str(path)) as connection:
        connection.execute("UPDATE plans SET record = replace(record, '\"1\"', '\"0\"') WHERE name = 'a.json'")
    with Store(path) as store:
        assert [member.node.name for member in store.members()] == ["b.json"]
        assert [(problem.name, problem.code) for problem in store.problems] == [("a.json", "other_schema")]


def test_two_plans_with_one_code() -> None:
    with Store() as store:
        assert store.add(plan("Tiêm chủng năm 2024"), "a.json").how == "new"
        assert store.add(plan("Phòng, chống cháy rừng mùa khô"), "b.json").how == "same_code"
        assert len(list(store.members())) == 2


def test_no_plan_has_no_key() -> None:
    with Store() as store:
        assert store.add(extract_text("Hóa đơn bán hàng\n"), "a.json") == Addition(None, "no_key")


def test_a_file_that_is_no_store(tmp_path: Path) -> None:
    path = tmp_path / "x.duckdb"
    path.write_text("not a database at all, though long enough to be looked at as one" * 200)
    with pytest.raises(StoreError):
        Store(path)

"""Whatever is sent, or stands in a gold file, is kept or refused: never a fault of the server."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.plans import PLAN
from tests.reviewing.review.desk import Client, reviewing

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(codec="utf-8"), max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("results") / "out"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, out: Path) -> Iterator[Client]:
    folder = tmp_path_factory.mktemp("plans")
    (folder / "a.txt").write_text(PLAN, "utf-8")
    with reviewing(folder, out) as client:
        yield client


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the paths of all values inside a value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, one in inner:
        yield (*path, name)
        yield from places(one, (*path, name))


def changed(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    value = copy.deepcopy(value)
    inner = value
    for name in path[:-1]:
        inner = inner[name]
    inner[path[-1]] = new
    return value


@pytest.fixture
def first_gold(desk: Client) -> Any:
    """Return the gold before anything was saved, so that each example draws from the same."""
    return desk.open("a.txt")["gold"]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_bodies(desk: Client, first_gold: Any, data: st.DataObject) -> None:
    plan = desk.open("a.txt")
    body = {"gold": first_gold, "decisions": {"targets-0": "accepted"}, "done": False}
    path = data.draw(st.sampled_from(list(places(body))))
    content = json.dumps(changed(body, path, data.draw(VALUES)))
    headers = {"If-Match": f'"{plan["version"]}"'}
    answer = desk.http.put(f"/api/plans/{plan['id']}", content=content, headers=headers)
    assert answer.status_code in (200, 422), (path, answer.text)
    if answer.status_code == 422:
        assert answer.json()["code"] == "invalid"
        assert answer.json()["errors"]
    assert desk.open("a.txt")["version"] == plan["version"] + (answer.status_code == 200)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_gold_files(desk: Client, out: Path, data: st.DataObject) -> None:
    path = out / "gold/a.json"
    if not path.exists():
        assert desk.put(desk.open("a.txt")).status_code == 200
    sound = path.read_text("utf-8")
    gold = json.loads(sound)
    try:
        place = data.draw(st.sampled_from(list(places(gold))))
        path.write_text(json.dumps(changed(gold, place, data.draw(VALUES))), "utf-8")
        answer = desk.http.get(f"/api/plans/{desk.id('a.txt')}")
        assert answer.status_code in (200, 422), (place, answer.text)
        if answer.status_code == 422:
            assert answer.json()["code"] == "unsound_gold"
            assert desk.queue()[0]["state"] == "failed"
        assert desk.http.get("/api/export?format=labelstudio").status_code == 200
    finally:
        path.write_text(sound, "utf-8")

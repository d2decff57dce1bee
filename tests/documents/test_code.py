"""The code in the documents runs, and what they show comes out."""

from pathlib import Path

import pytest

from tests.documents.blocks import ROOT, RUN, SHOWN, absent, documents, languages, outside, prepare, run_all
from tests.reviewing.test_docs import SERVED

DOCUMENTS = [path for path in documents() if set(languages(path.read_text("utf-8"))) & set(RUN)]
OLD_WORD = {"docs/guide/scans-and-old-word.md", "docs/huong-dan/ban-quet-va-word-cu.md"}


def _parameters() -> list[object]:
    names = (str(path.relative_to(ROOT)) for path in DOCUMENTS)
    return [pytest.param(name, id=name, marks=[pytest.mark.libreoffice] if name in OLD_WORD else []) for name in names]


@pytest.mark.parametrize("name", _parameters())
def test_the_code_of_a_document_runs_and_shows_what_comes_out(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert run_all(ROOT / name, tmp_path) >= 1


@pytest.mark.parametrize("path", documents(), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_block_says_its_language_and_commands_stand_in_blocks(path: Path) -> None:
    text = path.read_text("utf-8")
    assert set(languages(text)) <= {*RUN, *SHOWN}
    assert [line for line in outside(text).split("\n") if line.startswith(("    kehoach ", "    python "))] == []


def test_commands_to_a_server_are_run_with_a_server() -> None:
    calling = {str(path.relative_to(ROOT)) for path in documents() if "\ncurl " in path.read_text("utf-8")}
    assert calling == set(SERVED)


def test_what_is_shown_is_told_apart_from_what_came_out() -> None:
    came_out = {"plan": {"code": "3/KH-UBND"}, "dates": [{"value": "2024"}, {"value": "2025"}], "sure": True}
    assert list(absent({"plan": {}, "dates": [{"value": "2025"}]}, came_out)) == []
    assert list(absent({"plan": {"code": "4/KH-UBND"}}, came_out)) == [".plan.code"]
    assert list(absent({"dates": [{"value": "2025"}, {"value": "2024"}]}, came_out)) == [".dates[1]"]
    assert list(absent({"sure": 1, "targets": []}, came_out)) == [".sure", ".targets"]


@pytest.mark.parametrize(
    ("block", "fault"),
    [
        ("```sh\nfalse\n```", "false"),
        ("```console\n$ echo năm 2024\nnăm 2025\n```", "năm 2024"),
        ("```python\n1 + 1  # 3\n```", "is 2"),
        ('```sh\necho \'{"a": 1}\'\n```\n\n```json\n{"a": 2}\n```', ".a"),
    ],
)
def test_what_is_not_so_is_found(block: str, fault: str, tmp_path: Path) -> None:
    prepare(tmp_path)
    document = tmp_path / "page.md"
    document.write_text(f"# Page\n\n{block}\n", "utf-8")
    with pytest.raises(AssertionError) as caught:
        run_all(document, tmp_path)
    assert fault in str(caught.value)

"""docs/review.md, its Vietnamese twin and the READMEs: their commands run, and what they list is what there is."""

import json
import re
import shlex
from pathlib import Path

import pytest

from extractor.output.exchange.formats import WRITERS
from tests.cli.test_extract import kehoach
from tests.cli.test_review import ready, review

ROOT = Path(__file__).parents[3]
PAGES = ("docs/review.md", "docs/review.vi.md")
_BLOCK = re.compile(r"(?ms)^```\w*\n(.*?)^```$")


def commands(page: str, about: str) -> list[list[str]]:
    """Return the commands of a page that begin so, as words."""
    blocks = _BLOCK.findall((ROOT / page).read_text("utf-8"))
    lines = [line for block in blocks for line in block.splitlines() if line.startswith(f"kehoach {about}")]
    return [shlex.split(line.split(" > ")[0])[1:] for line in lines]


def placed(words: list[str], folder: Path) -> list[str]:
    """Return a command with what it reads from the checkout and what it writes in a folder."""
    reads = ("corpora/", "gold")
    return [
        str(ROOT / word) if word.startswith(reads) and (ROOT / word).exists() and number > 1 else word
        for number, word in enumerate(words)
    ]


def test_both_languages_show_the_same_commands() -> None:
    english, vietnamese = (_BLOCK.findall((ROOT / page).read_text("utf-8")) for page in PAGES)
    assert english == vietnamese
    headings = [re.findall(r"(?m)^(#+) ", (ROOT / page).read_text("utf-8")) for page in PAGES]
    assert headings[0] == headings[1]


def test_the_exchange(tmp_path: Path) -> None:
    found = commands(PAGES[0], "gold")
    assert {words[words.index("--format") + 1] for words in found} == WRITERS.keys()
    for words in found:
        done = kehoach(*placed(words, tmp_path), cwd=tmp_path)
        assert (done.returncode, done.stderr.count("\n")) == (0, 1), done.stderr
    made = {path.name for path in (tmp_path / "gold-again").iterdir()}
    assert made == {path.name for path in (ROOT / "gold").glob("*.json")}
    table = re.findall(r"(?m)^\| `([\w-]+)` \|", (ROOT / PAGES[0]).read_text("utf-8"))
    assert set(table) >= WRITERS.keys()


@pytest.mark.parametrize("page", [*PAGES, "README.md", "README.vi.md"])
def test_the_review_and_its_evaluation(page: str, tmp_path: Path) -> None:
    reviewed = next(words for words in commands(page, "review") if words[1].startswith("corpora"))
    evaluated = next(words for words in commands(page, "evaluate") if "review/gold" in words)
    plan = "suc-khoe-so-y-te-2022"
    (tmp_path / "corpora/docx").mkdir(parents=True)
    (tmp_path / f"corpora/docx/{plan}.docx").write_bytes((ROOT / f"corpora/docx/{plan}.docx").read_bytes())
    folder, out = tmp_path / reviewed[1], tmp_path / reviewed[reviewed.index("--out") + 1]
    with review(folder, "--out", out) as (_, client):
        (one,) = ready(client)
        plan_ = client.get(f"/api/plans/{one['id']}").json()
        body = json.dumps({"gold": plan_["gold"], "done": True})
        saved = client.put(f"/api/plans/{one['id']}", content=body, headers={"If-Match": '"0"'})
        assert saved.status_code == 200
    done = kehoach(*evaluated, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "| targets | 1.000 | 1.000 | 1.000 |" in done.stdout

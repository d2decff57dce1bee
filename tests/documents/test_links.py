"""The documents for those who go on with the project: what they name is there, and what is there they name."""

import re
from pathlib import Path

import pytest

from tests.documents.blocks import ROOT, documents

_LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")


@pytest.mark.parametrize("path", documents(), ids=lambda path: str(path.relative_to(ROOT)))
def test_links_within_the_repository_lead_somewhere(path: Path) -> None:
    targets = [target for target in _LINK.findall(path.read_text("utf-8")) if "://" not in target]
    assert [target for target in targets if not (path.parent / target).exists()] == []


def test_every_decision_is_in_the_list() -> None:
    folder = ROOT / "docs/decisions"
    listed = re.findall(r"\((\d{4}-[\w-]+\.md)\)", (folder / "README.md").read_text("utf-8"))
    assert listed == sorted(path.name for path in folder.glob("0*.md"))


def test_the_tour_shows_every_room() -> None:
    tour = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    rooms = {path.parent.name for path in (ROOT / "extractor").glob("*/__init__.py")}
    assert rooms == set(re.findall(r"(?m)^\| `extractor/(\w+)/` \|", tour))


@pytest.mark.parametrize("name", ["README.md", "README.vi.md"])
def test_both_readmes_lead_to_all_documents(name: str) -> None:
    targets = set(_LINK.findall((ROOT / name).read_text("utf-8")))
    assert {"CHANGELOG.md", "SECURITY.md", "CONTRIBUTING.md", "docs/decisions/README.md", "LICENSE"} <= targets
    assert {"docs/accuracy.md", "docs/benchmarks.md", "docs/archive.md", "docs/api.md", "docs/crosscheck.md"} <= targets

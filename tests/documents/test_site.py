"""The site of the documents: it builds without a warning, and its pages load nothing from elsewhere."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.documents.blocks import ROOT

_LOADED = re.compile(
    r"<(?:script|img|iframe|source)\b[^>]*\bsrc=[\"']?(?:https?:)?//|<link\b[^>]*\bhref=[\"']?(?:https?:)?//"
)
_CANONICAL = re.compile(r"<link\b[^>]*\brel=[\"']?(?:canonical|next|prev)[^>]*>")
_STYLES = re.compile(r"(?:@import|url\()\s*[\"']?(?:https?:)?//")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return folder


def test_every_document_is_a_page(site: Path) -> None:
    names = {path.relative_to(ROOT / "docs").with_suffix(".html").as_posix() for path in (ROOT / "docs").rglob("*.md")}
    names = {name.replace("README.html", "index.html") for name in names}
    assert {path.relative_to(site).as_posix() for path in site.rglob("*.html")} - {"404.html"} == names


def test_pages_and_styles_load_nothing_from_elsewhere(site: Path) -> None:
    for page in site.rglob("*.html"):
        text = _CANONICAL.sub("", page.read_text("utf-8"))
        assert _LOADED.findall(text) == [], page.name
        assert 'class="mermaid"' not in text, "the theme draws such figures with a script from elsewhere"
    for style in site.rglob("*.css"):
        assert _STYLES.findall(style.read_text("utf-8")) == [], style.name


def test_links_out_of_the_documents_are_names(site: Path) -> None:
    text = (site / "decisions/0012-licence.html").read_text("utf-8")
    assert "(<code>extractor/lexicon/admin_unit_tables/README.md</code>)" in text


def test_a_word_is_found_in_both_languages(site: Path) -> None:
    index = json.loads((site / "search/search_index.json").read_text("utf-8"))
    for word in ("quarantine", "kho lưu trữ"):
        assert any(word in part["text"] for part in index["docs"])

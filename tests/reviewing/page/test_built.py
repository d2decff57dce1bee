"""The built files of the review page: made from the sources that are there, and all that they may be. Needs no Node."""

import hashlib
import json
import re
from pathlib import Path

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "extractor/reviewing/page"
SOURCE, BUILT = PAGE / "source", PAGE / "built"


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_built_files_are_of_these_sources() -> None:
    """`make page` builds them anew."""
    beside = {"tests"}
    sources = {
        path.relative_to(SOURCE).as_posix(): _digest(path)
        for path in SOURCE.rglob("*")
        if path.is_file() and not beside & set(path.relative_to(SOURCE).parts)
    }
    stamp = (line.split("  ", 1) for line in (BUILT / "sources.sha256").read_text("utf-8").splitlines())
    assert {name: digest for digest, name in stamp} == sources


def test_what_is_built_asks_for_nothing_elsewhere_and_has_nothing_inline() -> None:
    html = (BUILT / "index.html").read_text("utf-8")
    links = re.findall(r'(?:src|href)="([^"]*)"', html)
    assert sorted(links) == ["./assets/page.css", "./assets/page.js", "./icon.svg"]
    assert all((BUILT / link).is_file() for link in links)
    assert re.findall(r"<style|style=|<script(?![^>]* src=)| on\w+=", html) == []
    assert re.findall(r"url\((?!#)|@import", (BUILT / "assets/page.css").read_text("utf-8")) == []


def test_text_never_becomes_markup() -> None:
    sources = [*(SOURCE / "src").rglob("*.ts"), *(SOURCE / "src").rglob("*.tsx")]
    assert len(sources) > 30
    markup = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|dangerously")
    assert [path.name for path in sources if markup.search(path.read_text("utf-8"))] == []


def test_the_lock_names_no_registry_and_every_package_has_its_hash() -> None:
    lock = json.loads((SOURCE / "package-lock.json").read_text("utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert {"node_modules/@recogito/text-annotator", "node_modules/preact", "node_modules/vite"} <= set(packages)
    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert [name for name, package in packages.items() if not package.get("integrity")] == []


def test_modules_are_small() -> None:
    lengths = {path.name: path.read_text("utf-8").count("\n") for path in SOURCE.rglob("*.ts*")}
    assert {name: lines for name, lines in lengths.items() if lines >= 400} == {}


def test_the_docs_tell_every_key() -> None:
    sheet = (SOURCE / "src/shell/help.tsx").read_text("utf-8")
    keys = {key for keys in re.findall(r"^ *\[\[(.*?)\], \{ vi", sheet, re.M) for key in re.findall(r'"([^"]+)"', keys)}
    assert {"A", "N", "Ctrl+Z", "Ctrl+Enter", "/"} < keys
    for name in ("review.md", "review.vi.md"):
        told = (ROOT / "docs" / name).read_text("utf-8")
        assert {key for key in keys if f"`{key}`" not in told} == set()

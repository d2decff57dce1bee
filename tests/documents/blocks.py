"""Runs the code blocks of a document, in their order, in one folder.

`sh` is run and must succeed. `console` is run and must print what stands below its `$` lines, where … stands for
anything. `json` must be a part of what the last block printed. `python` is run; a comment behind an expression is its
value. `sql` must find something in a plans.duckdb that was made before. `<!-- skip: next, reason="…" -->` leaves a
block out, `<!--- invisible-code-block: sh …-->` is run and not shown.
"""

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, SkipParser
from sybil.typing import Parser

ROOT = Path(__file__).parents[2]
RUN = ("sh", "console", "json", "python", "sql")
SHOWN = ("text", "mermaid")
"""Languages of blocks that are no code."""
_FENCE = re.compile(r"(?m)^ *(?:```|~~~)(.*)\n(?:.*\n)*? *(?:```|~~~) *$")
_VALUE = re.compile(r"  # (.+)$")


def documents() -> list[Path]:
    """List the documents."""
    return sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "corpora").glob("*.md")])


def languages(text: str) -> list[str]:
    """List the languages of a document's blocks."""
    return [found.strip() for found in _FENCE.findall(text)]


def outside(text: str) -> str:
    """Return a document without its blocks."""
    return _FENCE.sub("", text)


def prepare(folder: Path) -> None:
    """Make a folder in which the commands run: `kehoach` is on the path, the sample plans are there."""
    for name in ("corpora", "gold", "schemas"):
        (folder / name).symlink_to(ROOT / name)
    for program in (folder / ".venv/bin/kehoach", folder / ".venv/bin/python"):
        program.parent.mkdir(parents=True, exist_ok=True)
        call = ' -c "from extractor.cli.main import main; main()"' if program.name == "kehoach" else ""
        program.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}"{call} "$@"\n', "utf-8")
        program.chmod(0o755)


def run_all(path: Path, folder: Path) -> int:
    """Run the blocks of a document in a folder, and return how many were run."""
    blocks = (CodeBlockParser(name, _EVALUATORS[name]) for name in RUN)
    parsers: list[Parser] = [SkipParser(), *blocks]
    document = Sybil(parsers, encoding="utf-8").parse(path)
    vietnamese = path.name.endswith(".vi.md") or path.parent.name == "huong-dan"
    document.namespace.update(folder=folder, language="vi_VN.UTF-8" if vietnamese else "C.UTF-8", names={})
    examples = list(document.examples())
    for example in examples:
        example.evaluate()
    return len(examples)


def _run(example: Example, script: str) -> tuple[int, str, str]:
    folder = example.namespace["folder"]
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    paths = os.pathsep.join((str(folder / ".venv/bin"), os.environ["PATH"]))
    done = subprocess.run(
        ["bash", "-euc", script],
        cwd=folder,
        env={**clean, "PATH": paths, "LANG": example.namespace["language"], "COLUMNS": "200"},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def _shell(example: Example) -> None:
    script = str(example.parsed)
    if "curl " in script or script.startswith(("kehoach serve", "kehoach review")):
        return  # commands to a server: tests/reviewing/test_docs.py
    status, example.namespace["output"], errors = _run(example, script)
    assert status == 0, f"{script}\n{errors}"


def _console(example: Example) -> None:
    for command, expected in _dialogue(str(example.parsed)):
        _, output, errors = _run(example, command)
        pattern = re.escape(expected.strip()).replace("…", r"[\s\S]*")
        printed = (output + errors).strip()
        assert re.fullmatch(pattern, printed), f"$ {command}\n{printed}"


def _dialogue(block: str) -> Iterator[tuple[str, str]]:
    """Yield each command with what stands below it."""
    for part in re.split(r"(?m)^\$ ", block)[1:]:
        command, _, expected = part.partition("\n")
        yield command, expected


def _json(example: Example) -> None:
    missing = list(absent(json.loads(str(example.parsed)), json.loads(example.namespace["output"])))
    assert not missing, f"not in what came out: {missing}"


def absent(shown: Any, actual: Any, at: str = "") -> Iterator[str]:
    """Yield where what is shown is no part of what came out; of lists, parts in their order are shown."""
    if isinstance(shown, dict) and isinstance(actual, dict):
        for name, value in shown.items():
            if name in actual:
                yield from absent(value, actual[name], f"{at}.{name}")
            else:
                yield f"{at}.{name}"
    elif isinstance(shown, list) and isinstance(actual, list):
        rest = iter(actual)
        for i, value in enumerate(shown):
            if not any(not list(absent(value, other)) for other in rest):
                yield f"{at}[{i}]"
    elif shown != actual or isinstance(shown, bool) != isinstance(actual, bool):
        yield at


def _python(example: Example) -> None:
    source, names = str(example.parsed), example.namespace["names"]
    lines = source.split("\n")
    for statement in ast.parse(source).body:
        assert statement.end_lineno is not None
        said = _VALUE.search(lines[statement.end_lineno - 1])
        code = ast.unparse(statement)
        if isinstance(statement, ast.Expr) and said:
            value = repr(eval(code, names))
            assert value == said[1], f"{code} is {value}"
        else:
            exec(code, names)


def _sql(example: Example) -> None:
    (made,) = example.namespace["folder"].glob("*/plans.duckdb")
    with duckdb.connect(made, read_only=True) as tables:
        assert tables.execute(str(example.parsed)).fetchall() != []


_EVALUATORS = {"sh": _shell, "console": _console, "json": _json, "python": _python, "sql": _sql}

"""The documents that call a server: their commands run, and what they list is what there is."""

import json
import re
import subprocess

import pytest

from extractor.reading import errors as reading_errors
from extractor.reading.errors import ReadingError
from extractor.reviewing.api.problems import KINDS
from extractor.reviewing.api.work import TooManyPagesError
from extractor.running.job import MEMORY, NO_ROOM
from extractor.running.pool import DIED
from tests.reviewing.server import ROOT, Server

PAGE = (ROOT / "docs/api.md").read_text("utf-8")
SERVED = ["README.md", "README.vi.md", "docs/api.md", "docs/guide/http.md", "docs/huong-dan/hoi-qua-http.md"]
_BLOCK = re.compile(r"(?ms)^```\w*\n(.*?)^```$")


def commands(text: str) -> list[str]:
    """Return the blocks that call the server."""
    return [block for block in _BLOCK.findall(text) if "curl " in block]


def run(block: str, server: Server, batch: str = "") -> list[object]:
    """Run a block in the shell and return what it prints, as JSON."""
    lines = [line for line in block.splitlines() if not line.startswith("kehoach serve")]
    script = "\n".join(lines).replace("http://127.0.0.1:8000", server.url).replace("BATCH", batch)
    done = subprocess.run(
        ["bash", "-euc", script.replace("curl ", "curl -sS --fail --noproxy '*' ")],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    decoder, answers, at = json.JSONDecoder(), [], 0
    while at < len(done.stdout):
        answer, at = decoder.raw_decode(done.stdout, at)
        answers.append(answer)
        at += len(done.stdout[at:]) - len(done.stdout[at:].lstrip())
    return answers


@pytest.mark.curl
@pytest.mark.parametrize("name", SERVED)
def test_the_first_commands(server: Server, name: str) -> None:
    answers = run(commands((ROOT / name).read_text("utf-8"))[0], server)
    record, found, *findings = answers
    assert isinstance(record, dict)
    assert isinstance(found, dict)
    assert record["plan"]["code"] == "3127/KH-SYT"
    assert "3127/KH-SYT" in [one["code"] for one in found["records"]]
    for listed in findings:
        assert isinstance(listed, dict)
        assert listed["total"] >= 1


@pytest.mark.curl
def test_a_batch_by_commands(server: Server) -> None:
    made, posts, asked = commands(PAGE)[1].splitlines()
    (batch,) = run(made, server)
    assert isinstance(batch, dict)
    jobs = run(posts, server, batch["id"])
    (state,) = run(asked, server, batch["id"])
    assert isinstance(state, dict)
    assert sum(state["counts"].values()) == len(jobs) == len(list((ROOT / "corpora/text").glob("*.txt")))


def test_every_problem_is_listed() -> None:
    rows = re.findall(r"(?m)^\| (`.*?) \| ([\d, ]+) \|", PAGE[PAGE.index("## Problems") : PAGE.index("## Limits")])
    listed: dict[str, int] = {}
    for codes, statuses in rows:
        names = re.findall(r"`(\w+)`", codes)
        given = [int(status) for status in statuses.split(", ")]
        listed |= dict(zip(names, given * len(names) if len(given) == 1 else given, strict=True))
    assert listed == {code: kind.status for code, kind in KINDS.items()}


def test_whatever_ends_a_job_is_a_problem() -> None:
    kinds = {
        kind.code for kind in vars(reading_errors).values() if isinstance(kind, type) and issubclass(kind, ReadingError)
    }
    never = {"missing", "not_a_file"}  # of paths, and no request has one
    assert (
        kinds - never | {TooManyPagesError.code, MEMORY.code, NO_ROOM.code, DIED.code, "timeout", "io"} <= KINDS.keys()
    )

"""`python -m benchmarks`: speed and memory in one run, as Markdown tables.

Absolute figures hold for the machine they were made on; the ratios to a plain `regex` pass and to underthesea's
`word_tokenize` over the same bytes hold better.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import regex

from benchmarks.pdf import prose_pdf
from extractor.language.document import document_of
from extractor.layers.outline.find import find_outline
from extractor.layers.plan.find import find_plan
from extractor.pipeline import LAYERS, PARTS, extract, extract_text, text_source

ROOT = Path(__file__).parents[1]
LAYER_SETS: dict[str, Collection[str]] = {
    "header, outline, citations, dates, percentages": ("citations", "back_references", "dates", "percentages"),
    "all layers and findings": PARTS,
}
PLAIN_PATTERN = regex.compile(r"\d{1,5}/(?:\d{4}/)?[\p{Lu}Đđ]{2,8}-[\p{L}0-9&-]+")
PAGES = 60
SIZES = (10_000, 100_000, 1_000_000, 10_000_000)


def sample() -> list[str]:
    """Return the texts of the project's own plans."""
    return [path.read_text("utf-8") for path in sorted((ROOT / "corpora/text").glob("*.txt"))]


def real_plans() -> list[str]:
    """Return the texts of the real plans in the folder beside the checkout; none where it is absent."""
    return [path.read_text("utf-8-sig") for path in sorted((ROOT.parent / "shared/seeds").glob("*.txt"))]


def seconds(run: Callable[[], object], times: int = 3) -> float:
    """Return the median of the wall seconds of several runs after a first one that is not counted."""
    run()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def throughput(texts: list[str], what: str) -> None:
    """Print MB/s of UTF-8 beside a plain regex pass and word segmentation on the same bytes."""
    from underthesea import word_tokenize

    size = sum(len(text.encode()) for text in texts) / 1e6

    def all_texts(layers: Collection[str]) -> Callable[[], object]:
        return lambda: [extract_text(text, layers) for text in texts]

    def words() -> None:
        for text in texts:
            for line in text.split("\n"):
                word_tokenize(line, use_token_normalize=False)

    rows = {
        **{f"text → record, {name}": all_texts(layers) for name, layers in LAYER_SETS.items()},
        "one plain regex pass": lambda: [PLAIN_PATTERN.findall(text) for text in texts],
        "underthesea word_tokenize": words,
    }
    taken = {name: seconds(run) for name, run in rows.items()}
    base = taken["underthesea word_tokenize"]
    print(f"\nThroughput, one core, {what}: {len(texts)} plans, {size:.2f} MB of UTF-8\n")
    print("| what | MB/s | documents/s | times word_tokenize |\n| --- | ---: | ---: | ---: |")
    for name, spent in taken.items():
        print(f"| {name} | {size / spent:.2f} | {len(texts) / spent:.0f} | {base / spent:.1f} |")


def by_layer(texts: list[str]) -> None:
    """Print what each step costs."""
    size = sum(len(text.encode()) for text in texts) / 1e6
    spent: dict[str, float] = defaultdict(float)
    for text in texts:
        source = text_source(text)
        with _watch(spent, "reading view"):
            document = document_of(source)
        with _watch(spent, "outline"):
            document.records["outline"] = list(find_outline(document))
        with _watch(spent, "plan"):
            document.plan = find_plan(document)
        with _watch(spent, "sentences"):
            document.sentences  # noqa: B018 -- worked out when first asked for
        for name, find in LAYERS.items():
            with _watch(spent, name):
                document.records[name] = list(find(document))
    print("\n| step | ms per MB |\n| --- | ---: |")
    for name, taken in spent.items():
        print(f"| {name} | {taken / size * 1000:.0f} |")


@contextmanager
def _watch(spent: dict[str, float], name: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    spent[name] += time.perf_counter() - start


def growth(texts: list[str]) -> None:
    """Print the cost of a text that grows tenfold."""
    unit = "\n\n".join(texts) + "\n\n"
    print("\n| text | seconds | MB/s | times the one before |\n| ---: | ---: | ---: | ---: |")
    before = None
    for size in SIZES:
        text = (unit * (size // len(unit) + 1))[:size]
        start = time.perf_counter()
        extract_text(text)
        spent = time.perf_counter() - start
        ratio = f"{spent / before:.1f}" if before else ""
        print(f"| {size // 1000} kB | {spent:.2f} | {len(text.encode()) / 1e6 / spent:.2f} | {ratio} |")
        before = spent


def pdf_pages(texts: list[str]) -> None:
    """Print pages per second through the record, for pages without tables."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "prose.pdf"
        path.write_bytes(prose_pdf(texts, PAGES))
        taken = {name: seconds(partial(extract, path, layers)) for name, layers in LAYER_SETS.items()}
    print(f"\n| PDF pages without tables ({PAGES}), through the record | pages/s |\n| --- | ---: |")
    for name, spent in taken.items():
        print(f"| {name} | {PAGES / spent:.0f} |")


def _child(code: str) -> tuple[float, float]:
    """Return wall seconds and peak memory (MB) of a fresh Python process that finds its modules compiled."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    # VmHWM begins anew with the program; ru_maxrss keeps what the parent had when it forked
    status = "[line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')]"
    wrapped = f"{code}\nprint(*{status})"
    done = subprocess.run(
        [sys.executable, "-c", wrapped], capture_output=True, text=True, check=True, cwd=ROOT, env=environment
    )
    return time.perf_counter() - start, int(done.stdout.split()[-1]) / 1024


def cold() -> None:
    """Print start-up times and peak memory of fresh processes."""
    plan = sorted((ROOT / "corpora/text").glob("*.txt"), key=lambda path: -path.stat().st_size)[0]
    quiet = "import sys, io; keep = sys.stdout; sys.stdout = io.TextIOWrapper(io.BytesIO())"
    command = "from extractor.cli import main\ntry: main()\nexcept SystemExit: pass\nsys.stdout = keep"
    codes = {
        "python, nothing imported": "pass",
        "import extractor": "import extractor",
        "kehoach --help": f"{quiet}; sys.argv = ['kehoach', '--help']\n{command}",
        f"kehoach extract, one text of {plan.stat().st_size // 1000} kB": (
            f"{quiet}; sys.argv = ['kehoach', 'extract', {str(plan)!r}]\n{command}"
        ),
        "extractor.load(), the spaCy pipeline": "import extractor; extractor.load()",
    }
    print("\n| fresh process | seconds | peak memory, MB |\n| --- | ---: | ---: |")
    for name, code in codes.items():
        runs = [_child(code) for _ in range(4)][1:]
        print(f"| {name} | {statistics.median(r[0] for r in runs):.2f} | {max(r[1] for r in runs):.0f} |")


def main() -> None:
    """Run everything."""
    texts = sample()
    throughput(texts, "the project's own short plans")
    if real := real_plans():
        throughput(real, "real plans")
    else:
        print("\nThe real plans are not beside this checkout: their throughput is left out.")
    by_layer(texts)
    growth(texts)
    pdf_pages(texts)
    cold()
    print(f"\nPeak memory of this whole run: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()

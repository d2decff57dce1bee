"""What the way through spaCy costs beside plain functions: `python -m benchmarks.functions` prints both.

Seconds are those of the processor, which other programs on the machine disturb less than those of the clock.
"""

import resource
import subprocess
import sys
import time
from collections.abc import Callable

from benchmarks.__main__ import ROOT, sample
from extractor.nlp import load, record_of_doc
from extractor.pipeline import extract_text

PLAN = ROOT / "corpora/text/suc-khoe-so-y-te-2022.txt"
FRESH = {
    "functions": "from extractor import extract_text; extract_text(text)",
    "spaCy, syllables": "from extractor.nlp import load, record_of_doc; record_of_doc(load(words=False)(text))",
    "spaCy, words": "from extractor.nlp import load, record_of_doc; record_of_doc(load()(text))",
}
TIMES = 3


def least(run: Callable[[], object]) -> float:
    """Return the processor seconds of the fastest of several runs after a first one that is not counted."""
    run()
    taken = []
    for _ in range(TIMES):
        start = time.process_time()
        run()
        taken.append(time.process_time() - start)
    return min(taken)


def first_record(code: str) -> float:
    """Return the processor seconds of a fresh process that makes one record; the fastest of several."""
    read = f"from pathlib import Path; text = Path({str(PLAN)!r}).read_text('utf-8')"
    taken = []
    for _ in range(TIMES):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", f"{read}; {code}"], check=True, cwd=ROOT)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        taken.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(taken)


def main() -> None:
    """Print start and speed of each way."""
    texts = sample()
    size = sum(len(text.encode()) for text in texts) / 1e6
    syllables, words = load(words=False), load()
    ways: dict[str, Callable[[str], object]] = {
        "functions": extract_text,
        "spaCy, syllables": lambda text: record_of_doc(syllables(text)),
        "spaCy, words": lambda text: record_of_doc(words(text)),
    }
    print(f"{len(texts)} plans, {size:.2f} MB of UTF-8; the first record is of {PLAN.stat().st_size // 1000} kB\n")
    print("| way | first record, s | MB/s |\n| --- | ---: | ---: |")
    for way, make in ways.items():
        taken = least(lambda make=make: [make(text) for text in texts])  # type: ignore[misc]
        print(f"| {way} | {first_record(FRESH[way]):.2f} | {size / taken:.2f} |")


if __name__ == "__main__":
    main()

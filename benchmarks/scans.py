"""`python -m benchmarks.scans [--errors] [--speed]`: accuracy on scans of all the project's own plans, and speed.

The scans are made from corpora/pdf on the way: clean ones at 300 dpi, degraded ones at 200 dpi with noise, skew, red
stamps and JPEG artefacts.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.archive import run
from corpora.build.scan import CLEAN, DEGRADED, Quality, page_pictures, scan_pdf
from extractor.evaluation.relocate import relocate
from extractor.evaluation.report import fault_line
from extractor.evaluation.score import Score
from extractor.pipeline import extract

ROOT = Path(__file__).parents[1]
QUALITIES = {"clean, 300 dpi": CLEAN, "degraded, 200 dpi": DEGRADED}
LAYERS = ("citations", "dates", "percentages")


def scans(quality: Quality, folder: Path) -> list[Path]:
    """Make the scans of all plans in a folder."""
    folder.mkdir()
    made = []
    for path in sorted((ROOT / "corpora/pdf").glob("*.pdf")):
        target = folder / path.name
        target.write_bytes(scan_pdf(page_pictures(path.read_bytes(), quality), quality))
        made.append(target)
    return made


def agreement(paths: Iterable[Path]) -> Score:
    """Count the agreement with gold; a record whose words cannot be found counts as missed."""
    score = Score()
    for path in paths:
        record = extract(path)
        gold = json.loads((ROOT / f"gold/{path.stem}.json").read_text("utf-8"))
        clean = (ROOT / f"corpora/text/{path.stem}.txt").read_text("utf-8")
        placed = relocate(gold, clean, record.text, recognised=True).gold
        for layer in LAYERS:
            lost = len(gold[layer]) - len(placed[layer])
            placed[layer] += [{**gold[layer][0], "start": -1, "end": -1}] * lost
        score.add(path.stem, placed, json.loads(record.model_dump_json()))
    return score


def timed(paths: Iterable[Path]) -> tuple[float, float]:
    """Return the wall seconds of extraction, one page at a time, and those in which tesseract itself was at work."""
    own = 0.0
    original: Any = subprocess.run

    def watched(*arguments: Any, **settings: Any) -> Any:
        nonlocal own
        start = time.perf_counter()
        done = original(*arguments, **settings)
        own += time.perf_counter() - start
        return done

    subprocess.run = watched
    try:
        start = time.perf_counter()
        for path in paths:
            extract(path, threads=1)
        return time.perf_counter() - start, own
    finally:
        subprocess.run = original


def main() -> None:
    """Run everything; --errors lists what is missed, false or wrong, --speed measures too."""
    print("| scans | plan fields | citations | dates | percentages | all layers |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    times = []
    with tempfile.TemporaryDirectory() as folder:
        for name, quality in QUALITIES.items():
            place = Path(folder) / name
            paths = scans(quality, place)
            score = agreement(paths)
            figures = [score.plan, *(score.layers[layer].f1 for layer in LAYERS), score.micro]
            print(f"| {name} | {' | '.join(f'{figure:.3f}' for figure in figures)} |", flush=True)
            if "--errors" in sys.argv:
                print(*map(fault_line, score.faults), sep="\n", flush=True)
            if "--speed" in sys.argv:
                one, two = (run(place, "--workers", str(workers)).seconds for workers in (1, 2))
                times.append((name, timed(paths), one / two))
    if times:
        print("\n| scans | seconds | times tesseract's own | two workers: times faster than one |")
        print("| --- | ---: | ---: | ---: |")
    for name, (whole, own), faster in times:
        print(f"| {name} | {whole:.1f} | {whole / own:.2f} | {faster:.2f} |")


if __name__ == "__main__":
    main()

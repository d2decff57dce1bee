"""The extractor at the same tasks, in a process of its own like the others."""

import json
import sys
from collections.abc import Callable, Collection

from benchmarks.peers.mapping import gold_dates, mentions, names
from benchmarks.peers.work import Answer, Task, timed
from extractor.pipeline import PARTS, extract_text
from extractor.reading import read_file


def _records(texts: list[str], layers: Collection[str]) -> list[Answer]:
    return [json.loads(extract_text(text, layers).model_dump_json()) for text in texts]


def dates(task: Task) -> Answer:
    """Give start, end and value of each date; only the layers that dates lean on are run."""
    layers = ("citations", "dates")
    taken, _ = timed(lambda: [extract_text(text, layers) for text in task["timed"]], task["runs"])
    records = _records(task["texts"], layers)
    return {"found": [[(d.start, d.end, d.value) for d in gold_dates(r)] for r in records], "seconds": taken}


def agencies(task: Task) -> Answer:
    """Give the places where the bodies that the record names stand."""
    taken, _ = timed(lambda: [extract_text(text) for text in task["timed"]], task["runs"])
    found = []
    for text, record in zip(task["texts"], _records(task["texts"], PARTS), strict=True):
        named = names(record)
        spans = mentions(text, named.assigned | named.others).values()
        found.append([(span.start, span.end) for of_one in spans for span in of_one])
    return {"found": found, "seconds": taken, "note": "with all layers and findings"}


def pipeline(task: Task) -> Answer:
    """Run all layers and findings."""
    taken, _ = timed(lambda: [extract_text(text) for text in task["timed"]], task["runs"])
    return {"seconds": taken}


def citations(task: Task) -> Answer:
    """Run the layer of citations and what it leans on."""
    taken, records = timed(lambda: [extract_text(text, ("citations",)) for text in task["timed"]], task["runs"])
    found = sum(len(record.citations) for record in records)
    return {"seconds": taken, "note": f"on the plans; {found} found"}


def reading(task: Task) -> Answer:
    """Read files into text, tables and columns sorted out; scans are recognised one page at a time."""
    from extractor.reading.recognition import Recognition

    def read() -> list[str]:
        return [read_file(path, Recognition("auto", 1)).text for path in task["files"]]

    taken, found = timed(read, task["runs"], first=not task.get("slow"))
    return {"found": found, "seconds": taken}


TASKS: dict[str, Callable[[Task], Answer]] = {
    task.__name__: task for task in (dates, agencies, pipeline, citations, reading)
}


def main() -> None:
    """Read the task, do what the argument names, write the answer."""
    json.dump(TASKS[sys.argv[1]](json.load(sys.stdin)), sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()

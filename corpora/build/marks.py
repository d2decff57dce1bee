"""Inline marks of a `.plan` source: a line with marks and emphasis to its text, its records, its emphasis.

A mark is `<tag value … name=value …>quote</tag>`; `</>` closes the mark opened last. The values without a name, and
what each tag stands for, are told in `corpora/README.md`. Everything in the gold is stated in the source; the only
things that are worked out here are of form: the parts of a code, the number of a heading, đồng out of "tỷ đồng".
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import regex

TAGS = {
    "h": "outline",
    "c": "citations",
    "d": "dates",
    "p": "percentages",
    "k": "criteria",
    "t": "targets",
    "r": "responsibilities",
    "m": "funding",
    "f": "findings",
    "issuer": "issuer",
    "title": "title",
    "task": "task",
}
"""Layer of each tag; `issuer`, `title` and `task` give a field to other marks of their line."""

COMPARATORS = frozenset("eq ge gt le lt approx".split())
CHANGES = frozenset("reach keep increase decrease do".split())
BOUNDS = frozenset("on within by before from after early end".split())
LAYOUTS = frozenset("list section sentence table".split())
DONG = {"đồng": 1, "nghìn đồng": 10**3, "triệu đồng": 10**6, "tỷ đồng": 10**9}

_TOKEN = regex.compile(
    r"<(?P<close>/)(?P<closed>" + "|".join(TAGS) + r")?>"
    r"|<(?P<tag>" + "|".join(TAGS) + r")(?P<values>(?:\s+(?:\w+=)?(?:\"[^\"]*\"|'[^']*'|[^\s<>\"']+))*)\s*>"
    r"|\\(?P<literal>\*)|(?P<bold>\*\*)|(?P<italic>\*)"
)
_VALUE = regex.compile(r"(?:(\w+)=)?(?:\"([^\"]*)\"|'([^']*)'|([^\s<>\"']+))")
_NUMBER = regex.compile(r"-?\d+(?:\.\d+)?")
_FIGURE = regex.compile(r"(?P<value>\d+(?:\.\d+)?)(?:/(?P<of>\d+))?(?:\.\.(?P<upper>\d+(?:\.\d+)?))?")
_LABEL = regex.compile(r"\s*(?P<number>[IVXLC]+|\d+(?:\.\d+)*|[A-Za-zđĐ])\s*[.)/-]+\s*")

Record = dict[str, Any]


class MarkError(ValueError):
    """A mark that is wrong; the message says where."""


@dataclass
class Line:
    """A line without its marks: its text, the records of each layer, and its emphasis as (start, end, kind)."""

    text: str
    records: dict[str, list[Record]] = field(default_factory=dict)
    emphasis: list[tuple[int, int, str]] = field(default_factory=list)


def parse_line(marked: str, defaults: Mapping[str, Record] | None = None) -> Line:
    """Take marks and emphasis out of a line; `defaults` gives values of records by layer."""
    pieces: list[str] = []
    length = done = 0
    open_marks: list[tuple[str, Record]] = []
    open_emphasis: dict[str, int] = {}
    line = Line("")
    for match in _TOKEN.finditer(marked):
        piece = marked[done : match.start()]
        pieces.append(piece)
        length += len(piece)
        done = match.end()
        if match["literal"]:
            pieces.append("*")
            length += 1
        elif kind := (match["bold"] and "bold") or (match["italic"] and "italic"):
            if kind in open_emphasis:
                line.emphasis.append((open_emphasis.pop(kind), length, kind))
            else:
                open_emphasis[kind] = length
        elif match["close"]:
            _close(open_marks, match["closed"], length, marked)
        else:
            layer = TAGS[match["tag"]]
            record: Record = {"start": length, **_values(match["values"])}
            open_marks.append((match["tag"], record))
            line.records.setdefault(layer, []).append(record)
    pieces.append(marked[done:])
    line.text = "".join(pieces)
    if open_marks or open_emphasis:
        raise MarkError(f"not closed: {[tag for tag, _ in open_marks] or list(open_emphasis)} in {marked[:80]!r}")
    _complete(line, defaults or {})
    return line


def default_values(tag: str, values: str) -> Record:
    """Read the values that `@with` gives to all marks of a tag; only responsibilities have some without a name."""
    given = _values(values)
    return _responsibility(given, "") if tag == "r" else _named(given)


def split_line(line: Line) -> list[Line]:
    """Cut a line at its tabs; a record goes with the part that it starts in, and may end beyond it."""
    parts, start = [], 0
    for text in line.text.split("\t"):
        end = start + len(text)
        part = Line(text)
        for layer, records in line.records.items():
            inside = [r for r in records if start <= r["start"] <= end]
            if inside:
                part.records[layer] = [{**r, "start": r["start"] - start, "end": r["end"] - start} for r in inside]
        part.emphasis = [(a - start, b - start, kind) for a, b, kind in line.emphasis if start <= a and b <= end]
        parts.append(part)
        start = end + 1
    return parts


def _close(open_marks: list[tuple[str, Record]], tag: str | None, length: int, marked: str) -> None:
    for i in range(len(open_marks) - 1, -1, -1):
        if tag is None or open_marks[i][0] == tag:
            open_marks.pop(i)[1]["end"] = length
            return
    raise MarkError(f"</{tag or ''}> closes nothing in {marked[:80]!r}")


def _values(source: str) -> Record:
    given: Record = {"": []}
    for name, double, single, bare in _VALUE.findall(source):
        written = double or single or bare
        if name:
            given[name] = json.loads(written) if name in ("accept", "skip", "optional") else written
        else:
            given[""].append(written)
    return given


def _complete(line: Line, defaults: Mapping[str, Record]) -> None:
    helpers = {name: line.records.pop(name, []) for name in ("issuer", "title", "task")}
    for layer, records in line.records.items():
        for i, given in enumerate(records):
            quote = line.text[given["start"] : given["end"]]
            records[i] = {**defaults.get(layer, {}), **COMPLETE[layer](given, quote)}
    for citation in line.records.get("citations", []):
        citation.setdefault("relation", "reference")
    for record in line.records.get("responsibilities", []):
        record.setdefault("agency", line.text[record["start"] : record["end"]])
    _share_citation_parts(line, helpers)
    _share_task(line, helpers["task"])
    _percent_targets(line)
    for layer, records in line.records.items():
        line.records[layer] = [{k: v for k, v in r.items() if v not in (None, "none", [])} for r in records]


def _share_citation_parts(line: Line, helpers: Mapping[str, list[Record]]) -> None:
    citations = line.records.get("citations", [])
    for name in ("issuer", "title"):
        for given in helpers[name]:
            before = [c for c in citations if c["start"] <= given["start"]]
            for citation in before[-int((given[""] or ["1"])[0]) :]:
                citation[name] = line.text[given["start"] : given["end"]]
    dates = line.records.get("dates", [])
    for citation in citations:
        inside = [d["value"] for d in dates if citation["start"] <= d["start"] and d["end"] <= citation["end"]]
        if inside:
            citation.setdefault("date", inside[0])


def _share_task(line: Line, tasks: list[Record]) -> None:
    """Give the words of `<task>` to the line's records without a task, of `<task a>` to those with `task=a`."""
    named = {(task[""] or [""])[0]: task for task in tasks}
    for record in line.records.get("responsibilities", []):
        task = named.get(record.get("task", ""))
        if task is None:
            continue
        record["task"] = line.text[task["start"] : task["end"]].rstrip(" .;")
        shared = _responsibility({"": [], **task}, "")
        for key in ("deadline", "recurrence", "criteria"):
            if key in shared:
                record.setdefault(key, shared[key])


def _percent_targets(line: Line) -> None:
    """A percentage that is a target is in both layers (contract section 7)."""
    marked = {(p["start"], p["end"]) for p in line.records.get("percentages", [])}
    for target in line.records.get("targets", []):
        if target.get("unit") == "%" and (target["start"], target["end"]) not in marked:
            copied = ("start", "end", "value", "upper", "comparator", "optional")
            percentage = {k: target[k] for k in copied if k in target}
            if "%" not in line.text[target["start"] : target["end"]]:
                percentage["optional"] = True
            line.records.setdefault("percentages", []).append(percentage)
    line.records.get("percentages", []).sort(key=lambda p: (p["start"], p["end"]))


def number_of(written: str) -> int | float:
    """Read a number as the gold writes it: '60.5', '3250'."""
    return float(written) if "." in written else int(written)


def _named(given: Record) -> Record:
    return {k: v for k, v in given.items() if k != ""}


def _heading(given: Record, quote: str) -> Record:
    record = _named(given)
    level, *number = given[""]
    record["level"] = int(level)
    label = _LABEL.match(quote)
    if number:
        record.setdefault("number", number[0])
    elif label:
        record.setdefault("number", label["number"])
    record.setdefault("title", quote[label.end() if label else 0 :].rstrip().rstrip(":.").rstrip())
    return record


def _citation(given: Record, quote: str) -> Record:
    record = _named(given)
    record["type"], *rest = given[""]
    if rest:
        code = rest[0]
        record["code"] = code
        number, symbol = regex.fullmatch(r"(\d*)(?:/(?:19|20)\d\d)?[/-](.+)", code).groups()
        record["number"], record["symbol"] = number or None, symbol
    if len(rest) > 1:
        record["date"] = rest[1]
    return record


def _date(given: Record, quote: str) -> Record:
    value, *bound = given[""]
    return {**_named(given), "value": value, "bound": bound[0] if bound else "on"}


def _figures(words: list[str]) -> tuple[Record, list[str]]:
    record: Record = {}
    rest: list[str] = []
    for word in words:
        if word in COMPARATORS:
            record["comparator"] = word
        elif "value" not in record and (figure := _FIGURE.fullmatch(word)):
            record |= {k: number_of(v) for k, v in figure.groupdict().items() if v}
        else:
            rest.append(word)
    return record, rest


def _percentage(given: Record, quote: str) -> Record:
    record, rest = _figures(given[""])
    if rest:
        raise MarkError(f"percentage {quote!r}: {rest}")
    return {**_named(given), "comparator": "eq", **record}


def _criterion(given: Record, quote: str) -> Record:
    number, *kind = given[""]
    return {**_named(given), "number": number, "kind": kind[0] if kind else "criterion"}


def _target(given: Record, quote: str) -> Record:
    figures, rest = _figures(given[""])
    changes = [word for word in rest if word in CHANGES]
    unit = " ".join(word for word in rest if word not in CHANGES)
    record = {"change": changes[0] if changes else "reach", "comparator": "eq", **figures, "unit": unit or None}
    for name, value in _named(given).items():
        if name in ("baseline", "required"):
            record[name] = _measure(value)
        elif name in ("percent", "of", "upper"):
            record[name] = number_of(value)
        elif name == "what":
            record["indicator"] = value
        else:
            record[name] = value
    return record


def _measure(written: str) -> Record:
    """Read "ge 40 %" or "12/17 xã 2019": comparator, value with its whole, unit, date."""
    words = written.split()
    record, rest = _figures(words)
    if rest and regex.fullmatch(r"(?:19|20)\d\d(?:[-/]\S+)?", rest[-1]):
        record["date"] = rest.pop()
    record["unit"] = " ".join(rest)
    return {k: v for k, v in record.items() if v}


def _responsibility(given: Record, quote: str) -> Record:
    record = _named(given)
    for word in given[""]:
        if word in LAYOUTS:
            record["layout"] = word
        else:
            record["roles"] = word.split(",")
    if "criteria" in record:
        record["criteria"] = [c for c in record["criteria"].split(",") if c]
    if isinstance(record.get("deadline"), str) and record["deadline"] != "none":
        *bound, value = record["deadline"].split()
        record["deadline"] = {"value": value, "bound": bound[0] if bound else "on"}
    return record


def _funding(given: Record, quote: str) -> Record:
    record = _named(given)
    amount, *unit = given[""]
    record["amount"], record["unit"] = number_of(amount), " ".join(unit)
    record["vnd"] = round(record["amount"] * DONG[record["unit"]])
    if "percent" in record:
        record["percent"] = number_of(record["percent"])
    return record


def _finding(given: Record, quote: str) -> Record:
    return {**_named(given), "id": given[""][0]}


COMPLETE = {
    "outline": _heading,
    "citations": _citation,
    "dates": _date,
    "percentages": _percentage,
    "criteria": _criterion,
    "targets": _target,
    "responsibilities": _responsibility,
    "funding": _funding,
    "findings": _finding,
}

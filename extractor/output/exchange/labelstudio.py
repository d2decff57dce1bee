"""Label Studio: a JSON list of tasks, with regions of `labels`, values in a text area of each region, and relations.

Label Studio counts code points; earlier versions counted UTF-16 units, which the words in `value.text` tell.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from xml.sax.saxutils import quoteattr

from extractor.evaluation.golditems import MODELS
from extractor.output.exchange.annotated import LINKS, Annotated, Link
from extractor.output.exchange.given import FormatError, Given, Stretch, values_of

_LABELS, _VALUES, _TEXT = "layer", "values", "text"
_COLOURS = (
    "#1f77b4", "#2ca02c", "#ff7f0e", "#9467bd", "#d62728", "#17becf", "#bcbd22", "#7f7f7f", "#8c564b", "#e377c2",
)  # fmt: skip


def config() -> str:
    """Return the labelling configuration that a project needs for these tasks."""
    labels = "\n".join(
        f"    <Label value={quoteattr(layer)} background={quoteattr(colour)}/>"
        for layer, colour in zip(MODELS, _COLOURS, strict=True)
    )
    relations = "\n".join(f"    <Relation value={quoteattr(kind)}/>" for kind in LINKS)
    return f"""<View>
  <Style>.htx-text {{ white-space: pre-wrap; }}</Style>
  <Relations>
{relations}
  </Relations>
  <Labels name="{_LABELS}" toName="{_TEXT}">
{labels}
  </Labels>
  <Text name="{_TEXT}" value="${_TEXT}" granularity="symbol"/>
  <TextArea name="{_VALUES}" toName="{_TEXT}" perRegion="true" editable="true" maxSubmissions="1" rows="4"/>
</View>
"""


def write(documents: Sequence[Annotated]) -> str:
    """Return the tasks of documents."""
    tasks = [
        {
            "data": dict(one.about) | {_TEXT: one.text, "name": one.name},
            "annotations": [{"result": list(_results(one)), "ground_truth": True, "was_cancelled": False}],
            "predictions": [],
        }
        for one in documents
    ]
    return json.dumps(tasks, ensure_ascii=False, indent=1) + "\n"


def read(content: str) -> list[Given]:
    """Read tasks; raises FormatError where it is none of Label Studio's files."""
    try:
        tasks = json.loads(content)
    except (ValueError, RecursionError):
        raise FormatError("no JSON", "không phải JSON") from None
    if not isinstance(tasks, list) or not all(isinstance(task, dict) for task in tasks):
        raise FormatError("a list of tasks is expected", "cần một danh sách các task")
    return [_task(task) for task in tasks]


def _results(one: Annotated) -> Iterator[dict[str, Any]]:
    target = {"to_name": _TEXT, "origin": "manual"}
    for region in one.regions:
        place = {"start": region.start, "end": region.end}
        quote = one.text[region.start : region.end]
        value = {**place, "text": quote, "labels": [region.layer]}
        yield {"id": region.id, "from_name": _LABELS, "type": "labels", "value": value, **target}
        if region.values is not None:
            told = json.dumps(region.values, ensure_ascii=False)
            value = {**place, "text": [told]}
            yield {"id": region.id, "from_name": _VALUES, "type": "textarea", "value": value, **target}
    for link in one.links:
        yield {
            "type": "relation",
            "from_id": link.source,
            "to_id": link.target,
            "direction": "right",
            "labels": [link.kind],
        }


def _task(task: Mapping[str, Any]) -> Given:
    data = task.get("data")
    data = data if isinstance(data, dict) else {}
    text, name = data.get(_TEXT), data.get("name")
    given = Given(name if isinstance(name, str) else None, text if isinstance(text, str) else None, "code points")
    given.about = {key: value for key, value in data.items() if key not in (_TEXT, "name")}
    results = _chosen(task, given)
    values: dict[str, Any] = {}
    for result in results:
        if result.get("type") == "textarea" and result.get("from_name") == _VALUES:
            values[str(result.get("id"))] = _first(result.get("value"), "text")
    for result in results:
        if result.get("type") == "labels":
            _take_region(result, values, given)
        elif result.get("type") == "relation":
            _take_relation(result, given)
    return given


def _chosen(task: Mapping[str, Any], given: Given) -> list[dict[str, Any]]:
    """Return the results of the annotation that counts: the ground truth, or the newest one; else of the prediction."""
    annotations = [
        one for one in task.get("annotations") or [] if isinstance(one, dict) and not one.get("was_cancelled")
    ]
    if len(annotations) > 1:
        given.tell(
            f"{len(annotations)} annotations; the ground truth or the newest one counts",
            f"có {len(annotations)} bản chú giải; dùng bản ground truth hoặc bản mới nhất",
        )
    annotations.sort(key=lambda one: (bool(one.get("ground_truth")), str(one.get("updated_at") or "")))
    predictions = [one for one in task.get("predictions") or [] if isinstance(one, dict)]
    for one in [*annotations[-1:], *predictions[-1:]]:
        found = one.get("result")
        return [result for result in found if isinstance(result, dict)] if isinstance(found, list) else []
    return []


def _take_region(result: Mapping[str, Any], values: Mapping[str, Any], given: Given) -> None:
    value = result.get("value")
    value = value if isinstance(value, dict) else {}
    start, end, quote, label = value.get("start"), value.get("end"), value.get("text"), _first(value, "labels")
    if not isinstance(start, int) or not isinstance(end, int) or not isinstance(label, str):
        given.tell("a region has no label, start or end", "một vùng không có nhãn, đầu hoặc cuối")
        return
    key = str(result.get("id"))
    told = values_of(values.get(key), f"{label} {start}–{end}", given)
    given.stretches.append(Stretch(key, label, start, end, quote if isinstance(quote, str) else None, told))


def _take_relation(result: Mapping[str, Any], given: Given) -> None:
    kind = _first(result, "labels")
    if kind in LINKS:
        source, target = str(result.get("from_id")), str(result.get("to_id"))
        given.links.append(Link(source, target, kind))


def _first(value: object, name: str) -> Any:
    found = value.get(name) if isinstance(value, dict) else None
    return found[0] if isinstance(found, list) and found else found if isinstance(found, str) else None

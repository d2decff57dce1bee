"""Sơ đồ kế hoạch: the tree of plans with the documents they cite, laid out for drawing.

The tree is drawn as a list with indents, which stays legible for a hundred plans; documents stand in a column beside
it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractor.output.naming import level_rank
from extractor.records.crosscheck import CitationFault, CitedDocument, CrossCheck, Link, PlanNode

ROW = 26
INDENT = 22
TREE_RIGHT = 480
DOCUMENT_LEFT = 680
WIDTH = 1180
_MANY = 40
"""With more documents than this, those that one plan cites without fault are only counted."""
_LEAST_BEND, _MOST_BEND = 24, 150


@dataclass(frozen=True, slots=True)
class PlanBox:
    """One plan in the tree; `elbow` is where the line to its parent turns, None for a root."""

    plan: PlanNode
    x: int
    y: int
    elbow: tuple[int, int] | None
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DocumentBox:
    """One cited document; `fault` is empty, `absent` or `replaced`."""

    document: CitedDocument
    y: int
    fault: str


@dataclass(frozen=True, slots=True)
class Edge:
    """A line between two boxes, by their ids; `kind` is that of a link or fault, or `document`."""

    one: str
    other: str
    kind: str
    path: str


@dataclass(frozen=True, slots=True)
class Graph:
    """Everything to be drawn."""

    plans: tuple[PlanBox, ...]
    documents: tuple[DocumentBox, ...]
    edges: tuple[Edge, ...]
    height: int
    documents_left_out: int


def graph_of(found: CrossCheck) -> Graph:
    """Lay out the plans and cited documents of a cross-check."""
    above = _nearest(found)
    boxes = {box.plan.id: box for box in _tree(found, above)}
    cited = _cited(found.documents)
    about = ((_document(fault, cited), fault.kind) for fault in found.faults)
    faulty = {document: kind for document, kind in about if document}
    replacing = {fault.meant for fault in found.faults if fault.meant}
    shown = _shown(found.documents, {*faulty, *replacing})
    documents = _column(shown, boxes, faulty)
    edges = (*_plan_edges(found, boxes, above), *_document_edges(found.faults, boxes, documents))
    return Graph(
        tuple(boxes.values()),
        tuple(documents.values()),
        edges,
        ROW // 2 + max([*(box.y for box in boxes.values()), *(box.y for box in documents.values())], default=0),
        len(found.documents) - len(shown),
    )


def _nearest(found: CrossCheck) -> dict[str, str]:
    """Return by plan the one it hangs below: of several parents that of the lowest level."""
    plans = {plan.id: plan for plan in found.plans}
    above: dict[str, str] = {}
    for link in found.links:
        if link.kind == "parent":
            best = above.get(link.lower)
            if best is None or level_rank(plans[link.upper]) > level_rank(plans[best]):
                above[link.lower] = link.upper
    return above


def _tree(found: CrossCheck, above: Mapping[str, str]) -> Iterator[PlanBox]:
    """Yield the plans, each after the one it hangs below, those of higher levels first."""
    below: dict[str | None, list[PlanNode]] = defaultdict(list)
    for plan in sorted(found.plans, key=level_rank):
        below[above.get(plan.id)].append(plan)
    faults: dict[str, list[str]] = defaultdict(list)
    for fault in found.faults:
        faults[fault.plan].append(fault.kind)
    waiting: list[tuple[PlanNode, int, PlanBox | None]] = [(plan, 0, None) for plan in reversed(below[None])]
    row = 0
    while waiting:
        plan, depth, parent = waiting.pop()
        y = ROW // 2 + row * ROW
        elbow = (parent.x + INDENT // 2, parent.y) if parent else None
        box = PlanBox(plan, depth * INDENT, y, elbow, tuple(faults[plan.id]))
        yield box
        row += 1
        waiting += [(child, depth + 1, box) for child in reversed(below[plan.id])]


def _cited(documents: Iterable[CitedDocument]) -> dict[str, list[CitedDocument]]:
    """Return the documents by the plans that cite them."""
    cited: dict[str, list[CitedDocument]] = defaultdict(list)
    for document in documents:
        for plan in document.cited_by:
            cited[plan].append(document)
    return cited


def _document(fault: CitationFault, cited: Mapping[str, Sequence[CitedDocument]]) -> str | None:
    """Return the id of the document that a fault is about; None where it is about a plan of the collection."""
    if fault.kind not in ("absent", "replaced"):
        return None
    quote = "".join(fault.quote.split())
    return next((document.id for document in cited.get(fault.plan, ()) if document.code in quote), None)


def _shown(documents: Iterable[CitedDocument], always: set[str]) -> list[CitedDocument]:
    listed = list(documents)
    if len(listed) <= _MANY:
        return listed
    return [document for document in listed if document.id in always or len(document.cited_by) > 1]


def _column(
    documents: Iterable[CitedDocument], boxes: Mapping[str, PlanBox], faulty: Mapping[str, str]
) -> dict[str, DocumentBox]:
    """Place each document beside the plans that cite it, or as near below as there is room."""

    def middle(document: CitedDocument) -> int:
        rows = [boxes[plan].y for plan in document.cited_by]
        return ROW // 2 + sum(rows) // len(rows) // ROW * ROW

    placed: dict[str, DocumentBox] = {}
    free = 0
    for document in sorted(documents, key=lambda document: (middle(document), document.id)):
        y = max(free, middle(document))
        placed[document.id] = DocumentBox(document, y, faulty.get(document.id, ""))
        free = y + ROW
    return placed


def _plan_edges(found: CrossCheck, boxes: Mapping[str, PlanBox], above: Mapping[str, str]) -> Iterator[Edge]:
    for link in found.links:
        if _is_beside_the_tree(link, above):
            yield Edge(link.lower, link.upper, link.kind, _arc(boxes[link.lower].y, boxes[link.upper].y, TREE_RIGHT))
    for fault in found.faults:
        if fault.kind in ("wrong_date", "wrong_symbol") and fault.meant and fault.meant in boxes:
            path = _arc(boxes[fault.plan].y, boxes[fault.meant].y, TREE_RIGHT)
            yield Edge(fault.plan, fault.meant, fault.kind, path)


def _is_beside_the_tree(link: Link, above: Mapping[str, str]) -> bool:
    return link.kind != "parent" or above.get(link.lower) != link.upper


def _document_edges(
    faults: Iterable[CitationFault], boxes: Mapping[str, PlanBox], documents: Mapping[str, DocumentBox]
) -> Iterator[Edge]:
    cited = _cited(box.document for box in documents.values())
    told = {(fault.plan, _document(fault, cited)): fault for fault in faults}
    for box in documents.values():
        for plan in box.document.cited_by:
            fault = told.get((plan, box.document.id))
            path = f"M{TREE_RIGHT},{boxes[plan].y} C{TREE_RIGHT + 110},{boxes[plan].y} {DOCUMENT_LEFT - 110},{box.y} "
            yield Edge(plan, box.document.id, fault.kind if fault else "document", f"{path}{DOCUMENT_LEFT},{box.y}")
    for (_, document), fault in told.items():
        if fault.kind == "replaced" and document and fault.meant and fault.meant in documents:
            path = _arc(documents[document].y, documents[fault.meant].y, DOCUMENT_LEFT, -1)
            yield Edge(document, fault.meant, "replaced", path)


def _arc(y: int, other: int, x: int, side: int = 1) -> str:
    """Return a bow from one row to another, wider the further they stand apart."""
    bend = x + side * min(_MOST_BEND, _LEAST_BEND + abs(y - other) // 4)
    return f"M{x},{y} C{bend},{y} {bend},{other} {x},{other}"

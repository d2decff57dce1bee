"""Viện dẫn chưa khớp: plans cited with a wrong date or symbol, plans not in the collection, replaced documents."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.checking.finding import vietnamese_time
from extractor.collection.held import HeldCitation
from extractor.collection.links import Links, folded_code, names_place
from extractor.collection.members import Member
from extractor.collection.tree import Tree
from extractor.records.crosscheck import CitationFault, CitedDocument, FaultKind

_NEAR = 300
"""Characters within which the two documents of a replacement stand."""
_LOCAL = ("UBND", "HĐND", "HU", "TU", "ĐU", "UBMT")
"""Parts of symbols that every unit uses, so that a code alone tells no document."""


@dataclass(frozen=True, slots=True)
class _Replacement:
    by: str
    """How the replacing document is named: "Quyết định 318/QĐ-TTg"."""
    meant: str | None


class Documents:
    """The documents that a collection's plans cite and that are none of its plans."""

    def __init__(self, members: Sequence[Member], links: Links, tree: Tree) -> None:
        self._tree = tree
        self._plans = {(member.id, found.citation.start): found for member in members for found in links.cited(member)}
        self._cited: dict[str, list[tuple[Member, HeldCitation]]] = defaultdict(list)
        self._replaced: dict[str, _Replacement] = {}
        self._told: set[tuple[str, str]] = set()
        """Plans that tell of a replacement themselves, with the replaced document: they know of it."""
        for member in members:
            for citation in member.citations:
                if citation.number and (member.id, citation.start) not in self._plans:
                    self._cited[_document_id(member, citation)].append((member, citation))
            for key, replacement in _replacements(member):
                self._replaced[key] = replacement
                self._told.add((member.id, key))

    def listed(self) -> tuple[CitedDocument, ...]:
        """Return the cited documents, each once."""
        return tuple(
            CitedDocument(
                key,
                mentions[0][1].type,
                mentions[0][1].code or "",
                mentions[0][1].date,
                next((citation.issuer for _, citation in mentions if citation.issuer), None),
                tuple(dict.fromkeys(member.id for member, _ in mentions)),
            )
            for key, mentions in sorted(self._cited.items())
        )

    def faults(self, member: Member) -> Iterator[CitationFault]:
        """Yield what does not fit in a plan's citations, each document once."""
        told: set[tuple[FaultKind, str]] = set()
        for citation in member.citations:
            for kind, meant, english, vietnamese in self._faults(member, citation):
                if (kind, key := folded_code(citation.code or "")) not in told:
                    told.add((kind, key))
                    yield CitationFault(
                        member.id, kind, citation.quote, citation.start, citation.end, meant, english, vietnamese
                    )

    def _faults(self, member: Member, citation: HeldCitation) -> Iterator[tuple[FaultKind, str | None, str, str]]:
        found = self._plans.get((member.id, citation.start))
        if found is not None and found.wrong_date:
            node = found.plan.node
            yield (
                "wrong_date",
                found.plan.id,
                f"cited with the date {citation.date}, the plan itself has {node.date}",
                f"viện dẫn ghi ngày {_written(citation.date)}, kế hoạch ghi ngày {_written(node.date)}",
            )
        if found is not None and found.wrong_symbol:
            code = found.plan.node.code
            yield (
                "wrong_symbol",
                found.plan.id,
                f"cited as {citation.code}, the plan itself has {code}",
                f"viện dẫn ghi {citation.code}, kế hoạch ghi {code}",
            )
        key = _document_id(member, citation)
        replacement = self._replaced.get(key) if citation.number and (member.id, key) not in self._told else None
        if replacement is not None and citation.relation in ("basis", "reference"):
            yield (
                "replaced",
                replacement.meant,
                f"this document was replaced by {replacement.by}",
                f"văn bản này đã được thay thế bởi {replacement.by}",
            )
        if found is None and self._is_absent(member, citation):
            yield (
                "absent",
                None,
                "this plan of a unit above is not in the collection",
                "kế hoạch này của cấp trên không có trong tập hợp",
            )

    def _is_absent(self, member: Member, citation: HeldCitation) -> bool:
        """Tell whether a plan of a unit above is cited, while the collection holds plans of that unit."""
        if citation.type != "KH" or not citation.number or not citation.issuer:
            return False
        above = [plan for _, plans in self._tree.ancestors(member) for plan in plans]
        return any(plan.place and names_place(citation.issuer, plan.place) for plan in above)


def _document_id(member: Member, citation: HeldCitation) -> str:
    """Return a key: the code; where every unit numbers its own also the date, or without one the citing unit."""
    code = folded_code(citation.code or "")
    if not any(part in (citation.symbol or "") for part in _LOCAL):
        return f"{citation.type} {code}"
    return f"{citation.type} {code} {citation.date or member.node.unit or member.id}"


def _written(date: str | None) -> str:
    return vietnamese_time(date) if date else "…"


def _replacements(member: Member) -> Iterator[tuple[str, _Replacement]]:
    """Yield what a plan says of replaced documents, with what replaced them."""
    for index, citation in enumerate(member.citations):
        if citation.relation == "replaces":
            other = _partner(member, index)
            if other is not None and other.number:
                yield (
                    _document_id(member, other),
                    _Replacement(citation.quote.replace("\n", " "), _document_id(member, citation)),
                )
        elif citation.relation == "replaced_by" and citation.number and _partner(member, index) is None:
            yield _document_id(member, citation), _Replacement(member.node.code or "", member.id)


def _partner(member: Member, index: int) -> HeldCitation | None:
    """Return the other document of a replacement: the nearest citation, marked as replaced where one is."""
    citation = member.citations[index]
    near = [
        other
        for other in member.citations[max(0, index - 2) : index + 3]
        if other is not citation and abs(other.start - citation.start) <= _NEAR and other.relation != citation.relation
    ]
    marked = [other for other in near if other.relation in ("replaced_by", "replaces")]
    return min(marked or near, key=lambda other: abs(other.start - citation.start), default=None)

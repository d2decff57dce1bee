"""Finds the cited documents of a document."""

from collections.abc import Sequence

import regex

from extractor.language.document import Document
from extractor.layers.citations.attribute_patterns import LIST_HEAD
from extractor.layers.citations.dates import cited_date
from extractor.layers.citations.draft import Draft
from extractor.layers.citations.heads import Head, find_heads
from extractor.layers.citations.issuers import issuer_span
from extractor.layers.citations.patterns import CONGRESS, LAW, LISTED
from extractor.layers.citations.preamble import Preamble
from extractor.layers.citations.provisions import provisions_before
from extractor.layers.citations.relations import relate
from extractor.layers.citations.same import first_mentions
from extractor.layers.citations.titles import Titles, title_start
from extractor.lexicon.clause_words import load_clause_words
from extractor.records import Citation

_JOINT = regex.compile(r"LT|LB|PH|LN|LS")
_BARE_VERBS = frozenset(" ".join(verb.split()) for verb in load_clause_words().title_verbs.split(","))
_TYPE_PART = regex.compile(r"^\p{L}+[-–/]")
_LIST_REACH = 140
"""Characters that the head of a list may take up."""
_JOINER = regex.compile(r"[ ]?,?[ ]và[ ](?:các[ ])?|[ ]?[,;][ ]|[ ]?&[ ]")


def find_citations(document: Document) -> list[Citation]:
    """Find the cited documents of a document, in the order of their start."""
    string = document.string
    heads = [head for head in find_heads(string) if not _repeats_own_number(document, head)]
    preamble = Preamble(document)
    titles = Titles(string, heads)
    drafts = []
    for i, head in enumerate(heads):
        draft = _read(string, head, heads[i + 1].start if i + 1 < len(heads) else len(string))
        is_basis = preamble.holds(head.start)
        if is_basis:
            draft.relation = "basis"
        draft.title = _title(string, draft, titles, is_basis=is_basis)
        drafts.append(draft)
    _share(string, drafts)
    _share_listed(string, drafts)
    relate(string, drafts)
    firsts = first_mentions(drafts)
    return [_record(document, draft, drafts[i - 1].end if i else 0, firsts[i]) for i, draft in enumerate(drafts)]


def _repeats_own_number(document: Document, head: Head) -> bool:
    """Tell whether a web page names the plan itself, in its title or table of data above the header.

    The plan's own number line is none either."""
    own = document.plan.evidence.get("code")
    return (
        own is not None and head.code == document.plan.code and head.end <= document.view.to_view(own.start, own.end)[1]
    )


def _read(string: str, head: Head, limit: int) -> Draft:
    """Read date and issuer behind a head, in either order, before the next head."""
    draft = Draft(head, head.end, issuer=head.issuer)
    has_date = head.rule == CONGRESS.id
    for _ in range(2):
        date = None if has_date else cited_date(string, draft.end, law=head.rule == LAW.id)
        if date is not None and date.end <= limit:
            has_date, draft.date, draft.end = True, date.value, date.end
            if date.value is None:
                head.review = "impossible date"
        span = None if draft.issuer else issuer_span(string, draft.end, joint=_is_joint(head))
        if span is not None and span[1] <= limit:
            draft.issuer, draft.end = string[slice(*span)], span[1]
    return draft


def _title(string: str, draft: Draft, titles: Titles, *, is_basis: bool) -> str | None:
    head = draft.head
    if head.rule == LAW.id and head.code is None:
        return None
    start = title_start(string, draft.end, preamble=is_basis, verbs=head.rule != CONGRESS.id)
    if start is None:
        return None
    title = string[start : titles.end(start, preamble=is_basis)].strip(" ,.;")
    title = _unquoted(title)
    return title if " " in title and title.lower() not in _BARE_VERBS else None


def _unquoted(title: str) -> str:
    """Take off the quotation marks around a whole title, and one that opens before it."""
    if title.startswith(("“", '"')) and title.endswith(("”", '"')):
        inside = title[1:-1]
        return inside if not any(mark in inside for mark in '“”"') else title
    closes_only = title.endswith(("”", '"')) and title.count("“") < title.count("”") + title.count('"') % 2
    return title[:-1] if closes_only else title


def _is_joint(head: Head) -> bool:
    return head.symbol is not None and bool(_JOINT.search(head.symbol))


def _share(string: str, drafts: Sequence[Draft]) -> None:
    """Give a document the date, issuer and title that stand after the one joined to it by và."""
    in_list = False
    for i in range(len(drafts) - 2, -1, -1):
        draft, following = drafts[i], drafts[i + 1]
        if draft.title is not None or draft.head.rule in (LAW.id, CONGRESS.id):
            in_list = False
            continue
        joiner = _JOINER.fullmatch(string, draft.end, following.start)
        apart = joiner is not None and ";" in joiner[0] and following.head.rule != LISTED.id
        if joiner is None or apart or not _same_organ(draft.head, following.head):
            in_list = False
            continue
        in_list = "và" in joiner[0] or following.head.rule == LISTED.id or in_list
        if not in_list or draft.issuer is not None:
            continue
        draft.date = draft.date or following.date
        draft.issuer, draft.title = following.issuer, following.title


def _share_listed(string: str, drafts: Sequence[Draft]) -> None:
    """Give the documents of a list the issuer that its head names: 'các Quyết định của UBND tỉnh: Quyết định số …'."""
    issuer: str | None = None
    first: Draft | None = None
    for before, draft in zip([None, *drafts], drafts, strict=False):
        floor = before.end if before else 0
        if "\n" in string[floor : draft.start]:
            issuer = None
        if string.endswith(": ", floor, draft.start):
            issuer, first = _issuer_of_list(string, max(floor, draft.start - _LIST_REACH), draft.start), draft
        of_list = issuer is not None and first is not None and _same_organ(first.head, draft.head)
        if of_list and draft.issuer is None and draft.head.rule != LAW.id:
            draft.issuer = issuer


def _issuer_of_list(string: str, floor: int, end: int) -> str | None:
    head = LIST_HEAD.regex.search(string, floor, end)
    span = issuer_span(string, head.end("type"), joint=False) if head else None
    return string[slice(*span)] if span and span[1] == end - len(": ") else None


def _same_organ(first: Head, second: Head) -> bool:
    """Two documents can share date and issuer: their symbols name the same organ, or one has no symbol."""
    if first.symbol is None or second.symbol is None:
        return True
    return str(_TYPE_PART.sub("", first.symbol, 1)) == str(_TYPE_PART.sub("", second.symbol, 1))


def _record(document: Document, draft: Draft, floor: int, first: int | None) -> Citation:
    head = draft.head
    return Citation(
        **document.evidence(draft.start, draft.end),
        rule=head.rule,
        review=head.review,
        type=head.type,
        number=head.number,
        symbol=head.symbol,
        code=head.code,
        date=draft.date,
        issuer=draft.issuer,
        title=draft.title,
        relation=draft.relation,
        provisions=provisions_before(document, draft.start, max(floor, document.line_at(draft.start).start)),
        refers_to=first,
    )

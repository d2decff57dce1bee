"""Reads the document's own header, title, signature and recipients (contract section 2).

A decision that issues a plan (Quyết định ban hành Kế hoạch): the plan inside is the document. Title and period are the
plan's; what the plan's own part does not give (number, symbol, code, place, date, issuer, signer, recipients) is the
decision's, for by it the plan is issued and cited.
"""

from collections.abc import Mapping

from extractor.language.document import Document
from extractor.language.paragraphs import ISSUER_LINE
from extractor.layers.frame import Frame, frame_of
from extractor.layers.plan.closing import FINAL, Signature, closing_pieces, read_recipients, read_signature
from extractor.layers.plan.found import Found
from extractor.layers.plan.header import read_bodies, read_date, read_number
from extractor.layers.plan.inferred import infer_issuer
from extractor.layers.plan.issuer import full_name
from extractor.layers.plan.period import read_period
from extractor.records import Evidence, Issuer, Plan, Signer

_CLOSING_LINES = 90
_HEADER_LINES = 60
_MOST_BODIES = 4


def find_plan(document: Document) -> Plan:
    """Read the plan's own values; what the document does not give is null."""
    if not document.lines:
        return Plan()
    frame = frame_of(document)
    found = _header(document, frame)
    title = _title(document, frame)
    found["title"] = title
    found["period"] = read_period(title) if title else None
    signature, recipients = _closing(document, frame)
    found |= {
        "signer.authority": signature.authority,
        "signer.position": signature.position,
        "signer.name": signature.name,
    }
    issuer, issuer_at = _issuer(document, frame, found)
    found["issuer"] = issuer_at
    for index, item in enumerate(recipients):
        found[f"recipients[{index}]"] = item._replace(value=_written(document, item.start, item.end))
    return _plan(document, found, issuer, recipients)


def _header(document: Document, frame: Frame) -> dict[str, Found | None]:
    own = _header_values(document, frame.header, frame.header_end, "KH")
    if frame.decision is None and (frame.type_line is not None or own["code"] is not None):
        return own
    decision = _header_values(document, 0, frame.header_end if frame.decision is None else frame.decision, "QĐ")
    note = "of the decision that issues the plan"
    names: tuple[str, ...] = ("number", "symbol", "code") if own["code"] is None else ()
    names += ("place", "date") if own["date"] is None else ()
    return own | {
        name: value._replace(review=value.review or note) for name in names if (value := decision[name]) is not None
    }


def _header_values(document: Document, first: int, last: int, kind: str) -> dict[str, Found | None]:
    """Read number, place and date in the lines `first` to `last`."""
    if first >= last:
        return dict.fromkeys(("number", "symbol", "code", "place", "date"))
    start, end = document.lines[first].start, document.lines[last - 1].end
    number = read_number(document, start, end, kind=kind)
    place, date = read_date(document, start, end)
    return {
        "number": number.number if number else None,
        "symbol": number.symbol if number else None,
        "code": number.code if number else None,
        "place": place,
        "date": date,
    }


def _title(document: Document, frame: Frame) -> Found | None:
    if not frame.title_start or frame.title_end <= frame.title_start:
        return None
    start, end = frame.title_start, frame.title_end
    value = _written(document, start, end).strip(" _#")
    return Found(value, start, end, "title-lines") if value else None


def _closing(document: Document, frame: Frame) -> tuple[Signature, list[Found]]:
    last = min(len(document.lines), frame.closing + _CLOSING_LINES)
    parts = closing_pieces(document, frame.closing, last)
    if not parts and frame.decision is not None:
        parts = closing_pieces(document, frame.articles_end, frame.type_line or frame.header)
    return read_signature(parts), read_recipients(parts)


def _issuer(document: Document, frame: Frame, found: dict[str, Found | None]) -> tuple[Issuer, Found | None]:
    date = found["date"]
    year = int(date.value[:4]) if date and date.value[:4].isdigit() else None
    headers = [(frame.header, frame.header_end)]
    if frame.decision is not None:
        headers.append((0, frame.decision))
    if (
        frame.type_line is None
        and frame.body < len(document.lines)
        and ISSUER_LINE.fullmatch(_line(document, frame.body))
    ):
        headers.append((frame.body, frame.body + 1))
    unplaced: Found | None = None
    for first, last in headers:
        bodies = read_bodies(document, max(first, last - _HEADER_LINES), last, year)[-_MOST_BODIES:]
        if bodies:
            name = full_name([body for body, _, _ in bodies])
            at = Found(name.text, bodies[0][1], bodies[-1][2], "issuer-header")
            if name.place or name.level in ("central", "other"):
                return Issuer(name=name.text, level=name.level, place=name.place), at
            unplaced = unplaced or at
    return infer_issuer(document, frame, found, year, unplaced)


def _line(document: Document, index: int) -> str:
    line = document.lines[index]
    return document.string[line.start : line.end]


def _written(document: Document, start: int, end: int) -> str:
    """The words as they stand in the document, on one line, without marks; of a scan, as the paper has them."""
    words = document.view.written(start, end, repaired=document.is_recognised)
    return " ".join(words.replace("*", "").split())


def _plan(document: Document, found: dict[str, Found | None], issuer: Issuer, recipients: list[Found]) -> Plan:
    given = {field: value for field, value in found.items() if value is not None}
    values = {field: value.value for field, value in given.items()}
    return Plan(
        **{field: values.get(field) for field in ("number", "symbol", "code", "place", "date", "title", "period")},
        issuer=issuer,
        signer=Signer(**{part: values.get(f"signer.{part}") for part in ("authority", "position", "name")}),
        recipients=[values[f"recipients[{index}]"].rstrip(FINAL) for index in range(len(recipients))],
        evidence={field: Evidence(**document.evidence(value.start, value.end)) for field, value in given.items()},
        rules={field: value.rule for field, value in given.items()},
        review=_left_blank(values) | {field: value.review for field, value in given.items() if value.review},
    )


def _left_blank(values: Mapping[str, str]) -> dict[str, str]:
    """Say why number and date are not given: the line is there, but not, or not legibly, filled in by hand."""
    review = {}
    if values.get("code") and not values.get("number"):
        review["number"] = "left blank"
    if "X" in (values.get("date") or ""):
        review["date"] = "left blank in part"
    return review

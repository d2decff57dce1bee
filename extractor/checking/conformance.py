"""How far a document keeps to the form rules in force at its date (NĐ 30/2020/NĐ-CP and what came before it).

Only what a text can show is judged; fonts, sizes, the seal are not. Party documents follow rules of their own
(HD 36-HD/VPTW) and are not judged.
"""

from collections.abc import Callable, Iterator
from typing import Literal

import regex

from extractor.checking.finding import evidence
from extractor.language.document import Document
from extractor.layers import edtf
from extractor.records import Evidence, FormPoint, Heading

Status = Literal["met", "not_met", "not_visible"]
HEAD = 1500
"""Characters of the view in which the head of a document stands."""

_RULES = (("2020-03-05", "NĐ 30/2020/NĐ-CP"), ("2011-03", "TT 01/2011/TT-BNV"), ("0000", "TTLT 55/2005/TTLT-BNV-VPCP"))
"""First day in force, and the rules; the newest first."""

_PARTY_SYMBOL = regex.compile(r"/(?:TW|TU|HU|ĐU|QU|ThU|ĐTN|UBKT\w*)\b")
_MOTTO = regex.compile(r"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
_MOTTO_2 = regex.compile(r"Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc", regex.IGNORECASE)
_NUMBER_LINE = regex.compile(r"Số: ?(?P<number>\d+)/(?P<symbol>[\p{L}\d]+(?:-[\p{L}\d&]+)*)")
_DATE_LINE = regex.compile(r"ngày (?P<day>\d{1,2}) tháng (?P<month>\d{1,2}) năm \d{4}")
_BASIS = regex.compile(r"(?m)^(?:Căn cứ|Xét|Theo đề nghị|Thực hiện) .*$")
_ARCHIVE = regex.compile(r"^Lưu: ?(?:VT|HC|VP)", regex.IGNORECASE)
_ANNEX = r"(?:[Pp]hụ lục|[Bb]iểu|[Dd]anh mục)"
_ANNEX_MENTION = regex.compile(rf"{_ANNEX}[^.\n]{{0,40}}(?:kèm|đính)|(?:kèm theo|đính kèm)[^.\n]{{0,60}}{_ANNEX}")
_ANNEX_NUMBER = regex.compile(r"^Phụ lục(?: số)?\s*(?P<label>\S*)", regex.IGNORECASE)
_ROMAN = regex.compile(r"[IVXLC]+")


def find_conformance(document: Document) -> list[FormPoint]:
    """Judge each point of form; none for a party document or one that is no plan."""
    plan = document.plan
    if plan.title is None and plan.symbol is None:
        return []
    if plan.symbol and _PARTY_SYMBOL.search(f"/{plan.symbol}"):
        return []
    return [point for judge in _POINTS for point in judge(document)]


def rules_in_force(date: str | None) -> str:
    """Return the form rules in force at a date (EDTF); the newest where it is not known."""
    if date is None or not edtf.known(date):
        return _RULES[0][1]
    last = edtf.bounds(date)[1].isoformat()
    return next(name for start, name in _RULES if start <= last)


def _point(
    document: Document, id_: str, place: str, status: Status, texts: tuple[str, str], *quotes: Evidence
) -> FormPoint:
    source = f"{rules_in_force(document.plan.date)}, {place}"
    return FormPoint(id=id_, status=status, message=texts[0], message_vi=texts[1], source=source, quotes=list(quotes))


def _own(document: Document, name: str) -> list[Evidence]:
    return [document.plan.evidence[name]] if name in document.plan.evidence else []


def _motto(document: Document) -> Iterator[FormPoint]:
    head = document.string[:HEAD]
    first, second = _MOTTO.search(head), _MOTTO_2.search(head)
    status: Status = "met" if first and second else "not_met" if first or second else "not_visible"
    quotes = [evidence(document, *match.span()) for match in (first, second) if match]
    texts = ("The state name and the motto stand at the head.", "Quốc hiệu và tiêu ngữ ở đầu văn bản.")
    yield _point(document, "motto", "Phụ lục I, mục II.1", status, texts, *quotes)


def _issuer(document: Document) -> Iterator[FormPoint]:
    issuer = document.plan.issuer
    status: Status = "met" if issuer.name and not issuer.inferred else "not_visible"
    texts = ("The issuing body stands at the head.", "Tên cơ quan ban hành ở đầu văn bản.")
    yield _point(document, "issuer", "Phụ lục I, mục II.2", status, texts, *_own(document, "issuer"))


def _number(document: Document) -> Iterator[FormPoint]:
    plan = document.plan
    quotes = _own(document, "code")
    if plan.code is None:
        status: Status = "not_visible"
    else:
        match = _NUMBER_LINE.search(quotes[0].quote if quotes else plan.code)
        padded = bool(match) and (len(match["number"]) > 1 if match else False)
        status = "met" if padded else "not_met"
    texts = (
        "'Số:' with a colon, the number (two digits at least), '/', the symbol's groups joined by '-', no blanks.",
        "'Số:' có dấu hai chấm, số (dưới 10 ghi thêm số 0), dấu '/', các nhóm chữ nối bằng '-', không cách chữ.",
    )
    yield _point(document, "number", "Phụ lục I, mục II.3", status, texts, *quotes)


def _date(document: Document) -> Iterator[FormPoint]:
    plan = document.plan
    quotes = _own(document, "date")
    match = _DATE_LINE.search(quotes[0].quote) if quotes else None
    if plan.date is None or not quotes:
        status: Status = "not_visible"
    else:
        status = "met" if match and _padded(match["day"], 9) and _padded(match["month"], 2) else "not_met"
    texts = (
        "Place, then 'ngày … tháng … năm …' in full; a leading 0 for days below 10 and months 1 and 2 only.",
        "Địa danh, ngày … tháng … năm … ghi đủ; thêm số 0 trước ngày dưới 10 và tháng 1, 2.",
    )
    yield _point(document, "date", "Phụ lục I, mục II.4", status, texts, *quotes)


def _padded(written: str, last: int) -> bool:
    """A leading 0 up to `last`, none above it."""
    return (len(written) == 2) if int(written) <= last or int(written) > 9 else not written.startswith("0")


def _title(document: Document) -> Iterator[FormPoint]:
    status: Status = "met" if document.plan.title else "not_met"
    texts = ("The type of document with its subject below it.", "Tên loại văn bản và trích yếu nội dung.")
    yield _point(document, "title", "Phụ lục I, mục II.5", status, texts, *_own(document, "title"))


def _bases(document: Document) -> Iterator[FormPoint]:
    """Each basis is a line of its own, ends in ';', the last in '.'."""
    outline = document.records.get("outline", [])
    end = document.view.to_view(outline[0].start, outline[0].end)[0] if outline else HEAD * 3
    lines = list(_BASIS.finditer(document.string, 0, end))
    texts = (
        "Each basis on a line of its own that ends with ';', the last with '.'.",
        "Mỗi căn cứ một dòng riêng, cuối dòng có dấu ';', dòng cuối có dấu '.'.",
    )
    wrong = [m for m in lines[:-1] if not m[0].rstrip().endswith(";")]
    wrong += [m for m in lines[-1:] if not m[0].rstrip().endswith((".", ",", ";"))]
    wrong += [m for m in lines if "; " in m[0] and m not in wrong]
    status: Status = "not_visible" if not lines else "not_met" if wrong else "met"
    quotes = [evidence(document, *match.span()) for match in wrong]
    yield _point(document, "bases", "Phụ lục I, mục II.6", status, texts, *quotes)


def _signing(document: Document) -> Iterator[FormPoint]:
    signer = document.plan.signer
    texts = (
        "A collective body signs with TM., a deputy for the head with KT., by order TL., by authorisation TUQ.",
        "Ký thay mặt tập thể ghi TM., cấp phó ký thay ghi KT., thừa lệnh TL., thừa ủy quyền TUQ.",
    )
    position, authority = (signer.position or "").upper(), signer.authority or ""
    collective = "ỦY BAN" in (document.plan.issuer.name or "").upper()
    if not position:
        status: Status = "not_visible"
    else:
        wrong = (position.startswith("PHÓ") and "KT." not in authority) or (collective and not authority)
        status = "not_met" if wrong else "met"
    yield _point(document, "signing", "Phụ lục I, mục II.7", status, texts, *_own(document, "signer.position"))


def _recipients(document: Document) -> Iterator[FormPoint]:
    recipients = document.plan.recipients
    kept = bool(recipients) and bool(_ARCHIVE.search(recipients[-1]))
    status: Status = "met" if kept else "not_met" if recipients else "not_visible"
    texts = ("'Nơi nhận' ends with the archive's copy (Lưu: VT, …).", "Nơi nhận, dòng cuối là nơi lưu (Lưu: VT, …).")
    yield _point(document, "recipients", "Phụ lục I, mục II.9", status, texts, *_own(document, "recipients"))


def _end_mark(document: Document) -> Iterator[FormPoint]:
    at = document.string.rfind("./.")
    status: Status = "met" if at >= 0 else "not_met"
    quotes = [evidence(document, at, at + 3)] if at >= 0 else []
    texts = ("The text ends with './.'.", "Kết thúc văn bản bằng dấu './.'.")
    yield _point(document, "end_mark", "Phụ lục I, mục II.6", status, texts, *quotes)


def _annexes(document: Document) -> Iterator[FormPoint]:
    """The body points to its annexes; two and more are numbered in Roman figures."""
    headings = [h for h in document.records.get("outline", []) if isinstance(h, Heading) and h.level == 1]
    annexes = [h for h in headings if h.number and _ANNEX_NUMBER.match(h.number)]
    if not annexes:
        return
    start = document.view.to_view(annexes[0].start, annexes[0].end)[0]
    labels = [match["label"] if (match := _ANNEX_NUMBER.match(h.number or "")) else "" for h in annexes]
    numbered = len(annexes) == 1 or all(_ROMAN.fullmatch(label) for label in labels)
    status: Status = "met" if numbered and _ANNEX_MENTION.search(document.string, 0, start) else "not_met"
    texts = (
        "The text points to its annexes, which bear Roman numbers when there are several.",
        "Trong văn bản có chỉ dẫn về phụ lục; từ hai phụ lục trở lên đánh số La Mã.",
    )
    quotes = [Evidence(quote=heading.quote, start=heading.start, end=heading.end) for heading in annexes]
    yield _point(document, "annexes", "Phụ lục I, phần III", status, texts, *quotes)


_POINTS: tuple[Callable[[Document], Iterator[FormPoint]], ...] = (
    _motto,
    _issuer,
    _number,
    _date,
    _title,
    _bases,
    _signing,
    _recipients,
    _end_mark,
    _annexes,
)

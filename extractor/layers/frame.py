"""The frame of a plan: where its header, title, body, signature and recipients stand (NĐ 30/2020/NĐ-CP, Phụ lục I).

The layers `plan` and `outline` both stand on it; it decides nothing about values.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import regex

from extractor.language.document import Document, ViewSpan, index_at
from extractor.language.paragraphs import ISSUER_DUE, ISSUER_LINE
from extractor.lexicon.alternation import any_of
from extractor.lexicon.positions import load_positions, position_pattern

_TYPE_ALONE = regex.compile(
    r"(?:K ?Ế ?H ?O ?Ạ ?C ?H|Kế hoạch)(?: (?:LIÊN TỊCH|LIÊN NGÀNH|PHỐI HỢP|HÀNH ĐỘNG))? ?[:*]{0,2}+"
)
_TYPE_AND_TITLE = regex.compile(r"KẾ HOẠCH ?:? ?(?=\p{L})")
_TYPE_AS_TITLE = regex.compile(r"Kế hoạch (?=\p{L})(?!này|trên|số \d)")
_DECISION = regex.compile(r"QUYẾT ĐỊNH ?:?")
_HEADER_LINE = regex.compile(r"(?:^|[ \t|])(?:Số ?:|(?:, ?)?ngày [^\n]{0,30}tháng [^\n]{0,30}năm)")
_NUMBER_LINE = regex.compile(r"(?:^|[ \t|])Số ?: ?\d{1,5} ?/")
_ARTICLE = regex.compile(r"Điều \d")
_NUMBERED = regex.compile(
    r"""(?:[IVXL]{1,6}|[A-HĐ]|\d{1,2}(?:\.\d{1,2}){0,4})[.)/:]+[ ]?\p{L}
      | [IVXL]{1,6}[ ]?[-–][ ]?\p{L}
      | \d{1,2}(?:\.\d{1,2})+[ ]\p{L}
      | (?:PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục)[ ](?:[IVX\d]+\b|thứ|THỨ)
    """,
    regex.VERBOSE,
)
_BODY_START = regex.compile(
    r"(?:Căn cứ|CĂN CỨ|Thực hiện|Triển khai|Thi hành|Tiếp tục|Chấp hành|Nhằm|Để|Theo|Trên cơ sở|Xét|Quán triệt|"
    r"Hưởng ứng|Phát huy|Được sự|Sau khi|Kính gửi|Năm \d{4} là|Thời gian qua|Trong những|Ngày \d)(?!\p{L})"
    r"|(?:Căn|Thực|Triển|Tiếp|Thi|Quán)$"
)
_CONTINUES_TITLE = regex.compile(
    r"(?:\(?giai đoạn|năm(?: học)? \d|quý [IVX\d]|tháng \d|trên địa bàn|tại |định hướng|tầm nhìn|đến năm|nhiệm kỳ|"
    r"của |và |về |từ năm|khóa |lần thứ|huyện |tỉnh |xã |thành phố |\()",
    regex.IGNORECASE,
)
OPEN_END = regex.compile(
    r"(?:[,\-–]|\b(?:huyện|tỉnh|xã|thị|thành phố|phường|quận|của|và|về|với|trong|cho|tại|theo|từ|các|Chương trình|"
    r"Đề án|số|Luật|Nghị|bàn|đặc khu|thị trấn|Bộ|Sở))$"
)
_ATTACHED = regex.compile(r"\((?:Ban hành )?[Kk]èm theo Quyết định ")
_NO_TITLE = regex.compile(r"\((?:Ban[ ]hành|Kèm|kèm|ban[ ]hành)|[-–—_*=.•\s]{3,}+$|Kính[ ]gửi")
RECIPIENTS = regex.compile(r"(?:Nơi[ ]nhận|NƠI[ ]NHẬN|Nơi[ ]gửi)[ ]?(?:[:;.]|$)")
_POSITION = position_pattern()
AUTHORITY = regex.compile(
    r"(?:TM|T/M|KT|K/T|TL|T/L|TUQ|T/UQ)(?: ?[.:] ?| )(?=\p{Lu}{2}|(?:Chủ|Giám|Bí|Trưởng|Ban|Ủy|Bộ|Hiệu|Chánh) )"
)
POSITION_LINE = regex.compile(rf"(?:{_POSITION})(?:[ ,]+[\p{{Lu}}\d&\-]++)*+", regex.IGNORECASE)
_OPENINGS = ("Nơi nhận", "NƠI NHẬN", "Nơi gửi", "TM", "T/M", "KT", "K/T", "TL", "T/L", "TUQ", "T/UQ")
_MAY_CLOSE = re.compile(any_of([*_OPENINGS, *(position.upper() for position in load_positions())]))
"""What any line holds that opens the closing part; to be looked for in the whole view at once."""
_COLUMN_GAP = re.compile(r"[ \u00a0\u3000]{4,}|\t+| \|(?= )")

LONGEST_TITLE_LINE = 220
MIXED_TYPE_LINES = 25
CAPITALS_WITHIN = 60
HEADER_LINES = 12
"""Where no line says KẾ HOẠCH, the header is looked for in so many lines."""


class Piece(NamedTuple):
    """One column of a line: a stretch of the view and its words."""

    start: int
    end: int
    text: str
    line: int
    """Index of its line in `Document.lines`."""


@dataclass(frozen=True)
class Frame:
    """Line numbers (indexes in `Document.lines`) at which the parts of the document begin and end."""

    document: Document
    type_line: int | None
    """The line KẾ HOẠCH; None where there is none."""
    title_start: int
    """View position at which the title begins."""
    body: int
    """The first line after the title."""
    header: int
    """The first line of the plan's own header; 0 but for a plan that is attached to a decision."""
    header_end: int
    """The first line after that header."""
    decision: int | None = None
    """Where the document is a decision (Quyết định ban hành Kế hoạch), the line behind the decision's header."""
    articles_end: int = 0
    """The first line after the last article of that decision."""

    @cached_property
    def closing(self) -> int:
        """The first line of the signature or of Nơi nhận; the number of lines where there is neither."""
        lines = self.document.lines
        first = self.body if self.type_line is not None or self.decision is None else max(self.body, self.decision) + 1
        done, string = first, self.document.string
        for words in _MAY_CLOSE.finditer(string, lines[first].start if first < len(lines) else len(string)):
            index = index_at(lines, words.start())
            if index >= done and any(opens_closing(piece.text) for piece in pieces(self.document, index)):
                return index
            done = index + 1
        return len(lines)

    @property
    def title_end(self) -> int:
        """View position at which the title ends."""
        return self.document.lines[self.body - 1].end if self.body else 0


def opens_closing(text: str) -> bool:
    """Tell whether a line opens the closing part: Nơi nhận, an authority (TM., KT., TL., TUQ.), a position alone."""
    return bool(RECIPIENTS.match(text) or AUTHORITY.match(text)) or (
        text.isupper() and bool(POSITION_LINE.fullmatch(text))
    )


def pieces(document: Document, index: int) -> list[Piece]:
    """Split a line at its column gaps: tabs, upright strokes, and runs of blanks that the view has made one."""
    line = document.lines[index]
    view = document.view
    first, last = view.to_text(line.start, line.end)
    cuts = []
    if _has_gap(view.text[first:last]):
        cuts = [view.to_view(*gap.span()) for gap in _COLUMN_GAP.finditer(view.text, first, last)]
    found, start = [], line.start
    for cut_start, cut_end in [*cuts, (line.end, line.end)]:
        text = document.string[start:cut_start]
        content = text.strip(" \t|")
        if content:
            left = start + len(text) - len(text.lstrip(" \t|"))
            found.append(Piece(left, left + len(content), content, index))
        start = max(start, cut_end)
    return found


def _has_gap(text: str) -> bool:
    return "\t" in text or "    " in text or "|" in text or "\u00a0" in text or "\u3000" in text


def frame_of(document: Document) -> Frame:
    """Return the parts of a document, which are looked for once."""
    if "frame" not in document.kept:
        document.kept["frame"] = _find_frame(document)
    frame: Frame = document.kept["frame"]
    return frame


def _find_frame(document: Document) -> Frame:
    texts = [document.string[line.start : line.end] for line in document.lines]
    type_line, title_start = _type_line(document.lines, texts)
    if type_line is None:
        return _frame_without_type(document, texts)
    decision = next((i for i in range(type_line) if _DECISION.fullmatch(texts[i])), None)
    articles_end, header = (0, 0) if decision is None else _after_decision(texts, decision, type_line)
    inline = title_start < document.lines[type_line].end
    body = _title_end(texts, type_line + 1, texts[type_line] if inline else "")
    return Frame(document, type_line, title_start, body, header, type_line, decision, articles_end)


def _frame_without_type(document: Document, texts: list[str]) -> Frame:
    """Where no line says KẾ HOẠCH, a title in capitals directly below number or date is the plan's.

    A website may have lost that line in an annex of a decision too, or shows the decision alone.
    """
    attached = _attached(document, texts)
    if attached is not None:
        return attached
    last = _last_header_line(texts)
    start = last + 1
    header_end = start or min(HEADER_LINES, len(texts))
    if 0 < start < len(texts) - 1 and _DECISION.fullmatch(texts[start]):
        return _decision_alone(document, texts, start)
    titled = 0 < start < len(texts) and texts[start].isupper() and not ISSUER_LINE.fullmatch(texts[start])
    if not titled or not _is_title(texts[start], ""):
        return Frame(document, None, 0, start, 0, header_end)
    return Frame(document, None, document.lines[start].start, _title_end(texts, start, ""), 0, header_end)


def _last_header_line(texts: list[str]) -> int:
    """Find the last line above the body with a number or a date; -1 where there is none.

    Running text may stand above the header on a web page: it ends nothing before a number line has come.
    """
    last, in_page = -1, False
    for index, text in enumerate(texts[:HEADER_LINES]):
        if _BODY_START.match(text) or _NUMBERED.match(text):
            in_page = True
            if last >= 0:
                break
        elif (_NUMBER_LINE if in_page and last < 0 else _HEADER_LINE).search(text) and len(text) < LONGEST_TITLE_LINE:
            last = index
    return last


def _decision_alone(document: Document, texts: list[str], decision: int) -> Frame:
    """A decision of which the plan itself is not shown: its title stands for the plan's."""
    end = _title_end(texts, decision + 1, "")
    start = document.lines[decision + 1].start
    return Frame(document, None, start, end, decision, decision, decision, end)


def _attached(document: Document, texts: list[str]) -> Frame | None:
    """Find the title in capitals above '(Ban hành kèm theo Quyết định …)'."""
    end = next((i for i, text in enumerate(texts) if _ATTACHED.match(text)), None)
    if end is None:
        return None
    start = end
    while start and texts[start - 1].isupper() and texts[start - 1][0] != "|" and not opens_closing(texts[start - 1]):
        start -= 1
    basis = next((i for i, text in enumerate(texts[:start]) if _BODY_START.match(text)), None)
    if start == end or basis is None:
        return None
    articles = [i for i in range(basis, start) if _ARTICLE.match(texts[i])]
    articles_end = articles[-1] + 1 if articles else basis
    return Frame(document, None, document.lines[start].start, end, start, start, basis, articles_end)


def _type_line(lines: list[ViewSpan], texts: list[str]) -> tuple[int | None, int]:
    """Find the line KẾ HOẠCH and the position at which the title begins."""
    alone = _alone(texts)
    inline = _type_and_title(lines, texts)
    if inline is not None and (alone is None or _stands_for(texts, inline[0], alone)):
        return inline
    if alone is None:
        return None, 0
    return alone, lines[alone + 1].start if alone + 1 < len(lines) else lines[alone].end


def _alone(texts: list[str]) -> int | None:
    """Find the line KẾ HOẠCH; one in small letters (a website's table of data) gives way to one in capitals."""
    first = next((i for i, text in enumerate(texts) if _is_type_alone(text, i)), None)
    if first is None or texts[first].isupper():
        return first
    following = range(first + 1, min(len(texts), first + CAPITALS_WITHIN))
    return next((i for i in following if texts[i].isupper() and _is_type_alone(texts[i], i)), first)


def _is_type_alone(text: str, index: int) -> bool:
    """Small letters count near the top only: further down 'Kế hoạch' is a cell of a table."""
    return _TYPE_ALONE.fullmatch(text) is not None and (text.isupper() or index < MIXED_TYPE_LINES)


def _stands_for(texts: list[str], inline: int, alone: int) -> bool:
    """Tell whether 'KẾ HOẠCH …' with its title opens the plan, rather than a later line KẾ HOẠCH (a cell, an annex)."""
    decision = any(_DECISION.fullmatch(text) for text in texts[:alone])
    return inline < alone and not decision and _below_header(texts, inline)


def _type_and_title(lines: list[ViewSpan], texts: list[str]) -> tuple[int, int] | None:
    for pattern, reach, word in ((_TYPE_AND_TITLE, 60, "KẾ HOẠCH"), (_TYPE_AS_TITLE, 20, "Kế hoạch")):
        found = [
            (index, lines[index].start + match.end())
            for index, text in enumerate(texts[:reach])
            if text.startswith(word) and len(text) <= LONGEST_TITLE_LINE and not text.endswith((".", ";", ":", ","))
            if (match := pattern.match(text))
        ]
        if found:
            return next((place for place in found if _below_header(texts, place[0])), found[0])
    return None


def _below_header(texts: list[str], index: int) -> bool:
    """Tell whether a number or date line stands above; a web page repeats the title above the header."""
    return any(_HEADER_LINE.search(text) for text in texts[:index])


def _after_decision(texts: list[str], decision: int, type_line: int) -> tuple[int, int]:
    """Find where the decision's articles end, and where it ends: after its signature, recipients and the name."""
    articles_end = decision + 1
    for index in range(decision, type_line):
        if _ARTICLE.match(texts[index]):
            articles_end = index + 1
    end = articles_end
    for index in range(articles_end, type_line):
        if opens_closing(texts[index]) or texts[index][0] in "-+":
            end = index + 1
    return articles_end, end


def _title_end(texts: list[str], start: int, before: str) -> int:
    """Find the first line that is no longer title."""
    index = start
    while index < len(texts) and index < start + 8 and _is_title(texts[index], before):
        before = texts[index]
        index += 1
    return index


def _is_title(text: str, before: str) -> bool:
    if _NO_TITLE.match(text) or _NUMBERED.match(text) or "\t" in text or len(text) > LONGEST_TITLE_LINE * 2:
        return False
    if not any(letter.isalpha() for letter in text):
        return False
    if not before:
        return not text.startswith(("Căn cứ", "CĂN CỨ")) and not text.endswith((";", ":"))
    if ISSUER_LINE.fullmatch(text) and not ISSUER_DUE.search(before):
        return False
    ends = text.endswith((";", ":")) or (text.endswith((".", ",")) and not text.isupper())
    return not ends and len(text) <= LONGEST_TITLE_LINE and _goes_on(text, before)


def _goes_on(text: str, before: str) -> bool:
    """Tell whether a title goes on in a further line."""
    if text.isupper():
        return before.isupper()
    opened = bool(OPEN_END.search(before)) and not text.startswith("Căn cứ")
    short = not before.isupper() and not _BODY_START.match(text) and len(text) < 100
    return opened or short or bool(_CONTINUES_TITLE.match(text))

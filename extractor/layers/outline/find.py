"""Finds the headings: by numbering and form, never by the depth of Markdown marks (contract section 10)."""

from bisect import bisect_left
from collections.abc import Iterator

import regex

from extractor.language.document import Document, ViewSpan
from extractor.layers.frame import AUTHORITY, POSITION_LINE, Frame, frame_of, opens_closing
from extractor.layers.outline.classify import judge
from extractor.layers.outline.levels import ARTICLE, CAPITAL_ARABIC, FORMAL, Levels
from extractor.layers.outline.numbering import Mark, read_mark
from extractor.layers.outline.patterns import ANNEX, CAPITALS, LINE
from extractor.records import Heading

_MARKUP = " *_#"
_NOT_CAPITALS = regex.compile(
    r"""[-+•●*(|]|QUYẾT[ ](?:ĐỊNH|NGHỊ)[ ]?:?$|NGÀY[ ]\d|KHÓA[ ][IVX]|KỲ[ ]HỌP[ ]
      | CỘNG[ ]HÒA|ĐẢNG[ ]CỘNG[ ]SẢN|ĐVT|(?:NGƯỜI|PHÊ[ ]DUYỆT|DUYỆT|XÁC[ ]NHẬN)\b
      | (?:ỦY[ ]BAN|UBND|HỘI[ ]ĐỒNG[ ]NHÂN[ ]DÂN|HĐND|TỈNH[ ]ỦY|HUYỆN[ ]ỦY|THÀNH[ ]ỦY|ĐẢNG[ ]BỘ|ĐẢNG[ ]ỦY)\b
      | (?:TỈNH|HUYỆN|THÀNH[ ]PHỐ|THỊ[ ]XÃ|QUẬN|XÃ|PHƯỜNG|THỊ[ ]TRẤN)(?:[ ][\p{Lu}\d']+){1,4}$
    """,
    regex.VERBOSE,
)
_ANNEX_BEGINS = ("P", "B", "M")
_ATTACHED = regex.compile(r"\((?:Ban|Kèm|kèm|ban)[ ]")
_PERSON = regex.compile(r"\p{Lu}{1,7}(?:[ ]\p{Lu}{1,7}){1,4}")
_OPEN_PHRASE = regex.compile(r"(?:,|(?:^|[ ])(?:Sở|Phòng|UBND|các|và|của|về|với|cho|Công|Ban|theo|trong))$")
_LONGEST_OPEN_END = 6
MOST_CAPITAL_WORDS = 40
LONG_CAPITALS = 30
SHORT_TITLE = 60


def find_outline(document: Document) -> list[Heading]:
    """Find the headings of a document, in the order of their start."""
    if not document.lines:
        return []
    return list(_Outline(document, frame_of(document)).headings())


class _Outline:
    """One pass over the lines of a document."""

    def __init__(self, document: Document, frame: Frame) -> None:
        self.document = document
        self.frame = frame
        self.levels = Levels()
        self.lines = document.lines
        self.list_end = -1
        self.emphasis = sorted(document.view.to_view(span.start, span.end) for span in document.layout.emphasis)

    def headings(self) -> Iterator[Heading]:
        """Yield the headings of the body, then of the annexes."""
        index, in_annex = self.frame.body, False
        while index < len(self.lines):
            taken, heading = self._at(index, in_closing=index >= self.frame.closing and not in_annex)
            if heading is not None:
                in_annex = in_annex or (heading.level == 1 and index >= self.frame.closing)
                yield heading
            index += taken

    def _text(self, index: int) -> str:
        line = self.lines[index]
        return self.document.string[line.start : line.end]

    def _at(self, index: int, *, in_closing: bool) -> tuple[int, Heading | None]:
        """Read the heading that begins in a line, if any; return also how many lines it takes."""
        text = self._text(index)
        if "\t" in text or self.document.in_table(self.lines[index].start):
            return 1, None
        if text.startswith(_ANNEX_BEGINS) and (annex := ANNEX.regex.match(text)):
            found = self._annex(index, annex)
            if found is not None:
                return found
        if self._is_capital_title(text, in_closing=in_closing):
            return self._capitals(index)
        if in_closing:
            return self._attached_title(index, text)
        return self._numbered(index, text)

    def _numbered(self, index: int, text: str) -> tuple[int, Heading | None]:
        lead = len(text) - len(text.lstrip("*_")) if text[0] in "*_" and text[1:2] != " " else 0
        mark = read_mark(text[lead:])
        if mark is None:
            return 1, None
        if mark.style == "1." and (inner := read_mark(text[lead + mark.end :])) and inner.style in FORMAL:
            mark = inner._replace(end=mark.end + inner.end)  # "1. A. Nhiệm vụ": a list of the converter around it
        line = self.lines[index]
        start = line.start + lead + mark.end
        words = text[lead + mark.end :]
        if not words.strip(_MARKUP):
            return self._title_below(index, mark)
        taken = self._wrapped_lines(index, words)
        if words.isupper() and mark.style == "1.":
            mark = mark._replace(style=CAPITAL_ARABIC)
        level = self.levels.place(mark)
        words = self.document.string[start : self.lines[index + taken - 1].end].replace("\n", " ")
        formal = mark.style in FORMAL or (mark.style.startswith("division:") and mark.style != ARTICLE)
        verdict = judge(words, self._emphasis_end(line, start), formal=formal)
        if verdict is None or (not formal and verdict.rule == LINE.id and self._is_list_item(index, taken, mark)):
            return 1, None
        quote_end, title_end = start + verdict.end, start + verdict.title_end
        title = self._title(start, title_end)
        if not title:
            return 1, None
        heading = Heading(
            number=mark.number,
            title=title,
            level=level,
            rule=verdict.rule,
            review=verdict.review,
            **self.document.evidence(line.start + lead, self._trimmed(line.start, quote_end)),
        )
        return taken, heading

    def _is_list_item(self, index: int, taken: int, mark: Mark) -> bool:
        """Tell an item of a bare list ('1. Xã A', '2. Xã B', line by line) from a heading with something under it."""
        following = index + taken
        after = read_mark(self._text(following)) if following < len(self.lines) else None
        goes_on = after is not None and (after.style, after.prefix, after.ordinal) == (
            mark.style,
            mark.prefix,
            mark.ordinal + 1,
        )
        if goes_on or self.list_end == index:
            self.list_end = following if goes_on else -1
            return True
        return False

    def _wrapped_lines(self, index: int, words: str) -> int:
        """How many lines a numbered title takes that the reading view did not join: capitals, or an open phrase."""
        last = index + 1
        while last < len(self.lines) and last < index + 5 and self._is_wrapped(last, words):
            words = self._text(last)
            last += 1
        return last - index

    def _is_wrapped(self, following: int, words: str) -> bool:
        after = self._text(following)
        if words.endswith((".", ":", ";")) or "\t" in after or not self._may_be_rest(words, after):
            return False
        if read_mark(after) or ANNEX.regex.match(after) or self.document.in_table(self.lines[following].start):
            return False
        between = self.document.evidence(self.lines[following - 1].end - 1, self.lines[following].start + 1)["quote"]
        return between.count("\n") < 2 or (words.isupper() and len(words) > LONG_CAPITALS)

    def _may_be_rest(self, words: str, after: str) -> bool:
        """Tell whether a line may be the rest of a title: in capitals as it is, or short and asked for by it."""
        if words.isupper():
            return after.isupper() and not _NOT_CAPITALS.match(after) and not opens_closing(after)
        if len(after) >= SHORT_TITLE or after.endswith((".", ";")):
            return False
        goes_on = after[0].islower() and len(words) < SHORT_TITLE
        return goes_on or _OPEN_PHRASE.search(words[-_LONGEST_OPEN_END:]) is not None

    def _title_below(self, index: int, mark: Mark) -> tuple[int, Heading | None]:
        """'Phần thứ nhất' on a line of its own: the title stands on the next lines."""
        level = self.levels.place(mark)
        first = index + 1
        if first >= len(self.lines) or not self._may_be_title(self._text(first)):
            return 1, None
        taken = 1 + (self._capital_lines(first) if self._text(first).isupper() else 1)
        start, end = self.lines[index].start, self.lines[index + taken - 1].end
        return taken, Heading(
            number=mark.number,
            title=self._title(self.lines[first].start, end),
            level=level,
            rule=LINE.id,
            **self.document.evidence(start, end),
        )

    def _trimmed(self, start: int, end: int) -> int:
        while end > start and self.document.string[end - 1] in "*_ ":
            end -= 1
        return end

    def _emphasis_end(self, line: ViewSpan, start: int) -> int | None:
        """Where the bold or italics that open the title end, counted from the title's start."""
        i = bisect_left(self.emphasis, (line.start - 1, 0))
        best: int | None = None
        while i < len(self.emphasis) and self.emphasis[i][0] <= start + 1:
            end = min(self.emphasis[i][1], line.end)
            if end > start:
                best = max(best or 0, end - start)
            i += 1
        return best

    def _title(self, start: int, end: int) -> str:
        return " ".join(self.document.string[start:end].replace("*", "").split()).strip(" _#:–-")

    # --- titles in capitals and annexes

    def _is_capital_title(self, text: str, *, in_closing: bool) -> bool:
        if not text.isupper():
            return False
        words = text.strip(_MARKUP)
        if not CAPITALS.regex.fullmatch(words) or _NOT_CAPITALS.match(words) or read_mark(words):
            return False
        if not 2 <= len(words.split()) <= MOST_CAPITAL_WORDS or AUTHORITY.match(words):
            return False
        if POSITION_LINE.fullmatch(words):
            return False
        return not in_closing or (len(words.split()) > 3 and not _PERSON.fullmatch(words) and not opens_closing(words))

    def _capital_lines(self, index: int) -> int:
        """How many lines a title in capitals takes."""
        last = index + 1
        while last < len(self.lines) and last < index + 5 and self._goes_on_in_capitals(self._text(last)):
            last += 1
        return last - index

    def _goes_on_in_capitals(self, text: str) -> bool:
        return self._is_capital_title(text, in_closing=False) and not ANNEX.regex.match(text)

    def _capitals(self, index: int) -> tuple[int, Heading]:
        taken = self._capital_lines(index)
        start, end = self.lines[index].start, self.lines[index + taken - 1].end
        return taken, Heading(
            number=None,
            title=self._title(start, end),
            level=self.levels.open_title(),
            rule=CAPITALS.id,
            **self.document.evidence(start, end),
        )

    def _annex(self, index: int, match: "regex.Match[str]") -> tuple[int, Heading | None] | None:
        """Read an annex's title: on the line of its number, or on the lines below it."""
        title = match["title"].strip(_MARKUP)
        upper_word = match["number"].split()[0].isupper()
        if title and not (match["close"].strip() or title.isupper()):
            return None
        if not title and not upper_word and match["number"].split()[0] not in ("Phụ", "Biểu", "Mẫu"):
            return None
        line = self.lines[index]
        taken, start = 1, line.start + match.start("title")
        if title.isupper():
            taken = self._capital_lines(index)
        elif not title:
            first = index + 1
            if first < len(self.lines) and _ATTACHED.match(self._text(first)):
                first += 1
            if first < len(self.lines) and self._may_be_title(self._text(first)):
                start = self.lines[first].start
                taken = first - index + (self._capital_lines(first) if self._text(first).isupper() else 1)
        end = self.lines[index + taken - 1].end
        heading = Heading(
            number=match["number"].strip(_MARKUP),
            title=self._title(start, end) or match["number"],
            level=self.levels.open_title(),
            rule=ANNEX.id,
            **self.document.evidence(line.start, end),
        )
        return taken, heading

    def _attached_title(self, index: int, text: str) -> tuple[int, Heading | None]:
        """A title in small letters after the signature is an annex's where '(Kèm theo Kế hoạch …)' stands below it."""
        following = index + 1
        attached = following < len(self.lines) and _ATTACHED.match(self._text(following))
        if not attached or not self._may_be_title(text) or opens_closing(text):
            return 1, None
        line = self.lines[index]
        return 1, Heading(
            number=None,
            title=self._title(line.start, line.end),
            level=self.levels.open_title(),
            rule=ANNEX.id,
            **self.document.evidence(line.start, line.end),
        )

    def _may_be_title(self, text: str) -> bool:
        return not (
            "\t" in text
            or text.endswith((".", ";", ":"))
            or _NOT_CAPITALS.match(text)
            or read_mark(text)
            or len(text) > 250
        )

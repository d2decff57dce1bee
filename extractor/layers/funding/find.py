"""Finds the money of a plan: its total and its sources, in running text and lists; `tables` reads the tables."""

from collections.abc import Iterator

import regex

from extractor.language.document import Document
from extractor.layers.funding.label import Label, label_before
from extractor.layers.funding.money import Money, money_in
from extractor.layers.funding.parts import parts_of_totals
from extractor.layers.funding.patterns import AFTER, SHARE, SOURCE, TOTAL
from extractor.layers.funding.tables import table_funding
from extractor.layers.numbers import parse_number
from extractor.layers.sections import Section, sections_of
from extractor.records import Funding

_MONEY_SECTION = regex.compile(
    r"(?i)(?<!\p{L})(?:kinh phí|nguồn (?:vốn|lực|tài chính)|mức vốn|huy động vốn|dự toán|ngân sách|vốn)(?!\p{L})"
)
_GIVES = regex.compile(r"(?i)(?<!\p{L})(?:bố trí|cấp|phân bổ|trích|sử dụng|hỗ trợ|chi|dành)(?!\p{L})[^.;:\n\t]{0,60}$")
_LONGEST_LABEL = 260


def find_funding(document: Document) -> list[Funding]:
    """Find the funding sources of a document, in the order of their start."""
    in_text = list(_Text(document).records())
    found = [*in_text, *parts_of_totals(document, in_text), *table_funding(document)]
    return sorted(found, key=lambda record: (record.start, record.end))


class _Text:
    """The money in running text and lists."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.string = document.string
        self.sections = sections_of(document)
        self.section_of_total: tuple[Section | None, int] | None = None
        """Where a total was found last: what follows in the same section are its parts."""
        self.list_end = -1
        """End of the last amount of a source: another source may follow in a list."""

    def records(self) -> Iterator[Funding]:
        done = 0
        for money in money_in(self.string):
            if money.start < done or self.document.in_table(money.start):
                continue
            floor = max(done, money.start - _LONGEST_LABEL)
            done = money.end
            label = label_before(self.string, floor, money.start)
            if label is not None:
                if self._is_funding(label, money.start) or self._goes_on_from(label):
                    share = SHARE.regex.match(self.string, money.end, money.end + _LONGEST_SHARE)
                    self.list_end = done = share.end() if share else money.end
                    if label.is_total and (opened := self._opened_list(done)):
                        self.list_end = opened
                    yield self._with_label(money, label, share)
            elif free := self._free_label(money.start):
                share = SHARE.regex.match(self.string, money.end, money.end + _LONGEST_SHARE)
                self.list_end = done = share.end() if share else money.end
                yield self._with_label(money, free, share)
            elif (after := AFTER.regex.match(self.string, money.end, money.end + _LONGEST_LABEL)) and _GIVES.search(
                self.string[floor : money.start]
            ):
                done = after.end()
                yield self._with_source_after(money, after)
        yield from self._shares()

    def _is_funding(self, label: Label, position: int) -> bool:
        if label.is_total:
            if label.names_money or label.is_labelled or self._in_money_section(position):
                self.section_of_total = self.sections.at(position), position
                return True
            return False
        return label.is_labelled or self._in_money_section(position) or self._follows_total(position)

    def _goes_on_from(self, label: Label) -> bool:
        return self.list_end >= 0 and _LIST_JOINT.fullmatch(self.string, self.list_end, label.start) is not None

    def _opened_list(self, end: int) -> int | None:
        """Return where a list of sources begins that a total opens in its own sentence ("…, gồm: A 2 tỷ; B 1 tỷ")."""
        opens = _OPENS_LIST.match(self.string, end)
        if opens is None:
            return None
        stop = self.string.find("\n", opens.end())
        rest = self.string[opens.end() : stop if stop >= 0 else len(self.string)]
        return opens.end() if _NAMES_SOURCE.search(rest) else None

    def _free_label(self, position: int) -> Label | None:
        """Return a source that only its place in a list of sources tells: "…; hội viên góp 20 triệu"."""
        if self.list_end < 0 or position - self.list_end > _LONGEST_FREE_LABEL:
            return None
        match = _FREE_LABEL.fullmatch(self.string, self.list_end, position)
        if match is None or not self._in_money_section(position):
            return None
        return Label(match.start("source"), match["source"], is_total=False, is_general=False, is_labelled=False)

    def _in_money_section(self, position: int) -> bool:
        return any(_MONEY_SECTION.search(section.title) for section in self.sections.chain(position))

    def _follows_total(self, position: int) -> bool:
        if self.section_of_total is None:
            return False
        section, start = self.section_of_total
        return section == self.sections.at(position) and position - start < _PARTS_REACH

    def _with_label(self, money: Money, label: Label, share: "regex.Match[str] | None") -> Funding:
        general = label.is_total or (label.is_general and self._in_money_section(money.start))
        return Funding(
            **self.document.evidence(label.start, share.end() if share else money.end),
            source="Tổng" if general else label.source,
            amount=money.amount,
            unit=money.unit,
            vnd=money.vnd,
            percent=parse_number(share["percent"]) if share else label.percent,
            rule=TOTAL.id if label.is_total else SOURCE.id,
        )

    def _with_source_after(self, money: Money, after: "regex.Match[str]") -> Funding:
        source = after["source"].rstrip()
        return Funding(
            **self.document.evidence(money.start, after.start("source") + len(source)),
            source=source,
            amount=money.amount,
            unit=money.unit,
            vnd=money.vnd,
            rule=AFTER.id,
        )

    def _shares(self) -> Iterator[Funding]:
        """Sources of which only the share is told, in sections about money."""
        done, position = 0, self.string.find("%")
        while position >= 0:
            floor = max(done, position - _LONGEST_SHARE)
            done = position + 1
            if self._in_money_section(position) and not self.document.in_table(position):
                shares = SHARE.regex.finditer(self.string, floor, done)
                match = next((m for m in shares if m.end() > position), None)
                label = label_before(self.string, floor, match.start()) if match else None
                if match and _OF_A_RATE.match(self.string, match.end()):
                    label = None
                if match and label and not label.is_total and label.names_money and not _DIGIT.search(label.source):
                    yield Funding(
                        **self.document.evidence(label.start, match.end()),
                        source=label.source,
                        percent=parse_number(match["percent"]),
                        rule=SHARE.id,
                    )
            position = self.string.find("%", done)


_LIST_JOINT = regex.compile(r"(?:[ ]?\([^()\n]{0,40}\))?[ ]?(?:[,;][ ](?:và[ ])?|và[ ])")
_OPENS_LIST = regex.compile(
    r"[ ]?(?:\([^()\n]{0,80}\))?[,;.]?[ ](?:trong đó|bao gồm|gồm|cụ thể|như sau)[ ]?:?(?=[ ])", regex.IGNORECASE
)
_NAMES_SOURCE = regex.compile(
    r"(?:^|[,;] |và )(?:nguồn |vốn )?(?:ngân sách|NS(?:NN|TW|ĐP)|xã hội hóa|đóng góp|tín dụng)", regex.IGNORECASE
)
_FREE_LABEL = regex.compile(
    r"""[ ]?\)?(?:[,;][ ](?:và[ ])?|[ ]và[ ]|(?<=[:\p{L}])[ ])(?:các[ ])?
      (?P<source>(?!(?i:chi|mua|in|thuê|tổ[ ]chức(?!,[ ]cá[ ]nhân)|hỗ[ ]trợ|trong[ ]đó|gồm|để|cho|phần|còn|thiếu)
          (?!\p{L}))
        (?:tổ[ ]chức,[ ]cá[ ]nhân|cá[ ]nhân,[ ]tổ[ ]chức|cơ[ ]quan,[ ](?:đơn[ ]vị|tổ[ ]chức))?+
        \p{L}?+[^\d,;:.\n\t()]*[^\d,;:.\n\t() ])[ ]?:?[ ]""",
    regex.VERBOSE,
)
_OF_A_RATE = regex.compile(r"[ ](?:mức|giá|chi phí|lãi suất|học phí|tiền|lương|phí)(?!\p{L})")
"""What follows a share that money is given of, not a share of the money: "hỗ trợ 10% mức đóng"."""
_LONGEST_FREE_LABEL = 60
_DIGIT = regex.compile(r"\d")
_LONGEST_SHARE = 90
_PARTS_REACH = 1500

"""Finds the responsibilities of a document."""

from bisect import bisect_left
from itertools import islice

import regex

from extractor.language.document import Document
from extractor.layers.responsibilities.agency import agencies_at
from extractor.layers.responsibilities.bodies import Agency, AgencyList
from extractor.layers.responsibilities.criteria import CriteriaContext
from extractor.layers.responsibilities.groups import group_heading, group_label
from extractor.layers.responsibilities.heading_lines import HeadingLines
from extractor.layers.responsibilities.headings import (
    MAX_LABEL,
    Section,
    closes,
    heading_section,
    joined_heading,
    label_agencies,
    only_names,
    task_label,
)
from extractor.layers.responsibilities.inside import Found
from extractor.layers.responsibilities.labels import Label, heading_label, is_list, is_name, labels_in, listed
from extractor.layers.responsibilities.lines import BULLET, PLAIN, Line, body_lines
from extractor.layers.responsibilities.patterns import PARTNER, ROLE_LABEL, SECTION, SUBJECT
from extractor.layers.responsibilities.purpose import Purpose, Purposes
from extractor.layers.responsibilities.records import RecordMaker
from extractor.layers.responsibilities.roles import begins_predicate, in_order, stretch_roles
from extractor.layers.responsibilities.sentences import read_paragraph
from extractor.layers.responsibilities.table_rows import table_records
from extractor.layers.responsibilities.timing import Timing, recurrence_at, recurrence_in
from extractor.layers.sections import sections_of
from extractor.lexicon.table_columns import RoleName
from extractor.records import Deadline, Responsibility
from extractor.records.layers import ResponsibilityLayout

QUOTE_WORDS = 5
ADDRESSED = "Đối với "
_WORD = regex.compile(r"\S+")
_CLOSING = regex.compile(
    r"(?i:trên đây là|kế hoạch này|căn cứ (?:các )?nội dung|(?:trong )?quá trình (?:tổ chức |"
    r"triển khai )?(?:tổ chức |triển khai )?thực hiện|yêu cầu|"
    r"(?:ủy ban nhân dân|UBND|sở|chủ tịch)[^,.;:]{0,60} (?:yêu cầu|đề nghị|giao))(?!\p{L})"
)
_SENTENCE_MARKS = " .;,/:(–-"
_PREAMBLE = regex.compile(r"(?:Căn cứ|Thực hiện|Theo|Xét|Thi hành)(?!\p{L})")
_SIGNER = regex.compile(r"(?:\p{Lu}\p{Ll}*+\.? ){1,6}\p{Lu}\p{Ll}++")
_FEW_WORDS = regex.compile(r"\p{Lu}\p{Ll}*+(?: [\p{L}\d]++){1,6}")
# How many a body sends, and no task: "Dân quân: 30 đồng chí".
_COUNT = regex.compile(r"\d[\d.,]*+(?: [^ ]++){0,3}")
# Who holds a post: "Tổ trưởng: Nguyễn Thị Sen".
_HOLDER = regex.compile(r"[^:\n]{3,60}: (?:\p{Lu}\p{Ll}*+ ){1,5}\p{Lu}\p{Ll}*+[.;,]?+")
_LATER_TIME = regex.compile(r"(?i:thời gian|thời hạn|hoàn thành|xong|tiến độ)(?!\p{L})")


def find_responsibilities(document: Document) -> list[Responsibility]:
    """Find the responsibilities of a document, in the order of their start."""
    records = [*_Body(document).read()]
    return sorted(records, key=lambda record: (record.start, record.end))


def _outranks(level: int | None, section: Section) -> bool:
    """A heading ends the sections that headings of its level or below have opened."""
    return level is not None and section.level is not None and level <= section.level


class _Body:
    """Goes through the lines of a document, with the sections and the block that each line stands in."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.string = document.string
        self.lines = body_lines(document)
        self.timing = Timing(document)
        self.criteria = CriteriaContext(document, self.lines)
        self.make = RecordMaker(document)
        self.sections: list[Section] = []
        self.records: list[Responsibility] = []
        self.block = 0
        self.block_time: tuple[Deadline | None, str | None] = (None, None)
        self.addressed: int | None = None
        """Rank of the headings that speak to bodies: one beside them may speak to people ("2. Đối với giáo viên")."""
        outline = sections_of(document)
        self.headings = HeadingLines(outline, self.lines)
        self.purposes = Purposes(outline)
        self.purpose: Purpose | None = None
        self.open_label: tuple[int, Label] | None = None
        self._sentence_starts = [span.start for span in document.sentences]

    def read(self) -> list[Responsibility]:
        for line in self.lines:
            self._line(line)
        self.records += table_records(self.document, self.timing, self.criteria)
        return self.records

    def _line(self, line: Line) -> None:
        if line.start in self.headings.passed:
            return
        if line.start in self.headings.broken:
            line = line._replace(end=self.headings.broken[line.start])
        self.purpose = self.purposes.at(line.start)
        labels = self._labels(line)
        if self._under_open_label(line, labels):
            return
        self._close_sections(line)
        if not (labels and labels[0].start == line.body):
            self.block, self.block_time = len(self.records), (None, None)
            if self._is_heading(line):
                return
        text_end = labels[0].start if labels else line.end
        if text_end - line.body > 3:
            self._text(line, text_end)
        self._read_labels(line, labels)

    def _close_sections(self, line: Line) -> None:
        if line.rank == PLAIN and _CLOSING.match(self.string, line.start, line.end):
            self.sections.clear()
        if self.addressed is not None and line.rank < self.addressed:
            self.addressed = None
        level = self.headings.levels.get(line.start)
        while self.sections and (closes(self.sections[-1], line) or _outranks(level, self.sections[-1])):
            self.sections.pop()

    def _is_heading(self, line: Line) -> bool:
        """Open the section of a heading that names agencies; close those that a heading of no agency ends."""
        spoken_to = self.string.startswith(ADDRESSED, line.body)
        if spoken_to and self.purpose == "aims":
            return False
        section = heading_section(self.string, line) or self._group_section(line)
        if section is not None:
            self.sections.append(section._replace(level=self.headings.levels.get(line.start)))
            self.addressed = line.rank if spoken_to else self.addressed
            return True
        bare = self._is_bare_heading(line)
        if bare:
            self.sections = [section for section in self.sections if section.rank != PLAIN]
        return bare

    def _group_section(self, line: Line) -> Section | None:
        """Read a heading that names bodies of which the lexicon knows the first word only."""
        headed = line.start in self.headings.levels or (line.numbered and self.string[line.end - 1] == ":")
        beside = self.addressed == line.rank and self.string.startswith(ADDRESSED, line.body)
        if not headed or not (self.purpose == "assigns" or beside):
            return None
        bodies = group_heading(self.string, line)
        return Section(line.rank, bodies, request=False, roles=(), filled=False) if bodies else None

    def _is_bare_heading(self, line: Line) -> bool:
        """Tell whether a line below a heading without number is another such heading ("Chế độ báo cáo")."""
        under = bool(self.sections) and self.sections[-1].rank == PLAIN and not self.sections[-1].filled
        words = _FEW_WORDS.fullmatch(self.string, line.start, line.end) if under and line.rank == PLAIN else None
        return words is not None and not begins_predicate(self.string, line.body)

    # ---------------------------------------------------------------- labelled lists

    def _labels(self, line: Line) -> list[Label]:
        """The labels of a line that introduce agencies or a time."""
        alone = heading_label(self.string, line.body, line.end)
        if alone is not None and (line.rank < PLAIN or self.open_label is not None):
            return [alone]
        labels = labels_in(self.string, line.body, line.end)
        return labels and [
            label
            for label in labels
            if label.kind == "time" or label.content >= label.end or is_list(self.string, label.content, label.end)
        ]

    def _under_open_label(self, line: Line, labels: list[Label]) -> bool:
        """Read a line below "Đơn vị phối hợp:" that lists agencies, or one below "Thời gian thực hiện"."""
        if self.open_label is None:
            return False
        (rank, label), self.open_label = self.open_label, None
        if labels or line.rank < BULLET or (line.rank < rank < PLAIN):
            return False
        if label.kind == "time":
            self._give_time(label._replace(content=line.body, end=line.end))
            return True
        if not (is_list(self.string, line.body, line.end) or is_name(self.string, line)):
            return False
        self.open_label = (rank, label)
        self._list(line, line.body, line.end, label.roles, None)
        return True

    def _read_labels(self, line: Line, labels: list[Label]) -> None:
        if not labels:
            return
        first = labels[0].start
        task = self._words(line.body, first) if first - line.body > 15 else None
        for label in labels:
            if label.content >= label.end:
                self.open_label = (line.rank, label)
            elif label.kind == "time":
                self._give_time(label)
            else:
                self._list(line, label.content, label.end, label.roles, task)

    def _list(self, line: Line, start: int, end: int, roles: tuple[RoleName, ...], task: str | None) -> None:
        for agency, own in listed(self.string, start, end, roles):
            self.records.append(
                self.make(
                    agency,
                    own,
                    task=task,
                    criteria=self.criteria.above(line),
                    deadline=self.block_time[0],
                    recurrence=self.block_time[1],
                    layout="list",
                    rule=ROLE_LABEL.id,
                )
            )

    def _give_time(self, label: Label) -> None:
        """A time label gives its time to all records of the block."""
        deadline = self.timing.of_label(label.content, label.end)
        recurrence = recurrence_in(self.string, label.content, label.end)
        self.block_time = (deadline or self.block_time[0], recurrence or self.block_time[1])
        for i in range(self.block, len(self.records)):
            update = {
                "deadline": deadline or self.records[i].deadline,
                "recurrence": recurrence or self.records[i].recurrence,
            }
            self.records[i] = self.records[i].model_copy(update=update)

    # ---------------------------------------------------------------- running text and sections

    def _text(self, line: Line, end: int) -> None:
        named = self.string.find(": ", line.body, min(end, line.body + MAX_LABEL)) > 0
        if self.purpose == "tells" or (named and _HOLDER.fullmatch(self.string, line.body, end)):
            return
        labelled = label_agencies(self.string, line) or self._run_together(line)
        if labelled is not None and (
            only_names(self.string, line, labelled[2]) or _COUNT.fullmatch(self.string, labelled[2], end)
        ):
            return
        if labelled is not None and self.purpose == "aims" and not begins_predicate(self.string, labelled[2]):
            return
        if labelled is not None and labelled[2] < end:
            bodies, request, begin = labelled
            self.sections.append(Section(line.rank, bodies.items, request, (), filled=True))
            self._paragraph(line, begin, end, self.sections[-1], from_label=True)
            return
        group = group_label(self.string, line) if self.purpose == "assigns" and line.rank < PLAIN else None
        if group is not None:
            self.sections.append(Section(line.rank, (group[0],), request=False, roles=(), filled=True))
            self._paragraph(line, group[1], end, self.sections[-1], from_label=True)
            return
        task = task_label(self.string, line)
        if task is not None:
            self._list(line, task[1], end, ("implement",), self._words(line.body, task[0]))
            return
        section = self.sections[-1] if self.sections and line.start not in self.headings.levels else None
        self._paragraph(line, line.body, end, section, from_label=False)

    def _run_together(self, line: Line) -> tuple[AgencyList, bool, int] | None:
        """Read a heading that the paragraph below it was joined to: the verb's capital opens its second line."""
        found = joined_heading(self.string, line) if line.numbered else None
        broken = (
            found is not None
            and "\n" in self.document.view.text[slice(*self.document.view.to_text(found[0].end - 1, found[2]))]
        )
        return found if broken else None

    def _paragraph(self, line: Line, start: int, end: int, section: Section | None, *, from_label: bool) -> None:
        sentences = self._sentences(start, end)
        basis = line.rank == PLAIN and self.string[end - 1] == ";" and _PREAMBLE.match(self.string, start)
        if basis or not sentences or (line.rank == PLAIN and _SIGNER.fullmatch(self.string, start, end)):
            return
        headed = section is not None
        read = read_paragraph(
            self.string,
            sentences,
            headed=headed,
            spread=line.numbered and not headed,
            labelled=from_label,
            assigned=self.purpose == "assigns" and (line.rank < PLAIN or self.string[start].isupper()),
        )
        if not read.found and (section is None or not read.unsaid):
            return
        criteria = self._criteria(line, start, end)
        if section is not None and read.unsaid:
            self._headed(section, read.unsaid, criteria, start if from_label else None)
        own = [found for found in read.found if found.rule != PARTNER.id]
        first = min((found.task[0] for found in own), default=0)
        for found in read.found:
            opens = read.opens and found.task[0] == first and found.rule != PARTNER.id
            layout = self._layout(line, found, section, opens=opens and not headed)
            if layout is not None:
                self._add(found, layout, criteria, self._reach(found, sentences))
        if read.opens and line.numbered and not headed and self.string[line.end - 1] == ":":
            openers = tuple(found.agency for found in own if found.task[0] == first)
            self.sections.append(Section(line.rank, openers, request=False, roles=(), filled=True))

    def _layout(self, line: Line, found: Found, section: Section | None, *, opens: bool) -> ResponsibilityLayout | None:
        """The layout of an agency in a paragraph; None where a vague body does not count."""
        if section is not None and any(self._same(found.agency, agency) for agency in section.agencies):
            return "section"
        opening = opens and line.numbered
        if found.agency.kind != "vague":
            return "section" if opening else "sentence"
        return "section" if opening and found.rule == SUBJECT.id and self._first(line, found) else None

    def _first(self, line: Line, found: Found) -> bool:
        """A vague body counts in running text only where a list of subjects that it stands in opens the line."""
        return agencies_at(self.string, line.body).end >= found.agency.end

    def _same(self, one: Agency, other: Agency) -> bool:
        a, b = (self.string[x.start : x.end].casefold() for x in (one, other))
        return a == b or (len(a) > 6 and b.startswith(a)) or (len(b) > 6 and a.startswith(b))

    def _headed(
        self, section: Section, unsaid: tuple[tuple[int, int], ...], criteria: list[str], label: int | None
    ) -> None:
        """One record for each agency of the heading over the stretches that have no subject of their own."""
        roles: set[RoleName] = set(section.roles)
        for start, end in unsaid:
            roles |= set(stretch_roles(self.string, start, end))
        if section.request:
            roles.add("request")
        first = unsaid[0][0]
        deadline = [d for start, end in unsaid if (d := self.timing.of_task(start, end))]
        recurrence = [r for start, end in unsaid if (r := recurrence_in(self.string, start, end))]
        task = ". ".join(self._words(start, end) for start, end in unsaid)
        opening = self._opening(first, unsaid[0][1])
        for agency in section.agencies:
            quote = (agency.start, opening) if label is not None else (first, opening)
            self.records.append(
                self.make(
                    agency,
                    in_order(roles),
                    task=task,
                    criteria=criteria,
                    deadline=deadline[-1] if deadline else None,
                    recurrence=recurrence[0] if recurrence else None,
                    layout="section",
                    rule=SECTION.id,
                    quote=quote,
                )
            )

    def _opening(self, start: int, end: int) -> int:
        """The end of the first words of a paragraph."""
        words = list(islice(_WORD.finditer(self.string, start, end), QUOTE_WORDS))
        return words[-1].start() + len(words[-1][0].rstrip(",;:.")) if words else end

    def _add(self, found: Found, layout: ResponsibilityLayout, criteria: list[str], reach: int) -> None:
        start, end = found.task
        recurrence = recurrence_in(self.string, start, end)
        if recurrence is None and found.opening >= 0:
            recurrence = recurrence_at(self.string, found.opening)
        self.records.append(
            self.make(
                found.agency,
                found.roles,
                task=self._words(start, end) or None,
                criteria=criteria,
                deadline=self.timing.of_task(start, end) or self._later_deadline(end, reach),
                recurrence=recurrence,
                layout=layout,
                rule=found.rule,
            )
        )

    def _later_deadline(self, end: int, reach: int) -> Deadline | None:
        return self.timing.of_label(end, reach) if reach > end else None

    def _reach(self, found: Found, sentences: list[tuple[int, int]]) -> int:
        """The end of the next sentence when it does no more than give the time of this task."""
        for i, (start, end) in enumerate(sentences[:-1]):
            if start <= found.task[0] <= end:
                following = sentences[i + 1]
                if _LATER_TIME.match(self.string, following[0]) and following[1] - following[0] < 120:
                    return following[1]
        return found.task[1]

    def _criteria(self, line: Line, start: int, end: int) -> list[str]:
        named = self.criteria.named(start, end)
        return named or list(self.criteria.above(line))

    def _sentences(self, start: int, end: int) -> list[tuple[int, int]]:
        """The sentences of a stretch, without the marks that end them."""
        spans: list[tuple[int, int]] = []
        i = max(0, bisect_left(self._sentence_starts, start + 1) - 1)
        while i < len(self._sentence_starts) and self._sentence_starts[i] < end:
            span = self.document.sentences[i]
            i += 1
            first, last = max(span.start, start), min(span.end, end)
            while last > first and self.string[last - 1] in _SENTENCE_MARKS:
                last -= 1
            if last - first <= 2:
                continue
            if spans and self.string[first] == "(" and self.string[last - 1] == ")":
                spans[-1] = (spans[-1][0], last)
            else:
                spans.append((first, last))
        return spans

    def _words(self, start: int, end: int) -> str:
        return " ".join(self.string[start:end].strip(_SENTENCE_MARKS).split())

"""Reads the assignments of running text: subjects, commands and partners in one paragraph."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from extractor.layers.responsibilities.agency import Agency, AgencyList, agencies_at
from extractor.layers.responsibilities.patterns import COMMAND, PARTNER, SUBJECT
from extractor.layers.responsibilities.roles import (
    begins_predicate,
    clauses,
    does_something,
    in_order,
    partners_end,
    roles_of_words,
    stretch_roles,
    verbs_at,
)
from extractor.lexicon.table_columns import RoleName

MAX_LEAD_IN = 400
MAX_COMMAS = 8
MAX_TASK = 3000
MAX_LED_TASK = 400
MIN_TASK = 12
MIN_WORDS = 4

_ISSUER_COMMANDS = regex.compile(
    r"(?i:,? ?(?:giao|yêu cầu|đề nghị|phân công|thống nhất|ban hành (?:nghị quyết|kế hoạch)|đã|kính|"
    r"trân trọng)(?!\p{L}))"
)
_NOUN_BEFORE = regex.compile(
    r"(?i:sự|công tác|cơ chế|quy chế|việc|quan hệ|hiệu quả|chương trình|tinh thần|(?<!đầu )mối|nội dung|kết quả|"
    r"kỹ năng|phương án) $"
)
_PASSIVE_BEFORE = regex.compile(r"(?i:ban|được|đã|bàn|theo|do|sự|việc|khi|công tác|nhiệm vụ|chuyển) $")
_DUTY = re.compile(r"(?:,? ?(?:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ))(?: ?: ?| )?|,? ?: ?|,? ?")
_START = re.compile(r"(?:[\s\"“(–-]|(?i:đồng thời|ngoài ra|bên cạnh đó|trong đó|cụ thể|riêng|và|song song),? )*")
_PASSIVE_LEAD = regex.compile(r"(?<!\p{L})(?i:do) (?=\p{L})")
_LEADS = regex.compile(r",? (?:chủ trì|làm đầu mối|đầu mối)(?!\p{L})")
_COMMAND_WORDS = ("chỉ đạo", "giao", "đề nghị", "yêu cầu", "phân công")
_COMMANDS = re.compile(r"(?i:trân trọng|kính|đề nghị|yêu cầu|giao|phân công) ")
_SHORT_PREDICATE = regex.compile(
    r",? (?:trực tiếp )?(?:chủ trì|làm đầu mối|đầu mối|chỉ đạo|lãnh đạo|chuẩn bị)(?!\p{L})"
    r"(?: (?!các |những |cho |với |cùng |phối )\p{Ll}+){0,3}(?=, )"
)
# A demand made of everybody ("Mỗi chi bộ phải có việc làm cụ thể") says how, and gives no work.
_DEMANDS = re.compile(r" phải (?:có|là|được)\b")
_HOLDS_POST = re.compile(r" làm (?i:(?:phó )?trưởng|tổ (?:trưởng|phó)|ủy viên|thành viên|chủ tịch|phó |thư ký)")
_IN_BRACKETS = regex.compile(r"\([^()\n]{4,120} (?:chủ trì|đầu mối)[^()\n]{0,120}\)")
_TOPIC = regex.compile(r"(?!(?i:thành phần|lực lượng|đối tượng|đại biểu|khách mời|tham dự))[^:;.]{3,120}: ?")


_BARE = regex.compile(
    r"(?i:các |những )?(?i:cán bộ|công chức|viên chức|thành viên|lực lượng|bộ phận|thường trực|"
    r"cán bộ, công chức|giáo viên|văn phòng|thuế|mặt trận)"
)
# Written with a capital they open what a body does; others ("Chỉ đạo", "Quản lý") are words of names.
_CAPITAL_VERB = re.compile(
    r"(?:Chủ trì|Phối hợp|Tham mưu|Hướng dẫn|Tổ chức|Chủ động|Tuyên truyền|Triển khai|Thực hiện|Tăng cường|Đẩy mạnh|"
    r"Tiếp tục|Rà soát|Theo dõi|Bố trí|Đảm bảo|Bảo đảm|Căn cứ|Lồng ghép|Huy động|Vận động|Đôn đốc|Có trách nhiệm|"
    r"Chịu trách nhiệm|Phụ trách)\b"
)
_DONE = regex.compile(r",? ?đã(?!\p{L})")


class Found(NamedTuple):
    """An assignment of one body: its roles, the task's place, the rule that found it."""

    agency: Agency
    roles: tuple[RoleName, ...]
    task: tuple[int, int]
    rule: str


class Clause(NamedTuple):
    """A clause with the bodies that are its subject (or that it commands), if any, and where what they do begins."""

    start: int
    end: int
    bodies: AgencyList | None
    predicate: int
    request: bool
    command: bool


class Paragraph(NamedTuple):
    """What a paragraph assigns, and its stretches that have no subject of their own."""

    found: tuple[Found, ...]
    unsaid: tuple[tuple[int, int], ...]
    opens: bool
    """The paragraph's first clause has a subject of its own."""


def read_paragraph(
    string: str, sentences: Sequence[tuple[int, int]], *, headed: bool, spread: bool, labelled: bool = False
) -> Paragraph:
    """Read a paragraph sentence by sentence.

    `headed`: a heading names the unsaid subject. `spread`: the subject that opens the paragraph holds for its later
    sentences too. `labelled`: a label before it names who does what its first clause says.
    """
    by_sentence = [list(_clauses(string, start, end, headed)) for start, end in sentences]
    if labelled and by_sentence and by_sentence[0]:
        first = by_sentence[0][0]
        by_sentence[0][0] = first._replace(bodies=None, predicate=first.start, command=False)
    read = [(clause, i) for i, found in enumerate(by_sentence) for clause in found]
    found: list[Found] = []
    unsaid: list[tuple[int, int]] = []
    opens = bool(read) and read[0][0].bodies is not None
    i = 0
    while i < len(read):
        clause, sentence = read[i]
        through = len(sentences) if spread and i == 0 and opens else sentence
        j = i + 1
        while j < len(read) and read[j][0].bodies is None and read[j][1] <= through:
            j += 1
        stop = read[j - 1][0].end
        if clause.bodies is None:
            unsaid.append((clause.start, stop))
        else:
            found += _of_bodies(string, clause, stop)
        i = j
    for (start, end), own in zip(sentences, by_sentence, strict=True):
        subject = any(clause.bodies is not None and not clause.command for clause in own)
        found += _inside(string, start, end, own, headed or subject)
    partners = {one.agency.start for one in found if one.rule == PARTNER.id}
    found = [one for one in found if one.rule != SUBJECT.id or one.agency.start not in partners]
    return Paragraph(tuple(found), tuple(unsaid), opens)


def _of_bodies(string: str, clause: Clause, stop: int) -> Iterator[Found]:
    bodies = clause.bodies
    if bodies is None:
        return
    duty = _DUTY.match(string, bodies.end)
    begin = duty.end() if duty else bodies.end
    roles = set(stretch_roles(string, begin, stop))
    begin = partners_end(string, begin, stop)
    if clause.request:
        roles.add("request")
    rule = COMMAND.id if clause.command else SUBJECT.id
    for agency in bodies.items:
        yield Found(agency, tuple(in_order(roles)), (begin, stop), rule)


def _clauses(string: str, start: int, end: int, headed: bool) -> Iterator[Clause]:
    spans = clauses(string, start, end)
    i = 0
    while i < len(spans):
        first, last = spans[i]
        opened = _START.match(string, first)
        place = opened.end() if opened else first
        listed = agencies_at(string, place).end
        while i + 1 < len(spans) and listed >= last:
            i += 1
            last = spans[i][1]
        i += 1
        clause = _commanded(string, place, last, headed) if _COMMANDS.match(string, place) or listed > place else None
        clause = clause or _with_subject(string, place, last)
        if clause is None:
            yield Clause(first, last, None, first, False, False)
            continue
        other = _beside(string, clause)
        if other is not None and other.bodies is not None:
            yield clause._replace(end=other.start - 2)
            yield other
        else:
            yield clause


def _beside(string: str, clause: Clause) -> Clause | None:
    """ "X chủ trì, Y phối hợp", "X chuẩn bị nội dung, Y chuẩn bị hội trường": the second body with its own verb."""
    lead = _SHORT_PREDICATE.match(string, clause.predicate, clause.end)
    if not lead or string[lead.end() : lead.end() + 2] != ", ":
        return None
    bodies = _subject_at(string, lead.end() + 2, clause.end)
    return (
        None
        if bodies is None
        else Clause(lead.end() + 2, clause.end, bodies, bodies.end, clause.request, clause.command)
    )


def _commanded(string: str, start: int, end: int, headed: bool) -> Clause | None:
    """Read "Giao X …", "Đề nghị X …", also after the issuer ("UBND tỉnh yêu cầu X …").

    Under a heading, the agency that it names is the one that gives the task.
    """
    place = start
    issuer = agencies_at(string, start)
    if issuer.items and _is_issuer(string, issuer):
        place = issuer.end + 1
    command = COMMAND.regex.match(string, place, end)
    if not command or command["direct"] or (headed and command["hand"]):
        return None
    bodies = agencies_at(string, command.end())
    if not bodies.items or bodies.end > end:
        return None
    return Clause(start, end, bodies, bodies.end, command["request"] is not None, True)


def _is_issuer(string: str, bodies: AgencyList) -> bool:
    """One body that gives tasks to others ("UBND tỉnh giao …"), or of which a fact is told ("… đã")."""
    words = string[bodies.items[0].start : bodies.end].lower()
    many = len(bodies.items) > 1 or "các " in words
    return _ISSUER_COMMANDS.match(string, bodies.end) is not None and not (many and not _DONE.match(string, bodies.end))


def _with_subject(string: str, start: int, end: int) -> Clause | None:
    subject = _subject_at(string, start, end)
    if subject is None and SUBJECT.regex.match(string, start):
        place = start
        for _ in range(MAX_COMMAS):
            comma = string.find(", ", place, min(end, start + MAX_LEAD_IN))
            if comma < 0:
                break
            place = comma + 2
            subject = _subject_at(string, place, end)
            if subject is not None:
                break
        subject = subject or _after_object(string, start, end)
    if subject is None and string.find(":", start, end) > 0 and (topic := _TOPIC.match(string, start, end)):
        subject = _subject_at(string, topic.end(), end)
    return None if subject is None else Clause(start, end, subject, subject.end, False, False)


_ABOUT = regex.compile(r"(?i:đối với) [^,;:.]{3,80}? (?=\p{Lu})")


def _after_object(string: str, start: int, end: int) -> AgencyList | None:
    """ "Đối với các xã … UBND các xã tổ chức …" without a comma."""
    about = _ABOUT.match(string, start, end)
    return _subject_at(string, about.end(), end) if about else None


def _subject_at(string: str, place: int, end: int) -> AgencyList | None:
    bodies = agencies_at(string, place)
    if not bodies.items or bodies.end >= end or _is_issuer(string, bodies):
        return None
    first = bodies.items[0]
    if first.kind == "unit" or (
        first.kind == "organ"
        and not string[first.start].isupper()
        and not (string.find(" ", first.start, first.end) > 0 and begins_predicate(string, bodies.end + 1))
        and string[first.start : first.start + 4] not in ("các ", "từng")
    ):
        return None
    if _HOLDS_POST.match(string, bodies.end) or _DEMANDS.match(string, bodies.end):
        return None
    duty = _DUTY.match(string, bodies.end)
    begin = duty.end() if duty else bodies.end
    said = duty is not None and "nhiệm" in duty[0]
    stated = duty is not None and ":" in duty[0]
    does = does_something(string, begin, end) and (
        stated or not string[begin].isupper() or _CAPITAL_VERB.match(string, begin)
    )
    return bodies if (said or does) and not _BARE.fullmatch(string, first.start, bodies.end) else None


def _inside(string: str, start: int, end: int, read: Sequence[Clause], subject: bool) -> Iterator[Found]:
    """Find partners, and bodies that are told to do something, inside a sentence."""
    words = string[start:end].lower()
    if "chủ trì" in words or "đầu mối" in words:
        yield from _led(string, start, end)
    if "hợp" in words or "hiệp đồng" in words or "cùng " in words:
        for cue in PARTNER.regex.finditer(string, start, end):
            if not _NOUN_BEFORE.search(string, max(start, cue.start() - 16), cue.start()):
                yield from _partners(string, start, cue.end(), end)
    if any(word in words for word in _COMMAND_WORDS):
        yield from _commands(string, start, end, read, subject)


def _led(string: str, start: int, end: int) -> Iterator[Found]:
    for cue in _PASSIVE_LEAD.finditer(string, start, end):
        yield from _led_by(string, start, cue, end)
    for cue in _IN_BRACKETS.finditer(string, start, end):
        yield from _led_in_brackets(string, start, cue)


def _commands(string: str, start: int, end: int, read: Sequence[Clause], subject: bool) -> Iterator[Found]:
    openings = {c.predicate for c in read if c.command}
    for cue in COMMAND.regex.finditer(string, start, end):
        before = string[max(start, cue.start() - 12) : cue.start()]
        if _PASSIVE_BEFORE.search(before) or (before and before[-1].isalpha()):
            continue
        bodies = agencies_at(string, cue.end())
        if bodies.end in openings or not bodies.items:
            continue
        if cue["direct"] and not _is_told(string, bodies, subject):
            continue
        yield from _told(string, bodies, end, request=cue["request"] is not None)


def _led_in_brackets(string: str, start: int, cue: "regex.Match[str]") -> Iterator[Found]:
    """ "Tổ chức 02 hội nghị (Sở X chủ trì)": the body leads what stands before the brackets."""
    bodies = agencies_at(string, cue.start() + 1)
    if bodies.items and _LEADS.match(string, bodies.end, cue.end()):
        roles = tuple(in_order(set(stretch_roles(string, bodies.end + 1, cue.end() - 1))))
        for agency in bodies.certain:
            yield Found(agency, roles, (start, cue.start()), SUBJECT.id)


def _led_by(string: str, start: int, cue: "regex.Match[str]", end: int) -> Iterator[Found]:
    """ "… do Sở X chủ trì": the body leads what the sentence is about, where no task follows."""
    place = cue.end()
    bodies = agencies_at(string, place)
    if bodies.items and _LEADS.match(string, bodies.end, end):
        clause = Clause(place, min(end, bodies.end + MAX_LED_TASK), bodies, bodies.end, False, False)
        other = _beside(string, clause)
        if other is not None:
            clause = clause._replace(end=other.start - 2)
            yield from (found for found in _of_bodies(string, other, other.end) if found.agency.kind != "vague")
        for found in _of_bodies(string, clause, clause.end):
            about = (max(start, cue.start() - MAX_LED_TASK), cue.start())
            task = found.task if found.task[1] - found.task[0] > MIN_TASK else about
            if found.agency.kind != "vague":
                yield found._replace(task=task)


def _partners(string: str, start: int, place: int, end: int) -> Iterator[Found]:
    bodies = agencies_at(string, place)
    if not bodies.items or bodies.end > end:
        return
    begin, stop = _task_after(string, bodies.end, end)
    if stop - begin < MIN_WORDS:
        begin, stop = max(start, *(string.rfind(mark, start, place) + 1 for mark in ";:")), bodies.end
    for agency in bodies.certain:
        yield Found(agency, ("coordinate",), (begin, stop), PARTNER.id)


def _is_told(string: str, bodies: AgencyList, subject: bool) -> bool:
    """A directed body is told to do something where nobody else is the subject, or where it is to work with others."""
    place = bodies.end + (string[bodies.end : bodies.end + 1] == ",") + 1
    if string.startswith("phối hợp", place):
        return True
    if subject:
        return False
    if bodies.items[-1].kind == "class":
        return True
    return begins_predicate(string, place)


def _told(string: str, bodies: AgencyList, end: int, *, request: bool) -> Iterator[Found]:
    begin, stop = _task_after(string, bodies.end, end)
    if not verbs_at(string, begin, stop).roles and not (
        bodies.items[-1].kind == "class" and roles_of_words(string[begin:stop])
    ):
        return
    roles = set(verbs_at(string, begin, stop).roles) or {"implement"}
    if request:
        roles.add("request")
    begin = partners_end(string, begin, stop)
    for agency in bodies.certain:
        yield Found(agency, tuple(in_order(roles)), (begin, stop), COMMAND.id)


_TASK_OPENS = regex.compile(r",? ?(?:để |trong việc |trong )?")


def _task_after(string: str, place: int, end: int) -> tuple[int, int]:
    """The words after a list of bodies, up to the clause's end."""
    opened = _TASK_OPENS.match(string, place)
    begin = opened.end() if opened else place
    spans = clauses(string, begin, min(end, begin + MAX_TASK))
    return (begin, spans[0][1]) if spans else (begin, begin)

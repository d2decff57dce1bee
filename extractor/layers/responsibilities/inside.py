"""Reads the partners and the bodies that are told to do something inside a sentence."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from extractor.layers.responsibilities.agency import agencies_at
from extractor.layers.responsibilities.bodies import Agency, AgencyList
from extractor.layers.responsibilities.openings import holds
from extractor.layers.responsibilities.patterns import COMMAND, PARTNER, SUBJECT
from extractor.layers.responsibilities.persons import officer
from extractor.layers.responsibilities.roles import (
    begins_predicate,
    clauses,
    in_order,
    partners_end,
    roles_of_words,
    stretch_roles,
    verbs_at,
)
from extractor.layers.responsibilities.subjects import DUTY, STAFF, Clause, beside, past_each
from extractor.lexicon.table_columns import RoleName

MAX_TASK = 3000
MAX_LED_TASK = 400
MIN_TASK = 12
MIN_WORDS = 4
_NOUN_BEFORE = regex.compile(
    r"(?i:sự|công tác|cơ chế|quy chế|việc|quan hệ|hiệu quả|chương trình|tinh thần|(?<!đầu )mối|nội dung|kết quả|"
    r"kỹ năng|phương án) $"
)
_PASSIVE_BEFORE = regex.compile(r"(?i:ban|được|đã|bàn|theo|do|sự|việc|khi|công tác|nhiệm vụ|chuyển) $")
_PASSIVE_LEAD = regex.compile(r"(?<!\p{L})(?i:do) (?=\p{L})")
_LEADS = regex.compile(r",? (?:chủ trì|làm đầu mối|đầu mối)(?!\p{L})")
_ORGANISES = regex.compile(
    r" (?:chủ trì|làm đầu mối|đầu mối|phối hợp|tổ chức|thực hiện|đảm nhiệm|chịu trách nhiệm)(?!\p{L})"
)
_JOINS = regex.compile(r" (?:cùng )?phối hợp(?!\p{L})")
_ALSO = regex.compile(r"[,;] (?:và )?")
_LEADS_TEAM = regex.compile(r" làm (?i:trưởng (?:đoàn|nhóm)|(?:tổ|đội|nhóm) trưởng), ")
_OWN_STAFF = regex.compile(STAFF, regex.I)
_COMMAND_WORDS = ("chỉ đạo", "giao", "đề nghị", "yêu cầu", "phân công")
_IN_BRACKETS = regex.compile(r"\([^()\n]{4,120} (?:chủ trì|đầu mối)[^()\n]{0,120}\)")


class Found(NamedTuple):
    """An assignment of one body: its roles, the task's place, the rule that found it."""

    agency: Agency
    roles: tuple[RoleName, ...]
    task: tuple[int, int]
    rule: str
    opening: int = -1
    """Where the clause begins whose first words may say how often ("Hằng quý phối hợp với …"); -1 where none do."""


def of_bodies(string: str, clause: Clause, stop: int) -> Iterator[Found]:
    """Give each body of a clause what the stretch up to `stop` says."""
    bodies = clause.bodies
    if bodies is None:
        return
    duty = DUTY.match(string, bodies.end)
    begin = duty.end() if duty else bodies.end
    roles = set(stretch_roles(string, past_each(string, begin), stop))
    begin = partners_end(string, begin, stop)
    if clause.request:
        roles.add("request")
    rule = COMMAND.id if clause.command else SUBJECT.id
    for agency in bodies.items:
        yield Found(agency, tuple(in_order(roles)), (begin, stop), rule)


def inside(string: str, start: int, end: int, read: Sequence[Clause], headed: bool) -> Iterator[Found]:
    """Find partners, and bodies that are told to do something, inside a sentence."""
    words = string[start:end].lower()
    if "chủ trì" in words or "đầu mối" in words or "làm trưởng" in words or ": do " in words:
        yield from _led(string, start, end)
    if "hợp" in words or "hiệp đồng" in words or "cùng " in words:
        for cue in PARTNER.regex.finditer(string, start, end):
            if not _NOUN_BEFORE.search(string, max(start, cue.start() - 16), cue.start()):
                yield from _partners(string, start, cue.end(), end)
    if holds(words, _COMMAND_WORDS):
        subject = headed or any(clause.bodies is not None and (clause.request or not clause.command) for clause in read)
        yield from _commands(string, start, end, read, subject)


def _led(string: str, start: int, end: int) -> Iterator[Found]:
    for cue in _PASSIVE_LEAD.finditer(string, start, end):
        yield from _led_by(string, start, cue, end)
        yield from _headed_by(string, cue.end(), end)
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
        if cue["hand"] and subject and _OWN_STAFF.match(string, cue.end()):
            continue
        if cue["direct"] and not _is_told(string, bodies, subject):
            continue
        yield from _told(string, bodies, end, request=cue["request"] is not None)


def _led_in_brackets(string: str, start: int, cue: "regex.Match[str]") -> Iterator[Found]:
    """ "Tổ chức 02 hội nghị (Sở X chủ trì)": the body leads what stands before the brackets."""
    bodies = agencies_at(string, cue.start() + 1)
    if not bodies.items or not _LEADS.match(string, bodies.end, cue.end()):
        return
    also = _ALSO.search(string, bodies.end, cue.end())
    others = agencies_at(string, also.end()) if also else None
    joined = also is not None and others is not None and _JOINS.match(string, others.end, cue.end()) is not None
    roles = set(stretch_roles(string, bodies.end + 1, also.start() if also and joined else cue.end() - 1))
    for agency in bodies.certain:
        yield Found(agency, tuple(in_order(roles)), (start, cue.start()), SUBJECT.id)
    for agency in others.certain if others and joined else ():
        yield Found(agency, ("coordinate",), (start, cue.start()), PARTNER.id)


def _led_by(string: str, start: int, cue: "regex.Match[str]", end: int) -> Iterator[Found]:
    """ "… do Sở X chủ trì": the body leads what the sentence is about, where no task follows."""
    place = cue.end()
    bodies = agencies_at(string, place)
    leads = _ORGANISES if string.endswith(": ", start, cue.start()) else _LEADS
    if bodies.items and leads.match(string, bodies.end, end):
        clause = Clause(place, min(end, bodies.end + MAX_LED_TASK), bodies, bodies.end, False, False)
        other = beside(string, clause)
        if other is not None:
            clause = clause._replace(end=other.start - 2)
            yield from (found for found in of_bodies(string, other, other.end) if found.agency.kind != "vague")
        for found in of_bodies(string, clause, clause.end):
            about = (max(start, cue.start() - MAX_LED_TASK), cue.start())
            task = found.task if found.task[1] - found.task[0] > MIN_TASK else about
            if found.agency.kind != "vague":
                yield found._replace(task=task)


def _headed_by(string: str, place: int, end: int) -> Iterator[Found]:
    """ "Đoàn số 1: do A - Trưởng phòng Y tế làm trưởng đoàn, kiểm tra …": the person leads what the team does."""
    bodies = agencies_at(string, place)
    person = bodies.items[0] if bodies.items else officer(string, place)
    if person is None or not (leads := _LEADS_TEAM.match(string, person.end, end)):
        return
    if begins_predicate(string, leads.end()):
        roles = {"lead", *stretch_roles(string, leads.end(), end)}
        yield Found(person, tuple(in_order(roles)), (leads.end(), end), SUBJECT.id)


def _partners(string: str, start: int, place: int, end: int) -> Iterator[Found]:
    bodies = agencies_at(string, place)
    if not bodies.items or bodies.end > end:
        return
    begin, stop = _task_after(string, bodies.end, end)
    if stop - begin < MIN_WORDS:
        begin, stop = max(start, *(string.rfind(mark, start, place) + 1 for mark in ";:")), bodies.end
    opening = max(start, string.rfind("; ", start, place) + len("; "))
    for agency in bodies.certain:
        yield Found(agency, ("coordinate",), (begin, stop), PARTNER.id, opening)


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

"""Reads the bodies that are the subject of a clause, or that it commands."""

import re
from typing import NamedTuple

import regex

from extractor.layers.responsibilities.agency import agencies_at
from extractor.layers.responsibilities.bodies import AgencyList
from extractor.layers.responsibilities.groups import group_subject
from extractor.layers.responsibilities.heads import function_words
from extractor.layers.responsibilities.openings import leads_in
from extractor.layers.responsibilities.patterns import COMMAND
from extractor.layers.responsibilities.roles import begins_predicate, does_something

MAX_LEAD_IN = 400
MAX_COMMAS = 8
STAFF = (
    r"(?:cán bộ|công chức|viên chức|nhân viên|giáo viên|bác sĩ|chiến sĩ|chiến sỹ|đảng viên|đoàn viên|kiểm lâm|cảnh sát|"
    r"lực lượng|người|thành viên)(?!\p{L})"
)
"""People of the body itself: to share work out among them is the body's own work."""
_ISSUER_COMMANDS = regex.compile(
    rf"(?i:,? ?(?:giao|yêu cầu|đề nghị|phân công(?! {STAFF})|thống nhất|ban hành (?:nghị quyết|kế hoạch)|đã|kính|"
    r"trân trọng)(?!\p{L}))"
)
DUTY = re.compile(r"(?:,? ?(?:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ))(?: ?: ?| )?|,? ?: ?|,? ?")
_SHORT_PREDICATE = regex.compile(
    r",? (?:trực tiếp )?(?:chủ trì|làm đầu mối|đầu mối|chỉ đạo|lãnh đạo|chuẩn bị)(?!\p{L})"
    r"(?: (?!các |những |cho |với |cùng |phối )\p{Ll}+){0,3}(?=, )"
)
# A demand made of everybody ("Mỗi chi bộ phải có việc làm cụ thể") says how, and gives no work.
_DEMANDS = re.compile(r" phải (?:có|là|được)\b")
# How the work is shared out among the bodies, or over time: "A, B mỗi đơn vị phụ trách 05 tuyến đường".
_EACH = re.compile(
    r"mỗi (?:đơn vị|cơ quan|địa phương|tổ chức|đoàn thể|chi hội|chi đoàn|chi bộ|trường|ngành|hội|sở|xã|phường|"
    r"huyện|thôn|bên|nơi|năm|quý|tháng|tuần) "
)
_HOLDS_POST = re.compile(r" làm (?i:(?:phó )?trưởng|tổ (?:trưởng|phó)|ủy viên|thành viên|chủ tịch|phó |thư ký)")
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
# Alone they are as often what a body does ("Thường trực sẵn sàng chữa cháy").
_TASK_WORDS = regex.compile(r"(?i:thường trực|lực lượng|thành viên|bộ phận|thuế)")
# Whom a clause asks stands behind, one after another: "Căn cứ …, đề nghị A, B, C …".
_ASKS = re.compile(r"(?:trân trọng |kính )?(?:đề nghị|yêu cầu|giao|phân công) ")
# Who of a body is meant: "Nhân viên y tế (đồng chí A) theo dõi …".
_ASIDE = regex.compile(r" \([^()\n]{3,200}\)")
_NEXT_WORD = regex.compile(r" (\p{Ll}+)(?: [^ ]+){2}")
# A fact, or more words of the name, and no work.
_STATES = regex.compile(
    r" (?:này|đó|nêu|hiện|đang|đã|chưa|bị|nào|đều|vẫn|vừa|gồm|bao gồm|là (?:đơn vị|địa phương)|xã hội)(?!\p{L})"
)
_DONE = regex.compile(r",? ?đã(?!\p{L})")


class Clause(NamedTuple):
    """A clause with the bodies that are its subject (or that it commands), if any, and where what they do begins."""

    start: int
    end: int
    bodies: AgencyList | None
    predicate: int
    request: bool
    command: bool


def beside(string: str, clause: Clause) -> Clause | None:
    """ "X chủ trì, Y phối hợp", "X chuẩn bị nội dung, Y chuẩn bị hội trường": the second body with its own verb."""
    lead = _SHORT_PREDICATE.match(string, clause.predicate, clause.end)
    if not lead or string[lead.end() : lead.end() + 2] != ", ":
        return None
    bodies = subject_at(string, lead.end() + 2, clause.end)
    return (
        None
        if bodies is None
        else Clause(lead.end() + 2, clause.end, bodies, bodies.end, clause.request, clause.command)
    )


def commanded(string: str, start: int, end: int, headed: bool) -> Clause | None:
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


def opening_subject(string: str, start: int, end: int) -> Clause | None:
    """Read a body that opens an item of a section that hands out work, with a verb that the lexicon does not know."""
    bodies = agencies_at(string, start)
    if _TASK_WORDS.fullmatch(string, start, bodies.end):
        return None
    if bodies.items and bodies.end < end and not _is_issuer(string, bodies):
        known = bodies.items[0].kind in ("organ", "class") and string[start].isupper()
        if known and _goes_on(string, bodies.end, end):
            return Clause(start, end, bodies, bodies.end, False, False)
    group = group_subject(string, start, end)
    if group and not _NEXT_WORD.match(string, group[-1].end, end):
        return None
    return Clause(start, end, AgencyList(group, group[-1].end), group[-1].end, False, False) if group else None


def _goes_on(string: str, place: int, end: int) -> bool:
    """Tell whether words follow that may say what a body does, and no more of its name."""
    word = _NEXT_WORD.match(string, place, end)
    return (
        word is not None
        and (word[1] not in function_words() or begins_predicate(string, place + 1))
        and not _STATES.match(string, place)
    )


def with_subject(string: str, start: int, end: int) -> Clause | None:
    """Read a clause whose subject stands first, or behind what only leads in."""
    subject = subject_at(string, start, end)
    if subject is None and leads_in(string, start):
        place = start
        for _ in range(MAX_COMMAS):
            comma = string.find(", ", place, min(end, start + MAX_LEAD_IN))
            if comma < 0:
                break
            place = comma + 2
            if _ASKS.match(string, place, end) or string.startswith("phối hợp ", place):
                break
            subject = subject_at(string, place, end)
            if subject is not None:
                break
        subject = subject or _after_object(string, start, end)
    if subject is None and string.find(":", start, end) > 0 and (topic := _TOPIC.match(string, start, end)):
        subject = subject_at(string, topic.end(), end)
    return None if subject is None else Clause(start, end, subject, subject.end, False, False)


_ABOUT = regex.compile(r"(?i:đối với) [^,;:.]{3,80}? (?=\p{Lu})")


def _after_object(string: str, start: int, end: int) -> AgencyList | None:
    """ "Đối với các xã … UBND các xã tổ chức …" without a comma."""
    about = _ABOUT.match(string, start, end)
    return subject_at(string, about.end(), end) if about else None


def past_each(string: str, place: int) -> int:
    """Return where the work begins that each of several bodies is to do, or that is to be done each year."""
    each = _EACH.match(string, place)
    return each.end() if each else place


def subject_at(string: str, place: int, end: int) -> AgencyList | None:
    """Return the bodies at a place where what they are to do follows, behind brackets too."""
    bodies = agencies_at(string, place)
    aside = _ASIDE.match(string, bodies.end, end) if bodies.items else None
    bodies = bodies._replace(end=aside.end()) if aside else bodies
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
    duty = DUTY.match(string, bodies.end)
    begin = past_each(string, duty.end() if duty else bodies.end)
    said = duty is not None and "nhiệm" in duty[0]
    stated = duty is not None and ":" in duty[0]
    does = does_something(string, begin, end) and (
        stated or not string[begin].isupper() or _CAPITAL_VERB.match(string, begin)
    )
    return bodies if (said or does) and not _BARE.fullmatch(string, first.start, bodies.end) else None

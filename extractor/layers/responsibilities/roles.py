"""Reads the verbs that govern an assignment, and the partners that it names."""

import re
from typing import NamedTuple

import regex

from extractor.layers.responsibilities.agency import agencies_at
from extractor.layers.responsibilities.bodies import AgencyList
from extractor.layers.responsibilities.heads import phrase_end, phrases_at
from extractor.layers.responsibilities.openings import holds, leads_in
from extractor.lexicon.table_columns import RoleName

ROLE_ORDER: tuple[RoleName, ...] = (
    "request",
    "lead",
    "in_charge",
    "direct",
    "advise",
    "guide",
    "monitor",
    "coordinate",
    "implement",
)
MAX_VERBS = 12
MAX_COMMAS = 8
MAX_BEFORE_VERB = 400

# Nouns whose last word is a verb elsewhere ("trình").
_PROCESS = re.compile(r"\b(?i:công|chương|quy|lộ|tiến|quá|tờ|giáo|hành) trình\b")
# What those who watch over work do with it in the end: "theo dõi tiến độ, tổng hợp báo cáo".
_SUMS_UP = re.compile(r"(?:,| và) (?:tổng hợp|báo cáo|sơ kết|tổng kết)\b")
_BETWEEN = re.compile(r"(?: ?, ?| và | hoặc | ?/ ?| )?(?i:đồng thời |và )?")
_WITH = regex.compile(
    r"(?: (?:chặt chẽ|thường xuyên|tích cực|hiệu quả|đồng bộ|kịp thời))*,? (?:với|cùng với|cùng|"
    r"của) (?:sự tham gia của )?|(?: chặt chẽ)? "
)
_WORD = re.compile(r"[^\W_]+")
_LEADS_WITH = regex.compile(
    r"(?i:chủ trì|làm đầu mối)?(?: và|,)? ?(?i:phối (?:kết )?hợp|hiệp đồng)|(?i:chủ trì)(?=,? cùng )"
)
_TOGETHER = re.compile(r",? cùng ")
_NOUN_BEFORE = regex.compile(
    r"(?:(?i:của|được|do|theo|sự|để|nhằm|bị|ban|ban hành|cơ quan|đơn vị|người|cho|văn bản|ý kiến|đoàn|quy chế|kết quả|"
    r"hội đồng|camera|thiết bị|lớp|tổ|phòng|cán bộ|viên|tỷ lệ|bằng|qua)"
    r"|[\p{Lu}]\p{L}*) $"
)
_GOVERNING_WORD = re.compile(r"\b(?:chủ|chỉ|lãnh|tham|đề|hướng|kiểm|giám|theo|đôn|thanh|phụ|làm|phối)\b")
_ROLES = frozenset(ROLE_ORDER)
_GOVERNING: tuple[RoleName, ...] = ("direct", "advise", "guide", "monitor", "lead", "in_charge", "coordinate")


class Verbs(NamedTuple):
    """Roles that a stretch gives, in a fixed order, and where its verbs end."""

    roles: tuple[RoleName, ...]
    end: int


def in_order(roles: "set[RoleName]") -> list[RoleName]:
    """List roles in a fixed order."""
    if len(roles) < 2:
        return [*roles]
    return [role for role in ROLE_ORDER if role in roles]


_RESULT = re.compile(r"(?:tăng|giảm)[ ](?:(?:bình[ ]quân|trung[ ]bình|từ|trên|hơn|ít[ ]nhất|tối[ ]thiểu)[ ]){0,2}\d")
"""What comes of the work ("các xã vùng cao giảm 4%/năm") is nobody's task."""


def begins_predicate(string: str, place: int) -> bool:
    """Tell whether what a body is to do begins at a place."""
    ends = phrases_at(string, place)
    return ("opener" in ends or not _ROLES.isdisjoint(ends)) and _RESULT.match(string, place) is None


def does_something(string: str, place: int, end: int) -> bool:
    """Tell whether a verb is at a place, or comes after the words that may stand before it ("căn cứ …", "hằng năm")."""
    if not begins_predicate(string, place):
        return False
    if _verb_at(string, place)[0] > 0:
        return True
    opened = phrase_end("opener", string, place)
    words = _WORD.finditer(string, opened, min(end, opened + MAX_BEFORE_VERB))
    return any(word[0].islower() and _verb_at(string, word.start())[0] > 0 for word in words)


def _verb_at(string: str, place: int) -> tuple[int, RoleName | None]:
    """Return the end of the longest verb that begins at a place, and its role; -1 where there is none."""
    ends = phrases_at(string, place)
    if _ROLES.isdisjoint(ends):
        return -1, None
    found: int = -1
    role: RoleName | None = None
    for name in ROLE_ORDER:
        if ends.get(name, -1) > found:
            found, role = ends[name], name
    return found, role


def verbs_at(string: str, start: int, end: int) -> Verbs:
    """Read the verbs in a row from `start` on; partners that are named after "phối hợp với" are passed over."""
    roles: set[RoleName] = set()
    place = done = start
    for _ in range(MAX_VERBS):
        if (place > start and string[place : place + 1].isupper()) or _RESULT.match(string, place):
            break
        found, role = _verb_at(string, place)
        opener = phrase_end("opener", string, place)
        if (found < 0 and opener < 0) or max(found, opener) > end:
            break
        if role is not None and found >= opener:
            done = found
            if role == "coordinate" or (role == "lead" and _TOGETHER.match(string, found)):
                done = max(found, _partners(string, found).end)
            if role != "coordinate" or "lead" not in roles:
                roles.add(role)
        else:
            done = opener
        between = _BETWEEN.match(string, done)
        if found >= opener and role == "guide" and between and between[0] == " ":
            break
        place = between.end() if between else done
    return Verbs(tuple(in_order(roles)), done)


def roles_of_words(words: str, *, small: bool = False) -> "set[RoleName]":
    """Return the roles that words name, wherever they stand among them; `small`: in small letters only."""
    said = _PROCESS.sub("", words)
    places = (word.start() for word in _WORD.finditer(said) if not small or word[0].islower())
    roles = (_verb_at(said, place)[1] for place in places)
    return {role for role in roles if role is not None}


def partners_end(string: str, start: int, end: int) -> int:
    """Return where the task begins after "chủ trì, phối hợp với A, B"; `start` where no partner stands first."""
    lead = _LEADS_WITH.match(string, start, end)
    if not lead:
        return start
    partners = _partners(string, lead.end())
    if not partners.items or partners.end + 8 > end:
        return start
    place = partners.end
    while place < end and string[place] in ", ":
        place += 1
    return place


def _partners(string: str, start: int) -> AgencyList:
    joined = _WITH.match(string, start)
    found = agencies_at(string, joined.end()) if joined else AgencyList((), start)
    return found if found.items else AgencyList((), start)


def clause_roles(string: str, start: int, end: int) -> "set[RoleName]":
    """Read the roles that govern a clause; a lead-in ("Trên cơ sở …,") is passed over."""
    roles = set(verbs_at(string, start, end).roles)
    if roles - {"implement"} or not leads_in(string, start):
        return roles
    place = start
    for _ in range(MAX_COMMAS):
        comma = string.find(", ", place, end)
        if comma < 0:
            break
        place = comma + 2
        found = verbs_at(string, place, end).roles
        if found:
            return set(found)
    return roles


def stretch_roles(string: str, start: int, end: int) -> list[RoleName]:
    """Read the roles that govern a stretch of several clauses; `implement` where no verb is known."""
    roles: set[RoleName] = set()
    for first, last in clauses(string, start, end):
        own = clause_roles(string, first, last)
        later = _later_roles(string, first, last)
        roles |= own | (later - {"coordinate"} if "lead" in own | later else later)
        if own & {"monitor", "guide"} and _SUMS_UP.search(string, first, last):
            roles.add("implement")
    return in_order(roles) or ["implement"]


def _later_roles(string: str, start: int, end: int) -> "set[RoleName]":
    """Roles of the verbs inside a clause ("xây dựng kế hoạch kiểm tra, hướng dẫn …"), not of like nouns."""
    found: set[RoleName] = set()
    for word in _GOVERNING_WORD.finditer(string, start, end):
        after, role = _verb_at(string, word.start())
        if (
            0 < after <= end
            and role in _GOVERNING
            and (not _NOUN_BEFORE.search(string, max(start, word.start() - 14), word.start()))
        ):
            found.add(role)
    return found


_CUT = regex.compile(r"[;()]|[.!?] (?=\p{Lu})")
_CUT_MARKS = (";", "(", ")", ". ", "! ", "? ")


def clauses(string: str, start: int, end: int) -> list[tuple[int, int]]:
    """Split a stretch at semicolons and sentence ends that stand outside brackets; blanks are left out."""
    if not holds(string[start:end], _CUT_MARKS):
        first = _skip_blanks(string, start, end) if string[start : start + 1] == " " else start
        return [(first, end)] if first < end else []
    spans: list[tuple[int, int]] = []
    depth, first = 0, start
    for cut in _CUT.finditer(string, start, end):
        if cut[0] == "(":
            depth += 1
        elif cut[0] == ")" and depth > 0:
            depth -= 1
        elif depth == 0:
            spans.append((first, cut.start()))
            first = cut.end()
    spans.append((first, end))
    return [(_skip_blanks(string, a, b), b) for a, b in spans if string[a:b].strip()]


def _skip_blanks(string: str, start: int, end: int) -> int:
    while start < end and string[start] == " ":
        start += 1
    return start

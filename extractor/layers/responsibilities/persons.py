"""Recognises persons at a place in the reading view, with rank or degree and office."""

import re

import regex

from extractor.layers.responsibilities.bodies import Agency
from extractor.layers.responsibilities.grammar import organ_end
from extractor.layers.responsibilities.heads import phrase_end

_HONORIFIC = regex.compile(
    r"(?i:các )?(?i:đồng chí|đ/c|đ\.c|ông,? bà|ông|bà|chị|anh|cô giáo|thầy giáo|thầy|cô)(?!\p{L}) ?:? ?"
)
# Ranks and degrees before a name, which are kept with it: "BSCKI. Lê Thị Dung", "Thiếu tá Trần Văn Nam".
_TITLE = regex.compile(
    r"(?:(?:[BD]SCK ?I{1,2}|[BD]SCK[12]|B[Ss]|T[Hh][Ss]|T[Ss]|PGS|GS|DS|CNĐD|CN|KS|KTV|LS)(?:\. ?| )|"
    r"(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy) (?:QNCN )?)+"
)
_PERSON = regex.compile(r"\p{Lu}\p{Ll}*(?!\p{L})(?: \p{Lu}\p{Ll}*(?!\p{L})){0,5}")
_OFFICE_JOIN = regex.compile(r" ?[-–,] ?| ?\(")
_IN_BODY = re.compile(
    r"(?:, (?i:(?:phó )?trưởng (?:ban|tiểu ban|đoàn)|phó ban|ủy viên|thành viên|tổ trưởng|tổ phó)(?: thường trực)?"
    r"(?: (?:Ban Chỉ đạo|BCĐ|Ban Chỉ huy|BCH|Ban Tổ chức|BTC))?)+(?=[:.;,]|$|\n)"
)
_PARTY_OFFICE = re.compile(r"\b(?:[Bb]í thư|[Ủủ]y viên|UV|UVBTV|P?BT|[Tt]hường trực)\b")
_NEXT_PERSON = re.compile(r"và (?:các )?(?:đồng chí|đ/c|ông|bà) ")
_HEADS_BODY = re.compile(r", (?:[Pp]hó )?[Tt]rưởng (?:BCĐ|BCH|BTC|Ban Chỉ đạo|Ban Chỉ huy|Ban Tổ chức)\b")
_STAFF = regex.compile(r"(?i:cán bộ|công chức|viên chức|chuyên viên) $")
_OFFICE_WORD = regex.compile(r"[\p{L}\d.&/]++(?:- ?[\p{L}&]++)*+")
MAX_OFFICE_WORDS = 14
_OFFICE_WORDS_JOIN = regex.compile(r" ?[-–] ?| ")


def person_at(string: str, start: int) -> Agency | None:
    """Return a named person with the office that follows the name; without "đồng chí" and the like."""
    honorific = _HONORIFIC.match(string, start)
    if not honorific:
        return named_person(string, start) if _TITLE.match(string, start) else None
    post = max(organ_end(string, honorific.end()), phrase_end("post", string, honorific.end()))
    return Agency(honorific.end(), post, "person") if post > 0 else named_person(string, honorific.end())


def named_person(string: str, start: int, *, with_office: bool = False) -> Agency | None:
    """Return a person by name, with the office that follows."""
    if not string[start : start + 1].isupper():
        return None
    title = _TITLE.match(string, start)
    person = _PERSON.match(string, title.end() if title else start)
    if not person:
        return None
    join = _OFFICE_JOIN.match(string, person.end())
    office = _office_end(string, join.end()) if join else -1
    if join and join[0].startswith(",") and not _is_post(string, join.end()):
        office = -1
    if join and office > 0:
        office = _further_posts(string, join.end(), office)
        closed = office + 1 if join[0].endswith("(") and string[office : office + 1] == ")" else office
        return Agency(start, closed, "person")
    return None if with_office else Agency(start, person.end(), "person")


def officer(string: str, start: int) -> Agency | None:
    """Return a person by name with an office after it, without "ông", "bà"."""
    return named_person(string, start, with_office=True)


def titled_person(string: str, start: int) -> Agency | None:
    """Return a person with an office before a colon, without "ông", "bà" ("Lê Văn An - Phó Chủ tịch UBND xã: …")."""
    found = officer(string, start)
    if found is None or string[found.end : found.end + 1] != ":":
        return None
    join = _OFFICE_JOIN.search(string, start, found.end)
    return found if join and _is_post(string, join.end()) else None


def _further_posts(string: str, start: int, end: int) -> int:
    """Return the end of what else a person is behind an office: "…, Phó Trưởng ban thường trực".

    Behind an office of the Party a second one is the same person's: "Phó Bí thư, Chủ tịch UBND xã".
    """
    further = _IN_BODY.match(string, end)
    if further:
        return int(further.end())
    board = _HEADS_BODY.match(string, end)
    if board and string[board.end() : board.end() + 1] == " " and _says_work(string, board.end() + 1):
        return board.end()
    second = end + len(", ")
    if _PARTY_OFFICE.search(string, start, end) and string.startswith(", ", end) and _is_post(string, second):
        return _office_end(string, second)
    return end


def _is_post(string: str, start: int) -> bool:
    return organ_end(string, start) > 0 or phrase_end("post", string, start) > 0


def _office_end(string: str, start: int) -> int:
    """Return the end of an office: a known post, or words up to a predicate or a stop."""
    post = phrase_end("post", string, start)
    end = max(organ_end(string, start), post)
    place, words = start, 0
    if post > 0:
        joined = _OFFICE_WORDS_JOIN.match(string, post)
        place, words = (joined.end(), 2) if joined else (post, MAX_OFFICE_WORDS)
    while (word := _OFFICE_WORD.match(string, place)) and words < MAX_OFFICE_WORDS:
        charge = string.startswith("phụ trách", place) and _STAFF.search(string[max(start, place - 12) : place])
        if words and not charge and (_says_work(string, place) or _NEXT_PERSON.match(string, place)):
            break
        words, last = words + 1, word.end() - word[0].endswith(".")
        end = max(end, last)
        joined = _OFFICE_WORDS_JOIN.match(string, last)
        if not joined:
            break
        place = joined.end()
    return end


def _says_work(string: str, place: int) -> bool:
    """Tell whether an office ends here, and no verb in capital closes its name ("Trưởng Tiểu ban Tuyên truyền:")."""
    verb = phrase_end("strong", string, place)
    named = string[place].isupper() and string[verb : verb + 1] in (":", ",", ")")
    return string.startswith("làm ", place) or (verb > 0 and not named)

"""Reads labelled lists: "Cơ quan chủ trì: …; cơ quan phối hợp: …; thời gian: …"."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

import regex

from extractor.layers.responsibilities.agency import agencies_at
from extractor.layers.responsibilities.bodies import Agency
from extractor.layers.responsibilities.heads import phrases_at
from extractor.layers.responsibilities.lines import BULLET, Line
from extractor.layers.responsibilities.openings import begins_like, first_letters
from extractor.layers.responsibilities.patterns import HEADING_LABEL, PARTNER, ROLE_LABEL, TIME_LABEL
from extractor.layers.responsibilities.persons import officer
from extractor.layers.responsibilities.roles import begins_predicate, in_order, roles_of_words
from extractor.lexicon.table_columns import RoleName

MAX_PIECE_WORDS = 12
MAX_HEADING_LABEL = 80

_HEADING_LETTERS = first_letters("các cơ đơn bộ cá người địa phòng ban sở chủ phối đầu thời tiến")
_OPENS_LABEL = regex.compile(r"(?:^|[.;,:(–+•-]|\t) ?$")
_LEADS = regex.compile(r",? (?:chủ trì|làm đầu mối|là đầu mối)(?!\p{L})(?: thực hiện| tham mưu)?")
_JOINS = regex.compile(r" (?:cùng )?phối hợp(?: thực hiện)?(?=[ ]?(?:[,;.)\t]|$))")
_REST_OF_NAME = regex.compile(
    r"(?: (?!và |chủ trì|phối hợp|cùng )\p{L}[\p{L}\d]*+){1,5}(?=[ ]?(?:[,;.)\t]|$)|[ ]và[ ])"
)
_TELLS = regex.compile(r" (?:đã|đang|được|là|có|hiện|sẽ|phải|cần|gồm)(?!\p{L})(?! liên quan)")
_BRACKET = re.compile(r" ?\([^()\n]*+\)")
_SAID = regex.compile(r" ?\(((?:chủ trì|phối hợp|thực hiện|đầu mối|chỉ đạo|tham mưu)(?:[ ,]\p{L}+){0,3})\)")
_AFTER_LIST = regex.compile(r" ?(?:[,;.:()\t/]|$|\n)")
_PIECE = re.compile(r"[^,;.:()\t\n]{2,90}")
_PIECE_CUT = regex.compile(r" và (?=\p{Lu}|các )| (?=(?:chủ trì|phối hợp)(?!\p{L}))")
# As in "các cơ quan báo chí Trung ương, địa phương, quân đội": they say which bodies the first name means.
_ATTRIBUTES = frozenset({"địa phương", "quân đội", "trung ương"})
_MARKS = re.compile(r"[,;]")
_NEXT = re.compile(r" ?[,;.] ?(?:[-–+•*] ?)?(?:và )?| và | ?[-–+] ?| (?=(?i:phối hợp))")


class Label(NamedTuple):
    """A label in a line and what it introduces; without roles it is one of time."""

    start: int
    content: int
    end: int
    kind: Literal["roles", "time"]
    roles: tuple[RoleName, ...]


class Listed(NamedTuple):
    """An agency in a list and the roles that its label and its verbs give."""

    agency: Agency
    roles: tuple[RoleName, ...]


def labels_in(string: str, start: int, end: int) -> list[Label]:
    """List the labels of a line, each with its content up to the next one."""
    colon = string.rfind(":", start, end)
    if colon < 0:
        return []
    last = min(end, colon + len(": "))
    found: list[tuple[int, int, Literal["roles", "time"], tuple[RoleName, ...]]] = []
    for match in ROLE_LABEL.regex.finditer(string, start, last):
        if _opens(string, start, match.start()):
            roles: set[RoleName] = (
                {"implement"} if match["assigned"] else roles_of_words(match["verbs"] or match["bare"])
            )
            roles |= roles_of_words(match["note"] or "")
            found.append((match.start(), match.end(), "roles", tuple(in_order(roles))))
    for match in TIME_LABEL.regex.finditer(string, start, last):
        if _opens(string, start, match.start()):
            found.append((match.start(), match.end(), "time", ()))
    if not found:
        return []
    found.sort()
    ends = [first for first, _, _, _ in found[1:]] + [end]
    return [Label(a, b, stop, kind, roles) for (a, b, kind, roles), stop in zip(found, ends, strict=True)]


def heading_label(string: str, start: int, end: int) -> Label | None:
    """Read a line that is a label without a colon ("Cơ quan chủ trì"): what it introduces stands below it."""
    if end - start > MAX_HEADING_LABEL or not begins_like(_HEADING_LETTERS, string, start):
        return None
    match = HEADING_LABEL.regex.fullmatch(string, start, end)
    if match is None:
        return None
    if match["time"]:
        return Label(start, end, end, "time", ())
    return Label(start, end, end, "roles", tuple(in_order(roles_of_words(match["verbs"] or match["bare"]))))


def _opens(string: str, start: int, place: int) -> bool:
    """A label stands at the beginning of its line, or after a mark."""
    return place == start or _OPENS_LABEL.search(string[max(start, place - 3) : place]) is not None


def is_list(string: str, start: int, end: int) -> bool:
    """Tell whether a label's content lists agencies, and does not go on as a sentence of its own."""
    bodies = agencies_at(string, start, fields=True)
    if not bodies.items and (person := officer(string, start)) is not None:
        return _AFTER_LIST.match(string, person.end) is not None
    if not bodies.items or bodies.end > end:
        return False
    if bodies.end == end or _AFTER_LIST.match(string, bodies.end):
        return True
    if _LEADS.match(string, bodies.end) or PARTNER.regex.match(string, bodies.end + 1):
        return True
    following = string[bodies.end + 1 : bodies.end + 2]
    return not _TELLS.match(string, bodies.end) and not (
        following.islower() and begins_predicate(string, bodies.end + 1)
    )


def is_name(string: str, line: Line) -> bool:
    """Tell whether a bullet may be a body that the lexicon does not know: a few words with a capital, no task."""
    piece = _piece(string, line.body, line.end)
    return (
        piece is not None
        and line.rank >= BULLET
        and string[line.body].isupper()
        and string[piece.end : line.end] in ("", ".", ";", ",")
    )


def listed(string: str, start: int, end: int, roles: tuple[RoleName, ...]) -> Iterator[Listed]:
    """Read the agencies of a label's content or a table cell with their roles."""
    place, now = start, roles
    while place < end:
        partner = PARTNER.regex.match(string, place, end)
        if partner:
            place, now = partner.end(), ("coordinate",)
        bodies = agencies_at(string, place, fields=True)
        items = tuple(item for item in bodies.items if item.end <= end)
        stop = items[-1].end if items else place
        if not items:
            piece = _piece(string, place, end) or _officer(string, place, end)
            if piece is None:
                stop = _after_piece(string, place, end)
            else:
                items, stop = (piece,), piece.end
        leads = _LEADS.match(string, stop, end)
        if leads:
            stop = leads.end()
        own: set[RoleName] = {*now, "lead"} if leads else set(now)
        said = _SAID.match(string, stop, end)
        if said:
            stop, own = said.end(), roles_of_words(said[1])
        joins = None if leads or said else _JOINS.match(string, stop, end)
        if joins:
            stop, own = joins.end(), {"coordinate"}
        if items and stop == items[-1].end:
            stop = _rest_of_name(string, stop, end)
            items = (*items[:-1], items[-1]._replace(end=stop))
        yield from (
            Listed(item, tuple(in_order(own))) for item in items if string[item.start : item.end] not in _ATTRIBUTES
        )
        place = _next_place(string, stop, end)


def whole_list(string: str, start: int, end: int) -> tuple[Agency, ...] | None:
    """Read a stretch that holds nothing but agencies, known ones first; None where something is done in it."""
    known = agencies_at(string, start)
    rest = string[known.end : end]
    longest = max(len(piece.split()) for piece in _MARKS.split(rest))
    if not known.items or longest > MAX_PIECE_WORDS or _says_more(rest):
        return None
    return tuple(item.agency for item in listed(string, start, end, ()))


def _says_more(rest: str) -> bool:
    words = rest.lstrip(" ,;")
    if words.startswith(("gồm", "bao gồm")):
        return True
    return (
        begins_predicate(words, 0)
        or bool(roles_of_words(rest, small=True) - {"implement"})
        or ". " in rest
        or ":" in rest
    )


def _rest_of_name(string: str, stop: int, end: int) -> int:
    """Return the end of the words of a name that the lexicon does not know ("Phòng Hành chính quản trị")."""
    rest = _REST_OF_NAME.match(string, stop, end)
    return int(rest.end()) if rest and not begins_predicate(string, stop + 1) else stop


def _next_place(string: str, stop: int, end: int) -> int:
    """Return where the next name may begin; words and brackets that only say more of the last one are passed over."""
    place = stop
    for _ in range(4):
        following = _NEXT.match(string, place, end)
        if following:
            return int(following.end())
        if place >= end:
            break
        bracket = _BRACKET.match(string, place, end)
        place = bracket.end() if bracket else _after_piece(string, place, end)
    return max(place, stop + 1)


def _piece(string: str, place: int, end: int) -> Agency | None:
    """A body that the lexicon does not know: the words up to the next mark, when they may be a name."""
    piece = _PIECE.match(string, place, end)
    if piece is None or not piece[0][0].isalpha():
        return None
    cut = _PIECE_CUT.search(piece[0])
    words = piece[0][: cut.start()] if cut else piece[0]
    if len(words.split()) > MAX_PIECE_WORDS or (begins_predicate(words, 0) and not _names_people(words)):
        return None
    return Agency(place, place + len(words.rstrip()), "field")


def _names_people(words: str) -> bool:
    """Tell whether the verb that words begin with is part of a name: "Giám sát viên", not "Tổ chức"."""
    ends = phrases_at(words, 0)
    return ends.get("group", -1) >= max(ends.values())


def _officer(string: str, place: int, end: int) -> Agency | None:
    person = officer(string, place)
    return person if person is not None and person.end <= end else None


def _after_piece(string: str, place: int, end: int) -> int:
    piece = _PIECE.match(string, place, end)
    return min(end, int(piece.end()) if piece else place + 1)
